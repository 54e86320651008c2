"""Conversations of an older version become messages of people, and none is lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from socialcoach.core.relations.message import Shelf
from socialcoach.storage.database import connect, open_database
from socialcoach.storage.migrations import migrations
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons


def write_old_file(file: Path) -> None:
    """Write a file from before people had a table, with three conversations of two people."""
    rows = [
        ("facebook", "Gemma T.", "Gluten free?", "2026-11-03T09:00:00.000+00:00", None, ""),
        ("facebook", "gemma  t.", "Open?", "2026-11-01T09:00:00.000+00:00", None, ""),
        (
            *("instagram", "Gemma T.", "Lovely", "2026-11-02T09:00:00.000+00:00"),
            *("2026-11-02T10:00:00.000+00:00", "Thank you"),
        ),
    ]
    names = ("platform", "name", "said", "wrote_at", "answered_at", "answer")
    with closing(connect(file)) as database:
        migrations.apply(database, stop_before="step_009_conversations")
        database.table("conversation").insert_all(
            [{**dict(zip(names, row, strict=True)), "mood": "odd", "needs": ""} for row in rows]
        )


def test_every_conversation_becomes_a_message_of_a_person(tmp_path: Path):
    file = tmp_path / "old.db"
    write_old_file(file)
    with closing(open_database(file)) as database:
        messages, persons = Messages(database), Persons(database)
        waiting = [message.said for message in messages.waiting(9)]
        assert waiting == ["Open?", "Gluten free?"]
        answered = messages.get(messages.ids(Shelf.ANSWERED)[0])
        assert answered is not None
        assert (answered.answer, answered.mood) == ("Thank you", "odd")
        assert [line.messages for line in persons.lines(persons.ids()).values()] == [2, 1]
        assert len(messages.found("gemma")) == 3
        assert "conversation" not in database.table_names()
