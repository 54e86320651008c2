"""Checking a post's pictures against one platform: how many, which shape, how described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_shape import is_out_of_shape
from socialcoach.core.planning.platform_facts import PictureFacts


class PictureNoteCode(StrEnum):
    """What the owner should know about the pictures on a platform."""

    NEEDED = "needed"
    TOO_MANY = "too_many"
    TOO_WIDE = "too_wide"
    TOO_TALL = "too_tall"
    TOO_SMALL = "too_small"
    ALT_TOO_LONG = "alt_too_long"


@dataclass(frozen=True)
class PictureNote:
    """One remark; ``number`` is the picture's, from 1 (0: all), ``figure`` the platform's limit."""

    code: PictureNoteCode
    number: int = 0
    figure: int = 0


def going(pictures: Sequence[Picture], facts: PictureFacts) -> tuple[Picture, ...]:
    """Return the pictures that go out: the first ones, as many as the platform takes."""
    return tuple(pictures[: facts.most])


def check_pictures(
    pictures: Sequence[Picture], platform: str, facts: PictureFacts
) -> tuple[PictureNote, ...]:
    """Check pictures in their order; those beyond the platform's number are not looked at.

    The size in bytes needs no check: a picture is written small enough when it goes out.
    """
    notes = [PictureNote(PictureNoteCode.NEEDED)] if facts.required and not pictures else []
    if len(pictures) > facts.most:
        notes.append(PictureNote(PictureNoteCode.TOO_MANY, figure=facts.most))
    for number, picture in enumerate(going(pictures, facts), start=1):
        found = _found(picture, platform, facts)
        notes.extend(PictureNote(code, number, figure) for code, figure in found)
    return tuple(notes)


def _found(
    picture: Picture, platform: str, facts: PictureFacts
) -> list[tuple[PictureNoteCode, int]]:
    found: list[tuple[PictureNoteCode, int]] = []
    as_it_is = picture.fit_for(platform) is Fit.AS_IT_IS
    if as_it_is and is_out_of_shape(picture.ratio, facts):
        wide = facts.widest is not None and picture.ratio > facts.widest
        found.append((PictureNoteCode.TOO_WIDE if wide else PictureNoteCode.TOO_TALL, 0))
    if picture.width < facts.min_width or picture.height < facts.min_height:
        found.append((PictureNoteCode.TOO_SMALL, facts.min_width))
    if facts.alt_limit is not None and len(picture.alt) > facts.alt_limit:
        found.append((PictureNoteCode.ALT_TOO_LONG, facts.alt_limit))
    return found
