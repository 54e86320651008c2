"""Strategy in the owner's words: goals, aims, measures, purposes and the choice of platforms."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.strategy.advice import Advice
from socialcoach.core.strategy.aims import Measure
from socialcoach.core.strategy.goal import Aim
from socialcoach.core.strategy.purposes import Purpose
from socialcoach.core.strategy.vanity import VanityGoal, VanityThing
from socialcoach.services.words.numbers import number


def vanity_question(goal: VanityGoal) -> str:
    """Return the kind question that turns a goal for show into a real one."""
    if goal.figure is not None:
        return _question_with_figure(goal.thing, goal.figure)
    return {
        VanityThing.LIKES: _("And what will you do with those likes?"),
        VanityThing.FOLLOWERS: _("And what should those people do, once they follow you?"),
        VanityThing.VIEWS: _("And what should people do, once they have seen it?"),
        VanityThing.SHARES: _("And what should happen, once people pass it on?"),
        VanityThing.REACH: _("And what should all those people do next?"),
        VanityThing.VIRAL: _("Say it happens tomorrow. What would you like to be different?"),
        VanityThing.FAME: _("And what would being known change for you?"),
    }[goal.thing]


def _question_with_figure(thing: VanityThing, count: int) -> str:
    shown = number(count)
    if thing is VanityThing.FOLLOWERS:
        return ngettext(
            "And what will you do with that one person?",
            "And what will you do with those {count} people?",
            count,
        ).format(count=shown)
    if thing is VanityThing.LIKES:
        return ngettext(
            "And what will you do with that one like?",
            "And what will you do with those {count} likes?",
            count,
        ).format(count=shown)
    return ngettext(
        "And what should change, once that one time has come?",
        "And what should change, once there are {count} of them?",
        count,
    ).format(count=shown)


def vanity_reason() -> str:
    """Return why the app asks, in two short sentences."""
    return _("You cannot pay the rent with likes. Being known and trusted brings customers.")


def aim_name(aim: Aim) -> str:
    """Return what an owner hopes for, as an answer to choose."""
    return {
        Aim.NEARBY: _("More people nearby should know us and come"),
        Aim.TALK: _("People should talk with us"),
        Aim.TRUST: _("People should trust us and tell others"),
        Aim.FEWER_CALLS: _("Fewer calls with the same questions"),
        Aim.OWN: _("Something else, in my own words"),
    }[aim]


def aim_meaning(aim: Aim) -> str:
    """Return what an aim means in daily life."""
    return {
        Aim.NEARBY: _("New faces at the door, who say they saw you online."),
        Aim.TALK: _("Questions, comments and messages that you can answer."),
        Aim.TRUST: _("Customers come back and send their friends."),
        Aim.FEWER_CALLS: _("People find hours, prices and answers by themselves."),
        Aim.OWN: _("You know best. Choose something you can count."),
    }[aim]


def measure_text(measure: Measure) -> str:
    """Return what is counted, to read after a number ("8 new customers a month")."""
    return {
        Measure.NEW_CUSTOMERS_MONTH: _("new customers a month"),
        Measure.FOUND_US_ONLINE_MONTH: _("new customers a month who found us online"),
        Measure.BOOKINGS_MONTH: _("bookings a month that began online"),
        Measure.MESSAGES_WEEK: _("messages from customers a week"),
        Measure.COMMENTS_WEEK: _("comments a week that we can answer"),
        Measure.ANSWERED_IN_TIME_PERCENT: _("of 100 questions answered in time"),
        Measure.RECOMMENDATIONS_MONTH: _("customers a month whom a friend sent"),
        Measure.REVIEWS_MONTH: _("new reviews a month"),
        Measure.RETURNING_CUSTOMERS_MONTH: _("customers a month who come back"),
        Measure.ROUTINE_CALLS_WEEK: _("calls a week with the same questions"),
        Measure.OWN_COUNT: "",
    }[measure]


def purpose_text(purpose: Purpose) -> str:
    """Return the sentence suggested as a platform's purpose; the owner may change it."""
    return {
        Purpose.BE_FOUND: _("Here people who search nearby find us and see that we are open."),
        Purpose.NEIGHBOURS_TALK: _("Here our neighbours hear what is going on and talk with us."),
        Purpose.SHOW_WORK: _("Here we show what we make and how we make it."),
        Purpose.SHARE_KNOW_HOW: _(
            "Here we share what we know, so that people can help themselves."
        ),
        Purpose.ANSWER_QUESTIONS: _("Here people find the answers they used to call us for."),
        Purpose.KEEP_REGULARS: _("Here our regulars hear first what is new."),
        Purpose.EARN_TRUST: _("Here people see that we keep our word."),
        Purpose.WIN_FIRMS: _("Here other firms see that we know our trade."),
        Purpose.JOIN_TALK: _("Here we ask, listen and answer."),
    }[purpose]


def weekly_time(advice: Advice) -> str:
    """Return how much time a platform takes, and that this is a guess."""
    return _("About {low} to {high} minutes a week. This is our guess.").format(
        low=advice.minutes_low, high=advice.minutes_high
    )


def audience_note() -> str:
    """Return where the percentages come from."""
    return _(
        "The figures are from surveys of adults in the USA (Pew Research Center). They are a place "
        "to start. Your own customers may differ."
    )
