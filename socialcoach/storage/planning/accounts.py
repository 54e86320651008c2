"""Keeps which accounts are connected; their secrets are elsewhere, in the system's keyring."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.account import Account
from socialcoach.storage.times import from_text, to_text


class Accounts:
    """Reads and writes connected accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, account: Account) -> None:
        """Write all fields of an account, new or known."""
        self._database.table("account").upsert(_to_row(account), pk="id")

    def get(self, account_id: str) -> Account | None:
        """Return the account, or None."""
        rows = list(self._database.table("account").rows_where("id = ?", [account_id]))
        return _from_row(rows[0]) if rows else None

    def all(self) -> list[Account]:
        """Return all accounts, those connected first before the others."""
        rows = self._database.table("account").rows_where(order_by="connected_at, id")
        return [_from_row(row) for row in rows]

    def remove(self, account_id: str) -> None:
        """Forget an account; what went out through it stays in the history."""
        self._database.table("account").delete_where("id = ?", [account_id])


def _to_row(account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "platform": account.platform,
        "server": account.server,
        "handle": account.handle,
        "name": account.name,
        "connected_at": to_text(account.connected_at),
        "checked_at": account.checked_at and to_text(account.checked_at),
        "problem": account.problem,
        "limits": json.dumps(dict(account.limits)),
    }


def _from_row(row: dict[str, Any]) -> Account:
    return Account(
        id=row["id"],
        platform=row["platform"],
        server=row["server"],
        handle=row["handle"],
        name=row["name"],
        connected_at=from_text(row["connected_at"]),
        checked_at=row["checked_at"] and from_text(row["checked_at"]),
        problem=row["problem"],
        limits=_limits(row["limits"]),
    )


def _limits(text: str) -> dict[str, int]:
    """Read the limits, leaving out what is no figure."""
    raw = json.loads(text)
    return {key: value for key, value in raw.items() if isinstance(value, int)}
