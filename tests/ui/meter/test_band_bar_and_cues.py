"""The bar from giving to selling, and the underlined words on the paper."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.meter import Band, Reason
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.band_bar import BandBar
from socialcoach.ui.meter.cue_marks import cue_tone, mark_cues
from tests.ui.meter.readings import cue_in

EMOJI = "👩‍🍳 Order now, dear friends. How are you?"


@pytest.fixture
def bar(qtbot: QtBot, context: AppContext) -> BandBar:
    """A bar in a window of its own."""
    made = BandBar(context.theme)
    qtbot.addWidget(made)
    made.resize(330, made.sizeHint().height())
    made.show()
    return made


def marker(bar: BandBar, context: AppContext) -> float:
    """Return where the marker points, 0 to 1 of the width."""
    picture = bar.grab().toImage()
    ink = context.theme.colour("ink")
    found = [x for x in range(picture.width()) if picture.pixelColor(x, 2) == ink]
    return sum(found) / len(found) / picture.width()


@pytest.mark.parametrize(
    ("band", "pitch", "third"),
    [
        (Band.GIVING, 0.0, 0),
        (Band.GIVING, 1.0, 0),
        (Band.LEANING, 0.0, 1),
        (Band.LEANING, 1.0, 1),
        (Band.SELLING, 0.0, 2),
        (Band.SELLING, 1.0, 2),
    ],
)
def test_the_marker_comes_to_rest_in_the_field_of_the_band(
    qtbot: QtBot, bar: BandBar, context: AppContext, band: Band, pitch: float, third: int
):
    bar.show_band(band, pitch)
    qtbot.waitUntil(lambda: third / 3 < marker(bar, context) < (third + 1) / 3)


def test_the_band_is_spoken(bar: BandBar):
    bar.show_band(Band.LEANING, 0.6)
    assert bar.accessibleName() == "How much this post sells"
    assert bar.accessibleDescription() == "Leaning"


def test_it_grows_with_the_text(bar: BandBar, context: AppContext):
    before = bar.sizeHint().height()
    context.theme.put_on(Look.DARK, 200)
    assert bar.sizeHint().height() == 2 * before
    assert not bar.grab().isNull()


@pytest.fixture
def editor(qtbot: QtBot) -> QTextEdit:
    """A sheet with an emoji before the words that count."""
    made = QTextEdit()
    made.setPlainText(EMOJI)
    qtbot.addWidget(made)
    return made


def test_the_right_words_are_marked_after_an_emoji(editor: QTextEdit, context: AppContext):
    cues = (
        cue_in(EMOJI, "Order now", Reason.ORDER_NOW, 1.5),
        cue_in(EMOJI, "How are you?", Reason.QUESTION, -1.0),
    )
    mark_cues(editor, EMOJI, cues, context.theme)
    marked = [mark.cursor.selectedText() for mark in editor.extraSelections()]
    assert marked == ["Order now", "How are you?"]


def test_marks_of_before_are_gone(editor: QTextEdit, context: AppContext):
    mark_cues(editor, EMOJI, (cue_in(EMOJI, "dear", Reason.HYPE, 0.5),), context.theme)
    mark_cues(editor, EMOJI, (), context.theme)
    assert editor.extraSelections() == []
    assert editor.toPlainText() == EMOJI


@pytest.mark.parametrize(
    ("reason", "weight", "tone"),
    [
        (Reason.PRICE, 2.0, "selling"),
        (Reason.PRICE, 0.4, "leaning"),
        (Reason.QUESTION, -1.0, "giving"),
        (Reason.HELP, 0.2, "giving"),
    ],
)
def test_the_side_of_a_cue_shows_in_its_line_and_its_colour(
    editor: QTextEdit, context: AppContext, reason: Reason, weight: float, tone: str
):
    cue = cue_in(EMOJI, "dear", reason, weight)
    assert cue_tone(cue) == tone
    mark_cues(editor, EMOJI, (cue,), context.theme)
    mark = editor.extraSelections()[0]
    look = mark.format
    assert look.underlineColor() == context.theme.colour(tone)
    assert look.underlineStyle() is not look.UnderlineStyle.NoUnderline
