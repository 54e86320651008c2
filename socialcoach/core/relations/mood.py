"""A first guess at how somebody sounds, and whether it is praise worth showing.

Serves the principle that the customer belongs in the spotlight, not the business.
"""

from __future__ import annotations

from socialcoach.core.relations.care import concerns
from socialcoach.core.relations.message import Message, Mood, Permission
from socialcoach.core.relations.wording import WordLists, mentions

SHORTEST_PRAISE = 4
"""Words; "Lovely, thanks" is kind but tells others nothing."""


def guess_mood(text: str, words: WordLists) -> Mood:
    """Return the likeliest mood, neutral when the words do not say.

    Serves the principle that people are answered as they feel; the owner corrects it.
    """
    if concerns(text, Mood.NEUTRAL, words):
        return Mood.CROSS
    if mentions(text, words.worried):
        return Mood.WORRIED
    return Mood.HAPPY if mentions(text, words.praise) else Mood.NEUTRAL


def is_praise(message: Message, words: WordLists) -> bool:
    """Tell whether a message praises in words that others would like to read.

    Once permission was asked, given or refused, that stands, whatever the words are.

    Serves the principle that the customer belongs in the spotlight, and is asked before.
    """
    if message.permission is not Permission.NOT_ASKED:
        return True
    if message.mood not in (Mood.HAPPY, Mood.NEUTRAL) or "?" in message.said:
        return False
    long_enough = len(message.said.split()) >= SHORTEST_PRAISE
    return long_enough and mentions(message.said, words.praise)
