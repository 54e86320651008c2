"""Posting by itself in the owner's words: accounts, what went wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import CLOCK_OFF_MINUTES, AccountState, Standing
from socialcoach.core.planning.outgoing import Visibility
from socialcoach.core.planning.sending import CLOCK_OFF, Ending, Outcome
from socialcoach.services.words.calendar import day_and_time, time_and_zone
from socialcoach.services.words.errors import explain_code
from socialcoach.services.words.moments import ago


def error_sentences() -> dict[str, str]:
    """Return the sentence for each code of accounts, secrets, sending and the network."""
    return {**_secrets(), **_typed(), **_accounts(), **_network(), **_sending(), **_unfit()}


def _secrets() -> dict[str, str]:
    return {
        "secrets.locked": _(
            "Your computer’s password store is closed. Open it with your password, then try again."
        ),
        "secrets.not_set_up": _(
            "Your computer’s password store is not set up yet. Open its settings once, then try "
            "again."
        ),
        "secrets.none": _(
            "This computer has no password store, so your password is remembered only until you "
            "close SocialCoach."
        ),
        "secrets.not_forgotten": _(
            "Your computer’s password store did not let the password go. Please try again, or "
            "delete the entry “SocialCoach” there yourself."
        ),
        "secrets.refused": _(
            "Your computer’s password store did not answer as it should. Please try again."
        ),
        "secrets.waiting": _(
            "Your computer may be asking for the password of its own store. Look for that window, "
            "answer it, then try again."
        ),
        "secrets.for_this_run": _(
            "The password was remembered only until you closed SocialCoach. Please sign in again."
        ),
    }


def _typed() -> dict[str, str]:
    return {
        "account.handle_blank": _("Please fill in your handle. It looks like name.bsky.social."),
        "account.handle_spaces": _(
            "There is a blank in “{handle}”. A handle is one word, such as name.bsky.social."
        ),
        "account.handle_letters": _(
            "“{handle}” has letters that only look familiar: {letters}. Please type it yourself "
            "instead of pasting it."
        ),
        "account.handle_mail": _(
            "“{handle}” looks like an e-mail address. Your handle looks like name.bsky.social."
        ),
        "account.handle": _(
            "“{handle}” is not a handle. It looks like name.bsky.social, without spaces or signs."
        ),
        "account.handle_unknown": _(
            "Nobody on Bluesky is called “{handle}”. Please check the spelling."
        ),
        "account.password_blank": _(
            "Please paste your app password. It has four groups of letters."
        ),
        "account.server_http": _(
            "“{server}” begins with http, which others can listen to. Only https is safe."
        ),
        "account.server_letters": _(
            "“{server}” has letters that only look familiar: {letters}. Please type it yourself "
            "instead of pasting it."
        ),
        "account.server": _(
            "“{server}” is not the name of a server. It looks like bsky.social, without a path."
        ),
    }


def _accounts() -> dict[str, str]:
    return {
        "account.sign_in": _("{server} no longer takes the password. Please sign in again."),
        "account.two_steps": _(
            "{server} wants a code by e-mail with this password. Make an app password instead and "
            "sign in with that."
        ),
        "account.closed": _(
            "{server} says that this account is closed or paused. Open it in the browser to see "
            "why."
        ),
        "account.other": _(
            "{server} took us for another account, so nothing was sent. Please sign in again."
        ),
        "account.another": _(
            "@{handle} is connected already. Disconnect it first if you want to use @{other}."
        ),
        "account.gone": _("This account is no longer connected. You can connect it again."),
    }


def _network() -> dict[str, str]:
    return {
        "network.unreached": _(
            "{server} could not be reached. Check your connection and try again."
        ),
        "network.broke_off": _(
            "The connection to {server} broke off before anything was posted. Please try again."
        ),
        "network.odd": _(
            "{server} gave an answer that makes no sense to us. Please try again later."
        ),
        "network.trouble": _("{server} has trouble of its own. Please try again in a while."),
    }


def _sending() -> dict[str, str]:
    return {
        "sending.no_account": _(
            "No account is connected for this yet. You can do that in Settings."
        ),
        "sending.look_first": _(
            "We are not sure whether this went out. Look first, so that it does not go out twice."
        ),
        "sending.handed_over": _(
            "You have copied this post already. Say first whether it went out."
        ),
        "sending.already_out": _("This post is out there already. It does not go out twice."),
        "sending.under_way": _("This post is on its way at this moment. Please wait a little."),
        "sending.nothing_unsure": _("There is nothing to look up here any more."),
        "sending.other_account": _(
            "This was begun through another account than @{handle}. Cancel it first, then post it."
        ),
        "sending.wait": _("{server} asks us to wait a while. Nothing was sent."),
        "sending.later": _("{server} asks us to wait a while. Nothing went out."),
        "sending.stopped": _("Stopped in time. Nothing went out."),
        "sending.unsure": _(
            "The connection broke before {server} answered. Your post may be out, or not."
        ),
        "sending.not_there_yet": _(
            "It is not there yet, but it may still be on its way. Look again in two minutes."
        ),
        "sending.never_arrived": _("It did not go out. You can post it now."),
        "sending.refused": _(
            "{server} did not take this post. Nothing went out. Your draft is unchanged."
        ),
    }


def _unfit() -> dict[str, str]:
    return {
        "sending.too_long": _("This is {over} characters too long for {platform}."),
        "sending.too_many_bytes": _(
            "There are too many emoji or long signs for {platform}. Take a few out."
        ),
        "sending.text": _(
            "{platform} does not take this text as it is. See the notes below the text."
        ),
        "sending.too_many_pictures": _(
            "{platform} takes {most} pictures in one post. Take the others out."
        ),
        "sending.picture_too_large": _(
            "A picture is too large for your server on {platform}. Nothing went out. Take the "
            "picture out or add a smaller one."
        ),
        "sending.picture_empty": _("A picture is empty. Take it out and add it again."),
        "sending.picture_gone": _(
            "The picture {file} is no longer there. Take it out or add it again."
        ),
    }


class _Facts(dict[str, object]):
    """Facts of a sentence; one that was not kept leaves a gap instead of an error."""

    def __missing__(self, name: str) -> object:
        return "…"


def stand_in_facts(account: Account) -> dict[str, object]:
    """Return what sentences about an account may need when nothing else is known."""
    platform = account.platform.capitalize()
    return _Facts(server=account.server, handle=account.handle, platform=platform)


def why(code: str, facts: Mapping[str, object], account: Account) -> str:
    """Return the sentence for a code; the account stands in for facts that were not kept."""
    known = stand_in_facts(account)
    known.update(facts)
    return explain_code(code, known)


def visibility_names() -> dict[Visibility, str]:
    """Return the words for who may see a post."""
    return {
        Visibility.PUBLIC: _("Everyone"),
        Visibility.UNLISTED: _("Everyone, but not in public lists"),
        Visibility.FOLLOWERS: _("Followers only"),
    }


def kept_words(code: str) -> str:
    """Return why a password is remembered for this run only, nothing when it is kept for good."""
    if not code:
        return ""
    if code == "secrets.none":
        return explain_code(code, {})
    until = _("Until then it is remembered only until you close SocialCoach.")
    return f"{explain_code(code, {})} {until}"


def for_this_run_words() -> str:
    """Return that a password is not kept for good."""
    return _("Its password is remembered only until you close SocialCoach.")


def standing_words(state: AccountState, now: datetime, zone: ZoneInfo) -> str:
    """Return how an account stands in a few words: "Worked 5 minutes ago"."""
    checked = state.account.checked_at
    when = ago(checked, now, zone) if checked is not None else ""
    if state.standing is Standing.WORKS:
        return _("Works. Checked {when}.").format(when=when)
    if state.standing is Standing.UNCHECKED:
        return _("Not checked since {when}.").format(when=when) if when else _("Not checked yet.")
    if not when:
        return _("Does not work now.")
    return _("Does not work now. It last worked {when}.").format(when=when)


def button_words(standing: Standing) -> str:
    """Return what the one button beside an account says."""
    return _("Sign in again") if standing is Standing.SIGN_IN_AGAIN else _("Check again")


def renamed_words(before: str, now: str) -> str:
    """Return that an account has another handle than before."""
    return _("@{before} is now called @{now}. It is the same account.").format(
        before=before, now=now
    )


def clock_words(minutes: int) -> str:
    """Return that this computer's clock is wrong, or nothing when it is nearly right.

    ``minutes``: how far it is ahead of the server's clock; negative when it is behind.
    """
    if abs(minutes) * 60 < CLOCK_OFF.total_seconds():
        return ""
    late = ngettext(
        "Your computer’s clock seems {count} minute slow. Posts may stand in the wrong order.",
        "Your computer’s clock seems {count} minutes slow. Posts may stand in the wrong order.",
        -minutes,
    )
    early = ngettext(
        "Your computer’s clock seems {count} minute fast. Posts may stand in the wrong order.",
        "Your computer’s clock seems {count} minutes fast. Posts may stand in the wrong order.",
        minutes,
    )
    return (early if minutes > 0 else late).format(count=abs(minutes))


def account_clock_words(account: Account) -> str:
    """Return what ``clock_words`` says of the last check of an account."""
    return clock_words(account.limits.get(CLOCK_OFF_MINUTES, 0))


def wait_words(until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return until when a server wants to be left alone, in the business's own time."""
    today = now.astimezone(zone).date()
    is_today = until.astimezone(zone).date() == today
    when = time_and_zone(until, zone) if is_today else day_and_time(until, today, zone)
    return _("Please try again after {time}.").format(time=when)


def out_words(outcome: Outcome, platform: str) -> str:
    """Return the happy end, with a word on the clock where it is wrong."""
    if outcome.ending is not Ending.OUT:
        return ""
    said = _("It is out on {platform}.").format(platform=platform)
    return " ".join(filter(None, (said, clock_words(outcome.clock_off_minutes))))


def brought_in_words(posts: int, *, has_new_replies: bool) -> str:
    """Return what came in from a network."""
    if not posts:
        return _("Nothing has gone out from here lately, so there is nothing to bring in.")
    figures = ngettext(
        "Fresh figures for {count} post.", "Fresh figures for {count} posts.", posts
    ).format(count=posts)
    new = _("New replies are in Conversations.") if has_new_replies else _("No new replies.")
    return f"{figures} {new}"
