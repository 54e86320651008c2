"""The words in an export: names of its files, heads of its columns, and the text to read first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from gettext import gettext as _
from typing import Protocol
from zoneinfo import ZoneInfo

from socialcoach.core.meter.reading import Band, Kind
from socialcoach.core.relations.listening import TalkTag
from socialcoach.core.relations.message import MessageStatus, Mood, Permission
from socialcoach.core.relations.promoter import Gift, Happening, PromoterKind, Stage
from socialcoach.services.words.calendar import time_and_zone, zone_name
from socialcoach.services.words.conversations import mood_name, status_name
from socialcoach.services.words.listening import tag_name
from socialcoach.services.words.meter import band_name, kind_name
from socialcoach.services.words.outreach import gift_name, kind_of_promoter, stage_name
from socialcoach.services.words.publishing import visibility_names


class NamedFile(Protocol):
    """A file of the export and what it holds."""

    @property
    def name(self) -> str:
        """Return the name of the file."""

    @property
    def holds(self) -> str:
        """Return a sentence about it."""


def table_names() -> tuple[tuple[str, str, str], ...]:
    """Return the key, the file and a sentence for each table."""
    return (
        ("posts", "posts.csv", _("Your posts: where and when they went out, and their figures.")),
        ("versions", "own words for a platform.csv", _("Texts you changed for one platform.")),
        ("choices", "who sees a post.csv", _("Who may see a post, and the warning before it.")),
        ("pictures", "pictures.csv", _("Which picture belongs to which post.")),
        ("ideas", "my ideas.csv", _("The ideas you noted yourself.")),
        ("endings", "endings.csv", _("The endings you saved.")),
        ("people", "people.csv", _("The people you keep notes on.")),
        ("messages", "messages.csv", _("What people wrote, and what you answered.")),
        ("answers", "saved answers.csv", _("The answers you saved.")),
        ("promoters", "who can recommend us.csv", _("The people who can recommend you.")),
        ("happenings", "what happened with them.csv", _("What happened with those people.")),
        ("letters", "letters.csv", _("Your letters to them.")),
        ("listening", "listening notes.csv", _("Talks you noted while listening.")),
        ("minutes", "minutes.csv", _("The minutes you spent.")),
        ("found_us", "how people found us.csv", _("Customers who said where they found you.")),
        ("typed_months", "months typed in.csv", _("The figures of months you typed in.")),
    )


def readme_name() -> str:
    """Return the name of the text to read first."""
    return _("READ ME.txt")


def timed_head(head: str, zone: ZoneInfo) -> str:
    """Return the head of a column of times: ``When (London time)``."""
    return _("{head} ({zone})").format(head=head, zone=zone_name(zone.key))


def readme(now: datetime, zone: ZoneInfo, tables: Sequence[NamedFile]) -> str:
    """Return the text to read first; ``zone`` is the business's."""
    lines = [
        _("Everything SocialCoach kept for you, taken out on {day} at {time}.").format(
            day=f"{now.astimezone(zone):%Y-%m-%d}", time=time_and_zone(now, zone)
        ),
        "",
        _("To read it, open these tables with any spreadsheet program:"),
        "",
        *(f"{table.name}: {table.holds}" for table in tables),
        "",
        _("Times are in {zone}: year, month, day, hour and minute.").format(
            zone=zone_name(zone.key)
        ),
        _("A ' before a sign such as = or + keeps a spreadsheet from working it out."),
        "",
        _("The folder “pictures” holds the pictures of your posts."),
        _("The file socialcoach.db is a whole copy of your data, for SocialCoach itself."),
        _(
            "To use it, put it into SocialCoach’s folder, with the pictures, while SocialCoach is "
            "closed."
        ),
        "",
        _("No passwords are in here. They are in your computer’s own store for passwords."),
        _("People’s names and words are in here, so please keep this file safe."),
    ]
    return "\r\n".join(lines) + "\r\n"


def known_values() -> Mapping[str, Mapping[str, str]]:
    """Return, by column, the words for what the app keeps under a short name of its own."""
    kinds = {str(kind): kind_of_promoter(kind) for kind in PromoterKind}
    return {
        "status": _statuses(),
        "went": _went(),
        "band": {str(band): band_name(band) for band in Band},
        "verdict": {str(band): band_name(band) for band in Band},
        "kind": {**kinds, **{str(kind): kind_name(kind) for kind in Kind}},
        "visibility": {str(who): name for who, name in visibility_names().items()},
        "mood": {str(mood): mood_name(mood) for mood in Mood},
        "permission": {
            Permission.ASKED: _("asked"),
            Permission.GIVEN: _("yes"),
            Permission.REFUSED: _("no"),
        },
        "stage": {str(stage): stage_name(stage) for stage in Stage},
        "gifts": {str(gift): gift_name(gift) for gift in Gift},
        "tags": {str(tag): tag_name(tag) for tag in TalkTag},
        "do_not_contact": {"0": "", "1": _("yes")},
        "what": _happenings(),
    }


def _statuses() -> dict[str, str]:
    return {
        "idea": _("Idea"),
        "draft": _("Draft"),
        "ready": _("Ready"),
        "out": _("Out"),
        "deleted": _("Thrown away"),
        **{str(status): status_name(status) for status in MessageStatus},
    }


