"""What is said where the plan crosses the rule of thumb, and about the pace."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.meter.mix import SELLING_ALLOWED
from socialcoach.core.planning.plan_mix import Crossing
from socialcoach.services.planning.pacing import Outlook
from socialcoach.services.words.planning import idea_minutes


def crossing_sentence(crossing: Crossing, name: str, platform: str = "") -> str:
    """Return what happens on the day; ``platform`` is empty for all platforms together."""
    where = " " + _("on {platform}").format(platform=platform) if platform else ""
    if crossing.follows_selling and crossing.selling_count <= SELLING_ALLOWED:
        return _("“{name}” sells, and so does the post before it{where}.").format(
            name=name, where=where
        )
    pattern = ngettext(
        "With “{name}”, {sells} of {count} post{where} sells.",
        "With “{name}”, {sells} of {count} posts in a row{where} sell.",
        crossing.count,
    )
    return pattern.format(
        name=name, sells=crossing.selling_count, count=crossing.count, where=where
    )


def mend_sentence(crossing: Crossing) -> str:
    """Return what would mend it."""
    if crossing.follows_selling and crossing.selling_count <= SELLING_ALLOWED:
        return _(
            "Two that sell, one after the other, feel pushy. One giving post between is enough."
        )
    return ngettext(
        "The rule of thumb is two of ten. One giving post before it is enough.",
        "The rule of thumb is two of ten. {n} giving posts before it are enough.",
        crossing.giving_first,
    ).format(n=crossing.giving_first)


def crossing_mark() -> str:
    """Return what stands on the day itself."""
    return _("A lot of selling")


def pace_heading(outlook: Outlook) -> str:
    """Return how many posts a week fit into the owner's time."""
    if outlook.pace is None:
        return _("How many posts fit?")
    return ngettext("{n} post a week fits", "{n} posts a week fit", outlook.pace.posts).format(
        n=outlook.pace.posts
    )


def pace_reason(outlook: Outlook) -> str:
    """Return where that number comes from."""
    if outlook.pace is None:
        return _("Say in your plan how much time you have. Then we can tell.")
    making = ngettext("{n} minute a week", "{n} minutes a week", outlook.pace.minutes_making)
    pattern = (
        _("You have {making} for making posts. One takes you {each}, as measured.")
        if outlook.is_measured
        else _("You have {making} for making posts. We guess {each} for one.")
    )
    return pattern.format(
        making=making.format(n=outlook.pace.minutes_making),
        each=idea_minutes(outlook.pace.minutes_per_post),
    )


def this_week(outlook: Outlook) -> str:
    """Return how the coming seven days stand against the pace."""
    if outlook.pace is None:
        return ""
    return ngettext(
        "The next seven days have {n} post.",
        "The next seven days have {n} posts.",
        outlook.this_week,
    ).format(n=outlook.this_week)


def fill_button(outlook: Outlook) -> str:
    """Return the words on the button that fills the coming weeks."""
    return ngettext(
        "Add a place for {n} idea", "Add places for {n} ideas", len(outlook.free)
    ).format(n=len(outlook.free))
