"""What Today says: a greeting, what is worth doing and why."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.planning.today import Suggestion, Task

NOON, EVENING = 12, 18


def greeting(hour: int, name: str) -> str:
    """Return a greeting for an hour of the day (0 to 23)."""
    if hour < NOON:
        words = _("Good morning")
    elif hour < EVENING:
        words = _("Good afternoon")
    else:
        words = _("Good evening")
    return _("{greeting}, {name}").format(greeting=words, name=name) if name else words


def time_sentence(minutes_left: int | None, planned: int, count: int) -> str:
    """Return how much time is left this week and what it is worth using for."""
    if not count:
        return _("That is enough for now. The rest can wait.")
    if minutes_left is None:
        return _("Here is what is worth doing now.")
    if not minutes_left:
        return _("Your {n} minutes for this week are used. Enough is enough.").format(n=planned)
    left = ngettext("{n} minute is left", "{n} minutes are left", minutes_left)
    return _("You planned {planned} minutes for this week. {left}.").format(
        planned=planned, left=left.format(n=minutes_left)
    )


def task_title(suggestion: Suggestion, post_title: str) -> str:
    """Return what to do; ``post_title`` is the first line of the post it is about."""
    return {
        Task.CONFIRM: _("Did “{title}” go out?"),
        Task.FINISH_PLAN: _("Finish your plan"),
        Task.FIRST_POST: _("Write your first post"),
        Task.FINISH_DRAFT: _("Finish “{title}”"),
        Task.GIVE: _("Write something that gives"),
        Task.BRING_NUMBERS: _("Bring in your numbers"),
    }[suggestion.task].format(title=post_title)


def task_reason(suggestion: Suggestion, giving_first: int) -> str:
    """Return why it is worth doing."""
    if suggestion.task is Task.GIVE:
        return ngettext(
            "After {n} giving post, a selling one fits again.",
            "After {n} giving posts, a selling one fits again.",
            giving_first,
        ).format(n=giving_first)
    return {
        Task.CONFIRM: _("One click keeps your history true."),
        Task.FINISH_PLAN: _("A few answers are open. The plan is yours, and it is short."),
        Task.FIRST_POST: _("Start with something people can use. We have ideas for you."),
        Task.FINISH_DRAFT: _("It gives, so it always fits your feed."),
        Task.BRING_NUMBERS: _("Then you see what people respond to. It takes one file."),
    }[suggestion.task]


def task_button(task: Task) -> str:
    """Return the word on the button."""
    return {
        Task.CONFIRM: _("Answer"),
        Task.FINISH_PLAN: _("Open"),
        Task.FIRST_POST: _("See ideas"),
        Task.FINISH_DRAFT: _("Write"),
        Task.GIVE: _("See ideas"),
        Task.BRING_NUMBERS: _("Show me"),
    }[task]
