"""What a Mastodon server says it takes, and whether a post fits into that.

Field names and the usual figures: docs.joinmastodon.org, entity Instance (checked 2026-11-22). The
warning before a post counts like its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from socialcoach.core.planning.counting import LINK_LENGTH, server_length

MAX_CHARACTERS = "max_characters"
LINK_WEIGHT = "characters_reserved_per_url"
MOST_PICTURES = "max_media_attachments"
PICTURE_BYTES = "image_size_limit"
PICTURE_PIXELS = "image_matrix_limit"
ALT_LENGTH = "description_limit"

USUAL_CHARACTERS = 500
"""What a server takes that does not say."""

USUAL_ALT_LENGTH = 1_500
"""The description of a picture, where the server does not say (checked 2026-11-22)."""

LARGEST = 10_000_000_000
"""A figure above this is a mistake, not a limit."""

_FIELDS = {
    "statuses": (MAX_CHARACTERS, LINK_WEIGHT, MOST_PICTURES),
    "media_attachments": (PICTURE_BYTES, PICTURE_PIXELS, ALT_LENGTH),
}


def limits_in(answer: Mapping[str, Any]) -> dict[str, int]:
    """Return the figures in what ``/api/v2/instance`` or ``/api/v1/instance`` says; odd ones not.

    Servers related to Mastodon put the length at the top: ``max_toot_chars``.
    """
    configuration = answer.get("configuration")
    found: dict[str, int] = {}
    for part, names in _FIELDS.items():
        group = configuration.get(part) if isinstance(configuration, dict) else None
        for name in names:
            figure = group.get(name) if isinstance(group, dict) else None
            if is_figure(figure):
                found[name] = figure
    elsewhere = answer.get("max_toot_chars")
    if is_figure(elsewhere):
        found.setdefault(MAX_CHARACTERS, elsewhere)
    return found


def is_figure(value: object) -> TypeGuard[int]:
    """Tell whether a value is a sensible whole number above nothing."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST


def too_long_by(text: str, warning: str, limits: Mapping[str, int]) -> int:
    """Return how many characters a post has too many for a server; 0 when it fits."""
    weight = limits.get(LINK_WEIGHT, LINK_LENGTH)
    length = server_length(text, weight) + server_length(warning, weight)
    return max(0, length - limits.get(MAX_CHARACTERS, USUAL_CHARACTERS))
