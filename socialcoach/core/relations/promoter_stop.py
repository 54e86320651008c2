"""Do not contact: a word that stays, also when a name is written down a second time.

Serves the principle that trust comes first: whoever said no is left in peace for good.
"""

from __future__ import annotations

from collections.abc import Iterable

from socialcoach.core.relations.promoter import PromoterLine


def said_no_before(name: str, lines: Iterable[PromoterLine]) -> PromoterLine | None:
    """Return the card of this name that must not be contacted, None when there is none.

    Serves the principle that trust comes first: a no stays a no, however it is written.
    """
    wanted = _plain(name)
    closed = (one for one in lines if one.do_not_contact)
    return next((one for one in closed if wanted and _plain(one.name) == wanted), None)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("@", "").split())
