"""The meter beside the paper: calm, in words, and the owner is the judge."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from socialcoach.core.meter import Balance, Band, Reason
from socialcoach.core.meter.mix import FeedMix
from socialcoach.core.planning.post import Verdict
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter import meter_panel
from socialcoach.ui.meter.meter_panel import MeterPanel
from tests.ui.meter.readings import a_reading, cue_in
from tests.ui.pages_helpers import click, find_button, says, visible_text

TEXT = "Order now and get <b>20%</b> off. How do you keep your bread?"
PRICE = cue_in(TEXT, "<b>20%</b> off", Reason.PRICE, 2.0)
ORDER = cue_in(TEXT, "Order now", Reason.ORDER_NOW, 1.5)
ASKS = cue_in(TEXT, "How do you", Reason.QUESTION, -1.0)
HYPE = cue_in(TEXT, "get", Reason.HYPE, 0.2)


@pytest.fixture
def panel(qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> MeterPanel:
    """The panel in a window; a change counts as calm sooner than for people."""
    monkeypatch.setattr(meter_panel, "CALM_MS", 80)
    made = MeterPanel(context.theme)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    return made


def chip(panel: MeterPanel) -> str:
    """Return the word of the band that is shown."""
    return next(one.text() for one in panel.findChildren(QLabel) if one.property("role") == "chip")


@pytest.mark.parametrize(
    ("band", "word"),
    [(Band.GIVING, "Giving"), (Band.LEANING, "Leaning"), (Band.SELLING, "Selling")],
)
def test_each_band_is_said_with_a_word_and_what_it_means(panel: MeterPanel, band: Band, word: str):
    panel.show_reading(a_reading(band), None, at_once=True)
    assert chip(panel) == word
    assert "follower" in visible_text(panel) or "get something" in visible_text(panel)


def test_a_new_band_waits_until_it_is_calm(qtbot: QtBot, panel: MeterPanel):
    panel.show_reading(a_reading(Band.GIVING), None, at_once=True)
    panel.show_reading(a_reading(Band.SELLING), None, at_once=False)
    assert chip(panel) == "Giving"
    qtbot.waitUntil(lambda: chip(panel) == "Selling")
    assert panel.accessibleDescription() == "This post now reads as: Selling"


def test_a_band_that_comes_and_goes_is_never_announced(qtbot: QtBot, panel: MeterPanel):
    panel.show_reading(a_reading(Band.GIVING), None, at_once=True)
    panel.show_reading(a_reading(Band.SELLING), None, at_once=False)
    panel.show_reading(a_reading(Band.GIVING), None, at_once=False)
    panel.show_reading(a_reading(Band.LEANING), None, at_once=False)
    qtbot.waitUntil(lambda: chip(panel) != "Giving")
    assert chip(panel) == "Leaning"


def test_words_that_count_are_named_with_their_reason_as_written(qtbot: QtBot, panel: MeterPanel):
    panel.show_reading(a_reading(Band.SELLING, PRICE, ORDER), None, at_once=True)
    spoken = [one.accessibleName() for one in panel.findChildren(QLabel)]
    assert "“<b>20%</b> off”: a price or a discount" in spoken
    says(qtbot, panel, "&lt;b&gt;20%&lt;/b&gt; off")


def test_at_most_three_are_named_and_those_that_explain_the_band_come_first(panel: MeterPanel):
    panel.show_reading(a_reading(Band.SELLING, ASKS, HYPE, PRICE, ORDER), None, at_once=True)
    named = [one.accessibleName() for one in panel.findChildren(QLabel) if one.accessibleName()]
    words = [name.partition("”")[0][1:] for name in named]
    assert words == ["<b>20%</b> off", "Order now", "get"]


def test_in_a_giving_post_what_gives_is_named_first(panel: MeterPanel):
    panel.show_reading(a_reading(Band.GIVING, HYPE, ASKS), None, at_once=True)
    named = [one.accessibleName() for one in panel.findChildren(QLabel) if one.accessibleName()]
    assert named[0].startswith("“How do you”: asks them something")


def test_we_and_you_are_counted(qtbot: QtBot, panel: MeterPanel):
    reading = a_reading(Band.GIVING, balance=Balance(0, 2, 1))
    panel.show_reading(reading, None, at_once=True)
    says(qtbot, panel, "You say “we” never and “you” 2 times. One question: good.")


def test_the_owner_can_disagree_either_way_and_take_it_back(qtbot: QtBot, panel: MeterPanel):
    given: list[Verdict | None] = []
    panel.verdict_given.connect(given.append)
    panel.show_reading(a_reading(Band.LEANING), None, at_once=True)
    click(qtbot, panel, "This is not a selling post")
    panel.show_reading(a_reading(Band.GIVING), None, at_once=True)
    click(qtbot, panel, "This is a selling post")
    panel.show_reading(a_reading(Band.GIVING), Verdict.SELLING, at_once=True)
    click(qtbot, panel, "You decided this. Take it back")
    assert given == [Verdict.GIVING, Verdict.SELLING, None]


@pytest.mark.parametrize(
    ("verdict", "band", "word"),
    [(Verdict.GIVING, Band.SELLING, "Giving"), (Verdict.SELLING, Band.GIVING, "Selling")],
)
def test_the_owners_word_outranks_the_meters(
    panel: MeterPanel, verdict: Verdict, band: Band, word: str
):
    panel.show_reading(a_reading(band), verdict, at_once=True)
    assert chip(panel) == word


def test_the_feed_with_this_post_is_told_in_posts(qtbot: QtBot, panel: MeterPanel):
    outlook = FeedMix((True, False, True)).with_post(selling=True)
    panel.show_outlook(outlook, "Facebook", launch_week=False)
    says(qtbot, panel, "With this one, 3 of your last 4 posts on Facebook sell.")
    says(qtbot, panel, "giving posts first, or turn this one around.")


def test_a_launch_week_shows_what_pays_it_back(qtbot: QtBot, panel: MeterPanel):
    wanted: list[bool] = []
    panel.launch_week_wanted.connect(wanted.append)
    outlook = FeedMix((True, False, True)).with_post(selling=True)
    panel.show_outlook(outlook, "", launch_week=False)
    click(qtbot, panel, "It is our launch week")
    panel.show_outlook(outlook, "", launch_week=True)
    says(qtbot, panel, "so go ahead. Afterwards")
    click(qtbot, panel, "End the launch week")
    assert wanted == [True, False]


def test_a_turn_around_is_offered_for_what_sells_only(panel: MeterPanel):
    panel.show_outlook(FeedMix().with_post(selling=False), "", launch_week=False)
    assert find_button(panel, "Turn it around") is None
    panel.show_outlook(FeedMix().with_post(selling=True), "", launch_week=False)
    assert find_button(panel, "Turn it around")


def test_no_score_from_0_to_100_is_ever_shown(panel: MeterPanel):
    for band in Band:
        panel.show_reading(a_reading(band), None, at_once=True)
        assert "95" not in visible_text(panel)
        assert "0.9" not in visible_text(panel)
