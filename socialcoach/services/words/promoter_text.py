"""Everything kept about one promoter as plain text, for themselves to read when they ask."""

from __future__ import annotations

from gettext import gettext as _
from zoneinfo import ZoneInfo

from socialcoach.core.relations.promoter_record import PromoterRecord
from socialcoach.services.words.outreach import (
    event_words,
    gift_name,
    kind_of_promoter,
    stage_name,
)


def promoter_text(record: PromoterRecord, zone: ZoneInfo) -> str:
    """Return the card, the history and the letters, one thing a line."""
    promoter = record.promoter
    told = (
        (_("Name"), promoter.name),
        (_("What they are"), kind_of_promoter(promoter.kind)),
        (_("Stage"), stage_name(promoter.stage)),
        (_("Who follows them"), promoter.who_follows),
        (_("Greeted as"), promoter.greet),
        (_("E-mail address"), promoter.email),
        (_("Their page"), promoter.link),
        (_("Other ways to reach them"), promoter.contact),
        (_("What we offer"), ", ".join(gift_name(gift) for gift in promoter.gifts)),
        (_("In our words"), promoter.value_offered),
        (_("Next step"), promoter.next_step),
        (_("Result"), promoter.result),
        (_("Do not contact"), _("Yes") if promoter.do_not_contact else ""),
    )
    lines = [f"{name}: {text}" for name, text in told if text]
    lines += [f"{one.at.astimezone(zone):%Y-%m-%d}  {event_words(one)}" for one in record.events]
    for letter in record.letters:
        lines += ["", letter.subject, letter.text]
    return "\n".join(lines) + "\n"