def _went() -> dict[str, str]:
    return {
        "planned": _("Planned"),
        "handed_over": _("Copied, not confirmed"),
        "sending": _("Being sent"),
        "failed": _("Did not go out"),
        "out": _("Went out"),
    }


def _happenings() -> dict[str, str]:
    return {
        Happening.CONTACT: _("Got in touch"),
        Happening.LETTER: _("Sent a letter"),
        Happening.STAGE: _("Moved on"),
        Happening.VISIT: _("A visit thanks to them"),
        Happening.CUSTOMER: _("A customer thanks to them"),
        Happening.STOP: _("Do not contact any more"),
        "writing": _("Writing"),
        "noted": _("Noted by you"),
    }


def columns(key: str) -> dict[str, str]:
    """Return the columns of a table with their heads, in their order."""
    return {**_posting(), **_people(), **_counting()}[key]


def _posting() -> dict[str, dict[str, str]]:
    return {
        "posts": {
            "id": _("Post"),
            "status": _("How it stands"),
            "platform": _("Platform"),
            "went": _("Went out or planned"),
            "at": _("When"),
            "text": _("Text"),
            "permalink": _("Link"),
            **_figures(),
            "band": _("Reading"),
            "kind": _("Kind"),
            "verdict": _("What you said of it"),
            "notes": _("Notes"),
            "created_at": _("Begun"),
        },
        "versions": {
            "post_id": _("Post"),
            "platform": _("Platform"),
            "text": _("Text"),
            "updated_at": _("Changed"),
        },
        "choices": {
            "post_id": _("Post"),
            "platform": _("Platform"),
            "visibility": _("Who sees it"),
            "warning": _("A warning before the text"),
        },
        "pictures": {
            "post_id": _("Post"),
            "file": _("File"),
            "alt": _("What can be seen"),
            "removed_at": _("Taken out"),
        },
        "ideas": {
            "title": _("Idea"),
            "kind": _("Kind"),
            "starter": _("First words"),
            "note": _("Notes"),
            "created_at": _("Noted"),
            "removed_at": _("Thrown away"),
        },
        "endings": {
            "name": _("Name"),
            "text": _("Text"),
            "platform": _("Platform"),
            "created_at": _("Saved"),
            "removed_at": _("Thrown away"),
        },
    }


def _figures() -> dict[str, str]:
    return {
        "views": _("Views"),
        "reach": _("People reached"),
        "likes": _("Likes"),
        "comments": _("Comments"),
        "shares": _("Shares"),
        "saves": _("Saves"),
        "clicks": _("Clicks"),
        "follows": _("New followers"),
    }


def _people() -> dict[str, dict[str, str]]:
    who, when, text = _("Who"), _("When"), _("Text")
    return {
        "people": {
            "name": _("Name"),
            "email": _("E-mail"),
            "phone": _("Telephone"),
            "place": _("Town or address"),
            "goes_by": _("Names on platforms"),
            "notes": _("Notes"),
            "added_at": _("Added"),
        },
        "messages": {
            "wrote_at": when,
            "platform": _("Platform"),
            "person": who,
            "goes_by": _("Name there"),
            "said": _("What they wrote"),
            "needs": _("What they need"),
            "mood": _("Mood"),
            "status": _("How it stands"),
            "answered_at": _("Answered"),
            "answer": _("Your answer"),
            "follow_up_on": _("Ask again on"),
            "permission": _("May be quoted"),
            "link": _("Link"),
        },
        "answers": {"title": _("Name"), "text": text},
        "promoters": {
            "name": _("Name"),
            "kind": _("Kind"),
            "who_follows": _("Who listens to them"),
            "gifts": _("What you can offer"),
            "value_offered": _("In your words"),
            "stage": _("How it stands"),
            "next_step": _("Next step"),
            "next_on": _("On"),
            "last_contact_at": _("Last in touch"),
            "result": _("What came of it"),
            "do_not_contact": _("Do not contact"),
            "greet": _("Greeting"),
            "contact": _("Contact"),
            "email": _("E-mail"),
            "link": _("Link"),
        },
        "happenings": {"at": when, "promoter": who, "what": _("What"), "words": _("Words")},
        "letters": {
            "promoter": who,
            "subject": _("Subject"),
            "text": text,
            "changed_at": _("Changed"),
            "sent_at": _("Sent"),
        },
    }


def _counting() -> dict[str, dict[str, str]]:
    day, platform = _("Day"), _("Platform")
    return {
        "listening": {
            "noted_at": _("When"),
            "platform": platform,
            "place": _("Where"),
            "who": _("Who"),
            "about": _("What about"),
            "tags": _("What it holds"),
            "link": _("Link"),
        },
        "minutes": {
            "day": day,
            "platform": platform,
            "minutes": _("Minutes"),
            "what": _("What"),
        },
        "found_us": {"day": day, "platform": platform},
        "typed_months": {
            "month": _("Month"),
            "platform": platform,
            "posts": _("Posts"),
            "reached": _("People reached"),
            "responses": _("Responses"),
            "follows": _("New followers"),
            "minutes": _("Minutes"),
        },
    }
