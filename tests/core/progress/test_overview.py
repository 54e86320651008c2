"""What the charts of one month are made from."""

from __future__ import annotations

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import Basis, Overview, PlatformMonth, shown_months
from socialcoach.core.progress.rates import ResponseSums


def on(month: str, platform: str, *, people: int = 0, views: int = 0) -> PlatformMonth:
    """Return a month of a platform with so many posts on either basis, each with 4 of 100."""
    return PlatformMonth(
        month,
        platform,
        MonthMix(month, max(people, views)),
        people=ResponseSums.of([(100, 4)] * people),
        views=ResponseSums.of([(200, 4)] * views),
    )


def overview(*rows: PlatformMonth, month: str = "2026-10") -> Overview:
    """Return an overview of some rows."""
    return Overview(
        month=month,
        today_month="2026-11",
        months=("2026-07", "2026-08", "2026-09", "2026-10", "2026-11"),
        platforms=tuple(sorted({row.platform for row in rows})),
        by_platform={(row.month, row.platform): row for row in rows},
    )


def test_six_months_are_shown_and_none_before_the_first_post() -> None:
    assert shown_months("2020-01", "2026-02") == (
        *("2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"),
    )
    assert overview().shown == ("2026-07", "2026-08", "2026-09", "2026-10")


def test_people_are_counted_where_both_people_and_views_are_known() -> None:
    both = overview(on("2026-10", "facebook", people=6, views=6))
    assert both.basis("facebook") is Basis.PEOPLE


def test_views_are_counted_where_people_are_not_known() -> None:
    views = overview(on("2026-10", "tiktok", views=6))
    assert views.bases() == {"tiktok": Basis.VIEWS}


def test_one_basis_holds_for_all_months_so_that_no_false_fall_shows() -> None:
    mixed = overview(on("2026-09", "x", people=9), on("2026-10", "x", views=6))
    assert [point.rate is None for point in mixed.rates()] == [True, True, False, True]


def test_platforms_are_added_up_for_the_rate_of_all() -> None:
    both = overview(on("2026-10", "a", people=3), on("2026-10", "b", people=3))
    point = both.rates()[-1]
    assert point.posts == 6
    assert point.rate is not None
    assert both.rates("a")[-1].rate is None


def test_a_month_without_posts_is_a_gap() -> None:
    one = overview(on("2026-08", "x", people=6), on("2026-10", "x", people=6))
    assert [point.rate is not None for point in one.rates()] == [False, True, False, True]
