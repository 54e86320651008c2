"""Own words for a platform, said in the owner's words."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.planning.version import MAIN, Versions
from socialcoach.services.words.choosing import join_words


def version_sentence(versions: Versions, platform: str) -> str:
    """Return what is known of a platform's words; nothing for the main text."""
    if platform == MAIN:
        return ""
    return _("Same as the main text") if versions.follows(platform) else _("Its own words")


def main_text_sentence(own_names: Sequence[str]) -> str:
    """Return which platforms (names) do not follow the main text; nothing when all do."""
    if not own_names:
        return ""
    return ngettext(
        "{platforms} has its own words.", "{platforms} have their own words.", len(own_names)
    ).format(platforms=join_words(own_names))


def follows_again(platform: str) -> str:
    """Return the notice after a platform (name) was let follow the main text again."""
    return _("{platform} follows the main text again.").format(platform=platform)
