"""What is said about going back to an earlier copy or bringing an export along."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from socialcoach.services.restoring import Copy, Holdings
from socialcoach.services.words.calendar import time_and_zone
from socialcoach.services.words.moments import short_day


def error_sentences() -> dict[str, str]:
    """Return the sentence for each code of going back."""
    return {
        "restore.not_ours": _(
            "{file} is not a copy or an export of SocialCoach. Please choose another file. "
            "Nothing was changed."
        ),
        "restore.damaged": _(
            "{file} is damaged and cannot be used. Please choose an earlier copy. "
            "Nothing was changed."
        ),
        "restore.newer": _(
            "{file} was made by a newer SocialCoach. Please install the newest version first. "
            "Nothing was changed."
        ),
        "restore.too_large": _(
            "{file} is far larger than any copy of SocialCoach. Please choose another file. "
            "Nothing was changed."
        ),
        "restore.failed": _(
            "{file} could not be read, or there is no room to unpack it. Nothing was changed."
        ),
    }


def restore_meaning() -> str:
    """Return what going back is for, before anything is chosen."""
    return _(
        "When something went wrong, or on a new computer. What you have now is set aside, "
        "so you can return to it."
    )


def no_copies() -> str:
    """Return what stands where copies will be listed."""
    return _("There is no copy here yet. One is made each day you use SocialCoach.")


def copy_name(copy: Copy, zone: ZoneInfo, today: date) -> str:
    """Return a copy as it stands in the list: its day, its time when that is known, its story."""
    moment = copy.made_at.astimezone(zone) if copy.has_time else copy.made_at
    day = short_day(moment.date(), today)
    if not copy.has_time:
        return day
    words = _("{day}, {time}, set aside") if copy.was_set_aside else _("{day}, {time}")
    return words.format(day=day, time=time_and_zone(copy.made_at, zone))


def holdings_sentence(found: Holdings) -> str:
    """Say how much a copy holds."""
    parts = (
        ngettext("{n} post", "{n} posts", found.posts).format(n=found.posts),
        ngettext("{n} person", "{n} people", found.people).format(n=found.people),
        ngettext("{n} picture", "{n} pictures", found.pictures).format(n=found.pictures),
    )
    return _("In it: {parts}.").format(parts=", ".join(parts))


def restored_sentence(aside_name: str) -> str:
    """Say that the way back was taken, and where the later state lies."""
    return _("You are back at that copy. What you had before was kept as {name}.").format(
        name=aside_name
    )
