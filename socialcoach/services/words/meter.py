"""What the meter says, in the owner's words; never a score."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.meter import Balance, Band, Kind, Reason
from socialcoach.core.meter.mix import SELLING_ALLOWED, FeedMix, Outlook


def band_name(band: str) -> str:
    """Return the word for a band."""
    return {
        Band.GIVING: _("Giving"),
        Band.LEANING: _("Leaning"),
        Band.SELLING: _("Selling"),
    }[Band(band)]


def band_meaning(band: str) -> str:
    """Return one sentence that says what a band means."""
    return {
        Band.GIVING: _("People get something from this post, even if they buy nothing."),
        Band.LEANING: _("This leans towards selling. A follower may well read it as an ad."),
        Band.SELLING: _("A follower would read this as selling. That is fine, now and then."),
    }[Band(band)]


def kind_name(kind: str) -> str:
    """Return the word for a kind of post."""
    return {
        Kind.OFFER: _("Offer"),
        Kind.PRODUCT: _("Product"),
        Kind.EVENT: _("Event"),
        Kind.BRAG: _("About us"),
        Kind.TIP: _("Tip"),
        Kind.STORY: _("Story"),
        Kind.COMMUNITY: _("Community"),
        Kind.QUESTION: _("Question"),
        Kind.FUN: _("Fun"),
        Kind.SERVICE: _("Service"),
        Kind.GIVEAWAY: _("Giveaway"),
        Kind.NEWS: _("News"),
        Kind.OTHER: _("Other"),
    }[Kind(kind)]


def reason_text(reason: Reason) -> str:
    """Return why words count, to follow them in a line."""
    return {
        Reason.PRICE: _("a price or a discount"),
        Reason.URGENCY: _("hurries people"),
        Reason.ORDER_NOW: _("asks to buy or come"),
        Reason.SHOP_LINK: _("a link that sells"),
        Reason.ABOUT_US: _("about us, not about them"),
        Reason.HYPE: _("praise they cannot check"),
        Reason.ABOUT_YOU: _("speaks to them"),
        Reason.QUESTION: _("asks them something"),
        Reason.HELP: _("helps them"),
        Reason.THANKS: _("says thank you"),
        Reason.STORY: _("tells a story"),
    }[reason]


def reason_tip(reason: Reason) -> str:
    """Return a plain tip for words of this reason."""
    return {
        Reason.PRICE: _("Prices turn a post into an ad. Leave it out, or give the tip first."),
        Reason.URGENCY: _("Being hurried puts people off. Say when it ends, without the rush."),
        Reason.ORDER_NOW: _("Asking to buy is fine now and then. What do they get before that?"),
        Reason.SHOP_LINK: _("A link to the shop sells. Could it lead to something useful?"),
        Reason.ABOUT_US: _("This is about you. What is in it for the person who reads it?"),
        Reason.HYPE: _("Big words are easy to say. Show one small thing people can see."),
        Reason.ABOUT_YOU: _("Good: this speaks to the reader."),
        Reason.QUESTION: _("Good: a question invites people to talk."),
        Reason.HELP: _("Good: people can use this."),
        Reason.THANKS: _("Good: thanks make people feel seen."),
        Reason.STORY: _("Good: a story lets people get to know you."),
    }[reason]


def pressure_text(pressure: int) -> str:
    """Return how pushy a text feels, 0 to 3, in words."""
    return (
        _("No pressure."),
        _("Hardly any pressure."),
        _("It asks people to act."),
        _("It pushes hard."),
    )[pressure]


def balance_sentence(balance: Balance) -> str:
    """Return how often the text says we and you and whether it asks something."""
    if not (balance.we or balance.you):
        words = _("It says neither we nor you.")
    else:
        words = _("You say “we” {we} and “you” {you}.").format(
            we=_times(balance.we), you=_times(balance.you)
        )
    if not balance.questions:
        return words
    questions = ngettext("One question: good.", "{n} questions: good.", balance.questions)
    return f"{words} {questions.format(n=balance.questions)}"


def outlook_sentences(outlook: Outlook, platform: str = "") -> tuple[str, str]:
    """Return what a post would do to the feed: the main sentence and what follows from it.

    ``platform`` names the feed when it is not the one over all platforms.
    """
    after = outlook.after
    where = " " + _("on {platform}").format(platform=platform) if platform else ""
    if after.count == 1:
        first = _("This would be your first post{where}.").format(where=where)
    elif not after.selling_count:
        pattern = _("With this one, none of your last {count} posts{where} sells.")
        first = pattern.format(count=after.count, where=where)
    else:
        first = ngettext(
            "With this one, {selling} of your last {count} posts{where} sells.",
            "With this one, {selling} of your last {count} posts{where} sell.",
            after.selling_count,
        ).format(selling=after.selling_count, count=after.count, where=where)
    return first, _consequence(outlook)


def launch_sentence(outlook: Outlook) -> str:
    """Return what a selling post costs in a launch week: the giving posts that pay it back."""
    payback = outlook.after.payback
    if not outlook.selling or not payback:
        return _("It is your launch week, and this fits all the same.")
    return ngettext(
        "It is your launch week, so go ahead. Afterwards {n} giving post pays it back.",
        "It is your launch week, so go ahead. Afterwards {n} giving posts pay it back.",
        payback,
    ).format(n=payback)


def language_note(language: str) -> str:
    """Return what to know when a text is not English, or an empty text."""
    if language != "other":
        return ""
    return _(
        "The meter reads English so far. Here it only sees prices, links and capitals. "
        "You know best whether this sells."
    )


def mix_sentences(mix: FeedMix) -> tuple[str, str]:
    """Return how the feed stands: how many sell, and what fits now."""
    if not mix.count:
        return _("Nothing has gone out yet."), _("Your posts will show here as dots.")
    return _standing(mix), " ".join(filter(None, (_early(mix), _budget(mix))))


def _standing(mix: FeedMix) -> str:
    if mix.count == 1:
        return _("Your last post sells.") if mix.selling_count else _("Your last post gives.")
    if not mix.selling_count:
        return _("None of your last {count} posts sells.").format(count=mix.count)
    return ngettext(
        "{selling} of your last {count} posts sells.",
        "{selling} of your last {count} posts sell.",
        mix.selling_count,
    ).format(selling=mix.selling_count, count=mix.count)


def _consequence(outlook: Outlook) -> str:
    if not outlook.selling:
        return _("It gives, so it always fits.")
    if outlook.fits:
        return _("It fits: the rule of thumb is two selling posts in ten.")
    first = ngettext(
        "Write {n} giving post first, or turn this one around.",
        "Write {n} giving posts first, or turn this one around.",
        outlook.giving_first,
    ).format(n=outlook.giving_first)
    if outlook.follows_selling and outlook.before.selling_count < SELLING_ALLOWED:
        return _("Your last one sold too, and two in a row is a lot. {first}").format(first=first)
    return _("The rule of thumb is two. {first}").format(first=first)


def _budget(mix: FeedMix) -> str:
    if mix.giving_first:
        return ngettext(
            "After {n} giving post a selling one fits again.",
            "After {n} giving posts a selling one fits again.",
            mix.giving_first,
        ).format(n=mix.giving_first)
    return ngettext(
        "{n} more selling post fits now.",
        "{n} more selling posts fit, with giving ones between.",
        mix.room,
    ).format(n=mix.room)


def _early(mix: FeedMix) -> str:
    return _("It is early days.") if mix.is_early else ""


def _times(count: int) -> str:
    if count == 0:
        return _("never")
    return ngettext("once", "{n} times", count).format(n=count)
