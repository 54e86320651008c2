"""What the owner taught the meter: listed, taken back, and written to a file."""

from __future__ import annotations

import csv
from pathlib import Path

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.post import Post
from socialcoach.services.planning.drafting import Drafting

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be worked out by a spreadsheet program."""


class Corrections:
    """Lists the posts on which the owner outruled the meter."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting

    def all(self) -> list[Post]:
        """Return the corrected posts, the latest first."""
        return self._drafting.corrected()

    def take_back(self, post_id: int) -> Changes:
        """Let the meter judge this post again."""
        return self._drafting.keep_verdict(post_id, None) | Changes.DRAFTS

    def export(self, file: Path) -> None:
        """Write them as a table; raise ``UserError("file.not_written")``."""
        rows = [(post.verdict or "", post.text) for post in self.all()]
        try:
            with file.open("w", newline="", encoding="utf-8-sig") as opened:
                writer = csv.writer(opened)
                writer.writerow(("you said", "post"))
                writer.writerows((said, as_cell(text)) for said, text in rows)
        except OSError as error:
            raise UserError("file.not_written", file=file.name, why=str(error)) from error


def as_cell(text: str) -> str:
    """Return ``text`` so that a spreadsheet program shows it and works nothing out."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
