"""What Progress says of followers: last, small, and never as the goal."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.services.words.figures import month_name
from socialcoach.services.words.numbers import number


def followers_sentence(months: Sequence[FollowerMonth], today_month: str) -> str:
    """Say how many came in the last month shown; bought ones are named apart."""
    here = months[-1]
    name = month_name(here.month, today_month)
    if here.came is None and here.bought is None:
        return _("No figures of followers for {month}.").format(month=name)
    came = here.came or 0
    words = ngettext("{n} new follower in {month}.", "{n} new followers in {month}.", came)
    parts = [words.format(n=number(came), month=name)]
    if here.bought:
        parts.append(_bought(here.bought))
    return " ".join(parts)


def _bought(count: int) -> str:
    words = ngettext(
        "{n} more came through paid advertising; that is bought, not earned.",
        "{n} more came through paid advertising; those are bought, not earned.",
        count,
    )
    return words.format(n=number(count))


def followers_note() -> str:
    """Say what followers are worth."""
    return _(
        "Followers are not the goal. A few who come again are worth more than many who never look."
    )
