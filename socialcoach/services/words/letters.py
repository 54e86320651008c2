"""Letters in words: what is missing in one, and what to say of a link or a pushy word."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext


def letter_gaps() -> dict[str, str]:
    """Return what stands in square brackets where something is not known, by its name."""
    return {
        "greet": _("their first name"),
        "name": _("what their page, group or paper is called"),
        "who_follows": _("the people who read or follow them"),
        "offer": _("what you offer them first"),
        "business": _("the name of your business"),
        "owner": _("your name"),
        "town": _("your town"),
        "shop": _("the address where people can buy or book"),
    }


def gaps_sentence(gaps: tuple[str, ...]) -> str:
    """Return how much is still to be written; nothing when the letter is whole."""
    if not gaps:
        return ""
    return ngettext(
        "{n} place in brackets waits for your own words.",
        "{n} places in brackets wait for your own words.",
        len(gaps),
    ).format(n=len(gaps))


def social_link_sentence(platform: str, *, knows_shop: bool) -> str:
    """Return what to do about a link to a social page."""
    said = _("This link leads to {platform}. People they send should arrive where they can buy.")
    if knows_shop:
        return said.format(platform=platform)
    more = _("Say in your plan where people can buy or book.")
    return f"{said.format(platform=platform)} {more}"


def nothing_pushy() -> str:
    """Return what stands where pushy words would."""
    return _("Nothing here pushes. Good.")


def too_long_for_mail() -> str:
    """Return what to do when a letter does not fit the way to the mail program."""
    return _("The letter is copied, for it is too long to hand over. Paste it into the mail.")
