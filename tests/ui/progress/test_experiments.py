"""Experiments, as an owner uses them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pytestqt.qtbot import QtBot

from socialcoach.core.progress.experiment import Experiment
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.month_report import report_html
from socialcoach.ui.hub import Notice
from socialcoach.ui.progress.loading import gather
from tests.ui.pages_helpers import choice, click, field, says, visible_buttons, visible_text
from tests.ui.progress_helpers import open_progress, post_seen, six_months

QUESTIONS = Experiment(0, "Questions on Tuesdays", date(2026, 10, 1), date(2026, 10, 28))


def a_better_october(services: Services) -> None:
    """Post each second day; from 1 October on twice as many people respond."""
    start = datetime(2026, 9, 1, 12, tzinfo=UTC)
    for step in range(0, 60, 2):
        at = start + timedelta(days=step)
        post_seen(services, at, "facebook", 1000, 60 if at.month == 10 else 30)


def test_an_experiment_is_noted_and_too_early_to_judge(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Start an experiment")
    qtbot.keyClicks(field(page, "What do you change?"), "Questions on Tuesdays")
    click(qtbot, page, "Note the experiment")
    says(qtbot, page, "Too early to say.")
    says(qtbot, page, "22 November to 19 December")
    [outcome] = context.services.experimenting.outcomes()
    assert outcome.experiment.changed == "Questions on Tuesdays"


def test_the_day_and_the_weeks_are_chosen(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Start an experiment")
    qtbot.keyClicks(field(page, "What do you change?"), "Stories")
    choice(page, "From which day?").setCurrentIndex(10)
    choice(page, "On which platform?").setCurrentIndex(2)
    click(qtbot, page, "2 weeks")
    click(qtbot, page, "Note the experiment")
    says(qtbot, page, "Instagram, 12 November to 25 November")


def test_no_words_are_asked_for(context: AppContext, bakery: Strategy, qtbot: QtBot) -> None:
    six_months(context.services)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Start an experiment")
    click(qtbot, page, "Note the experiment")
    assert notices[0].text == "Please write a word or two on what you change."


def test_a_rise_is_said_with_what_it_cannot_tell(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    a_better_october(context.services)
    context.services.experimenting.begin(QUESTIONS)
    page = open_progress(context, qtbot)
    says(qtbot, page, "Better: 60 of 1,000 responded, up from 30 before.")
    says(qtbot, page, "figures come back by themselves")
    html = report_html(context.services, gather(context.services, "2026-10"))
    assert "“Questions on Tuesdays”. Better: 60 of 1,000 responded" in html


def test_a_running_one_is_ended_and_taken_up_again(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    today = context.services.planner.today()
    running = Experiment(0, "Stories", today - timedelta(days=9), today + timedelta(days=9))
    context.services.experimenting.begin(running)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "End “Stories” now")
    says(qtbot, page, "13 November to 21 November")
    qtbot.waitUntil(lambda: "End it now" not in visible_buttons(page))
    assert notices[0].action is not None
    notices[0].action()
    says(qtbot, page, "13 November to 1 December")


def test_one_is_deleted_and_brought_back(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    context.services.experimenting.begin(QUESTIONS)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Delete “Questions on Tuesdays”")
    qtbot.waitUntil(lambda: "Questions on Tuesdays" not in visible_text(page))
    assert context.services.experimenting.outcomes() == []
    assert notices[0].action is not None
    notices[0].action()
    says(qtbot, page, "Questions on Tuesdays")
