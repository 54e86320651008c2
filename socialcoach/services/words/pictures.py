"""Pictures in the owner's words: what a platform makes of them, and how they are described."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_check import PictureNote, PictureNoteCode
from socialcoach.services.words.errors import explain
from socialcoach.services.words.numbers import number


def picture_name(place: int, count: int) -> str:
    """Return a picture's name in its row; ``place`` counts from 1."""
    return _("Picture {number} of {count}").format(number=place, count=count)


def spoken_picture(picture: Picture, place: int, count: int) -> str:
    """Return what a screen reader says of a picture in the row."""
    words = picture.alt or _("no description yet")
    return f"{picture_name(place, count)}: {words}"


def described_sentence(pictures: Sequence[Picture]) -> str:
    """Return how many pictures still lack a description; nothing when all have one."""
    missing = sum(not picture.alt.strip() for picture in pictures)
    if not missing:
        return ""
    return ngettext(
        "{count} picture has no description yet.",
        "{count} pictures have no description yet.",
        missing,
    ).format(count=missing)


def picture_note_sentence(note: PictureNote, platform: str) -> str:
    """Return what a remark means on a platform (its name)."""
    if note.code is PictureNoteCode.TOO_MANY:
        return ngettext(
            "{platform} takes {count} picture: the first goes out.",
            "{platform} takes {count} pictures: the first ones go out.",
            note.figure,
        ).format(platform=platform, count=note.figure)
    return {
        PictureNoteCode.NEEDED: _("{platform} needs a picture or a video."),
        PictureNoteCode.TOO_WIDE: _(
            "Picture {number} is too wide for {platform}. The preview can help."
        ),
        PictureNoteCode.TOO_TALL: _(
            "Picture {number} is too tall for {platform}. The preview can help."
        ),
        PictureNoteCode.TOO_SMALL: _("Picture {number} is smaller than {platform} takes."),
        PictureNoteCode.ALT_TOO_LONG: _(
            "The description of picture {number} is too long for {platform}: {limit} at most."
        ),
    }[note.code].format(platform=platform, number=note.number, limit=number(note.figure))


def fit_name(fit: Fit) -> str:
    """Return what can be done to a picture's shape, for a button."""
    return {
        Fit.AS_IT_IS: _("As it is"),
        Fit.BORDER: _("With a border"),
        Fit.CROP: _("Cut to fit"),
    }[fit]


def adding_sentence(done: int, total: int) -> str:
    """Return how far adding pictures has come."""
    if total == 1:
        return _("Adding the picture…")
    return _("Adding picture {number} of {count}…").format(number=done + 1, count=total)


def refused_sentence(errors: Sequence[UserError]) -> str:
    """Return why pictures were not added: the first in full, the others counted."""
    first = explain(errors[0])
    others = len(errors) - 1
    if not others:
        return first
    more = ngettext(
        "{count} more could not be added.", "{count} more could not be added.", others
    ).format(count=others)
    return f"{first} {more}"
