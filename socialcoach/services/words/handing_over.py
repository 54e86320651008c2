"""Copy and open in the owner's words, also for a post of pictures alone."""

from __future__ import annotations

from gettext import gettext as _


def how_words(*, some_by_itself: bool, wordless: bool) -> str:
    """Return what a click does; ``wordless`` when there are only pictures and nothing to copy."""
    if wordless:
        return _(
            "There are no words to copy. One click opens the page and the folder with your "
            "pictures."
        )
    if some_by_itself:
        return _("Where it cannot go out by itself, one click copies it and opens the page.")
    return _("One click copies your text and opens the page. Paste it there and post.")


def open_button(platform: str, *, wordless: bool) -> str:
    """Return what the button says that copies and opens."""
    words = _("Open {platform}") if wordless else _("Copy and open {platform}")
    return words.format(platform=platform)


def again_button(*, wordless: bool) -> str:
    """Return what the button says that does it once more."""
    return _("Open again") if wordless else _("Copy again")


def opened_notice(platform: str, *, wordless: bool) -> str:
    """Return what is left to do over there."""
    words = (
        _("There is nothing to paste on {platform}. Add your pictures from the folder.")
        if wordless
        else _("Copied. Paste it on {platform}.")
    )
    return words.format(platform=platform)
