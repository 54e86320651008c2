"""What stands beside a reply: how the business sounds, and what becomes of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from socialcoach.core.strategy.brand import Brand


def voice_sentence(brand: Brand) -> str:
    """Return how the business sounds, for a look while writing; "" when nothing is set yet."""
    parts = []
    if brand.voice:
        parts.append(_("You sound {words}.").format(words=", ".join(brand.voice)))
    if brand.never_words:
        never = ", ".join(f"“{word}”" for word in brand.never_words)
        parts.append(_("You never say {words}.").format(words=never))
    return " ".join(parts)


def never_sentence(used: Sequence[str]) -> str:
    """Say which words the business does not use stand in the answer."""
    words = ", ".join(f"“{word}”" for word in used)
    return _("{words} is on your list of words you never use.").format(words=words)


def copied_sentence(platform: str) -> str:
    """Say that the answer is on the clipboard and the page is open."""
    return _("Copied. Paste it on {platform}, then press “Answer sent”.").format(platform=platform)


def only_copied_sentence() -> str:
    """Say that the answer is on the clipboard, where there is no page to open."""
    return _("Copied. When they have your answer, press “Answer sent”.")
