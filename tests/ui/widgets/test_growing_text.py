"""The field for a sentence or two shows every line, however wide it is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.ui.widgets.growing_text import GrowingText

NOTE = "Danny made too much starter. Is this the third offer this month? Check the dots first."


@pytest.fixture
def wide_field(qtbot: QtBot) -> GrowingText:
    """A field so wide that the note stands on one line."""
    field = GrowingText(many_lines=True)
    qtbot.addWidget(field)
    field.resize(900, field.height())
    field.setText(NOTE)
    field.show()
    return field


def test_it_grows_when_it_becomes_too_narrow_for_one_line(wide_field: GrowingText) -> None:
    one_line = wide_field.height()
    wide_field.resize(300, wide_field.height())
    assert wide_field.height() >= one_line + wide_field.fontMetrics().lineSpacing()


def test_it_shrinks_again_when_there_is_room(wide_field: GrowingText) -> None:
    one_line = wide_field.height()
    wide_field.resize(300, wide_field.height())
    wide_field.resize(900, wide_field.height())
    assert wide_field.height() == one_line
