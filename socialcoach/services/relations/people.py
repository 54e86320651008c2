"""Who can recommend the business."""

from __future__ import annotations

from socialcoach.core.relations.people import Promoter
from socialcoach.storage.relations.people import Promoters


class People:
    """Answers who can recommend the business."""

    def __init__(self, promoters: Promoters) -> None:
        self._promoters = promoters

    def promoters(self) -> list[Promoter]:
        """Return all promoters by name."""
        return self._promoters.all()
