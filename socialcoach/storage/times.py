"""Times as text in the database: always UTC, always with the offset."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return ISO 8601 text in UTC; a naive datetime is a bug and raises ``ValueError``."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def from_text(text: str) -> datetime:
    """Return the aware datetime that ``to_text`` wrote."""
    return datetime.fromisoformat(text)
