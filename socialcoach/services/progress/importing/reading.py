"""Goes over a file's rows: tells how far it is, stops when asked, yields posts and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.records import ImportedPost, LeftOut, Reason
from socialcoach.core.progress.importing.rows import RowPlan, RowReader
from socialcoach.services.giving_way import give_way
from socialcoach.services.progress.importing.opening import Table

ROWS_BETWEEN_CHECKS = 500

ROWS_IN_A_BREATH = 100
"""As many as take about two milliseconds."""

MOST_POSTS = 500_000
"""A post every five minutes for five years; beyond it memory would fill."""

Progress = Callable[[int, int], None]


class Watch:
    """Keeps count over several passes over one file; a cancelled import raises ``UserError``."""

    def __init__(
        self, progress: Progress, cancelled: Callable[[], bool], size: int, passes: int
    ) -> None:
        """``size`` is what one pass has to do; ``passes`` is how often it will be gone through."""
        self._progress = progress
        self._cancelled = cancelled
        self._size = size
        self._total = self._size * passes
        self._passed = 0

    def on_done(self, done: int) -> None:
        """Take in how much of this pass is behind."""
        self.check()
        self._progress(min(self._passed + done, self._total), self._total)

    def next_pass(self) -> None:
        """Note that one pass is done."""
        self._passed += self._size
        self.on_done(0)

    def breathe(self) -> None:
        """Let the window have its turn; raise ``UserError`` like ``check``."""
        self.check()
        give_way()

    def check(self) -> None:
        """Raise ``UserError("import.cancelled")`` when the owner has stopped the import."""
        if self._cancelled():
            raise UserError("import.cancelled")


def read_posts(table: Table, plan: RowPlan, watch: Watch) -> Iterator[ImportedPost | LeftOut]:
    """Yield what each row of the table is; a post that comes twice is left out the second time."""
    reader = RowReader(plan)
    seen: set[str] = set()
    for count, (row, cells) in enumerate(table.body(watch.on_done)):
        if count % ROWS_IN_A_BREATH == 0:
            watch.breathe()
        found = reader.read(row, cells)
        if isinstance(found, ImportedPost):
            if len(seen) >= MOST_POSTS:
                raise UserError("import.too_many", limit=f"{MOST_POSTS:,}")
            if found.key in seen:
                found = LeftOut(row, Reason.TWICE)
            else:
                seen.add(found.key)
        if found is not None:
            yield found
    watch.next_pass()
