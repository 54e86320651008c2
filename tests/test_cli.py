"""The commands without a window, as a person or a script uses them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from socialcoach import __version__
from socialcoach.cli import run
from tests.services.progress.importing.exports import facebook_row, write_facebook
from tests.worlds import reader

OFFER = "Order now and get 20% off every loaf, this weekend only!"
TIP = "Which crust do you like best? Here is how to keep bread fresh: wrap it in linen."
KEYS = {"id", "pitch", "band", "pressure", "kind", "cues"}


@pytest.fixture(autouse=True)
def one_meter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command is a start of its own; the tests share the model all the same."""
    monkeypatch.setattr("socialcoach.services.meter.reader.MeterReader", reader)


def pipe(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the lines on standard output as data."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_text_is_read_and_its_words_named(capsys: pytest.CaptureFixture[str]):
    assert run(["check", OFFER]) == 0
    said = capsys.readouterr().out
    assert said.startswith(("Selling.", "Leaning."))
    assert "20%" in said


def test_several_texts_are_read_one_after_the_other(capsys: pytest.CaptureFixture[str]):
    assert run(["check", OFFER, TIP]) == 0
    assert capsys.readouterr().out.count("You say “we”") + 1 >= 2


def test_a_text_can_come_through_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    pipe(monkeypatch, b"\xef\xbb\xbf" + OFFER.encode())
    assert run(["check"]) == 0
    assert "20%" in capsys.readouterr().out


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00 half", "👨‍👩‍👧 \0 שלום".encode(), b"ab" * 50_000]
)
def test_odd_bytes_in_the_pipe_are_taken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, raw: bytes
):
    pipe(monkeypatch, raw)
    assert run(["check"]) == 0
    assert capsys.readouterr().out


def test_every_line_gets_its_answer_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    texts = [OFFER, TIP, "", "👩‍🍳 " + OFFER, "a\0b"]
    lines = [json.dumps({"id": f"post {n}", "text": text}) for n, text in enumerate(texts)]
    pipe(monkeypatch, "\n".join(lines).encode())
    assert run(["check", "--jsonl"]) == 0
    found = answers(capsys)
    assert [answer["id"] for answer in found] == [f"post {n}" for n in range(len(texts))]
    for text, answer in zip(texts, found, strict=True):
        assert set(answer) == KEYS
        assert 0 <= answer["pitch"] <= 1
        assert answer["band"] in ("giving", "leaning", "selling")
        assert answer["pressure"] in range(4)
        for cue in answer["cues"]:
            assert 0 <= cue["start"] < cue["end"] <= len(text)
            assert set(cue) == {"start", "end", "reason", "weight"}


@pytest.mark.parametrize(
    "bad",
    [
        b"no json",
        b"{}",
        b'{"id": 1}',
        b'{"text": "no id"}',
        b'{"id": 1, "text": 7}',
        b'{"id": NaN, "text": "x"}',
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 100_000,
    ],
    ids=lambda bad: bad[:20].decode(errors="replace"),
)
def test_a_bad_line_is_answered_and_the_rest_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bad: bytes
):
    good = json.dumps({"id": 2, "text": TIP}).encode()
    pipe(monkeypatch, bad + b"\r\n\n" + good + b"\n")
    assert run(["check", "--jsonl"]) == 1
    first, second = answers(capsys)
    assert first["error"]
    assert second["id"] == 2
    assert set(second) == KEYS


def test_half_a_character_in_a_line_does_not_stop_the_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    pipe(monkeypatch, b'{"id": "\\ud800", "text": "half \\ud800"}\n')
    assert run(["check", "--jsonl"]) == 0
    assert answers(capsys)[0]["id"] == "\ud800"


def test_an_export_comes_in_once_and_the_share_of_selling_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    file = write_facebook(tmp_path / "posts.csv", [facebook_row(1), facebook_row(2)])
    command = ["--data-dir", str(tmp_path / "data"), "import", str(file), "--dates", "month"]
    assert run(command) == 0
    first = capsys.readouterr().out
    assert "2 added" in first
    assert "of your last 2 posts" in first
    assert run(command) == 0
    assert "Nothing was changed." in capsys.readouterr().out


def test_what_a_file_leaves_open_is_asked_and_nothing_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    file = write_facebook(tmp_path / "posts.csv", [facebook_row(1), facebook_row(2)])
    command = ["--data-dir", str(tmp_path / "data"), "import", str(file)]
    assert run(command) == 1
    asked = capsys.readouterr()
    assert "How are the dates meant?" in asked.err
    assert asked.out == ""
    assert run([*command, "--dates", "day"]) == 0
    assert "2 added" in capsys.readouterr().out


def test_a_file_that_is_no_export_is_refused_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" * 50)
    data = tmp_path / "data"
    assert run(["--data-dir", str(data), "import", str(photo)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "photo.csv is a picture" in said.err


def test_data_that_cannot_be_opened_is_said_on_standard_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    (tmp_path / "socialcoach.db").write_bytes(b"scrambled" * 999)
    assert run(["--data-dir", str(tmp_path), "import", "posts.csv"]) == 1
    assert "is damaged" in capsys.readouterr().err


@pytest.mark.parametrize("month", ["2026-13", "October", "2026", ""])
def test_a_month_that_is_none_is_said(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path, month: str
):
    target = tmp_path / "report.pdf"
    command = ["--data-dir", str(tmp_path / "data"), "report", "--month", month, str(target)]
    assert run(command) == 1
    assert capsys.readouterr().err.strip()
    assert not target.exists()


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        run(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"SocialCoach {__version__}"


@pytest.mark.parametrize(
    "words", [["--nonsense"], ["import"], ["screenshots", "x", "--theme", "mauve"]]
)
def test_a_command_nobody_knows_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2
    assert "usage: socialcoach" in capsys.readouterr().err


def test_pictures_are_made_of_the_page_the_theme_and_the_scale_asked_for(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    command = [
        "screenshots",
        str(tmp_path),
        "--theme",
        "dark",
        "--scale",
        "2",
        "--page",
        "settings",
    ]
    assert run(command) == 0
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    parts = ("settings", "settings-account", "settings-delete")
    assert names == [f"{part}-dark-200.png" for part in parts]
    picture = QImage(str(tmp_path / names[0]))
    assert (picture.width(), picture.height()) == (1280, 820)
    assert picture.pixelColor(400, 400).lightness() < 80


def test_the_self_test_checks_every_part(qapp: QApplication, capsys: pytest.CaptureFixture[str]):
    assert run(["--self-test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 7
    assert all(line.startswith("ok ") for line in lines)


def test_the_folder_may_stand_before_or_after_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    missing = str(tmp_path / "none.csv")
    before = run(["--data-dir", str(tmp_path), "import", missing]), capsys.readouterr().err
    after = run(["import", missing, "--data-dir", str(tmp_path)]), capsys.readouterr().err
    assert before == after
    assert before[0] == 1


def test_without_a_screen_the_window_is_not_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("socialcoach.window_app.QApplication.instance", lambda: None)
    assert run([]) == 1
    assert "There is no screen" in capsys.readouterr().err
