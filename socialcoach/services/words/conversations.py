"""What Conversations says: shelves, moods, waits, and the posts that grow out of messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.relations.message import MessageStatus, Mood, Shelf
from socialcoach.core.relations.waiting import Wait
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.numbers import number
from socialcoach.services.words.owner import reply_promise


def shelf_name(shelf: Shelf) -> str:
    """Return the name of a list."""
    return {
        Shelf.WAITING: _("Waiting"),
        Shelf.FOLLOW_UP: _("Come back to"),
        Shelf.ANSWERED: _("Answered"),
        Shelf.DONE: _("Done"),
    }[shelf]


def with_count(name: str, count: int) -> str:
    """Return a name with how many there are, where there are any: "Waiting 3"."""
    return _("{name} {n}").format(name=name, n=number(count)) if count else name


def empty_shelf(shelf: Shelf) -> str:
    """Return what stands on an empty list."""
    return {
        Shelf.WAITING: _("Nobody is waiting. Well done."),
        Shelf.FOLLOW_UP: _("Nothing to come back to. Set a day on any message and it shows here."),
        Shelf.ANSWERED: _("The messages you have answered will stand here."),
        Shelf.DONE: _("Messages that need nothing more will stand here."),
    }[shelf]


def mood_name(mood: str) -> str:
    """Return a mood in words; one of the owner's own stays as it is."""
    names: dict[str, str] = {
        Mood.HAPPY: _("happy"),
        Mood.NEUTRAL: _("neutral"),
        Mood.WORRIED: _("worried"),
        Mood.CROSS: _("cross"),
    }
    return names.get(mood, mood)


def status_name(status: MessageStatus) -> str:
    """Return where a message stands."""
    return {
        MessageStatus.WAITING: _("waiting"),
        MessageStatus.ANSWERED: _("answered"),
        MessageStatus.DONE: _("done"),
    }[status]


