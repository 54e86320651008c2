"""What is said where a platform tells of likes and replies, but never how many saw a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.overview import Unseen
from socialcoach.services.words.choosing import join_words
from socialcoach.services.words.numbers import number


def unseen_sentence(unseen: Unseen, when: str) -> str:
    """Say how often people responded; ``when`` is "In October" or "So far in November"."""
    posts = ngettext("{n} post", "{n} posts", unseen.posts).format(n=number(unseen.posts))
    if not unseen.responses:
        return _("{when} nobody has responded to {posts} yet.").format(when=when, posts=posts)
    times = ngettext("once", "{n} times", unseen.responses).format(n=number(unseen.responses))
    said = _("{when} people responded {times} to {posts}.").format(
        when=when, times=times, posts=posts
    )
    return said + " " + _("Nobody can tell how many saw them, so there is no share to draw.")


def unseen_note(platforms: Iterable[str], names: Mapping[str, str]) -> str:
    """Say which platforms (keys) never tell how many saw a post; nothing where there is none."""
    told = [names.get(key, key) for key in platforms]
    if not told:
        return ""
    return _("From {platforms} come likes and replies, but not how many saw a post.").format(
        platforms=join_words(told)
    )
