"""What a platform is for in this business: a first suggestion for each, by the owner's aim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.goal import Aim


class Purpose(StrEnum):
    """One job for one platform; the sentences are in ``services.words.strategy``."""

    BE_FOUND = "be_found"
    NEIGHBOURS_TALK = "neighbours_talk"
    SHOW_WORK = "show_work"
    SHARE_KNOW_HOW = "share_know_how"
    ANSWER_QUESTIONS = "answer_questions"
    KEEP_REGULARS = "keep_regulars"
    EARN_TRUST = "earn_trust"
    WIN_FIRMS = "win_firms"
    JOIN_TALK = "join_talk"


@dataclass(frozen=True)
class SuggestedPurpose:
    """The purpose suggested for one platform."""

    key: str
    purpose: Purpose


_WISHES: Mapping[Aim, tuple[Purpose, ...]] = MappingProxyType(
    {
        Aim.NEARBY: (Purpose.NEIGHBOURS_TALK, Purpose.SHOW_WORK, Purpose.SHARE_KNOW_HOW),
        Aim.TALK: (Purpose.JOIN_TALK, Purpose.KEEP_REGULARS, Purpose.SHOW_WORK),
        Aim.TRUST: (Purpose.EARN_TRUST, Purpose.SHARE_KNOW_HOW, Purpose.SHOW_WORK),
        Aim.FEWER_CALLS: (Purpose.ANSWER_QUESTIONS, Purpose.KEEP_REGULARS, Purpose.SHARE_KNOW_HOW),
        Aim.OWN: (Purpose.SHOW_WORK, Purpose.SHARE_KNOW_HOW, Purpose.JOIN_TALK),
    }
)


def suggest_purpose(facts: PlatformFacts, aim: Aim | None) -> Purpose:
    """Return what this platform does best for the aim; no aim yet counts as the owner's own."""
    if facts.local_first:
        return Purpose.ANSWER_QUESTIONS if aim is Aim.FEWER_CALLS else Purpose.BE_FOUND
    can_do = _strengths(facts)
    wishes = _WISHES[aim or Aim.OWN]
    return next((purpose for purpose in wishes if purpose in can_do), can_do[0])


def suggest_purposes(
    chosen: Sequence[PlatformFacts], aim: Aim | None
) -> tuple[SuggestedPurpose, ...]:
    """Return a purpose for each chosen platform, a different one for each where possible."""
    taken: list[SuggestedPurpose] = []
    for facts in chosen:
        used = {one.purpose for one in taken}
        best = suggest_purpose(facts, aim)
        others = [purpose for purpose in _strengths(facts) if purpose not in used]
        purpose = best if best not in used or not others else others[0]
        taken.append(SuggestedPurpose(facts.key, purpose))
    return tuple(taken)


def _strengths(facts: PlatformFacts) -> list[Purpose]:
    """Return what a platform can be used for, its strongest side first; never empty."""
    fit = facts.fit
    grades = {
        Purpose.BE_FOUND: 3 if facts.local_first else 0,
        Purpose.WIN_FIRMS: 3 if fit.businesses == 3 else 0,
        Purpose.SHOW_WORK: fit.looks,
        Purpose.SHARE_KNOW_HOW: fit.know_how,
        Purpose.NEIGHBOURS_TALK: 2 if fit.nearby == 3 else 0,
        Purpose.KEEP_REGULARS: fit.regulars,
        Purpose.ANSWER_QUESTIONS: 1,
        Purpose.EARN_TRUST: 1,
        Purpose.JOIN_TALK: 1 if fit.regulars or fit.know_how else 0,
    }
    able = [purpose for purpose, grade in grades.items() if grade]
    return sorted(able, key=lambda purpose: -grades[purpose])
