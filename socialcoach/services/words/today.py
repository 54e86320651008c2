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
    if minutes_left == 0:
        return _("You have used your {n} minutes. That is enough for this week.").format(n=planned)
    if not count:
        return _("That is enough for now. The rest can wait.")
    if minutes_left is None:
        return _("Here is what is worth doing now.")
    left = ngettext("{n} minute is left", "{n} minutes are left", minutes_left)
    return _("You planned {planned} minutes for this week. {left}.").format(
        planned=planned, left=left.format(n=minutes_left)
    )


def task_title(suggestion: Suggestion, about: str) -> str:
    """Return what to do; ``about`` is the post's first line or the person's name."""
    return {
        Task.CONFIRM: _("Did “{about}” go out?"),
        Task.ANSWER: _answer_title(suggestion.count),
        Task.COME_BACK: _come_back_title(suggestion.count),
        Task.DUE: ngettext(
            "{n} planned post waits for you", "{n} planned posts wait for you", suggestion.count
        ),
        Task.FINISH_PLAN: _("Finish your plan"),
        Task.FIRST_POST: _("Write your first post"),
        Task.FOLLOW_UP: _("Get in touch with {about}"),
        Task.MEND_CALENDAR: _("Make room in your calendar"),
        Task.SAME_QUESTION: _("Answer a question for everyone"),
        Task.FINISH_DRAFT: _("Finish “{about}”"),
        Task.GIVE: _("Write something that gives"),
        Task.REVIEW_GOAL: _("Look back on last month"),
        Task.REVISIT_PLAN: _("Go through your plan"),
        Task.BRING_NUMBERS: _("Bring in your numbers"),
    }[suggestion.task].format(about=about, n=suggestion.count)


def _answer_title(count: int) -> str:
    if count <= 1:
        return _("Answer {about}")
    words = ngettext("Answer {about} and {n} other", "Answer {about} and {n} others", count - 1)
    return words.replace("{n}", str(count - 1))


def _come_back_title(count: int) -> str:
    if count <= 1:
        return _("Come back to {about}")
    words = ngettext(
        "Come back to {about} and {n} more", "Come back to {about} and {n} more", count - 1
    )
    return words.replace("{n}", str(count - 1))


def task_reason(suggestion: Suggestion, about: str = "") -> str:
    """Return why it is worth doing; ``about`` is what is known beyond the title, if anything."""
    if suggestion.task is Task.GIVE:
        return ngettext(
            "After {n} giving post, a selling one fits again.",
            "After {n} giving posts, a selling one fits again.",
            suggestion.count,
        ).format(n=suggestion.count)
    if about:
        return about
    return {
        Task.CONFIRM: _("One click keeps your history true."),
        Task.ANSWER: _("An answer is worth more than a post. Everyone reads along."),
        Task.COME_BACK: _("You set this day yourself. It is how a promise is kept."),
        Task.DUE: _("Its time has come. Nothing goes out without you."),
        Task.FINISH_PLAN: _("A few answers are open. The plan is yours, and it is short."),
        Task.FIRST_POST: _("Start with something people can use. We have ideas for you."),
        Task.FOLLOW_UP: _("Acquaintances grow by small, regular kindness."),
        Task.MEND_CALENDAR: _("On one day the plan sells more than the rule of thumb."),
        Task.SAME_QUESTION: _("Several people asked the same. One post helps them all."),
        Task.FINISH_DRAFT: _("It gives, so it always fits your feed."),
        Task.REVIEW_GOAL: _("Was it worth the time? Two minutes a month are enough."),
        Task.REVISIT_PLAN: _("Three months have passed. Is it still yours?"),
        Task.BRING_NUMBERS: _("Then you see what people respond to. It takes one file."),
    }[suggestion.task]


def waiting_reason(waited: str, promise: str) -> str:
    """Return how long somebody has waited, beside the owner's own promise."""
    return _("Waiting for {time}. You promised an answer {promise}.").format(
        time=waited, promise=promise
    )


def due_reason(step: str, why: str) -> str:
    """Return what the owner wanted to do for somebody, if anything, and why it is time."""
    if not step:
        return why
    whole = step if step.endswith((".", "!", "?")) else f"{step}."
    return f"{whole} {why}"


def task_button(task: Task) -> str:
    """Return the word on the button."""
    return {
        Task.CONFIRM: _("Answer"),
        Task.ANSWER: _("Open"),
        Task.COME_BACK: _("Open"),
        Task.DUE: _("Look"),
        Task.FINISH_PLAN: _("Open"),
        Task.FIRST_POST: _("See ideas"),
        Task.FOLLOW_UP: _("Open"),
        Task.MEND_CALENDAR: _("Look"),
        Task.SAME_QUESTION: _("Look"),
        Task.FINISH_DRAFT: _("Write"),
        Task.GIVE: _("See ideas"),
        Task.REVIEW_GOAL: _("Look back"),
        Task.REVISIT_PLAN: _("Open"),
        Task.BRING_NUMBERS: _("Show me"),
    }[task]


def put_off_words(title: str, days: int) -> str:
    """Say that something was put off."""
    until = _("tomorrow") if days == 1 else _("next week")
    return _("Put off until {until}: {title}").format(until=until, title=title)
