"""What can go wrong with Mastodon, in the owner's words."""

from __future__ import annotations

from gettext import gettext as _


def error_sentences() -> dict[str, str]:
    """Return the sentence for each code that only Mastodon has."""
    return {**_typed(), **_signing_in(), **_posting()}


def _typed() -> dict[str, str]:
    return {
        "mastodon.server_blank": _(
            "Please fill in your server. It is the last part of your Mastodon name, such as "
            "mastodon.social."
        ),
        "mastodon.server_spaces": _(
            "There is a blank in “{server}”. A server’s name is one word, such as mastodon.social."
        ),
        "mastodon.server_http": _(
            "“{server}” begins with http, which others can listen to. Only https is safe."
        ),
        "mastodon.server_letters": _(
            "“{server}” has letters that only look familiar: {letters}. Please type it yourself "
            "instead of pasting it."
        ),
        "mastodon.server": _(
            "“{server}” is not the name of a server. It looks like mastodon.social."
        ),
        "mastodon.code_blank": _("Please paste the code that your server shows you."),
    }


def _signing_in() -> dict[str, str]:
    return {
        "mastodon.not_mastodon": _(
            "{server} does not answer as a Mastodon server does. Please check the spelling."
        ),
        "mastodon.moved": _(
            "{server} sends us on to {other}. If that is your server, type {other} instead."
        ),
        "mastodon.code_wrong": _(
            "{server} did not take the code. A code works once and only for some minutes. Please "
            "sign in again."
        ),
        "mastodon.denied": _("Nothing was connected. You can sign in again whenever you like."),
        "mastodon.waited_too_long": _(
            "The browser did not come back in time. Please sign in again."
        ),
        "mastodon.cancelled": _("Signing in was stopped. Nothing was connected."),
    }


def _posting() -> dict[str, str]:
    return {
        "mastodon.refused": _(
            "{server} did not take this post. It says: “{reason}”. Nothing went out. Your draft is "
            "unchanged."
        ),
        "mastodon.picture_refused": _(
            "{server} did not take a picture. It says: “{reason}”. Nothing went out."
        ),
        "mastodon.picture_slow": _(
            "{server} is slow with your picture today. Nothing went out. Please try again in a "
            "while."
        ),
        "mastodon.too_many_posts": _(
            "There are too many posts on {server} since then to look through. Please look there "
            "yourself."
        ),
    }
