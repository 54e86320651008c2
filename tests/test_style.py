"""The manners of the code, counted: short files and functions, everything named and explained."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import PACKAGE, PROJECT, SCRIPTS, TESTS, Function, Source

LONGEST_FUNCTION, MEDIAN_FUNCTION = 60, 10  # lines
LONGEST_FILE, MEDIAN_FILE = 500, 150  # lines
MOST_PARAMETERS = 6
TOP_LEVEL = {
    *("socialcoach", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"),
    *(".ci", ".github", ".gitignore", ".gitattributes"),
}
HEX_COLOUR = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z_])", re.IGNORECASE)
WAITS = {"sleep", "processEvents", "qWait", "qSleep", "usleep", "msleep"}
GIVES_WAY = "socialcoach/services/giving_way.py"  # hands the processor over; waits for nothing
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|raise NotImple" r"mented(Error)?|lorem ip" r"sum"
    r"|coming so" r"on|not implemented y" r"et|place" r"holder text)\b"
)  # fmt: skip
ONE_MACHINE = re.compile(
    r"(?<![\w.~}])/(wo" r"rk|ro" r"ot|tm" r"p|ho" r"me/\w+|User" r"s/\w+)/|[A-Z]:\\\\?User" r"s\\"
)  # fmt: skip
PACKAGE_HOSTS = re.compile(r"(files\.python" r"hosted|py" r"pi\.org|--(extra-)?index-u" r"rl)")
VOCABULARY = "resources/meter/model.json"  # single words and pairs that owners write
TEXT = {".py", ".toml", ".md", ".yml", ".json", ".qss", ".lock", ".txt", ".svg", ".html", ""}


def texts() -> Iterator[tuple[str, str]]:
    """All text files that belong to the project, with what is written in them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).stdout
    names = listed.decode().split("\0") if listed else [s.name for s in PACKAGE + TESTS + SCRIPTS]
    for name in filter(None, names):
        path = PROJECT / name
        if path.suffix in TEXT and path.is_file() and name != VOCABULARY:
            yield name, path.read_text(encoding="utf-8")


def length(function: Function) -> int:
    """Lines from `def` to the end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def all_functions(*groups: list[Source]) -> Iterator[tuple[Source, Function]]:
    """Every function of some files, with its file."""
    return ((source, f) for group in groups for source in group for f in source.functions())


def test_no_function_is_longer_than_a_screen() -> None:
    found = [
        f"{source.at(f)} {f.name} has {length(f)} lines"
        for source, f in all_functions(PACKAGE, TESTS, SCRIPTS)
        if length(f) > LONGEST_FUNCTION
    ]
    assert not found, "\n".join(found)


def test_half_of_the_functions_have_ten_lines_or_fewer() -> None:
    assert statistics.median(length(f) for _, f in all_functions(PACKAGE)) <= MEDIAN_FUNCTION


def test_files_stay_short() -> None:
    every = PACKAGE + SCRIPTS + TESTS
    found = [f"{s.name} has {s.lines} lines" for s in every if s.lines > LONGEST_FILE]
    assert not found, "\n".join(found)
    assert statistics.median(source.lines for source in PACKAGE) <= MEDIAN_FILE


def parameters(function: Function) -> list[ast.arg]:
    """What a caller passes: all parameters but `self` and `cls`."""
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return [arg for arg in named if arg.arg not in ("self", "cls")]


def test_no_function_takes_more_than_six_parameters() -> None:
    found = [
        f"{source.at(f)} {f.name} takes {len(parameters(f))}"
        for source, f in all_functions(PACKAGE, SCRIPTS)
        if len(parameters(f)) > MOST_PARAMETERS
    ]
    assert not found, "\n".join(found)


def test_everything_is_annotated() -> None:
    found = [
        f"{source.at(f)} {f.name}"
        for source, f in all_functions(PACKAGE)
        if any(arg.annotation is None for arg in parameters(f))
        or (f.returns is None and f.name != "__init__")
    ]
    assert not found, "\n".join(found)


def test_every_module_says_what_it_is() -> None:
    found = [s.name for s in PACKAGE + TESTS + SCRIPTS if not ast.get_docstring(s.tree)]
    assert not found, "\n".join(found)


def public_definitions(source: Source) -> Iterator[ast.ClassDef | Function]:
    """Public functions and classes, and public methods of public classes.

    Methods in ui are left out: most are Qt's (`paintEvent`, `data`) or those of a base class that
    explains them.
    """
    todo: list[ast.stmt] = list(source.tree.body)
    for node in todo:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef) and not source.name.startswith("socialcoach/ui/"):
            todo.extend(node.body)
        if not is_second_half(node):
            yield node


def is_second_half(node: ast.ClassDef | Function) -> bool:
    """Tell a property's setter, which its getter explains."""
    return any(ast.unparse(decorator).endswith(".setter") for decorator in node.decorator_list)


def test_everything_public_is_explained() -> None:
    found = [
        f"{source.at(node)} {node.name}"
        for source in PACKAGE + SCRIPTS
        for node in public_definitions(source)
        if not ast.get_docstring(node)
    ]
    assert not found, "\n".join(found)


def test_colours_come_from_the_themes() -> None:
    found = [
        f"{source.at(text)} {text.value!r}"
        for source in PACKAGE
        for text in source.strings()
        if HEX_COLOUR.search(str(text.value))
    ]
    assert not found, "\n".join(found)


def test_nothing_waits_for_a_fixed_time() -> None:
    found = [
        f"{source.at(call)} {name}"
        for source in PACKAGE + TESTS
        for call, name in source.calls()
        if (name.rpartition(".")[2] in WAITS or name == "qtbot.wait") and source.name != GIVES_WAY
    ]
    assert not found, "\n".join(found)


def test_only_the_command_line_prints() -> None:
    found = [
        source.at(call)
        for source in PACKAGE
        if not source.name.startswith(("socialcoach/cli", "socialcoach/__main__"))
        for call, name in source.calls()
        if name == "print"
    ]
    assert not found, "\n".join(found)


def test_nothing_is_shared_through_global_variables() -> None:
    found = [
        source.at(node)
        for source in PACKAGE
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    assert not found, "\n".join(found)


def test_imports_name_what_they_take_and_from_where() -> None:
    found = [
        source.at(node)
        for source in PACKAGE + TESTS + SCRIPTS
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.level or node.names[0].name == "*")
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (UNFINISHED, "is unfinished"),
        (ONE_MACHINE, "names a folder of one machine"),
        (PACKAGE_HOSTS, "names where packages came from"),
    ],
    ids=["unfinished", "machine", "hosts"],
)
def test_no_file_holds_what_only_its_writer_needed(pattern: re.Pattern[str], why: str) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1} {why}: {hit.group()}"
        for name, text in texts()
        for hit in pattern.finditer(text)
    ]
    assert not found, "\n".join(found)


def test_the_top_level_holds_what_the_design_lists() -> None:
    names = {Path(name).parts[0] for name, _ in texts()}
    assert names <= TOP_LEVEL, names - TOP_LEVEL
