"""Listening from where platforms are chosen, and the shop's address in the plan."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from socialcoach.core.relations.listening import Talk
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.plan_sections import plan_sections
from socialcoach.ui.pages.my_plan import MyPlanPage
from socialcoach.ui.wizard.about.about_step import AboutStep
from socialcoach.ui.wizard.platforms.platforms_step import PlatformsStep
from tests.ui.pages_helpers import click, field, says


def test_the_platform_step_shows_what_was_heard_and_leads_to_listening(
    qtbot: QtBot,
    context: AppContext,
    services: Services,
    bakery: Strategy,
    wanted: list[tuple[str, object]],
):
    for about in ("rye", "cake"):
        services.relations.listening.note(Talk(0, "facebook", about))
    step = PlatformsStep(context)
    qtbot.addWidget(step)
    step.load(bakery)
    step.show()
    says(qtbot, step, "You noted 2 talks here: your people are here already.")
    click(qtbot, step, "Not sure? Listen where people talk first")
    assert wanted == [("outreach", "listening")]


def test_my_plan_leads_to_listening_and_shows_what_was_heard(
    qtbot: QtBot,
    context: AppContext,
    services: Services,
    bakery: Strategy,
    wanted: list[tuple[str, object]],
):
    services.relations.listening.note(Talk(0, "nextdoor", "rye"))
    page = MyPlanPage(context)
    qtbot.addWidget(page)
    page.resize(1072, 820)
    page.show()
    says(qtbot, page, "1 talk on Nextdoor")
    click(qtbot, page, "Listen where people talk")
    assert wanted == [("outreach", "listening")]


def test_the_address_where_people_buy_is_asked_once_and_stands_in_the_plan(
    qtbot: QtBot, context: AppContext, services: Services, bakery: Strategy
):
    step = AboutStep(context)
    qtbot.addWidget(step)
    step.load(bakery)
    step.show()
    qtbot.keyClicks(field(step, "Where can people buy or book?"), "hill.example/order")
    answered = step.answers(bakery)
    assert answered.business.shop_link == "hill.example/order"
    lines = [line for part in plan_sections(answered, services) for line in part.lines]
    assert ("Buy or book at", "hill.example/order") in [(line.name, line.text) for line in lines]
