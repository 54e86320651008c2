"""One post, a version a platform: each follows the main text until the owner gives it own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

MAIN = ""
"""Stands for the main text where a platform's key is asked for."""


@dataclass(frozen=True)
class Versions:
    """The main text of a post, and the own words by platform key."""

    main: str = ""
    own: Mapping[str, str] = field(default_factory=dict)

    def text_for(self, platform: str) -> str:
        """Return the words for a platform; for ``MAIN`` the main text."""
        return self.own.get(platform, self.main)

    def follows(self, platform: str) -> bool:
        """Tell whether a platform has the main text's words."""
        return platform not in self.own

    def with_text(self, platform: str, text: str) -> Versions:
        """Return the versions after ``text`` was typed for a platform, or as the main text.

        A platform that follows and is given the very words of the main text goes on following.
        """
        if platform == MAIN:
            return replace(self, main=text)
        if self.follows(platform) and text == self.main:
            return self
        return replace(self, own={**self.own, platform: text})

    def following(self, platform: str) -> Versions:
        """Return the versions with a platform following the main text again."""
        return replace(self, own={key: text for key, text in self.own.items() if key != platform})
