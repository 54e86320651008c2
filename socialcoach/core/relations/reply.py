"""Saved answers: a text with places for the person and the business."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.core.relations.person import first_name


@dataclass(frozen=True)
class SavedAnswer:
    """An answer to use again. ``id`` is 0 for those that come with SocialCoach.

    ``{name}`` and ``{business}`` are filled in when it is used; ``key`` is empty for the owner's.
    """

    id: int
    title: str
    text: str
    key: str = ""


def fill(text: str, name: str, business: str) -> str:
    """Return a text with the first name and the business in their places.

    A handle such as ``cat.at.number9`` is no name to be called by; then the greeting goes without.
    """
    called = first_name(name)
    if not called[:1].isupper() or any(sign in called for sign in "@._0123456789"):
        called = ""
    filled = text.replace("{business}", business)
    if called:
        return filled.replace("{name}", called)
    without = filled.replace(", {name}", "").replace(" {name}", "").replace("{name}, ", "")
    without = without.replace("{name}", "").strip()
    return without[:1].upper() + without[1:]
