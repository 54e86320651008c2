"""Copies as the app makes them."""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database

from socialcoach.services.bundle import Services
from socialcoach.services.keeping import newest_copy, put_back
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn
from tests.worlds import open_world


def test_one_copy_a_day_and_seven_are_kept(services: Services, clock: Clock):
    for _ in range(9):
        assert services.keeping.daily() is not None
        assert services.keeping.daily() is None
        clock.advance(days=1)
    assert [copy.stem[-2:] for copy in services.keeping.copies()] == [
        *("30", "29", "28", "27", "26", "25", "24")
    ]


def test_a_copy_on_request_carries_the_time_and_does_not_count_among_the_seven(
    services: Services,
):
    copy = services.keeping.copy_now()
    assert copy.name == "socialcoach-2026-11-22-090000.db"
    assert services.keeping.copies() == []
    assert newest_copy(services.keeping.folder) == copy


def test_going_back_brings_yesterdays_drafts_and_keeps_todays_file(
    services: Services, data_dir: Path, clock: Clock, database: Database
):
    services.drafting.new("Of yesterday")
    copy = services.keeping.daily()
    services.drafting.new("Of today")
    database.close()
    assert copy is not None
    aside = put_back(copy, services.paths.database, clock)
    again, services = open_world(data_dir, clock)
    assert [draft.text for draft in services.drafting.drafts()] == ["Of yesterday"]
    again.close()
    assert aside.name == "socialcoach-set-aside-2026-11-22-090000.db"
    aside.replace(services.paths.database)
    again, services = open_world(data_dir, clock)
    assert {draft.text for draft in services.drafting.drafts()} == {"Of yesterday", "Of today"}
    again.close()


def test_copies_share_one_copy_of_each_picture(services: Services, clock: Clock):
    post = services.drafting.new("Bread")
    made = services.writing.pictures.add(post.id, as_bytes(drawn()), "bread.jpg")
    services.keeping.copy_now()
    copied = services.paths.backups / "pictures" / made.file
    before = copied.stat().st_ino, copied.stat().st_mtime_ns
    clock.advance(days=1)
    services.keeping.copy_now()
    assert services.keeping.daily() is not None
    assert (copied.stat().st_ino, copied.stat().st_mtime_ns) == before
    assert [file.name for file in copied.parent.iterdir()] == [made.file]


def test_a_copied_picture_goes_with_the_last_copy_that_speaks_of_it(
    services: Services, clock: Clock
):
    post = services.drafting.new("Bread")
    made = services.writing.pictures.add(post.id, as_bytes(drawn()), "bread.jpg")
    copy = services.keeping.copy_now()
    copied = services.paths.backups / "pictures" / made.file
    services.writing.pictures.remove(made.id)
    clock.advance(days=2)
    long_ago = clock.now().timestamp() - 9000
    for file in (copied, services.paths.pictures / made.file):
        os.utime(file, (long_ago, long_ago))
    services.writing.pictures.tidy()
    services.keeping.daily()
    assert copied.exists()
    copy.unlink()
    services.keeping.daily()
    assert not copied.exists()


def test_going_back_to_a_copy_brings_its_pictures_back(
    services: Services, database: Database, clock: Clock
):
    post = services.drafting.new("Bread")
    made = services.writing.pictures.add(post.id, as_bytes(drawn()), "bread.jpg")
    copy = services.keeping.copy_now()
    database.close()
    (services.paths.pictures / made.file).unlink()
    put_back(copy, services.paths.database, clock)
    assert (services.paths.pictures / made.file).stat().st_size == made.size
