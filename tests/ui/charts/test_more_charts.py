"""The goal, kinds of posts, answering people, and followers: pictures, words and tables agree."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.figure import Figure

from socialcoach.core.progress.answering import Answering, AnswerMonth
from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.core.progress.goal_path import GoalPath, goal_path
from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.core.strategy.goal import Goal
from socialcoach.ui.charts.answer_chart import AnswerChart
from socialcoach.ui.charts.follower_chart import FollowerChart
from socialcoach.ui.charts.goal_chart import GoalChart
from socialcoach.ui.charts.kind_chart import KindChart
from socialcoach.ui.charts.look import paper_look

TODAY = "2026-11"


@pytest.fixture
def answers() -> AnswerChart:
    """Nobody noted in September, five people in October."""
    october = Answering(wrote=5, in_time=3, waiting=1, median_hours=6.0)
    months = (AnswerMonth("2026-09", None), AnswerMonth("2026-10", october))
    return AnswerChart(months, 24, TODAY)


@pytest.fixture
def path() -> GoalPath:
    """Eight customers a month until January, three came in October."""
    goal = Goal(measure="new customers", now=2, target=8, by=date(2027, 1, 31))
    found = goal_path(goal, {"2026-10": 3}, ("2026-09", "2026-10"), "2026-09")
    assert found is not None
    return found


@pytest.fixture
def followers() -> FollowerChart:
    """October brought seven, and twenty were bought."""
    months = (FollowerMonth("2026-09"), FollowerMonth("2026-10", came=7, bought=20, left=1))
    return FollowerChart(months, TODAY)


def test_late_answers_stand_striped_on_top_of_those_in_time(answers: AnswerChart, figure: Figure):
    answers.draw(figure, paper_look())
    bars = figure.axes[0].patches
    assert [(bar.get_height(), bool(bar.get_hatch())) for bar in bars] == [
        *((0, False), (3, False)),
        *((0, True), (2, True)),
    ]


def test_the_usual_wait_stands_over_the_bar(answers: AnswerChart, figure: Figure):
    answers.draw(figure, paper_look())
    assert [text.get_text() for text in figure.axes[0].texts] == [answers.table().rows[-1][-1]]


def test_answering_is_said_against_the_owners_own_promise(answers: AnswerChart):
    assert "3 of 5 people" in answers.sentence()
    assert answers.table().rows[-1][:5] == ("Oct 2026", "5", "3", "1", "1")


def test_a_month_in_which_nobody_is_noted_says_so():
    chart = AnswerChart((AnswerMonth("2026-10", None),), 24, TODAY)
    assert not chart.has_picture()
    assert chart.sentence() == "Nobody who wrote in October is noted yet."


def test_the_goal_is_drawn_with_the_pace_it_asks_for(path: GoalPath, figure: Figure):
    GoalChart(path, "2026-10", TODAY).draw(figure, paper_look())
    [line] = figure.axes[0].lines
    assert list(line.get_ydata()) == pytest.approx([2, 3.5, 5, 6.5, 8])
    assert [bar.get_height() for bar in figure.axes[0].patches] == [0, 3, 0, 0, 0]


def test_a_month_behind_the_pace_is_said_without_blame(path: GoalPath):
    words = GoalChart(path, "2026-10", TODAY).sentence()
    assert words == (
        "3 in October; the pace to your goal of 8 a month would be about 3.5. "
        "It is a long game, and one month says little."
    )


def test_a_month_on_pace_is_said_so(path: GoalPath):
    goal = Goal(measure="new customers", now=2, target=8, by=date(2027, 1, 31))
    found = goal_path(goal, {"2026-10": 4}, ("2026-09", "2026-10"), "2026-09")
    assert found is not None
    assert GoalChart(found, "2026-10", TODAY).sentence() == (
        "4 in October: on pace. The goal is 8 a month."
    )


def test_the_goals_table_shows_months_to_come_without_a_count(path: GoalPath):
    assert GoalChart(path, "2026-10", TODAY).table().rows[-1] == ("Jan 2027", "", "8")


def test_bought_followers_stand_striped_and_are_called_bought(
    followers: FollowerChart, figure: Figure
):
    followers.draw(figure, paper_look())
    bars = figure.axes[0].patches
    assert [bar.get_height() for bar in bars if bar.get_hatch()] == [0, 20]
    assert followers.sentence() == (
        "7 new followers in October. "
        "20 more came through paid advertising; those are bought, not earned."
    )


def test_the_note_says_what_the_stripes_mean_where_some_were_bought(followers: FollowerChart):
    assert followers.note().startswith("Striped: bought.")
    unpaid = FollowerChart((FollowerMonth("2026-10", came=7),), TODAY)
    assert "triped" not in unpaid.note()


def test_what_is_not_known_of_followers_is_never_called_none():
    unsaid = FollowerChart((FollowerMonth("2026-10", came=7),), TODAY)
    assert unsaid.spoken() == "October: 7 came."
    only_bought = FollowerChart((FollowerMonth("2026-10", bought=20),), TODAY)
    assert only_bought.spoken() == "October: 20 bought."
    assert only_bought.sentence().startswith("How many came by themselves in October is not known.")


def test_followers_are_marked_as_not_the_goal(followers: FollowerChart):
    assert "not the goal" in followers.title()
    assert followers.table().rows[-1] == ("Oct 2026", "7", "20", "1")


def test_an_unknown_month_of_followers_is_not_called_zero(followers: FollowerChart):
    assert "September: not known." in followers.spoken()
    assert followers.table().rows[0] == ("Sep 2026", "", "", "")


@pytest.fixture
def kinds() -> KindChart:
    """Questions stand out, tips do not."""
    question = KindResponse("question", 9, 0.15, 0.141, 0.12, 0.164, stands_out=1)
    return KindChart((question, KindResponse("tip", 40, 0.07, 0.077, 0.07, 0.085, 0)))


def test_each_kind_is_a_dot_on_the_line_of_how_sure_it_is(kinds: KindChart, figure: Figure):
    kinds.draw(figure, paper_look())
    [axes] = figure.axes
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["Question", "Tip"]
    assert [line.get_ydata()[0] for line in axes.lines] == pytest.approx([141, 77])
    ends = [segment[:, 1] for one in axes.collections for segment in one.get_segments()]
    assert [list(one) for one in ends] == [pytest.approx([120, 164]), pytest.approx([70, 85])]
    assert [text.get_text() for text in axes.texts] == ["141", "9 posts", "77", "40 posts"]


def test_a_kind_that_stands_out_differs_by_more_than_its_colour(kinds: KindChart, figure: Figure):
    kinds.draw(figure, paper_look())
    shapes = [line.get_marker() for line in figure.axes[0].lines]
    assert shapes[0] != shapes[1]


def test_the_kinds_are_said_and_listed_too(kinds: KindChart):
    assert kinds.sentence() == "People respond more to this kind than to the others: question."
    assert kinds.spoken().startswith("Question: 141 of 1,000, probably 120 to 164, 9 posts.")
    assert kinds.table().rows[1] == ("Tip", "77", "70 to 85", "40")


def test_without_enough_posts_of_two_kinds_there_is_no_picture_but_a_reason():
    chart = KindChart(())
    assert not chart.has_picture()
    assert chart.sentence().startswith("Not enough posts to say.")
