"""Endings, earlier texts, finding and spelling in the owner's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.planning.calendar_entry import first_line
from socialcoach.core.planning.ending import Ending
from socialcoach.core.planning.found import Found, FoundIn
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.text_check import NoteCode, check_text
from socialcoach.core.planning.word_diff import Change, Stretch, words_only_in
from socialcoach.services.words.planning import note_sentence

TAG_NOTES = frozenset(
    {
        NoteCode.TOO_MANY_HASHTAGS,
        NoteCode.MORE_HASHTAGS_THAN_HELP,
        NoteCode.HASHTAGS_USELESS,
        NoteCode.HASHTAG_TOO_LONG,
    }
)


def ending_where(ending: Ending, platforms: Mapping[str, PlatformFacts]) -> str:
    """Return for which platform an ending is."""
    facts = platforms.get(ending.platform)
    return facts.name if facts else _("All platforms")


def ending_tags(ending: Ending) -> str:
    """Return how many hashtags an ending holds; nothing for none."""
    count = len(ending.hashtags)
    if not count:
        return ""
    return ngettext("{count} hashtag", "{count} hashtags", count).format(count=count)


def ending_notes(
    ending: Ending, shown: tuple[str, ...], platforms: Mapping[str, PlatformFacts]
) -> list[str]:
    """Return what the platforms make of its hashtags; ``shown`` are those the post is for."""
    keys = (ending.platform,) if ending.platform else shown
    known = [platforms[key] for key in keys if key in platforms]
    return [
        note_sentence(note, facts)
        for facts in known
        for note in check_text(ending.text, facts).notes
        if note.code in TAG_NOTES
    ]


def already_there(ending: Ending) -> str:
    """Return why nothing was put in."""
    return _("“{name}” stands there already.").format(name=ending.name)


def change_sentence(stretches: tuple[Stretch, ...]) -> str:
    """Return what bringing an earlier text back does: "12 words come back, 3 newer words go"."""
    more = words_only_in(stretches, Change.ONLY_EARLIER)
    fewer = words_only_in(stretches, Change.ONLY_NOW)
    if not more and not fewer:
        return _("The same words as now")
    comes = ngettext("{n} word comes back", "{n} words come back", more).format(n=more)
    goes = ngettext("{n} newer word goes", "{n} newer words go", fewer).format(n=fewer)
    return ", ".join(words for words, count in ((comes, more), (goes, fewer)) if count)


def spoken_change(stretches: tuple[Stretch, ...]) -> str:
    """Return the difference for a screen reader."""
    said = {
        Change.SAME: "{words}",
        Change.ONLY_EARLIER: _("[comes back: {words}]"),
        Change.ONLY_NOW: _("[goes: {words}]"),
    }
    return " ".join(
        said[one.change].format(words=one.text.strip()) for one in stretches if one.text.strip()
    )


def found_count(count: int, most: int) -> str:
    """Return how many posts were found."""
    if not count:
        return _("Nothing found. Try the beginning of a word.")
    if count >= most:
        return _("The first {count}. Type more to see fewer.").format(count=count)
    return ngettext("{count} found", "{count} found", count).format(count=count)


def draft_name(draft: Post) -> str:
    """Return the draft's first line, or what to call one without words."""
    if draft.title:
        return draft.title
    if draft.pictures:
        count = draft.pictures
        return ngettext("Picture without words", "{n} pictures without words", count).format(
            n=count
        )
    return _("New post")


def post_name(post: Post) -> str:
    """Return the first words of a post, or of its idea, or what to call one without words."""
    return post.title or first_line(post.notes) or draft_name(post)


def found_place(found: Found) -> str:
    """Return where in a post the words stand, where that is not its text."""
    return {
        FoundIn.TEXT: "",
        FoundIn.NOTES: _("In your note"),
        FoundIn.VERSIONS: _("In a platform’s own words"),
    }[found.place]


def found_title(found: Found) -> str:
    """Return a found post's first line, or a word for an empty one."""
    return found.title or _("New post")


def found_foot(found: Found, when: Callable[[datetime], str]) -> str:
    """Return what else is known of a found post: out or not, where the words stand, when."""
    parts = [_("Out") if found.is_out else "", found_place(found), when(found.updated_at)]
    return " · ".join(part for part in parts if part)
