"""The sample business's promoters, what happened with each, and what it heard where."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.core.relations.promoter import (
    TALLIES,
    Gift,
    Happening,
    Promoter,
    PromoterEvent,
    PromoterKind,
    Stage,
)
from socialcoach.storage.relations.listening import Talks
from socialcoach.storage.relations.promoters import Promoters
from socialcoach.storage.settings import SettingStore

READY = {
    "product": "yes",
    "promise": "almost",
    "gain": "A bakery that is glad to show how it is done, and bread for their people.",
}
READY_DAYS_AGO = 20

KEPT_WORDS = ("greet", "email", "link", "contact", "name", "who_follows", "value_offered")


def add_sample_outreach(database: Database, folder: Path, now: datetime, zone: ZoneInfo) -> None:
    """Put the sample promoters and talks into an empty database, as of ``now``."""
    today = now.astimezone(zone).date()
    for raw in _read(folder / "promoters.json"):
        promoter = Promoters(database).add(_promoter(raw, now, today))
        _add_history(Promoters(database), promoter, raw, now)
    for raw in _read(folder / "talks.json"):
        Talks(database).add(_talk(raw, now))
    answered_on = (today - timedelta(days=READY_DAYS_AGO)).isoformat()
    SettingStore(database).put("outreach.ready", READY | {"on": answered_on})


def _read(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _promoter(raw: dict[str, Any], now: datetime, today: date) -> Promoter:
    spoke, ahead = raw["last_contact_days_ago"], raw["next_in_days"]
    words = {name: raw[name] for name in KEPT_WORDS}
    return Promoter(
        id=0,
        stage=Stage(raw["stage"]),
        next_step=raw["next_step"],
        last_contact_at=None if spoke is None else now - timedelta(days=spoke),
        result=raw["result"] or "",
        do_not_contact=raw["do_not_contact"],
        kind=PromoterKind(raw["kind"]),
        gifts=tuple(Gift(key) for key in raw["gifts"]),
        next_on=None if ahead is None else today + timedelta(days=ahead),
        stage_on=today - timedelta(days=raw["days_at_stage"]),
        **words,
    )


def _add_history(
    promoters: Promoters, promoter: Promoter, raw: dict[str, Any], now: datetime
) -> None:
    at = now - timedelta(days=raw["days_at_stage"])
    lines = [(at, Happening.STAGE, str(promoter.stage))]
    lines += [
        (now - timedelta(days=days), Happening.CONTACT, words) for days, words in raw["contacts"]
    ]
    for what, times in zip(TALLIES, (raw["visits"], raw["customers"]), strict=True):
        lines += [(now - timedelta(days=3 * (1 + place)), what, "") for place in range(times)]
    if promoter.do_not_contact:
        lines.append((at, Happening.STOP, ""))
    for moment, what, words in sorted(lines):
        promoters.add_event(PromoterEvent(0, promoter.id, moment, what, words))


def _talk(raw: dict[str, Any], now: datetime) -> Talk:
    return Talk(
        id=0,
        platform=raw["platform"],
        about=raw["about"],
        place=raw["place"],
        who=raw["who"],
        tags=tuple(TalkTag(key) for key in raw["tags"]),
        link=raw["link"],
        noted_at=now - timedelta(days=raw["days_ago"]),
    )
