"""Files as older versions of SocialCoach left them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from socialcoach.storage.database import connect
from socialcoach.storage.migrations import migrations


def write_file_of_version(file: Path, next_step: str, texts: Sequence[str] = ()) -> None:
    """Write a database as it was before a step came, with some drafts in it."""
    now = "2026-11-01T09:00:00.000+00:00"
    with closing(connect(file)) as database:
        migrations.apply(database, stop_before=next_step)
        for text in texts:
            row = {"text": text, "status": "draft", "created_at": now, "updated_at": now}
            database.table("post").insert({**row, "platforms": "[]", "notes": "", "idea": ""})
