"""What the window and its workers share for posting: networks, secrets, and who is sending."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from socialcoach.core.errors import UserError
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.network import Network
from socialcoach.services.planning.publishing.sign_in import SignIn
from socialcoach.services.secrets import Secrets


class UnderWay:
    """Knows which publications are being sent or looked up at this moment, by any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._busy: set[int] = set()

    @contextmanager
    def alone_with(self, publication_id: int) -> Iterator[None]:
        """Hold a publication; raise ``UserError("sending.under_way")`` when somebody else does."""
        with self._lock:
            if publication_id in self._busy:
                raise UserError("sending.under_way")
            self._busy.add(publication_id)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(publication_id)

    def holds(self, publication_id: int) -> bool:
        """Tell whether a publication is being sent or looked up now."""
        with self._lock:
            return publication_id in self._busy


@dataclass(frozen=True)
class Machinery:
    """Built once in ``app.py``; ``networks`` and ``sign_ins`` are by platform key."""

    networks: Mapping[str, Network]
    bluesky: Bluesky
    sign_ins: Mapping[str, SignIn] = field(default_factory=dict)
    secrets: Secrets = field(default_factory=Secrets)
    under_way: UnderWay = field(default_factory=UnderWay)
