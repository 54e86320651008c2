"""Why a lesson comes today: what the owner's own data shows, without blame."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.strategy.lesson import Sign


def because(sign: Sign) -> str:
    """Return what in the data called for the lesson."""
    return {**_feed(), **_plan(), **_people(), **_progress()}[sign]


def _feed() -> dict[Sign, str]:
    return {
        Sign.BEGINNING: _("Because you are just beginning."),
        Sign.SELLS_OFTEN: _("Because more than two of your last ten posts sell."),
        Sign.SELLING_IN_A_ROW: _("Because your last two posts both sell."),
        Sign.GIVES_WELL: _("Because at least eight of your last ten posts give."),
        Sign.NO_QUESTIONS: _("Because none of your last ten posts asks anything."),
        Sign.NO_STORIES: _("Because none of your last ten posts tells a story."),
        Sign.NO_TIPS: _("Because none of your last ten posts holds a tip."),
        Sign.NO_PEOPLE: _("Because none of your last ten posts is about your people."),
        Sign.ONE_KIND: _("Because most of your last ten posts are of one kind."),
        Sign.SPEAKS_OF_ITSELF: _("Because your last posts say “we” more often than “you”."),
        Sign.QUIET: _("Because nothing has gone out for two weeks."),
    }


def _plan() -> dict[Sign, str]:
    return {
        Sign.PLAN_OPEN: _("Because parts of your plan are still open."),
        Sign.WANTS_LIKES: _("Because your first wish was about likes or followers."),
        Sign.MANY_PLATFORMS: _("Because your plan has more than three platforms."),
        Sign.DRAFTS_LIE: _("Because a few drafts are waiting."),
        Sign.TIME_USED: _("Because the minutes you set for this week are used."),
        Sign.TIME_LEFT: _("Because you have minutes left this week."),
    }


def _people() -> dict[Sign, str]:
    return {
        Sign.PEOPLE_WAIT: _("Because somebody waits for an answer."),
        Sign.PRAISE_WAITS: _("Because somebody praised you lately."),
        Sign.ANSWERS_LATE: _("Because most people waited longer than you promised."),
        Sign.ANSWERS_IN_TIME: _("Because you answer most people in the time you promised."),
        Sign.SAME_QUESTION: _("Because people keep asking the same thing."),
        Sign.NO_PROMOTERS: _("Because nobody is on your list of people who can recommend you."),
        Sign.PROMOTERS_WAIT: _("Because it is time to get in touch with somebody on your list."),
    }


def _progress() -> dict[Sign, str]:
    return {
        Sign.NO_NUMBERS: _("Because no figures came in for a month or more."),
        Sign.FEW_FIGURES: _("Because there are not enough figures yet to tell."),
        Sign.KIND_STANDS_OUT: _("Because one kind of your posts stands out."),
        Sign.GOAL_BEHIND: _("Because last month was behind the pace to your goal."),
        Sign.CUSTOMERS_CAME: _("Because new customers said they found you online."),
    }
