"""What the owner taught the meter: listed, taken back, and written to a file."""

from __future__ import annotations

from pathlib import Path

from socialcoach.core.changes import Changes
from socialcoach.core.meter import Context
from socialcoach.core.planning.post import Post
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.tables import write_table

LEFT_ALONE = 40
"""So many published posts the owner left as the meter judged them are heard beside a correction:
enough to keep it from reaching too far, few enough to learn from in a moment."""


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

    def teach(self, reader: MeterReader, context: Context) -> None:
        """Let the meter learn from all of them anew, so that taking one back leaves no trace.

        What went out and was left alone counts as agreed to, once there is a correction at all.
        """
        corrected = self.all()
        heard = [*self._left_alone(), *reversed(corrected)] if corrected else []
        reader.learn([(post.text, bool(post.selling)) for post in heard], context)

    def _left_alone(self) -> list[Post]:
        """Return published posts that the meter has judged and the owner has not."""
        posts = self._drafting.published(LEFT_ALONE)
        return [post for post in posts if post.verdict is None and post.reading is not None]

    def export(self, file: Path) -> None:
        """Write them as a table; raise ``UserError("file.not_written")``."""
        rows = [(post.verdict or "", post.text) for post in self.all()]
        write_table(file, ("you said", "post"), rows)
