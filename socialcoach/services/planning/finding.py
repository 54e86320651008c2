"""Finding drafts and posts by the words in them."""

from __future__ import annotations

from socialcoach.core.planning.found import Found, wanted_words
from socialcoach.storage.planning.search import PostSearch

MOST_FOUND = 60
"""More than anybody reads; typing on narrows them down."""

A_FEW = 200
"""So many changed posts are taken up in passing; more than that belong into a worker."""


class Finding:
    """Finds as the owner types. Ask ``is_far_behind`` first, and ``catch_up`` in a worker then."""

    def __init__(self, search: PostSearch) -> None:
        self._search = search

    def is_far_behind(self) -> bool:
        """Tell whether so much changed, as after an import, that taking it up takes a while."""
        return self._search.behind() > A_FEW

    def catch_up(self) -> None:
        """Take up all that changed."""
        self._search.catch_up()

    def find(self, words: str, *, with_out: bool = False) -> list[Found]:
        """Return the posts with all these words, the open drafts first, then the newest."""
        if not self.is_far_behind():
            self._search.catch_up()
        return self._search.find(wanted_words(words), with_out=with_out, limit=MOST_FOUND)
