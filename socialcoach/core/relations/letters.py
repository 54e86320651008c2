"""Letters to one person at a time: filled from what is known, gaps left where a person must speak.

Serves the outside approach: a letter that could go to anyone is an advertisement. So every
template leaves at least one gap that only somebody who knows the reader can fill.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind, Stage

GAP = re.compile(r"\[[^\[\]\n]{2,120}\]")
"""What is left for the owner to write stands in square brackets."""

LONGEST_MAIL_ADDRESS = 1_900
"""Some systems cut longer addresses off; then the letter is pasted instead. Our careful limit."""

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class LetterTemplate:
    """One template. ``gifts`` and ``kinds`` empty: it fits any."""

    key: str
    name: str
    when: str
    stages: tuple[Stage, ...]
    subject: str
    text: str
    gifts: tuple[Gift, ...] = ()
    kinds: tuple[PromoterKind, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A letter to one promoter. ``sent_at`` is None while it is being written; times are in UTC."""

    id: int
    promoter_id: int
    template: str
    subject: str
    text: str
    changed_at: datetime
    sent_at: datetime | None = None


def filled(text: str, facts: Mapping[str, str], gaps: Mapping[str, str]) -> str:
    """Return a template's text with what is known; what is not becomes a gap in brackets.

    ``facts`` and ``gaps`` go by the names in braces. An unknown name stays as it is.
    """

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        if facts.get(name, "").strip():
            return facts[name].strip()
        return f"[{gaps[name]}]" if name in gaps else match.group(0)

    return _FIELD.sub(put, text)


def gaps_in(text: str) -> tuple[str, ...]:
    """Return what is still to be written, without the brackets.

    Serves the principle to talk with people, not at them: a letter without them could go to anyone.
    """
    return tuple(match.group(0)[1:-1] for match in GAP.finditer(text))


def fitting_templates(
    templates: Sequence[LetterTemplate], promoter: Promoter
) -> tuple[LetterTemplate, ...]:
    """Return all templates, the one that fits this promoter best first.

    The stage decides, then the gift, then the kind. Nobody who must not be contacted gets one.

    Serves the outside approach: a first letter offers, it does not ask; a no is a no.
    """
    if promoter.do_not_contact:
        return ()
    return tuple(sorted(templates, key=lambda one: -_fit(one, promoter)))


def mail_address(email: str, subject: str, text: str) -> str:
    """Return the ``mailto:`` address that opens a mail program with the letter.

    A letter too long for an address is left out of it; the owner pastes it.
    """
    start = f"mailto:{quote(email.strip(), safe='@.+-_')}?subject={quote(subject, safe='')}"
    body = quote(text.replace("\n", "\r\n"), safe="")
    whole = f"{start}&body={body}"
    return whole if len(whole) <= LONGEST_MAIL_ADDRESS else start


def _fit(template: LetterTemplate, promoter: Promoter) -> int:
    stage = 8 if promoter.stage in template.stages else 0
    gift = 4 if set(template.gifts) & set(promoter.gifts) else 0
    kind = 2 if promoter.kind in template.kinds else 0
    stranger = (template.gifts and not gift) or (template.kinds and not kind)
    return stage + gift + kind - (3 if stranger else 0)
