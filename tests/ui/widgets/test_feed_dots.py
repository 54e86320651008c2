"""The feed as dots: a shape and words beside every colour."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from socialcoach.core.meter.mix import FeedMix
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.feed_dots import FeedDots

TEN = FeedMix((False, True, *[False] * 7, True))


@pytest.fixture
def dots(qtbot: QtBot, context: AppContext) -> FeedDots:
    """Dots in a window of their own."""
    made = FeedDots(context.theme)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def filled_columns(dots: FeedDots, context: AppContext, role: str) -> int:
    """Count the columns of the picture whose middle has a role's colour."""
    picture = dots.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colour, middle = context.theme.colour(role), picture.height() // 2
    return sum(picture.pixelColor(x, middle) == colour for x in range(picture.width()))


@pytest.mark.parametrize(
    ("mix", "draft", "words"),
    [
        (FeedMix(), None, "Nothing has gone out yet."),
        (FeedMix((True,)), None, "Your last post sells."),
        (FeedMix((False,)), None, "Your last post gives."),
        (FeedMix((False, False)), None, "None of your last 2 posts sells."),
        (TEN, None, "2 of your last 10 posts sell."),
        (TEN, True, "2 of your last 10 posts sell. This draft sells."),
        (TEN, False, "2 of your last 10 posts sell. This draft gives."),
        (FeedMix(), True, "Nothing has gone out yet. This draft sells."),
    ],
)
def test_the_dots_say_what_they_show(dots: FeedDots, mix: FeedMix, draft: bool | None, words: str):
    dots.show_mix(mix, draft)
    assert dots.accessibleDescription() == dots.toolTip() == words
    assert dots.accessibleName() == "Your last posts"


def test_a_selling_post_is_filled_and_a_giving_one_a_ring(dots: FeedDots, context: AppContext):
    dots.show_mix(FeedMix((True,)))
    full = filled_columns(dots, context, "selling")
    dots.show_mix(FeedMix((False,)))
    ring = filled_columns(dots, context, "giving")
    assert full > 3 * ring > 0


def test_more_selling_posts_fill_more(dots: FeedDots, context: AppContext):
    dots.show_mix(FeedMix((True, False)))
    one = filled_columns(dots, context, "selling")
    dots.show_mix(FeedMix((True, True)))
    assert filled_columns(dots, context, "selling") > 1.8 * one


@pytest.mark.parametrize("width", [60, 180, 900])
@pytest.mark.parametrize("look", [Look.LIGHT, Look.CONTRAST])
def test_any_width_and_look_can_be_painted(
    dots: FeedDots, context: AppContext, width: int, look: Look
):
    context.theme.put_on(look, 200)
    dots.resize(width, 80)
    dots.show_mix(TEN, draft_sells=True)
    assert not dots.grab().isNull()


def test_they_grow_with_the_text(dots: FeedDots, context: AppContext):
    before = dots.sizeHint()
    context.theme.put_on(Look.LIGHT, 200)
    assert dots.sizeHint() == before * 2