def span_words(span: timedelta) -> str:
    """Return a stretch of time in its largest unit: "a moment", "5 minutes", "3 hours"."""
    minutes = max(int(span.total_seconds() // 60), 0)
    if not minutes:
        return _("a moment")
    if minutes < 60:
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return ngettext("{n} day", "{n} days", hours // 24).format(n=number(hours // 24))


def wait_words(span: timedelta, wait: Wait) -> str:
    """Return how long somebody has waited, for a chip in the list."""
    words = {
        Wait.IN_TIME: "{span}",
        Wait.SOON: _("{span}, answer soon"),
        Wait.LATE: _("{span}, late"),
    }[wait]
    return words.format(span=span_words(span))


def promise_sentence(hours: int, late: int, *, is_promised: bool) -> str:
    """Say how the waiting stands against the owner's promise."""
    if not is_promised:
        return _(
            "You have not said yet how fast you answer, so we count {promise}. "
            "You can set it in My plan."
        ).format(promise=reply_promise(hours))
    if not late:
        return _("You promise an answer {promise}. So far you keep it.").format(
            promise=reply_promise(hours)
        )
    return ngettext(
        "You promise an answer {promise}. {n} person has waited longer.",
        "You promise an answer {promise}. {n} people have waited longer.",
        late,
    ).format(promise=reply_promise(hours), n=number(late))


def waited_sentence(span: timedelta, wait: Wait, hours: int) -> str:
    """Say how long the writer of the open message has waited."""
    words = {
        Wait.IN_TIME: _("Has waited {span}. You promise an answer {promise}."),
        Wait.SOON: _("Has waited {span}. Your promise, {promise}, is nearly up."),
        Wait.LATE: _("Has waited {span}, longer than you promise. A kind word still helps."),
    }[wait]
    return words.format(span=span_words(span), promise=reply_promise(hours))


def answered_sentence(span: timedelta, hours: int) -> str:
    """Say how fast the answer was."""
    if span <= timedelta(hours=hours):
        return _("Answered after {span}, as promised.").format(span=span_words(span))
    return _("Answered after {span}.").format(span=span_words(span))


def resting_words(left: timedelta) -> str:
    """Return how long a message still rests, for a chip in the list."""
    return _("resting, {span} left").format(span=span_words(left))


def follow_up_words(day: date, today: date) -> str:
    """Return a day to come back to as the list shows it."""
    if day < today:
        return _("since {day}").format(day=short_day(day, today))
    if day == today:
        return _("today")
    return tomorrow_or(day, today)


def tomorrow_or(day: date, today: date) -> str:
    """Return "tomorrow" or the day."""
    return _("tomorrow") if (day - today).days == 1 else short_day(day, today)


def found_sentence(count: int, words: str) -> str:
    """Say how many messages hold what was looked for."""
    if not count:
        return _("Nothing found for “{words}”. Fewer letters find more.").format(words=words)
    return ngettext("{n} message found", "{n} messages found", count).format(n=number(count))


def found_people(count: int, words: str) -> str:
    """Say how many people were found."""
    if not count:
        return _("Nobody found for “{words}”. Fewer letters find more.").format(words=words)
    return ngettext("{n} person found", "{n} people found", count).format(n=number(count))


def replies_sentence(*, is_new: bool) -> str:
    """Say whether somebody wrote on the connected networks."""
    return _("Somebody wrote. It is under Waiting.") if is_new else _("Nobody new wrote.")


def pairs_sentence(count: int) -> str:
    """Say how many people may stand in the list twice."""
    return ngettext(
        "{n} person may be here twice",
        "{n} people may be here twice",
        count,
    ).format(n=number(count))


def question_post(example: str, count: int, answer: str) -> str:
    """Return the beginning of a post that answers what several people asked."""
    opening = ngettext(
        "Somebody asked us: “{question}”", "{n} of you asked us lately: “{question}”", count
    ).format(n=count, question=example)
    told = answer or _("Here is the answer, for everyone who wondered too: …")
    closing = _("What else would you like to know? Ask away, we read every one.")
    return f"{opening}\n\n{told}\n\n{closing}"


def question_card(count: int, example: str) -> str:
    """Say that several people asked the same."""
    return ngettext(
        "{n} person asked something like “{example}”",
        "{n} people asked something like “{example}”",
        count,
    ).format(n=count, example=example)


def permission_question(name: str) -> str:
    """Return a friendly way to ask whether praise may be shown."""
    return _(
        "Thank you, {name}, that has made our day. May we share your words with your first name, "
        "so that others can read them? If you would rather not, that is fine too."
    ).format(name=name)


def spotlight_post(name: str, said: str) -> str:
    """Return the beginning of a post that puts a customer in the spotlight."""
    opening = _("{name} wrote to us, and we may share it with you:").format(name=name)
    closing = _("Thank you, {name}. What is your story? Tell us below.").format(name=name)
    return f"{opening}\n\n“{said}”\n\n{closing}"


def error_sentences() -> dict[str, str]:
    """Return the sentences for errors in talking with people, by code."""
    return {
        "message.gone": _("This message is no longer there. It may have been taken away."),
        "message.empty": _("Please write down what they said. A few words are enough."),
        "message.no_name": _("Please say who wrote. A first name is enough."),
        "message.no_reply": _("There is no answer to copy yet. Write a few words first."),
        "message.browser": _(
            "The browser did not open. Your answer is copied. Open {platform} yourself and "
            "paste it."
        ),
        "answer.empty": _("There is nothing to keep yet. Write the answer first."),
        "person.gone": _("This person is no longer there."),
        "person.no_name": _("A person needs a name. A first name is enough."),
        "person.last_name": _("This is the only name this person goes by, so it stays."),
    }


def platform_name(key: str, platforms: Mapping[str, PlatformFacts]) -> str:
    """Return the name of a platform, or of the other ways in which people write."""
    if key in platforms:
        return platforms[key].name
    return other_ways().get(key, key)


def other_ways() -> dict[str, str]:
    """Return the ways people write that are no platform."""
    return {
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "in_person": _("In person"),
        "elsewhere": _("Somewhere else"),
    }
