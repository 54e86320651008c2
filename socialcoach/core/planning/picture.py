"""A picture that belongs to a post, and how it is brought into the shape a platform shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Fit(StrEnum):
    """What is done to a picture whose shape a platform does not take; only when the owner asks."""

    AS_IT_IS = "as_it_is"
    BORDER = "border"
    CROP = "crop"


@dataclass(frozen=True)
class Picture:
    """One picture of a post.

    ``file`` is a bare file name in the pictures folder; what lies there was written anew, without
    place, camera or other hidden notes. ``width`` and ``height`` are pixels, ``size`` is bytes.
    ``place`` orders the pictures of a post from 0. ``alt`` is read to people who cannot see it.
    ``fits`` holds the wishes by platform key. ``removed_at`` (UTC) is set while a picture that was
    taken out can still come back.
    """

    id: int
    post_id: int
    file: str
    mime: str
    width: int
    height: int
    size: int
    place: int
    alt: str = ""
    fits: Mapping[str, Fit] = field(default_factory=dict)
    removed_at: datetime | None = None

    @property
    def ratio(self) -> float:
        """Return width divided by height."""
        return self.width / self.height

    def fit_for(self, platform: str) -> Fit:
        """Return what the owner wishes for a platform."""
        return self.fits.get(platform, Fit.AS_IT_IS)
