"""How a post stands in the calendar, in every combination of post, platform and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from socialcoach.core.planning.calendar_status import EntryStatus, entry_status
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
TEXTS = ("Keep bread cut side down", "  \n ")

WITHOUT_A_DAY = {
    (PostStatus.IDEA, True): EntryStatus.IDEA,
    (PostStatus.IDEA, False): EntryStatus.IDEA,
    (PostStatus.DRAFT, True): EntryStatus.DRAFT,
    (PostStatus.DRAFT, False): EntryStatus.DRAFT,
    (PostStatus.READY, True): EntryStatus.READY,
    (PostStatus.READY, False): EntryStatus.DRAFT,
    (PostStatus.OUT, True): None,
    (PostStatus.OUT, False): None,
    (PostStatus.DELETED, True): None,
    (PostStatus.DELETED, False): None,
}
PLANNED_AHEAD = {
    (PostStatus.IDEA, True): EntryStatus.IDEA,
    (PostStatus.IDEA, False): EntryStatus.IDEA,
    (PostStatus.DRAFT, True): EntryStatus.DRAFT,
    (PostStatus.DRAFT, False): EntryStatus.DRAFT,
    (PostStatus.READY, True): EntryStatus.PLANNED,
    (PostStatus.READY, False): EntryStatus.DRAFT,
    (PostStatus.OUT, True): EntryStatus.PLANNED,
    (PostStatus.OUT, False): EntryStatus.DRAFT,
    (PostStatus.DELETED, True): None,
    (PostStatus.DELETED, False): None,
}
ON_ITS_WAY = {
    PublicationStatus.HANDED_OVER: EntryStatus.ASKED,
    PublicationStatus.SENDING: EntryStatus.ASKED,
    PublicationStatus.FAILED: EntryStatus.MISSED,
    PublicationStatus.OUT: EntryStatus.OUT,
}


def post(status: PostStatus, text: str) -> Post:
    """A post of this status."""
    return Post(1, text, status, NOW, NOW)


def publication(status: PublicationStatus, at: datetime) -> Publication:
    """A row that is planned for, or happened at, a moment."""
    return Publication(1, 1, "facebook", status, at, "", planned_for=at)


@pytest.mark.parametrize(("status", "text"), list(product(PostStatus, TEXTS)))
def test_without_a_day_a_post_is_what_it_is(status: PostStatus, text: str):
    expected = WITHOUT_A_DAY[status, bool(text.strip())]
    assert entry_status(post(status, text), None, NOW) is expected


@pytest.mark.parametrize(("status", "text"), list(product(PostStatus, TEXTS)))
def test_with_a_day_to_come_only_what_is_written_counts_as_planned(status: PostStatus, text: str):
    row = publication(PublicationStatus.PLANNED, AFTER)
    expected = PLANNED_AHEAD[status, bool(text.strip())]
    assert entry_status(post(status, text), row, NOW) is expected


@pytest.mark.parametrize("when", [BEFORE, NOW], ids=["a minute ago", "this very moment"])
@pytest.mark.parametrize(("status", "text"), list(product(PostStatus, TEXTS)))
def test_a_day_that_has_passed_is_missed(status: PostStatus, text: str, when: datetime):
    row = publication(PublicationStatus.PLANNED, when)
    expected = None if status is PostStatus.DELETED else EntryStatus.MISSED
    assert entry_status(post(status, text), row, NOW) is expected


@pytest.mark.parametrize("when", [BEFORE, AFTER])
@pytest.mark.parametrize(("status", "text"), list(product(PostStatus, TEXTS)))
@pytest.mark.parametrize("sent", list(ON_ITS_WAY))
def test_what_is_on_its_way_or_out_is_so_whatever_its_time(
    status: PostStatus, text: str, sent: PublicationStatus, when: datetime
):
    found = entry_status(post(status, text), publication(sent, when), NOW)
    gone = status is PostStatus.DELETED and sent is not PublicationStatus.OUT
    assert found is (None if gone else ON_ITS_WAY[sent])


def test_an_old_row_without_a_planned_time_goes_by_its_own():
    row = replace(publication(PublicationStatus.PLANNED, BEFORE), planned_for=None)
    assert entry_status(post(PostStatus.READY, "Hello"), row, NOW) is EntryStatus.MISSED
