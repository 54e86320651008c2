"""People across platforms, their messages, and a search over both."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations

TABLES = """
create table person (
    id integer primary key,
    name text not null,
    notes text not null default '',
    email text not null default '',
    phone text not null default '',
    place text not null default '',
    added_at text not null
);
create index person_by_name on person (name collate nocase, id);
create index person_by_email on person (email collate nocase) where email <> '';
create index person_by_phone on person (phone) where phone <> '';
create table handle (
    id integer primary key,
    person_id integer not null references person (id),
    platform text not null,
    key text not null,
    name text not null,
    address text not null default '',
    unique (platform, key)
);
create index handle_by_person on handle (person_id);
create table message (
    id integer primary key,
    handle_id integer not null references handle (id),
    platform text not null,
    said text not null,
    mood text not null default '',
    needs text not null default '',
    wrote_at text not null,
    status text not null,
    answered_at text,
    answer text not null default '',
    link text not null default '',
    remote_id text not null default '',
    follow_up_on text,
    permission text not null default '',
    care text not null default '',
    rests_until text,
    post_id integer
);
create index message_by_status on message (status, wrote_at, id);
create index message_by_time on message (wrote_at, id);
create index message_by_handle on message (handle_id, wrote_at);
create index message_by_follow_up on message (follow_up_on, id) where follow_up_on is not null;
create unique index message_by_remote_id on message (platform, remote_id) where remote_id <> '';
create table saved_answer (id integer primary key, title text not null, text not null);
create table not_the_same (one integer not null, other integer not null, primary key (one, other));
create virtual table message_search using fts5 (
    name, said, needs, answer, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
create virtual table person_search using fts5 (
    name, handles, email, phone, place, notes,
    prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
)
"""

NAME_OF = """(
    select person.name || ' ' || handle.name || ' ' || handle.address
    from handle join person on person.id = handle.person_id where handle.id = {handle}
)"""
HANDLES_OF = """coalesce((
    select group_concat(name || ' ' || address, ' ') from handle where person_id = {person}
), '')"""
THEIR_MESSAGES = """(
    select message.id from message join handle on handle.id = message.handle_id
    where handle.person_id = {person}
)"""
NAME_OF_MESSAGE = """(
    select person.name || ' ' || handle.name || ' ' || handle.address
    from message join handle on handle.id = message.handle_id
    join person on person.id = handle.person_id where message.id = message_search.rowid
)"""

TRIGGERS = (
    f"""create trigger message_added after insert on message begin
        insert into message_search (rowid, name, said, needs, answer) values
        (new.id, {NAME_OF.format(handle="new.handle_id")}, new.said, new.needs, new.answer);
    end""",
    f"""create trigger message_changed after update of handle_id, said, needs, answer on message
    when old.handle_id <> new.handle_id or old.said <> new.said or old.needs <> new.needs
        or old.answer <> new.answer
    begin
        update message_search set name = {NAME_OF.format(handle="new.handle_id")},
            said = new.said, needs = new.needs, answer = new.answer where rowid = new.id;
    end""",
    """create trigger message_gone after delete on message begin
        delete from message_search where rowid = old.id;
    end""",
    f"""create trigger person_added after insert on person begin
        insert into person_search (rowid, name, handles, email, phone, place, notes) values
        (new.id, new.name, {HANDLES_OF.format(person="new.id")}, new.email, new.phone, new.place,
         new.notes);
    end""",
    """create trigger person_changed after update on person begin
        update person_search set name = new.name, email = new.email, phone = new.phone,
            place = new.place, notes = new.notes where rowid = new.id;
    end""",
    f"""create trigger person_renamed after update of name on person when old.name <> new.name begin
        update message_search set name = {NAME_OF_MESSAGE}
        where rowid in {THEIR_MESSAGES.format(person="new.id")};
    end""",
    """create trigger person_gone after delete on person begin
        delete from person_search where rowid = old.id;
        delete from not_the_same where one = old.id or other = old.id;
    end""",
    f"""create trigger handle_added after insert on handle begin
        update person_search set handles = {HANDLES_OF.format(person="new.person_id")}
        where rowid = new.person_id;
    end""",
    f"""create trigger handle_changed after update of person_id, name, address on handle begin
        update person_search set handles = {HANDLES_OF.format(person="old.person_id")}
        where rowid = old.person_id;
        update person_search set handles = {HANDLES_OF.format(person="new.person_id")}
        where rowid = new.person_id;
        update message_search set name = {NAME_OF_MESSAGE}
        where rowid in (select id from message where handle_id = new.id);
    end""",
)


@migrations()
def step_009_conversations(database: Database) -> None:
    """Turn each name on a platform into a person with messages, and make all of it searchable.

    Triggers keep the search true, whoever writes: the search is never a second thing to remember.
    """
    for statement in TABLES.split(";\n"):
        database.execute(statement)
    for trigger in TRIGGERS:
        database.execute(trigger)
    _move(database)
    database.table("conversation").drop()


def _move(database: Database) -> None:
    """Take over the conversations of older versions, the oldest first."""
    handles: dict[tuple[str, str], int] = {}
    for row in database.table("conversation").rows_where(order_by="wrote_at, id"):
        key = " ".join(row["name"].casefold().split()).removeprefix("@")
        place = (row["platform"], key)
        if place not in handles:
            handles[place] = _add_person(database, row, key)
        database.execute(
            "insert into message (handle_id, platform, said, mood, needs, wrote_at, status,"
            " answered_at, answer) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(handles[place], row["platform"], row["said"], row["mood"], row["needs"]),
                *(row["wrote_at"], "answered" if row["answered_at"] else "waiting"),
                *(row["answered_at"], row["answer"]),
            ],
        )


def _add_person(database: Database, row: dict[str, str], key: str) -> int:
    person = database.execute(
        "insert into person (name, added_at) values (?, ?) returning id",
        [row["name"], row["wrote_at"]],
    ).fetchone()[0]
    handle: int = database.execute(
        "insert into handle (person_id, platform, key, name) values (?, ?, ?, ?) returning id",
        [person, row["platform"], key, row["name"]],
    ).fetchone()[0]
    return handle
