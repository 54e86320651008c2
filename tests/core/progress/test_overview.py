from __future__ import annotations

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import Basis, Overview, PlatformMonth
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


def overview(*rows: PlatformMonth, today_month: str = "2026-11") -> Overview:
    """Return an overview of some rows."""
    return Overview(
        today_month=today_month,
        months=("2026-07", "2026-08", "2026-09", "2026-10", "2026-11"),
        platforms=tuple(sorted({row.platform for row in rows})),
        by_platform={(row.month, row.platform): row for row in rows},
    )


def test_the_page_opens_with_the_last_full_month_that_has_posts() -> None:
    assert overview(on("2026-08", "x"), on("2026-11", "x")).best_month == "2026-08"


def test_a_newcomer_with_only_this_month_sees_this_month() -> None:
    assert overview(on("2026-11", "x")).best_month == "2026-11"


def test_people_are_counted_where_both_people_and_views_are_known() -> None:
    both = overview(on("2026-10", "facebook", people=6, views=6))
    assert both.basis("facebook", ["2026-10"]) is Basis.PEOPLE


def test_views_are_counted_where_people_are_not_known() -> None:
    views = overview(on("2026-10", "tiktok", views=6))
    assert views.bases(["2026-10"]) == {"tiktok": Basis.VIEWS}


def test_one_basis_holds_for_all_months_so_that_no_false_fall_shows() -> None:
    mixed = overview(on("2026-09", "x", people=9), on("2026-10", "x", views=6))
    rates = mixed.rates(["2026-09", "2026-10"])
    assert [point.rate is None for point in rates] == [False, True]


def test_platforms_are_added_up_for_the_rate_of_all() -> None:
    both = overview(on("2026-10", "a", people=3), on("2026-10", "b", people=3))
    [point] = both.rates(["2026-10"])
    assert point.posts == 6
    assert point.rate is not None
    assert both.rates(["2026-10"], "a")[0].rate is None


def test_a_month_without_posts_is_a_gap() -> None:
    one = overview(on("2026-08", "x", people=6), on("2026-10", "x", people=6))
    points = one.rates(one.shown("2026-10"))
    assert [point.rate is not None for point in points] == [False, True, False, True]
