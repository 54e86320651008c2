"""Letters to one promoter at a time: begun from a template, kept as typed, noted when sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.meter import Context, Reading
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.relations.letter_links import SocialLink, plain_host, social_links
from socialcoach.core.relations.letters import (
    Letter,
    LetterTemplate,
    filled,
    fitting_templates,
)
from socialcoach.core.relations.promoter import Happening, Promoter
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.meter.reader import MeterReader, context_of
from socialcoach.services.relations.outreach import Outreach, Step
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.letters import letter_gaps
from socialcoach.services.words.outreach import offer_words
from socialcoach.storage.relations.promoters import Promoters

WHERE_ONE_CAN_BUY = ("google_business", "whatsapp")
"""Platforms whose links lead to the shop itself or straight to an order."""

MORE_HOSTS = {"fb.com": "facebook", "fb.me": "facebook", "instagr.am": "instagram"}
"""Short addresses of platforms that no published post is linked by."""


class Letters:
    """Letters. There is no way to write to two people at once, on purpose."""

    def __init__(
        self,
        promoters: Promoters,
        outreach: Outreach,
        templates: Callable[[], tuple[LetterTemplate, ...]],
        planner: Planner,
        clock: Clock,
    ) -> None:
        self._promoters = promoters
        self._outreach = outreach
        self._templates = templates
        self._planner = planner
        self._clock = clock

    def templates(self, promoter: Promoter) -> tuple[LetterTemplate, ...]:
        """Return the templates, the one that fits best first."""
        return fitting_templates(self._templates(), promoter)

    def open(self, promoter_id: int) -> Letter:
        """Return the letter being written to a promoter; begin one when there is none."""
        promoter = self._writable(promoter_id)
        known = self._promoters.open_letter(promoter_id)
        return known or self.begin(promoter_id, self.templates(promoter)[0].key)

    def begin(self, promoter_id: int, template_key: str) -> Letter:
        """Put a template's words in place of the letter being written."""
        promoter = self._writable(promoter_id)
        template = next(one for one in self._templates() if one.key == template_key)
        facts, gaps = self._facts(promoter), letter_gaps()
        letter = Letter(
            id=0,
            promoter_id=promoter_id,
            template=template.key,
            subject=filled(data_text(template.subject), facts, gaps),
            text=filled(data_text(template.text).strip(), facts, gaps),
            changed_at=self._clock.now(),
        )
        known = self._promoters.open_letter(promoter_id)
        if known is None:
            return self._promoters.add_letter(letter)
        begun = replace(letter, id=known.id)
        self._promoters.save_letter(begun)
        return begun

    def keep(self, letter: Letter, subject: str, text: str) -> Letter:
        """Keep the letter as typed so far."""
        self._writable(letter.promoter_id)
        kept = replace(letter, subject=clean(subject), text=clean(text))
        if kept != letter:
            kept = replace(kept, changed_at=self._clock.now())
            self._promoters.save_letter(kept)
        return kept

    def put_back(self, letter: Letter) -> Changes:
        """Keep a letter as it was before, as after changing the template by mistake."""
        self._writable(letter.promoter_id)
        self._promoters.save_letter(letter)
        return Changes.NOTHING

    def sent(self, letter: Letter) -> Step:
        """Note that the owner sent the letter, and that they got in touch."""
        self._writable(letter.promoter_id)
        before = self._outreach.record(letter.promoter_id)
        self._promoters.save_letter(replace(letter, sent_at=self._clock.now()))
        words = letter.subject
        step = self._outreach.got_in_touch(letter.promoter_id, words, Happening.LETTER)
        return replace(step, before=before)

    def _writable(self, promoter_id: int) -> Promoter:
        promoter = self._outreach.record(promoter_id).promoter
        if promoter.do_not_contact:
            raise UserError("outreach.do_not_contact", name=promoter.name)
        return promoter

    def _facts(self, promoter: Promoter) -> Mapping[str, str]:
        business = self._planner.strategy().business
        return {
            "greet": promoter.greet,
            "name": promoter.name,
            "who_follows": promoter.who_follows,
            "offer": offer_words(promoter),
            "business": business.name,
            "owner": business.owner,
            "town": business.town,
            "shop": business.shop_link,
        }


class LetterReader:
    """Reads a letter for pushy words and for links that lead to a social page."""

    def __init__(
        self, reader: MeterReader, planner: Planner, platforms: Mapping[str, PlatformFacts]
    ) -> None:
        self._reader = reader
        self._planner = planner
        self._hosts = social_hosts(platforms)

    def read(self, text: str) -> Reading:
        """Return a reading whose selling cues are the pushy words only; no band, no mix."""
        return self._reader.read(text, self._context())

    def social_links(self, text: str) -> tuple[SocialLink, ...]:
        """Return the links that lead to a social page."""
        return social_links(text, self._hosts)

    def shop_link(self) -> str:
        """Return where people can buy or book, empty when the owner has not said."""
        return self._planner.strategy().business.shop_link

    def _context(self) -> Context:
        return replace(context_of(self._planner.strategy()), purpose="letter")


def social_hosts(platforms: Mapping[str, PlatformFacts]) -> dict[str, str]:
    """Return the platform's key for each host of a social page."""
    hosts = dict(MORE_HOSTS)
    for key, facts in platforms.items():
        if key not in WHERE_ONE_CAN_BUY:
            known = (*facts.post_link.hosts, *facts.post_link.short_hosts)
            hosts |= {plain_host(host).removeprefix("*."): key for host in known}
    return hosts
