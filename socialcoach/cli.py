"""The command line: starts the window, and does without one what can be done without one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from socialcoach import __version__
from socialcoach.core.errors import UserError
from socialcoach.lean_import import without

if TYPE_CHECKING:
    from socialcoach.services.bundle import Services
    from socialcoach.services.meter.reader import MeterReader
    from socialcoach.services.progress.importing.preview import ImportPreview

TROUBLE = 1
DATE_ORDERS = {"day": "day_first", "month": "month_first"}
"""The words for the order of day and month, and what the importer calls them."""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return 0, or 1 after saying what went wrong."""
    wanted = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may not know every sign of a post
            stream.reconfigure(errors="replace")
    try:
        return int(wanted.action(wanted))
    except UserError as error:
        from socialcoach.services.words.errors import explain

        print(explain(error), file=sys.stderr)
        return TROUBLE


class Command(argparse.ArgumentParser):
    """A command that takes ``--data-dir`` too, so that it may stand before or after its name."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS)


Commands: TypeAlias = "argparse._SubParsersAction[Command]"  # noqa: SLF001 (its only name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="socialcoach", description="Plan, write and weigh what your business says, offline."
    )
    parser.add_argument("--version", action="version", version=f"SocialCoach {__version__}")
    parser.add_argument("--data-dir", type=Path, help="keep the data in this folder")
    parser.add_argument("--demo", action="store_true", help="open the sample business")
    parser.add_argument("--self-test", action="store_true", help="check that everything works")
    parser.set_defaults(action=_open_window)
    commands = parser.add_subparsers(title="without a window", parser_class=Command)
    _add_import(commands)
    _add_check(commands)
    _add_report(commands)
    _add_screenshots(commands)
    return parser


def _add_import(commands: Commands) -> None:
    command = commands.add_parser("import", help="bring in a file a platform made")
    command.add_argument("file", type=Path)
    orders = list(DATE_ORDERS)
    command.add_argument("--dates", choices=orders, help="what a date such as 3/5/2026 starts with")
    command.add_argument("--platform", help="where the file is from, such as facebook")
    command.set_defaults(action=_import)


def _add_check(commands: Commands) -> None:
    command = commands.add_parser("check", help="say how much a text sells")
    command.add_argument("text", nargs="*", help="texts of posts; none reads one from a pipe")
    command.add_argument(
        "--jsonl", action="store_true", help="read lines with id and text, answer each with a line"
    )
    command.set_defaults(action=_check)


def _add_report(commands: Commands) -> None:
    command = commands.add_parser("report", help="write a month's report as PDF")
    command.add_argument("--month", required=True, help="such as 2026-10")
    command.add_argument("file", type=Path)
    command.set_defaults(action=_report)


def _add_screenshots(commands: Commands) -> None:
    command = commands.add_parser("screenshots", help="draw every page with the sample business")
    command.add_argument("folder", type=Path)
    looks = ["light", "dark", "contrast"]
    command.add_argument("--theme", "--look", dest="look", nargs="+", choices=looks, default=looks)
    command.add_argument(
        "--scale", nargs="+", type=float, default=[1, 2], help="2 is text of 200 %%"
    )
    command.add_argument("--size", nargs=2, type=int, default=[1280, 820])
    command.add_argument("--page", nargs="+", default=[])
    command.set_defaults(action=_screenshots)


def _open_window(wanted: argparse.Namespace) -> int:
    with without("numpy"):
        from socialcoach.window_app import open_window, self_test

    if wanted.self_test:
        return self_test()
    return open_window(wanted.data_dir, demo=wanted.demo)


def _services(wanted: argparse.Namespace) -> Services:
    from socialcoach.app import open_services
    from socialcoach.paths import DataPaths
    from socialcoach.services.clock import SystemClock

    paths = DataPaths(wanted.data_dir) if wanted.data_dir else DataPaths.default()
    return open_services(paths, SystemClock())


def _import(wanted: argparse.Namespace) -> int:
    from socialcoach.services.meter.reader import context_of
    from socialcoach.services.progress.importing.preview import ImportAnswers
    from socialcoach.services.words.importing import found_sentence, result_sentence
    from socialcoach.services.words.meter import mix_sentences

    services = _services(wanted)
    answers = ImportAnswers(DATE_ORDERS.get(wanted.dates), wanted.platform)
    preview = services.importing.preview(wanted.file, answers)
    if preview.questions:
        return _ask(preview)
    print(found_sentence(preview))
    result = services.importing.write(preview)
    print(result_sentence(result))
    services.feed.read_unread(context_of(services.planner.strategy()), lambda _done: None)
    print(" ".join(mix_sentences(services.feed.mixes().of())))
    return 0


def _ask(preview: ImportPreview) -> int:
    """Say what the file leaves open and how to answer; nothing has been written."""
    from socialcoach.services.words.importing import question_sentence

    for question in preview.questions:
        print(question_sentence(question), file=sys.stderr)
    print("Answer with --dates day, --dates month or --platform NAME.", file=sys.stderr)
    return TROUBLE


def _check(wanted: argparse.Namespace) -> int:
    from socialcoach.services.meter.reader import MeterReader

    reader = MeterReader()
    if wanted.jsonl:
        return _check_lines(reader)
    for text in wanted.text or ["-"]:
        _print_reading(reader, _piped_text() if text == "-" else text)
    return 0


def _print_reading(reader: MeterReader, text: str) -> None:
    from socialcoach.core.meter import Context
    from socialcoach.services.words import meter as words

    reading = reader.read(text, Context())
    print(f"{words.band_name(reading.band)}. {words.band_meaning(reading.band)}")
    for cue in reading.cues:
        print(f"  “{cue.text}”: {words.reason_text(cue.reason)}")
    print(words.balance_sentence(reading.balance))


def _piped_text() -> str:
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def _check_lines(reader: MeterReader) -> int:
    from socialcoach.services.meter.check_lines import check_lines

    status = 0
    for answer in check_lines(sys.stdin.buffer, reader):
        print(json.dumps(answer))
        status = TROUBLE if "error" in answer else status
    return status


def _report(wanted: argparse.Namespace) -> int:
    from socialcoach.window_app import write_report

    write_report(_services(wanted), wanted.month, wanted.file)
    print(wanted.file)
    return 0


def _screenshots(wanted: argparse.Namespace) -> int:
    with without("numpy"):
        from socialcoach.window_app import take_screenshots

    for picture in take_screenshots(
        wanted.folder,
        looks=wanted.look,
        text_sizes=[round(scale * 100) for scale in wanted.scale],
        size=tuple(wanted.size),
        only=wanted.page,
    ):
        print(picture)
    return 0
