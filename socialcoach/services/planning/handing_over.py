"""Copy and open: the text on the clipboard, the platform's page in the browser, then the history.

A post may be pictures alone; then the page opens and there is nothing to copy.

SocialCoach cannot see whether the owner pressed "Post" over there, so it asks "Did it go out?" and
keeps the answer. Only what is confirmed counts in the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.handover import compose_address, looks_like_post_link
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.services.clock import Clock
from socialcoach.storage.planning.accounts import Accounts
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

BY_HAND_FROM = (
    PublicationStatus.HANDED_OVER,
    PublicationStatus.PLANNED,
    PublicationStatus.FAILED,
)
"""Nothing has gone out in these states, so the same row may go on its way by hand."""


@dataclass(frozen=True)
class HandOver:
    """What the window does next: put ``text`` on the clipboard and open ``address``.

    ``text`` is empty for pictures alone. ``prefilled`` tells that the page opens with the words
    already in it.
    """

    publication: Publication
    text: str
    address: str
    prefilled: bool


@dataclass(frozen=True)
class Contents:
    """What a platform gets of a post: its words, and how many pictures go with them.

    ``text_of(post, platform)`` and ``pictures_going(post_id, platform)``.
    """

    text_of: Callable[[Post, str], str]
    pictures_going: Callable[[int, str], int]


class HandingOver:
    """Hands posts over to platforms and keeps what became of them."""

    def __init__(
        self,
        posts: Posts,
        publications: Publications,
        platforms: Mapping[str, PlatformFacts],
        clock: Clock,
        contents: Contents,
        accounts: Accounts,
    ) -> None:
        self._posts = posts
        self._publications = publications
        self._platforms = platforms
        self._clock = clock
        self._contents = contents
        self._accounts = accounts

    def start(self, post: Post, platform: str) -> HandOver:
        """Note that the post is being handed over to a platform and say what to copy and open.

        Starting again for the same platform does not make a second entry. Raises
        ``UserError("handover.empty")`` when there is nothing to post,
        ``UserError("sending.look_first")`` while it may be out already, and
        ``UserError("sending.already_out")`` when it is.
        """
        text = self._contents.text_of(post, platform)
        if not text.strip():
            text = self._no_words(post, platform)
        publication = self._waiting_entry(post, platform, text)
        page = compose_address(self._platforms[platform], text, server=self._server_on(platform))
        return HandOver(publication, text, page.address, page.prefilled)

    def is_wordless(self, post: Post, platform: str) -> bool:
        """Tell whether only pictures go to a platform, so that there is nothing to copy."""
        words = self._contents.text_of(post, platform).strip()
        return not words and self._contents.pictures_going(post.id, platform) > 0

    def waiting(self) -> list[tuple[Publication, Post]]:
        """Return what may be out and is not yet confirmed, the oldest first.

        It was handed over, or SocialCoach sent it and the answer was lost.
        """
        maybe = (PublicationStatus.HANDED_OVER, PublicationStatus.SENDING)
        entries = self._publications.with_status(*maybe)
        found = ((entry, self._posts.get(entry.post_id)) for entry in entries)
        return [(entry, post) for entry, post in found if post is not None]

    def of_post(self, post_id: int) -> list[Publication]:
        """Return where a post was handed over or went out."""
        return self._publications.of_post(post_id)

    def went_out(self, publication_id: int, link: str = "") -> Changes:
        """Keep that the post is out; ``link`` may be empty.

        Raises ``UserError("handover.link")`` when the link is not one of that platform's.
        """
        entry = self._entry(publication_id)
        link = link.strip()
        if link and not looks_like_post_link(self._platforms[entry.platform], link):
            raise UserError("handover.link", platform=self._platforms[entry.platform].name)
        out = replace(
            entry,
            status=PublicationStatus.OUT,
            at=entry.at if entry.status is PublicationStatus.OUT else self._clock.now(),
            permalink=link,
        )
        self._publications.save(out)
        self._set_status(entry.post_id, PostStatus.OUT)
        return Changes.DRAFTS | Changes.FEED

    def did_not_go_out(self, publication_id: int) -> Changes:
        """Take the entry back; the post is a draft again unless it is out elsewhere.

        What was planned goes back to its place in the plan.
        """
        entry = self._entry(publication_id)
        self._take_back(entry)
        others = self._publications.of_post(entry.post_id)
        post = self._posts.get(entry.post_id)
        is_out = any(other.status is PublicationStatus.OUT for other in others)
        if post is not None and post.status is PostStatus.OUT and not is_out:
            self._set_status(post.id, PostStatus.DRAFT)
        return Changes.DRAFTS | Changes.FEED

    def _no_words(self, post: Post, platform: str) -> str:
        """Return no words, for a post of pictures alone; refuse a post of nothing at all."""
        if not self._contents.pictures_going(post.id, platform):
            raise UserError("handover.empty")
        return ""

    def _server_on(self, platform: str) -> str:
        """Return the owner's own server, where the page to write on is that server's."""
        if "{server}" not in self._platforms[platform].compose.prefill:
            return ""
        servers = [one.server for one in self._accounts.all() if one.platform == platform]
        return next((server for server in servers if ":" not in server), "")

    def _entry(self, publication_id: int) -> Publication:
        entry = self._publications.get(publication_id)
        if entry is None:
            raise UserError("handover.gone")
        return entry

    def _take_back(self, entry: Publication) -> None:
        if entry.planned_for is None:
            self._publications.remove(entry.id)
            return
        planned = PublicationStatus.PLANNED
        self._publications.save(replace(entry, status=planned, at=entry.planned_for, permalink=""))

    def _waiting_entry(self, post: Post, platform: str, text: str) -> Publication:
        """Return the row of this post and platform that goes on its way; a planned one moves on."""
        here = [one for one in self._publications.of_post(post.id) if one.platform == platform]
        if any(one.status is PublicationStatus.SENDING for one in here):
            raise UserError("sending.look_first")
        for status in BY_HAND_FROM:
            for entry in (one for one in here if one.status is status):
                fresh = replace(
                    entry,
                    status=PublicationStatus.HANDED_OVER,
                    text=text,
                    at=self._clock.now(),
                    source=Source.COPY_AND_OPEN,
                    problem="",
                )
                self._publications.save(fresh)
                return fresh
        if any(one.status is PublicationStatus.OUT for one in here):
            raise UserError("sending.already_out")
        return self._publications.add(
            Publication(
                id=0,
                post_id=post.id,
                platform=platform,
                status=PublicationStatus.HANDED_OVER,
                at=self._clock.now(),
                text=text,
                source=Source.COPY_AND_OPEN,
            )
        )

    def _set_status(self, post_id: int, status: PostStatus) -> None:
        post = self._posts.get(post_id)
        if post is not None and post.status is not status:
            self._posts.save(replace(post, status=status, updated_at=self._clock.now()))
