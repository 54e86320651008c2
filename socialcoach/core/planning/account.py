"""An account through which SocialCoach may post by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Account:
    """One connected account. The secret is in the system's keyring, under ``id``, never here.

    ``server`` is a host name, with a port where it has one; ``handle`` is the name there as people
    see it; ``checked_at`` (UTC) is when it was last known to work, None for never; ``problem`` is
    the code of what is wrong, empty when it works. ``limits`` are figures the server told, such as
    ``max_characters``.
    """

    id: str
    platform: str
    server: str
    handle: str
    name: str
    connected_at: datetime
    checked_at: datetime | None = None
    problem: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_healthy(self) -> bool:
        """Tell whether it worked when it was last checked."""
        return self.checked_at is not None and not self.problem
