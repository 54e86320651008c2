"""A past for the Progress page: posts that went out, with figures, minutes and new customers."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from socialcoach.core.planning.post import Post, PostStatus, SavedReading
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.progress.numbers import Numbers
from socialcoach.services.bundle import Services
from socialcoach.storage.database import connect
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.numbers import NumberStore
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.progress import ProgressPage

HEADER = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,"
    "Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
)
SELLING = "Only today: 20% off every cake. Order now, buy two and save, prices from 9.99!"
GIVING = "How do you keep bread fresh at home? A linen cloth works for us. What about you?"


def six_months(services: Services) -> None:
    """May to October: 12 posts a month, fewer of them selling and more responses each month."""
    database = connect(services.paths.database)
    posts, publications = Posts(database), Publications(database)
    numbers = NumberStore(database)
    with database.atomic():
        for step, month in enumerate(range(5, 11)):
            for day in range(1, 13):
                at = datetime(2026, month, day, 12, tzinfo=UTC)
                sells = day <= 7 - step
                kind, band = ("offer", "selling") if sells else ("tip", "giving")
                reading = SavedReading(0.5, band, kind, 0, "1")
                text = f"{kind} {month}-{day}"
                post = posts.add(Post(0, text, PostStatus.OUT, at, at, reading=reading))
                out = Publication(0, post.id, "facebook", PublicationStatus.OUT, at, text)
                made = publications.add(out)
                numbers.put(made.id, Numbers(reach=1000, likes=20 + 5 * step, comments=1), at)
    database.close()
    services.effort.note_minutes(date(2026, 10, 5), "facebook", 90, "writing")
    services.effort.note_found_us(date(2026, 10, 6), "facebook")


def open_progress(context: AppContext, qtbot: QtBot) -> ProgressPage:
    """Open the page and wait until it stands still."""
    page = ProgressPage(context)
    qtbot.addWidget(page)
    page.resize(1072, 820)
    page.show()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)
    return page


def post_seen(services: Services, at: datetime, platform: str, seen: int, responses: int) -> None:
    """Write down one post that went out and what came of it."""
    database = connect(services.paths.database)
    reading = SavedReading(0.1, "giving", "tip", 0, "1")
    post = Posts(database).add(Post(0, "A tip", PostStatus.OUT, at, at, reading=reading))
    out = Publication(0, post.id, platform, PublicationStatus.OUT, at, "A tip")
    made = Publications(database).add(out)
    NumberStore(database).put(made.id, Numbers(reach=seen, likes=responses), at)
    database.close()


def instagram_export(file: Path, *, posts: int = 24, selling_every: int = 3) -> Path:
    """Write an invented Instagram export in the shape that Meta Business Suite gives it."""
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(HEADER.split(","))
        for number in range(posts):
            sells = number % selling_every == 0
            text = SELLING if sells else GIVING
            published = f"{1 + number % 10:02}/{1 + number % 27:02}/2026 05:30"
            link = f"https://www.instagram.com/p/Cx{number:03}abcdef/"
            before = (17_900_000_000_000_000 + number, 1, "hill", "Hill", f"{text} {number}", 0)
            after = ("IG image", "", "Lifetime", 600, 500, 20 + number % 7, 1, 0, 2, 1)
            writer.writerow((*before, published, link, *after))
    return file


def unclear_export(file: Path) -> Path:
    """Write a Facebook export from which nobody can tell the day from the month: 3 to 7 April."""
    head = "Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Views,Reach,Reactions"
    rows = [
        f"{number},1,Hill,Rolls from seven {number},04/{number + 3:02}/2026 05:30,,Photos,90,80,7"
        for number in range(5)
    ]
    file.write_text("\n".join([f"{head},Comments,Shares", *(f"{row},1,0" for row in rows)]))
    return file
