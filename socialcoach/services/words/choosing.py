"""Why a platform is advised or not, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.strategy.advice import Advice, Reason, ReasonCode


def reason_sentence(reason: Reason) -> str:
    """Return the sentence for one reason."""
    if reason.code is ReasonCode.PEOPLE_TALK_HERE:
        return _heard(reason.figure or 0)
    patterns = {**_for(), **_against(), **_remarks()}
    ages = join_words([age_group(age) for age in reason.detail])
    return patterns[reason.code].format(figure=reason.figure, ages=ages)


def reasons_for(advice: Advice, most: int = 3) -> list[str]:
    """Return the strongest reasons for a platform."""
    heard = heard_there(advice)  # what the owner heard comes first, however it weighs
    others = [reason_sentence(one) for one in advice.good]
    return list(dict.fromkeys([*heard, *others]))[:most]


def heard_there(advice: Advice) -> list[str]:
    """Return what the owner's own listening says for a platform, nothing when it is silent."""
    return [reason_sentence(one) for one in advice.good if one.code is ReasonCode.PEOPLE_TALK_HERE]


def reasons_against(advice: Advice, most: int = 2) -> list[str]:
    """Return the strongest reasons against a platform; what rules it out comes first."""
    ordered = sorted(advice.bad, key=lambda reason: not reason.blocks)
    return [reason_sentence(reason) for reason in ordered[:most]]


def remarks(advice: Advice) -> list[str]:
    """Return what else the owner should know, such as where the figures come from."""
    return [reason_sentence(reason) for reason in advice.remarks]


def age_group(age: str) -> str:
    """Return an age group to read in a sentence."""
    return {
        "18-29": _("18 to 29"),
        "30-49": _("30 to 49"),
        "50-64": _("50 to 64"),
        "65+": _("65 and older"),
    }[age]


def join_words(words: Sequence[str]) -> str:
    """Return "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _heard(talks: int) -> str:
    return ngettext(
        "You noted {n} talk here.",
        "You noted {n} talks here: your people are here already.",
        talks,
    ).format(n=talks)


def _for() -> dict[ReasonCode, str]:
    return {
        ReasonCode.LOCAL_FIRST: _("People who search nearby look here first."),
        ReasonCode.REACHES_NEARBY: _("Good for reaching people nearby."),
        ReasonCode.REACHES_ANYWHERE: _("Good for reaching people far away."),
        ReasonCode.REACHES_BUSINESSES: _("Good for reaching other firms."),
        ReasonCode.TRADE_IS_THERE: _("Many businesses like yours do well here."),
        ReasonCode.SHOWS_YOUR_WORK: _("Your work looks good here."),
        ReasonCode.SHARES_KNOW_HOW: _("People come here for what you know."),
        ReasonCode.KEEPS_REGULARS: _("It keeps you in touch with your regulars."),
        ReasonCode.AGES_ARE_THERE: _(
            "About {figure} of 100 US adults aged {ages} use it. That is a first guess."
        ),
        ReasonCode.MANY_ARE_THERE: _(
            "About {figure} of 100 US adults use it. That is a first guess."
        ),
        ReasonCode.YOU_CAN_MAKE_IT: _("You can make what works here."),
        ReasonCode.LIGHT: _("It takes little time."),
        ReasonCode.WIDESPREAD_OUTSIDE_US: _("In many countries almost everyone has it."),
    }


def _against() -> dict[ReasonCode, str]:
    return {
        ReasonCode.MISSES_NEARBY: _("It reaches few people nearby."),
        ReasonCode.MISSES_ANYWHERE: _("It reaches few people far away."),
        ReasonCode.MISSES_BUSINESSES: _("It reaches few firms."),
        ReasonCode.AGES_ARE_FEW: _("Only about {figure} of 100 US adults aged {ages} use it."),
        ReasonCode.FEW_ARE_THERE: _("Only about {figure} of 100 US adults use it."),
        ReasonCode.NEEDS_VIDEO: _("It lives on video. Come back when you enjoy making it."),
        ReasonCode.NEEDS_PHOTOS: _("It lives on photos. Come back when you like taking them."),
        ReasonCode.NEEDS_LONG_WORDS: _("It lives on long texts. Come back when you like writing."),
        ReasonCode.NEEDS_MORE_TIME: _("It takes {figure} minutes a week or more."),
        ReasonCode.NOT_IN_COUNTRY: _("It is not used in your country."),
    }


def _remarks() -> dict[ReasonCode, str]:
    return {
        ReasonCode.TIGHT_TIME: _(
            "Your time is short. Take turns: one week here, the next week there."
        ),
        ReasonCode.US_FIGURES: _(
            "We only have figures from the USA. In your country it may be different."
        ),
        ReasonCode.NO_FIGURES: _("We know of no careful survey that asked who is there."),
        ReasonCode.ENOUGH_CHOSEN: _(
            "It would suit you, too. Leave it until the first ones go by themselves."
        ),
    }
