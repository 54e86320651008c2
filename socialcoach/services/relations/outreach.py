"""Promoters: their cards, their stages, what happened with each, and the way back from a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.outreach_due import Due, due_promoters
from socialcoach.core.relations.outreach_whom import Whom, WhomList, whom_to_ask
from socialcoach.core.relations.promoter import (
    Happening,
    Promoter,
    PromoterEvent,
    PromoterLine,
    Stage,
)
from socialcoach.core.relations.promoter_record import PromoterRecord
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.relations.said_no import SaidNo
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.relations.promoters import Promoters


@dataclass(frozen=True)
class Step:
    """One change of a promoter. ``before`` is what ``undo`` puts back; None for a new card."""

    changes: Changes
    promoter_id: int
    before: PromoterRecord | None = None


class Outreach:
    """Keeps promoters. Whoever must not be contacted can only be looked at or deleted.

    Everything else can be taken back with ``undo``. Raises ``UserError``: ``outreach.gone``,
    ``outreach.nameless`` or ``outreach.do_not_contact``.
    """

    def __init__(
        self,
        promoters: Promoters,
        said_no: SaidNo,
        whom: Callable[[], WhomList],
        planner: Planner,
        clock: Clock,
    ) -> None:
        self._promoters = promoters
        self.said_no = said_no
        self._whom = whom
        self._planner = planner
        self._clock = clock

    def lines(self) -> list[PromoterLine]:
        """Return what the board and the list show, in no order."""
        return self._promoters.lines()

    def record(self, promoter_id: int) -> PromoterRecord:
        """Return everything kept about a promoter."""
        record = self._promoters.record(promoter_id)
        if record is None:
            raise UserError("outreach.gone")
        return record

    def due(self) -> tuple[Due, ...]:
        """Return who is due today, each with its reason."""
        today = self._planner.today()
        return due_promoters(self._promoters.may_be_due(today), today)

    def whom(self) -> tuple[Whom, ...]:
        """Return whom to look for, for the owner's trade."""
        return whom_to_ask(self._whom(), self._planner.strategy().business.trade)

    def new(self, promoter: Promoter) -> Step:
        """Keep a new card, unless somebody of this name or address said no."""
        made = _cleaned(replace(promoter, stage_on=self._planner.today()))
        self._refuse_if_they_said_no(made)
        return Step(Changes.PEOPLE, self._promoters.add(made).id)

    def change(self, promoter: Promoter) -> Step:
        """Keep a card as changed by the owner; its stage is left to ``move``."""
        before = self._open(promoter.id)
        known = before.promoter
        after = _cleaned(replace(promoter, stage=known.stage, stage_on=known.stage_on))
        if after == known:
            return Step(Changes.NOTHING, promoter.id, before)
        if (after.name, after.email) != (known.name, known.email):
            self._refuse_if_they_said_no(after)
        self._promoters.save(after)
        return Step(Changes.PEOPLE, promoter.id, before)

    def move(self, promoter_id: int, stage: Stage) -> Step:
        """Move a card to a stage and note the day."""
        before = self._open(promoter_id)
        if before.promoter.stage is stage:
            return Step(Changes.NOTHING, promoter_id, before)
        self._promoters.save(replace(before.promoter, stage=stage, stage_on=self._planner.today()))
        self._note(promoter_id, Happening.STAGE, str(stage))
        return Step(Changes.PEOPLE, promoter_id, before)

    def got_in_touch(
        self, promoter_id: int, words: str, what: Happening = Happening.CONTACT
    ) -> Step:
        """Note that the business got in touch; a next step that was due is thereby done."""
        before = self._open(promoter_id)
        self._note(promoter_id, what, words)
        self._promoters.save(_after_contact(before.promoter, self._clock.now(), self._planner))
        return Step(Changes.PEOPLE, promoter_id, before)

    def tally(self, promoter_id: int, what: Happening) -> Step:
        """Count one visit or customer they sent."""
        before = self._open(promoter_id)
        self._note(promoter_id, what, "")
        return Step(Changes.PEOPLE, promoter_id, before)

    def stop_contact(self, promoter_id: int, words: str = "") -> Changes:
        """Keep for good that they must not be contacted; letters begun and next steps go."""
        before = self._open(promoter_id)
        for letter in before.letters:
            if letter.sent_at is None:
                self._promoters.remove_letter(letter.id)
        stopped = replace(before.promoter, do_not_contact=True, next_step="", next_on=None)
        self._promoters.save(stopped)
        self._note(promoter_id, Happening.STOP, words)
        return Changes.PEOPLE

    def delete(self, promoter_id: int) -> Step:
        """Forget a promoter and everything about them; only a no is known again."""
        before = self.record(promoter_id)
        if before.promoter.do_not_contact:
            self.said_no.remember(before.promoter)
        self._promoters.remove(promoter_id)
        return Step(Changes.PEOPLE, promoter_id, before)

    def undo(self, step: Step) -> Changes:
        """Put everything about the promoter back as it was before a step.

        What must not be contacted since then stays so.
        """
        now = self._promoters.get(step.promoter_id)
        was_closed = step.before is not None and step.before.promoter.do_not_contact
        if now is not None and now.do_not_contact and not was_closed:
            raise UserError("outreach.do_not_contact", name=now.name)
        if step.before is None:
            self._promoters.remove(step.promoter_id)
        else:
            self._promoters.put_back(step.before)
        if was_closed and step.before is not None:
            self.said_no.let_go(step.before.promoter)
        return Changes.PEOPLE

    def _refuse_if_they_said_no(self, promoter: Promoter) -> None:
        if self.said_no.holds(promoter.name, promoter.email):
            raise UserError("outreach.do_not_contact", name=promoter.name)

    def _open(self, promoter_id: int) -> PromoterRecord:
        """Return the record of a promoter who may be contacted."""
        record = self.record(promoter_id)
        if record.promoter.do_not_contact:
            raise UserError("outreach.do_not_contact", name=record.promoter.name)
        return record

    def _note(self, promoter_id: int, what: Happening, words: str) -> None:
        event = PromoterEvent(0, promoter_id, self._clock.now(), what, clean(words).strip())
        self._promoters.add_event(event)


def _after_contact(promoter: Promoter, now: datetime, planner: Planner) -> Promoter:
    touched = replace(promoter, last_contact_at=now)
    if promoter.next_on is not None and promoter.next_on <= planner.today():
        return replace(touched, next_step="", next_on=None)
    return touched


def _cleaned(promoter: Promoter) -> Promoter:
    """Return the card without stray spaces; one without a name cannot be kept."""
    fields = ("name", "who_follows", "value_offered", "next_step", "result")
    more = ("greet", "email", "link", "contact")
    tidy = {field: clean(getattr(promoter, field)).strip() for field in (*fields, *more)}
    if not tidy["name"]:
        raise UserError("outreach.nameless")
    return replace(promoter, **tidy)  # type: ignore[arg-type]
