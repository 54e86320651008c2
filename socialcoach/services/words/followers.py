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
    parts = [_came(here.came, name)]
    if here.bought:
        parts.append(_bought(here.bought))
    return " ".join(parts)


def _came(count: int | None, month: str) -> str:
    if count is None:
        return _("How many came by themselves in {month} is not known.").format(month=month)
    words = ngettext("{n} new follower in {month}.", "{n} new followers in {month}.", count)
    return words.format(n=number(count), month=month)


def _bought(count: int) -> str:
    words = ngettext(
        "{n} more came through paid advertising; that is bought, not earned.",
        "{n} more came through paid advertising; those are bought, not earned.",
        count,
    )
    return words.format(n=number(count))


def followers_note(*, has_bought: bool = False) -> str:
    """Say what followers are worth, and what is striped where some were bought."""
    worth = _(
        "Followers are not the goal. A few who come again are worth more than many who never look."
    )
    return _("Striped: bought. Plain: came by themselves.") + f" {worth}" if has_bought else worth
