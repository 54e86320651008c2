"""Since when the goal is what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from socialcoach.core.strategy.goal import Goal
from socialcoach.services.bundle import Services
from socialcoach.storage.settings import SettingStore

GOAL = Goal(measure="new customers", target=8, by=date(2027, 1, 31))


def test_setting_a_goal_notes_the_day(services: Services):
    plan = services.planner.strategy()
    services.planner.keep(replace(plan, goal=GOAL))
    assert services.planner.goal_set_on() == services.planner.today()


def test_other_words_for_the_same_goal_do_not_start_it_anew(services: Services, database: Database):
    plan = replace(services.planner.strategy(), goal=GOAL)
    services.planner.keep(plan)
    SettingStore(database).put("goal.set", "2026-05-01")
    services.planner.keep(replace(plan, goal=replace(GOAL, why="So that Tuesdays fill up")))
    assert services.planner.goal_set_on() == date(2026, 5, 1)


def test_a_damaged_note_falls_back_to_today(services: Services, database: Database):
    SettingStore(database).put("goal.set", "some day")
    assert services.planner.goal_set_on() == services.planner.today()
