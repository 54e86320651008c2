"""Planning in the owner's words: the length of a text, the notes on it, pace and ideas."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.planning.pace import Pace
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.text_check import Note, NoteCode, TextCheck, Unit
from socialcoach.services.words.moments import month_names
from socialcoach.services.words.numbers import number


def count_sentence(check: TextCheck, facts: PlatformFacts) -> str:
    """Return the length for the line under the editor: "Bluesky: 47 of 300 characters"."""
    if check.unit is Unit.X_CHARACTERS:
        pattern = _("{platform}: {count} of {limit}, as {platform} counts")
    else:
        pattern = _("{platform}: {count} of {limit} characters")
    return pattern.format(platform=facts.name, count=number(check.count), limit=number(check.limit))


def note_sentence(note: Note, facts: PlatformFacts) -> str:
    """Return what a note means on a platform."""
    if note.figure is not None:
        return _counted_sentence(note.code, note.figure, facts.name)
    return {
        NoteCode.HASHTAGS_USELESS: _("Hashtags do nothing on {platform}. Leave them out."),
        NoteCode.LINK_NOT_CLICKABLE: _(
            "People cannot tap a link in the text on {platform}. Put it in your profile and say so."
        ),
        NoteCode.LINK_BELONGS_ON_BUTTON: _("On {platform} the link belongs on the button."),
        NoteCode.LINK_BELONGS_IN_FIELD: _("On {platform} the link has its own field."),
        NoteCode.PHONE_NUMBER: _(
            "{platform} refuses posts with a phone number. Use the button for calls."
        ),
        NoteCode.ANGLE_BRACKETS: _("{platform} does not take the signs < and >."),
        NoteCode.HIDDEN_CHARACTERS: _(
            "There are hidden signs in the text, often from copying. Please type that part again."
        ),
    }[note.code].format(platform=facts.name)


def _counted_sentence(code: NoteCode, count: int, platform: str) -> str:
    patterns = {
        NoteCode.TOO_LONG: ngettext(
            "{count} character too long for {platform}.",
            "{count} characters too long for {platform}.",
            count,
        ),
        NoteCode.TOO_MANY_BYTES: _(
            "There are too many emoji or long signs for {platform}. Take a few out."
        ),
        NoteCode.TITLE_TOO_LONG: _(
            "On {platform} the first line becomes the title: {count} characters at most."
        ),
        NoteCode.TOO_MANY_HASHTAGS: ngettext(
            "{platform} takes {count} hashtag at most.",
            "{platform} takes {count} hashtags at most.",
            count,
        ),
        NoteCode.MORE_HASHTAGS_THAN_HELP: ngettext(
            "On {platform} {count} hashtag is enough.",
            "On {platform} {count} hashtags are enough.",
            count,
        ),
        NoteCode.HASHTAG_TOO_LONG: _("A hashtag on {platform} has {count} letters at most."),
        NoteCode.TOO_MANY_LINKS: ngettext(
            "{platform} takes {count} link in a post.",
            "{platform} takes {count} links in a post.",
            count,
        ),
        NoteCode.SERVER_MAY_DIFFER: _(
            "Most {platform} servers take {count} characters. Yours may take more."
        ),
    }
    return patterns[code].format(count=number(count), platform=platform)


def pace_sentence(pace: Pace) -> str:
    """Return what fits into the week: posts, and the time that stays for talking with people."""
    posts = ngettext("{count} post a week fits.", "{count} posts a week fit.", pace.posts).format(
        count=pace.posts
    )
    talking = ngettext(
        "{minutes} minute stays for answering people.",
        "{minutes} minutes stay for answering people.",
        pace.minutes_talking,
    ).format(minutes=pace.minutes_talking)
    return f"{posts} {talking}"


def idea_minutes(minutes: int) -> str:
    """Return how long an idea takes."""
    return ngettext("about {count} minute", "about {count} minutes", minutes).format(count=minutes)


def facts_note(facts: PlatformFacts) -> str:
    """Return when a platform's facts were checked."""
    checked = facts.checked_on
    return _("Checked in {month} {year}. Platforms change their rules every few months.").format(
        month=month_names()[checked.month - 1], year=checked.year
    )


def probably(sentence: str, *, certain: bool) -> str:
    """Return a fact with a caution when it is not certain."""
    return sentence if certain else _("Probably: {fact}").format(fact=sentence)
