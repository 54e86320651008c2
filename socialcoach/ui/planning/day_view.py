"""What Today shows, gathered in the background: tasks with their words, the lesson, the month."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.core.planning.today import Suggestion, Task
from socialcoach.core.text import shorten
from socialcoach.services.bundle import Services
from socialcoach.services.teaching import Taught
from socialcoach.services.words import today as words
from socialcoach.services.words.conversations import span_words
from socialcoach.services.words.figures import month_name
from socialcoach.services.words.outreach import due_sentence
from socialcoach.services.words.owner import reply_promise
from socialcoach.services.words.progress import response_sentence
from socialcoach.services.words.writing import draft_name

TITLE_LENGTH, STEP_LENGTH = 40, 90


@dataclass(frozen=True)
class ShownTask:
    """A suggestion in words."""

    suggestion: Suggestion
    title: str
    reason: str


@dataclass(frozen=True)
class DayView:
    """Everything on Today that takes a moment to find out; ``month`` is empty without posts."""

    tasks: tuple[ShownTask, ...]
    minutes_left: int | None
    taught: Taught
    month: str
    month_sentence: str


def gather_day(services: Services) -> DayView:
    """Gather the day in a worker, over a connection of its own."""
    with services.in_worker() as own:
        overview = own.months.overview()
        has_month = not overview.is_empty
        return DayView(
            tasks=tuple(_shown(own, one) for one in own.today.suggestions()),
            minutes_left=own.today.minutes_left(),
            taught=own.teaching.lesson(),
            month=month_name(overview.month, overview.today_month) if has_month else "",
            month_sentence=response_sentence(overview) if has_month else "",
        )


def _shown(services: Services, suggestion: Suggestion) -> ShownTask:
    title = words.task_title(suggestion, _about(services, suggestion))
    reason = words.task_reason(suggestion, _known(services, suggestion))
    return ShownTask(suggestion, title, reason)


def _about(services: Services, suggestion: Suggestion) -> str:
    """Return the first words of the post, or the person's name, that a task is about."""
    if suggestion.task in (Task.CONFIRM, Task.FINISH_DRAFT):
        return shorten(draft_name(services.drafting.draft(suggestion.about)), TITLE_LENGTH)
    if suggestion.task in (Task.ANSWER, Task.COME_BACK):
        lines = services.relations.conversations.lines([suggestion.about])
        return shorten(lines[suggestion.about].name, TITLE_LENGTH)
    if suggestion.task is Task.FOLLOW_UP:
        return shorten(services.relations.outreach.record(suggestion.about).promoter.name, 40)
    return ""


def _known(services: Services, suggestion: Suggestion) -> str:
    """Return more of the reason where the owner's data has it; empty where the rule says enough."""
    if suggestion.task is Task.FOLLOW_UP:
        return _why_due(services)
    times = services.relations.answer_times
    if suggestion.task is not Task.ANSWER or not times.is_promised:
        return ""
    message = services.relations.conversations.message(suggestion.about)
    waited = span_words(message.waited(services.clock.now()))
    return words.waiting_reason(waited, reply_promise(times.promised_hours))


def _why_due(services: Services) -> str:
    """Return the owner's own next step, where there is one, and why it is time."""
    due = services.today.due_promoter()
    if due is None:
        return ""
    return words.due_reason(shorten(due.promoter.next_step, STEP_LENGTH), due_sentence(due))
