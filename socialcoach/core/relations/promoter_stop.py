"""Do not contact: a word that stays, also when a name is written down a second time.

Serves the principle that trust comes first: whoever said no is left in peace for good.
"""

from __future__ import annotations

from collections.abc import Iterable

from socialcoach.core.relations.promoter import Promoter


def said_no_before(name: str, email: str, promoters: Iterable[Promoter]) -> Promoter | None:
    """Return the card of this name or address that must not be contacted, None when there is none.

    Serves the principle that trust comes first: a no stays a no, however it is written.
    """
    wanted = set(marks(name, email))
    closed = (one for one in promoters if one.do_not_contact)
    return next((one for one in closed if wanted & set(marks(one.name, one.email))), None)


def marks(name: str, email: str) -> tuple[str, ...]:
    """Return what somebody is known again by: the name and the address, as they are compared."""
    plain = " ".join(name.casefold().replace("@", "").split())
    return tuple(mark for mark in (plain, email.strip().casefold()) if mark)
