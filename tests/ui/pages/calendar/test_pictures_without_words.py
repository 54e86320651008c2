"""A photo without words is a post like any other: ready, planned, and posted from the calendar."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.services.planning.planning_ahead import When
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.calendar import CalendarPage
from socialcoach.ui.planning.calendar.tray import TrayList
from socialcoach.ui.planning.plan_form import PlanForm
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn
from tests.ui.pages.calendar.desk import TEN, TUESDAY, go_to, planned, spoken, square
from tests.ui.pages_helpers import click, says, visible_buttons, visible_text


@pytest.fixture
def photo(context: AppContext) -> int:
    """A draft that is a photo and nothing else."""
    post = context.services.drafting.new(platforms=("facebook",)).id
    context.services.writing.pictures.add(post, as_bytes(drawn()), "bread.jpg")
    context.hub.tell(Changes.DRAFTS)
    return post


def plan(context: AppContext, post: int, *, ready: bool = True) -> None:
    """Give a post its day."""
    context.services.calendar.planning.plan(post, When(TUESDAY, TEN), ready=ready)
    context.hub.tell(Changes.DRAFTS)


def open_card(qtbot: QtBot, page: CalendarPage) -> None:
    """Pick the one post of its day."""
    go_to(qtbot, page, TUESDAY)
    (line,) = [words for words in visible_buttons(page) if "Picture without words" in words]
    click(qtbot, page, line)


def test_it_waits_among_what_is_not_planned_yet_under_a_name(page: CalendarPage, photo: int):
    (waiting,) = page.findChildren(TrayList)
    assert [waiting.item(0).text()] == ["Picture without words"]


def test_planned_from_write_it_is_planned_and_not_a_draft(
    qtbot: QtBot, context: AppContext, photo: int, page: CalendarPage
):
    form = PlanForm(context)
    qtbot.addWidget(form)
    form.show()
    form.show_post(context.services.drafting.draft(photo))
    click(qtbot, form, "Plan it")
    (entry,) = planned(context)
    assert entry.status is EntryStatus.PLANNED


def test_on_its_day_it_is_offered_to_be_posted_and_leads_to_posting(
    qtbot: QtBot,
    page: CalendarPage,
    context: AppContext,
    photo: int,
    wanted: list[tuple[str, object]],
):
    plan(context, photo)
    assert "Picture without words" in spoken(square(page, TUESDAY))
    assert "Planned" in spoken(square(page, TUESDAY))
    open_card(qtbot, page)
    assert "Write it" not in visible_buttons(page)
    click(qtbot, page, "Post now")
    assert wanted == [("write", ("hand_over", photo))]


def test_a_photo_that_is_a_draft_is_called_ready_by_the_owner(
    qtbot: QtBot, page: CalendarPage, context: AppContext, photo: int
):
    plan(context, photo, ready=False)
    open_card(qtbot, page)
    click(qtbot, page, "It is ready")
    (entry,) = planned(context)
    assert entry.status is EntryStatus.PLANNED


def test_due_while_the_app_was_closed_it_is_offered_to_be_posted(
    qtbot: QtBot, page: CalendarPage, context: AppContext, photo: int, clock: Clock
):
    plan(context, photo)
    clock.advance(days=3)
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Nothing was sent. You decide about each.")
    assert "Post now" in visible_buttons(page)
    assert "Write it" not in visible_text(page)


def test_own_words_for_one_platform_are_something_to_post(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    services = context.services
    post = services.drafting.new(platforms=("facebook",))
    services.writing.versions.keep(post.id, "facebook", "\n Soup of the day\nwith bread", None)
    plan(context, post.id)
    (entry,) = planned(context)
    assert entry.status is EntryStatus.PLANNED
    assert "Soup of the day" in spoken(square(page, TUESDAY))


def test_a_photo_taken_out_again_leaves_something_to_do(
    page: CalendarPage, context: AppContext, photo: int
):
    plan(context, photo)
    (picture,) = context.services.writing.pictures.of_post(photo)
    context.services.writing.pictures.remove(picture.id)
    (entry,) = planned(context)
    assert entry.status is EntryStatus.DRAFT


def questions(context: AppContext, database: Database) -> int:
    """How many questions the database is asked for all that is planned."""
    asked: list[str] = []
    with database.tracer(lambda sql, _values: asked.append(sql)):
        planned(context)
    return len(asked)


def test_one_question_asks_for_all_posts_and_their_pictures(
    page: CalendarPage, context: AppContext, database: Database, photo: int
):
    plan(context, photo)
    for_one = questions(context, database)
    for _ in range(9):
        plan(context, context.services.drafting.new("Hello", platforms=("facebook",)).id)
    assert questions(context, database) == for_one
