"""Questions that are alike: three people who ask the same deserve a post that helps everyone.

Serves the principle that most posts should give: what several people asked is worth knowing for
those who did not dare to.

Two questions are as alike as the words they share weigh against all their words (Dice's measure).
Words for the same thing ("kids", "children") count as one. A word weighs the more, the fewer
questions it stands in: log(1 + questions / questions with it), as if there were ``OTHERS`` more
questions, since among a handful of questions the word that all of them share is the telling one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from socialcoach.core.relations.wording import plain_words

ALIKE = 0.5
"""From this likeness on two questions ask the same; found on the questions in our tests."""

OTHERS, OTHERS_WITH_IT = 50, 2
"""Questions that are thought of beside those that were asked, and those of them with a word."""

FEWEST = 3
"""Two may be chance, three are a wish."""

STEM = 6
"""Letters of a word that count: "deliver", "delivery" and "deliveries" are the same."""

ENDINGS = ("ings", "ing", "ies", "es", "ed", "s", "y", "e")
"""English endings that do not change what a word is about; the last is left of "cakes", too."""

DOUBLED = re.compile(r"([bdgmnprt])\1$")
"""What an ending leaves doubled: "shipping", "stopped"."""

Words = frozenset[str]


@dataclass(frozen=True)
class Question:
    """A question somebody asked: the message's id, who asked, what, and its telling words."""

    message_id: int
    person_id: int
    text: str
    words: Words


@dataclass(frozen=True)
class QuestionGroup:
    """Questions that are alike, the newest first; ``words`` are what most of them share."""

    questions: tuple[Question, ...]
    words: tuple[str, ...]

    @property
    def message_ids(self) -> tuple[int, ...]:
        """Return the messages that ask it."""
        return tuple(question.message_id for question in self.questions)

    @property
    def example(self) -> str:
        """Return the shortest way somebody put it."""
        return min((question.text for question in self.questions), key=len)


def asked_in(said: str) -> str:
    """Return the first sentence of a message that asks something, "" when none does."""
    found = re.search(r"[^.!?\n]*\?", said)
    return found.group().strip() if found else ""


def telling_words(text: str, common: frozenset[str], same: Mapping[str, str]) -> Words:
    """Return the stems of the words that say what a text is about.

    ``same`` comes from ``same_stems``.
    """
    stems = (_stem(word) for word in plain_words(text) if word not in common)
    return frozenset(same.get(stem, stem) for stem in stems)


def same_stems(lists: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Return one stem for all words of a list, for each list of words for the same thing."""
    return {_stem(word): _stem(words[0]) for words in lists for word in words}


def groups(questions: Sequence[Question], fewest: int = FEWEST) -> list[QuestionGroup]:
    """Return groups of alike questions by at least so many people, the largest first.

    No question stands in two groups.

    Serves the principle to give: what three people asked helps all who did not dare to.
    """
    weights = _weights(questions)
    near = _near(questions, weights)
    found: list[QuestionGroup] = []
    taken: set[int] = set()
    for one in sorted(questions, key=lambda each: -len(near[each.message_id])):
        free = [other for other in near[one.message_id] if other.message_id not in taken]
        members = _about_one_thing(one, free)
        if one.message_id in taken or len({other.person_id for other in members}) < fewest:
            continue
        taken.update(other.message_id for other in members)
        found.append(QuestionGroup(tuple(members), _shared(members, weights)))
    return sorted(found, key=lambda group: -len(group.questions))


def _about_one_thing(one: Question, others: Sequence[Question]) -> list[Question]:
    """Return the others that hold one and the same word of a question: the one most of them hold.

    Else "a gift card" would bring those who ask for gifts together with those who pay by card.
    """
    counts = Counter(word for other in others for word in other.words & one.words)
    thing = max(counts, key=lambda word: (counts[word], word), default="")
    return [other for other in others if thing in other.words]


def alike(one: Question, other: Question, weights: Mapping[str, float]) -> float:
    """Return how alike two questions are, from 0 to 1; one without words is like none."""
    both = sum(weights[word] for word in one.words & other.words)
    if not both:
        return 0.0
    return 2 * both / (_weight(one.words, weights) + _weight(other.words, weights))


def _near(questions: Sequence[Question], weights: Mapping[str, float]) -> dict[int, list[Question]]:
    """Return for each question those that are alike, itself among them, in their order.

    Only questions with a word in common are compared; that spares nearly all comparisons.
    """
    by_word: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        for word in question.words:
            by_word.setdefault(word, []).append(place)
    found = {}
    for one in questions:
        places = {place for word in one.words for place in by_word[word]}
        others = [questions[place] for place in sorted(places)]
        found[one.message_id] = [two for two in others if alike(one, two, weights) >= ALIKE]
    return found


def _weights(questions: Sequence[Question]) -> dict[str, float]:
    counts = Counter(word for question in questions for word in question.words)
    every = len(questions) + OTHERS
    return {word: log(1 + every / (n + OTHERS_WITH_IT)) for word, n in counts.items()}


def _weight(words: Words, weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in words)


def _shared(members: Sequence[Question], weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that most members share, the weightiest first."""
    counts = Counter(word for member in members for word in member.words)
    often = [word for word, count in counts.items() if count * 2 > len(members)]
    return tuple(sorted(often, key=lambda word: (-weights[word] * counts[word], word)))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = DOUBLED.sub(r"\1", word.removesuffix(ending))
            break
    return word[:STEM]
