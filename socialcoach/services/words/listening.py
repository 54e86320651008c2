"""Listening in the owner's words: tags, searches, evidence, and a draft made of what was heard."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.own_idea import LONGEST_TITLE, OwnIdea
from socialcoach.core.relations.listening import Finds, SearchPage, Talk, TalkTag
from socialcoach.core.text import shorten
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.moments import month_names


def tag_name(tag: TalkTag) -> str:
    """Return what a talk holds, as an answer to choose."""
    return {
        TalkTag.QUESTION: _("A question people have"),
        TalkTag.PERSON: _("A person to know"),
        TalkTag.PLACE: _("A place to be"),
    }[tag]


def finds_name(finds: Finds) -> str:
    """Return what a search finds, in one word."""
    return {
        Finds.POSTS: _("posts"),
        Finds.GROUPS: _("groups"),
        Finds.PLACES: _("places"),
        Finds.VIDEOS: _("videos"),
        Finds.PICTURES: _("pictures"),
    }[finds]


def search_name(page: SearchPage, platform: str) -> str:
    """Return the words on a search's button: "Facebook groups"."""
    return _("{platform} {finds}").format(
        platform=data_text(page.name) or platform, finds=finds_name(page.finds)
    )


def search_note(page: SearchPage) -> str:
    """Return what to know before a search is opened: signing in, and when it was checked."""
    checked = _("Checked in {month} {year}.").format(
        month=month_names()[page.checked_on.month - 1], year=page.checked_on.year
    )
    sign_in = _("You need to be signed in there.") if page.sign_in else ""
    doubt = "" if page.certain else _("This address may have changed.")
    return " ".join(filter(None, (sign_in, doubt, checked)))


def evidence_sentence(counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Return where people talk, the most first: "4 talks on Facebook, 2 on Nextdoor"."""
    told: list[str] = []
    for key, count in counts.items():
        if not told:
            pattern = ngettext("{n} talk on {platform}", "{n} talks on {platform}", count)
        else:
            pattern = _("{n} on {platform}")
        told.append(pattern.format(n=count, platform=names.get(key, key)))
    return ", ".join(told)


def idea_from_talk(talk: Talk, platform: str) -> OwnIdea:
    """Return an idea for later: what was heard, and a draft to begin with."""
    note = _("Heard on {platform}. Whoever wonders finds an answer.").format(platform=platform)
    title = shorten(talk.about, LONGEST_TITLE)
    return OwnIdea(0, title, Kind.TIP, draft_from_talk(talk), note)


def draft_from_talk(talk: Talk) -> str:
    """Return a helpful draft: the question first, room for the answer, a question at the end."""
    about = talk.about.strip()
    if TalkTag.QUESTION in talk.tags or about.endswith("?"):
        first = _("We are often asked: {question}").format(question=about)
    else:
        first = _("People around us talk about this: {subject}").format(subject=about)
    middle = _("Here is what we do, and what you can do yourself:")
    last = _("What has worked for you?")
    return f"{first}\n\n{middle}\n\n1. \n2. \n3. \n\n{last}\n"
