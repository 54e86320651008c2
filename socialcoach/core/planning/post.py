"""A post from first words to published on one or more platforms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PostStatus(StrEnum):
    """Where a post stands on its way out. An idea has a place in the calendar but no text yet."""

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"
    OUT = "out"
    DELETED = "deleted"


class Verdict(StrEnum):
    """What the owner says of a post; it outranks the meter."""

    SELLING = "selling"
    GIVING = "giving"


@dataclass(frozen=True)
class SavedReading:
    """What the meter said of a post when it was last read.

    ``pitch`` is a probability from 0 to 1, ``pressure`` 0 to 3, ``version`` the meter model's
    version, so that posts can be read again after the meter has learnt.
    """

    pitch: float
    band: str
    kind: str
    pressure: int
    version: str


@dataclass(frozen=True)
class Post:
    """One text of the owner's.

    ``id`` is the database row; ``created_at`` and ``updated_at`` are in UTC. ``platforms`` are the
    keys the post is meant for. ``notes`` are private and never leave with the text.

    ``pictures`` counts the pictures that go with it, and ``own_words`` is what stands first among
    its own words for single platforms; both are kept elsewhere and only read along with the post.
    """

    id: int
    text: str
    status: PostStatus
    created_at: datetime
    updated_at: datetime
    platforms: tuple[str, ...] = ()
    notes: str = ""
    idea: str = ""
    verdict: Verdict | None = None
    reading: SavedReading | None = None
    pictures: int = 0
    own_words: str = ""

    @property
    def is_written(self) -> bool:
        """Tell whether there is something to post: words, a picture, or a platform's own words."""
        return bool(self.text.strip() or self.own_words.strip() or self.pictures)

    @property
    def selling(self) -> bool | None:
        """Tell whether the post sells: the owner's word, else the meter's; None if not read yet."""
        if self.verdict is not None:
            return self.verdict is Verdict.SELLING
        return None if self.reading is None else self.reading.band != "giving"

    @property
    def title(self) -> str:
        """Return the first line, for lists; of a platform's own words where the text is empty."""
        lines = f"{self.text}\n{self.own_words}".splitlines()
        return next((line.strip() for line in lines if line.strip()), "")
