"""Which messages deserve a deep breath before an answer.

Serves two principles: social media is customer service, and kept expectations make trust. A rule
can only count words, so it never judges a person: it offers the calm path and the owner decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from socialcoach.core.relations.message import Care, Message, Mood
from socialcoach.core.relations.wording import WordLists, is_shouted, mentions


class Concern(StrEnum):
    """Why a message asks for care, the gravest first."""

    HEALTH = "health"
    LAW = "law"
    PUBLIC = "public"
    RUDE = "rude"
    SHOUTING = "shouting"


@dataclass(frozen=True)
class CalmAnswer:
    """A calm answer for some concerns; ``advice`` is for the owner. ``{name}`` is filled in."""

    key: str
    title: str
    concerns: tuple[Concern, ...]
    text: str
    advice: str


def concerns(text: str, mood: str, words: WordLists) -> tuple[Concern, ...]:
    """Return what a text gives reason to be careful about, the gravest first.

    Somebody happy may shout and swear for joy; only health, the law and the public count then.

    Serves the principle that social media is customer service: see what is the matter first.
    """
    found = {
        Concern.HEALTH: mentions(text, words.health),
        Concern.LAW: mentions(text, words.law),
        Concern.PUBLIC: mentions(text, words.public),
        Concern.RUDE: mood != Mood.HAPPY and mentions(text, words.rude),
        Concern.SHOUTING: mood != Mood.HAPPY and is_shouted(text),
    }
    return tuple(concern for concern, is_there in found.items() if is_there)


def concerns_of(message: Message, words: WordLists) -> tuple[Concern, ...]:
    """Return the concerns of a message as the owner sees it: their word goes before the rule's.

    Serves the principle that people judge people: a list of words may be mistaken.
    """
    if message.care is Care.FINE:
        return ()
    found = concerns(message.said, message.mood, words)
    if message.care is Care.CAREFUL and not found:
        return (Concern.RUDE,)
    return found


def calm_answers(
    found: tuple[Concern, ...], answers: tuple[CalmAnswer, ...]
) -> tuple[CalmAnswer, ...]:
    """Return the calm answers that fit: first those for the gravest concern.

    Serves the principle to talk with people: take it slowly, and take it aside.
    """
    fitting = [one for one in answers if set(one.concerns) & set(found)]

    def gravest(one: CalmAnswer) -> int:
        return min(found.index(concern) for concern in one.concerns if concern in found)

    return tuple(sorted(fitting, key=gravest))
