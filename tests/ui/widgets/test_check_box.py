"""A box to tick can be seen in every look, ticked or not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.check_box import CheckBox
from tests.ui.test_theme_contrast import ratio

SEEN = 3.0
"""The contrast that WCAG asks for between a control and what is behind it."""


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("ticked", [False, True])
def test_a_box_stands_out_from_its_card(
    qtbot: QtBot, context: AppContext, look: Look, text_size: int, *, ticked: bool
):
    context.theme.put_on(look, text_size)
    card, box = Card(), CheckBox(context.theme)
    box.setChecked(ticked)
    card.add(box)
    qtbot.addWidget(card)
    card.show()
    picture = box.grab().toImage()
    behind = context.theme.colours.card
    assert max(ratio(one, behind) for one in colours_of(picture)) >= SEEN


def colours_of(picture: QImage) -> set[str]:
    """Return every colour of a picture that hides what is behind it."""
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    found = {picture.pixelColor(x, y).rgba() for x, y in points}
    return {QColor.fromRgba(one).name() for one in found if QColor.fromRgba(one).alpha() == 255}
