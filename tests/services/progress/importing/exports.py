"""Exports with invented posts of an invented bakery, in the shape platforms write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

FACEBOOK = (
    "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time",
    "Caption type", "Permalink", "Is crosspost", "Is share", "Post type", "Languages",
    "Custom labels", "Funded content status", "Data comment", "Date", "Views", "Reach",
    "Reactions, Comments and Shares", "Reactions", "Comments", "Shares", "Total clicks",
    "Link Clicks", "Other Clicks", "Matched Audience Targeting Consumption (Photo Click)",
    "Seconds viewed", "Average Seconds viewed", "Estimated earnings (USD)", "Ad impressions",
)  # fmt: skip
INSTAGRAM = (
    "Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)",
    "Publish time", "Permalink", "Post type", "Data comment", "Date", "Views", "Reach", "Likes",
    "Shares", "Comments", "Saves", "Follows",
)  # fmt: skip

Row = Mapping[str, str]


def facebook_row(number: int, **cells: str) -> dict[str, str]:
    """One invented Facebook post, published on day ``number`` of March 2026 at 09:00 Pacific."""
    return {
        "Post ID": f"90000000000{number:04}",
        "Page ID": "100000000000001",
        "Page name": "Crumb & Co",
        "Title": f"Loaf number {number} is out of the oven",
        "Publish time": f"03/{number:02}/2026 09:00",
        "Permalink": f"https://www.facebook.com/crumbandco/posts/90000000000{number:04}",
        "Post type": "Photos",
        "Date": "Lifetime",
        "Views": "120",
        "Reach": "80",
        "Reactions": "12",
        "Comments": "3",
        "Shares": "1",
        **{name.replace("_", " "): value for name, value in cells.items()},
    }


def instagram_row(number: int, **cells: str) -> dict[str, str]:
    """One invented Instagram post whose link does not tell a time."""
    return {
        "Post ID": f"1800000000000{number:04}",
        "Account ID": "17840000000000001",
        "Account username": "crumbandco",
        "Account name": "Crumb & Co",
        "Description": f"Rolls, batch {number}",
        "Publish time": f"03/{number:02}/2026 09:00",
        "Permalink": f"https://www.instagram.com/p/x{number:04}%/",
        "Post type": "IG image",
        "Date": "Lifetime",
        "Views": "300",
        "Reach": "200",
        "Likes": "30",
        "Comments": "2",
        "Shares": "1",
        "Saves": "4",
        "Follows": "1",
        **{name.replace("_", " "): value for name, value in cells.items()},
    }


def as_csv(header: Sequence[str], rows: Sequence[Row], separator: str = ",") -> str:
    """Return the rows as text; cells a row does not name are empty."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return text.getvalue()


def write_facebook(path: Path, rows: Sequence[Row]) -> Path:
    """Write a Facebook export as Meta does: UTF-8 with a mark at the start."""
    path.write_text(as_csv(FACEBOOK, rows), "utf-8-sig", newline="")
    return path


def write_instagram(path: Path, rows: Sequence[Row]) -> Path:
    """Write an Instagram export as Meta does."""
    path.write_text(as_csv(INSTAGRAM, rows), "utf-8-sig", newline="")
    return path


def shortcode(milliseconds: int) -> str:
    """Return an Instagram shortcode made at a moment, given in milliseconds since 1970."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    number = (milliseconds - 1_314_220_021_721) << 23
    code = ""
    while number:
        number, place = divmod(number, 64)
        code = letters[place] + code
    return code
