"""Listening: what was heard, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.listening import Talk, card_from_talk
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.relations.outreach import Outreach
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words.listening import draft_from_talk
from socialcoach.storage.relations.listening import Talks


@dataclass(frozen=True)
class TalkStep:
    """One change of a talk. ``before`` is what ``undo`` puts back; None for a new one."""

    changes: Changes
    talk_id: int
    before: Talk | None = None


class Listening:
    """Keeps what was heard. Raises ``UserError``: ``listening.gone`` or ``listening.empty``."""

    def __init__(self, talks: Talks, clock: Clock) -> None:
        self._talks = talks
        self._clock = clock

    def talks(self) -> list[Talk]:
        """Return all talks, the newest first."""
        return self._talks.all()

    def talk(self, talk_id: int) -> Talk:
        """Return one talk."""
        talk = self._talks.get(talk_id)
        if talk is None:
            raise UserError("listening.gone")
        return talk

    def counts(self) -> dict[str, int]:
        """Return how many talks were noted on each platform: evidence for the choice."""
        return self._talks.counts()

    def note(self, talk: Talk) -> TalkStep:
        """Keep a new talk."""
        made = self._talks.add(_cleaned(replace(talk, noted_at=self._clock.now())))
        return TalkStep(Changes.PEOPLE, made.id)

    def change(self, talk: Talk) -> TalkStep:
        """Keep a talk as changed."""
        before, after = self.talk(talk.id), _cleaned(talk)
        if before == after:
            return TalkStep(Changes.NOTHING, talk.id, before)
        self._talks.put(after)
        return TalkStep(Changes.PEOPLE, talk.id, before)

    def delete(self, talk_id: int) -> TalkStep:
        """Forget a talk."""
        before = self.talk(talk_id)
        self._talks.remove(talk_id)
        return TalkStep(Changes.PEOPLE, talk_id, before)

    def undo(self, step: TalkStep) -> Changes:
        """Put a talk back as it was before a step."""
        if step.before is None:
            self._talks.remove(step.talk_id)
        else:
            self._talks.put(step.before)
        return Changes.PEOPLE


class HeardAndUsed:
    """Makes a post or a promoter's card out of a talk."""

    def __init__(
        self, listening: Listening, drafting: Drafting, outreach: Outreach, planner: Planner
    ) -> None:
        self._listening = listening
        self._drafting = drafting
        self._outreach = outreach
        self._planner = planner

    def make_post(self, talk_id: int) -> tuple[Changes, int]:
        """Begin a helpful draft from a talk; return what changed and the draft's id."""
        talk = self._listening.talk(talk_id)
        chosen = self._planner.strategy().platform_keys
        draft = self._drafting.new(draft_from_talk(talk), platforms=chosen)
        step = self._listening.change(replace(talk, post_id=draft.id))
        return step.changes | Changes.DRAFTS, draft.id

    def make_card(self, talk_id: int) -> tuple[Changes, int]:
        """Begin a promoter's card from a talk; return what changed and the card's id."""
        talk = self._listening.talk(talk_id)
        made = self._outreach.new(card_from_talk(talk))
        step = self._listening.change(replace(talk, promoter_id=made.promoter_id))
        return made.changes | step.changes, made.promoter_id


def _cleaned(talk: Talk) -> Talk:
    tidy = replace(
        talk,
        about=clean(talk.about).strip(),
        place=clean(talk.place).strip(),
        who=clean(talk.who).strip(),
        link=clean(talk.link).strip(),
    )
    if not tidy.about:
        raise UserError("listening.empty")
    return tidy
