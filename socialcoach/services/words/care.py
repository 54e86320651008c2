"""What the calm path says: why to take a breath, kindly and without judging anybody."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.relations.care import Concern


def concern_sentence(concern: Concern) -> str:
    """Say why a message deserves a deep breath."""
    return {
        Concern.HEALTH: _("It may be about somebody’s health. That comes before everything."),
        Concern.LAW: _("It mentions the law or an office. Short and friendly is safest."),
        Concern.PUBLIC: _("They mean to tell others. Your answer will be read by many."),
        Concern.RUDE: _("This one may sting. It is rarely about you."),
        Concern.SHOUTING: _("Somebody is loud here. A quiet answer helps both of you."),
    }[concern]


def calm_steps() -> tuple[str, ...]:
    """Return the calm path in three steps."""
    return (
        _("Pause. Twenty minutes change the tone of an answer."),
        _("Answer once, short and kind. A calm text is ready below."),
        _("Take the rest into a private message or a call."),
    )
