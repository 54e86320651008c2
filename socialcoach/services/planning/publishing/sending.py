"""Sending a post through a connected account: once, to the right account, and never in doubt.

The order of things is the promise. The attempt is written down before the server is called, what
came of it straight after, and an answer that was lost is looked up before anything is sent again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.mastodon_limits import PICTURE_BYTES
from socialcoach.core.planning.outgoing import Choices, OutgoingPicture, OutgoingPost, Sent
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.core.planning.sending import (
    SETTLED_AFTER,
    Ending,
    Outcome,
    current,
    refuse_other_account,
    refuse_unless_free,
    refuse_what_cannot_go,
    refuse_while_waiting,
)
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.accounts import AccountKeeper
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
    TryLater,
)
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.storage.planning.claims import Claims
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

AS_USUAL = Choices()

CLOCKS_APART = timedelta(days=2)
"""A server's time of a post may lie so far from ours, with a wrong zone on one side."""


@dataclass(frozen=True)
class Shelves:
    """Where posts, publications and claims are kept.

    ``gone_back_at()`` is when the owner went back to an earlier copy of the data, None for never.
    """

    posts: Posts
    publications: Publications
    claims: Claims
    gone_back_at: Callable[[], datetime | None]


@dataclass(frozen=True)
class Contents:
    """Where the text and the pictures of a post for one platform come from.

    ``text_of(post, platform)`` and ``pictures_of(post_id, platform, most_bytes)``, of which the
    last is what the account's own server says it takes, if it says; ``language_of(text)`` is a
    BCP 47 tag such as ``en``, empty when nobody can tell.
    """

    text_of: Callable[[Post, str], str]
    pictures_of: Callable[[int, str, int | None], tuple[OutgoingPicture, ...]]
    language_of: Callable[[str], str]


@dataclass(frozen=True)
class _Attempt:
    """One attempt: the entry as claimed, through which account, with which secret, and what.

    ``begun`` is when the draft was begun.
    """

    entry: Publication
    begun: datetime
    account: Account
    secret: str
    post: OutgoingPost


class Stage(StrEnum):
    """How far a sending is. From ``SENDING`` on it can no longer be stopped."""

    OPENING_STORE = "opening_store"
    SENDING = "sending"


class Watch:
    """Follows one sending from another thread: learns how far it is, and may stop it."""

    def __init__(self, on_stage: Callable[[Stage], object] = lambda _stage: None) -> None:
        self._on_stage = on_stage
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ask that nothing be sent; too late once the stage is ``SENDING``."""
        self._stopped.set()

    def reached(self, stage: Stage) -> None:
        """Note a stage; raise ``UserError("sending.stopped")`` when the owner has said stop."""
        if self._stopped.is_set():
            raise UserError("sending.stopped")
        self._on_stage(stage)


class Sending:
    """Sends and looks up. ``post_now`` and ``look`` may take long: call them in a worker."""

    def __init__(
        self,
        shelves: Shelves,
        accounts: AccountKeeper,
        machinery: Machinery,
        contents: Contents,
        platforms: Mapping[str, PlatformFacts],
        clock: Clock,
    ) -> None:
        self._shelves = shelves
        self._accounts = accounts
        self._machinery = machinery
        self._contents = contents
        self._platforms = platforms
        self._clock = clock

    def check_first(self, post: Post, platform: str, choices: Choices = AS_USUAL) -> None:
        """Raise ``UserError`` for whatever would keep a post from going out; asks nobody."""
        account = self._accounts.of(platform)
        entry = current(self._shelves.publications.of_post(post.id), platform)
        refuse_unless_free(entry)
        refuse_other_account(entry, account)
        refuse_while_waiting(account, self._clock.now())
        self._refuse_unfit(self._outgoing(post, account, choices), account)

    def post_now(
        self,
        post_id: int,
        platform: str,
        watch: Watch | None = None,
        choices: Choices = AS_USUAL,
    ) -> Outcome:
        """Send a post, because the owner has just asked for it.

        ``watch`` is told how far it is, and may stop it until the server is called. Raises
        ``UserError`` when it must not or cannot go out: then nothing has changed. Any other error
        is a bug; the entry then stays SENDING and is looked up like a lost answer.
        """
        post = self._shelves.posts.get(post_id)
        if post is None or post.status is PostStatus.DELETED:
            raise UserError("draft.gone")
        self.check_first(post, platform, choices)
        account = self._accounts.of(platform)
        outgoing = self._outgoing(post, account, choices)
        entry = self._planned_entry(post, platform, account, outgoing)
        watch = watch or Watch()
        watch.reached(Stage.OPENING_STORE)
        try:
            secret = self._accounts.secret_of(account)
        except SignInAgain as trouble:
            unsent = replace(entry, status=PublicationStatus.FAILED)
            return Outcome(unsent, Ending.FAILED, trouble.code, trouble.facts)
        watch.reached(Stage.SENDING)
        claimed = self._claim(entry)
        with self._machinery.under_way.alone_with(claimed.id):
            return self._send(_Attempt(claimed, post.created_at, account, secret, outgoing))

    def look(self, publication_id: int) -> Outcome:
        """Look whether a post whose answer was lost went out; nothing is sent.

        Raises ``UserError`` when that cannot be found out now; the entry then stays as it is.
        """
        with self._machinery.under_way.alone_with(publication_id):
            entry = self._unsure_entry(publication_id)
            account = self._accounts.of(entry.platform)
            refuse_other_account(entry, account)
            try:
                found = self._find(entry, account)
            except NetworkTrouble as trouble:
                return self._still_unsure(entry, account, trouble)
            if found is not None:
                return self._keep_out(entry, account, found)
            if self._clock.now() - entry.at < SETTLED_AFTER:
                return Outcome(entry, Ending.UNSURE, "sending.not_there_yet")
            return self._keep_failed(entry, NothingSent("sending.never_arrived"))

    def unsure(self) -> list[tuple[Publication, Post]]:
        """Return what may be out and has to be looked up, the oldest first."""
        entries = self._shelves.publications.with_status(PublicationStatus.SENDING)
        found = ((entry, self._shelves.posts.get(entry.post_id)) for entry in entries)
        return [(entry, post) for entry, post in found if post is not None]

    def is_under_way(self, publication_id: int) -> bool:
        """Tell whether a publication is being sent or looked up at this moment."""
        return self._machinery.under_way.holds(publication_id)

    def due_direct(self) -> list[tuple[Publication, Post]]:
        """Return planned posts whose time has come and which could be sent from here.

        Nothing sends them by itself: each waits for the owner's click.
        """
        now = self._clock.now()
        connected = {state.account.platform for state in self._accounts.states()}
        entries = self._shelves.publications.with_status(PublicationStatus.PLANNED)
        due = [e for e in entries if e.platform in connected and (e.planned_for or e.at) <= now]
        found = ((entry, self._shelves.posts.get(entry.post_id)) for entry in due)
        return [(entry, post) for entry, post in found if post is not None]

    def give_up(self, publication_id: int) -> None:
        """Take back an attempt that failed: planned again where it was planned, else forgotten."""
        entry = self._shelves.publications.get(publication_id)
        if entry is None or entry.status is not PublicationStatus.FAILED:
            raise UserError("handover.gone")
        if not self._shelves.claims.give_back(entry):
            raise UserError("sending.under_way")

    def _outgoing(self, post: Post, account: Account, choices: Choices) -> OutgoingPost:
        platform, most_bytes = account.platform, account.limits.get(PICTURE_BYTES)
        text = self._contents.text_of(post, platform).replace("\r\n", "\n").strip()
        pictures = self._contents.pictures_of(post.id, platform, most_bytes)
        language = self._contents.language_of(text)
        warning = " ".join(choices.warning.split())
        return OutgoingPost(text, pictures, language, choices.visibility, warning)

    def _refuse_unfit(self, post: OutgoingPost, account: Account) -> None:
        sizes = [_size(picture) for picture in post.pictures]
        refuse_what_cannot_go(post, sizes, self._platforms[account.platform], account.limits)

    def _planned_entry(
        self, post: Post, platform: str, account: Account, outgoing: OutgoingPost
    ) -> Publication:
        """Return what will be written down; its id is 0 when there is no entry yet."""
        now = self._clock.now()
        entry = current(self._shelves.publications.of_post(post.id), platform)
        if entry is None:
            entry = Publication(0, post.id, platform, PublicationStatus.SENDING, now, "")
        network = self._machinery.networks[platform]
        return replace(
            entry,
            status=PublicationStatus.SENDING,
            at=now,
            text=outgoing.text,
            source=Source.DIRECT,
            account_id=account.id,
            attempt_key=entry.attempt_key or network.new_attempt_key(post.created_at, post.id),
            problem="",
        )

    def _claim(self, entry: Publication) -> Publication:
        """Write down that this attempt begins; raise ``UserError`` when another was faster."""
        claims, publications = self._shelves.claims, self._shelves.publications
        taken = claims.take(entry) if entry.id else claims.take_new(entry)
        claimed = current(publications.of_post(entry.post_id), entry.platform)
        if not taken or claimed is None:
            raise UserError("sending.under_way")
        return claimed

    def _send(self, attempt: _Attempt) -> Outcome:
        entry, account = attempt.entry, attempt.account
        network = self._machinery.networks[entry.platform]
        try:
            sent = self._out_already(attempt) or network.send(
                account, attempt.secret, attempt.post, entry.attempt_key
            )
        except NothingSent as trouble:
            self._note_account(account, trouble)
            return self._keep_failed(entry, trouble)
        except NetworkTrouble as trouble:
            return self._after_lost_answer(attempt, trouble)
        return self._keep_out(entry, account, sent)

    def _out_already(self, attempt: _Attempt) -> Sent | None:
        """Look for a post that went out between the copy of the data and the way back to it."""
        gone_back = self._shelves.gone_back_at()
        if gone_back is None or attempt.begun > gone_back:
            return None
        network = self._machinery.networks[attempt.entry.platform]
        key, words = attempt.entry.attempt_key, OutgoingPost(attempt.entry.text)
        known = self._known(attempt.entry.platform, attempt.begun)
        return network.find(attempt.account, attempt.secret, words, key, attempt.begun, known)

    def _after_lost_answer(self, attempt: _Attempt, trouble: NetworkTrouble) -> Outcome:
        """Look once, for good news only: what is not there yet may still be on its way."""
        found: Sent | None = None
        with suppress(NetworkTrouble):
            found = self._find(attempt.entry, attempt.account, attempt.secret)
        if found is not None:
            return self._keep_out(attempt.entry, attempt.account, found)
        kept = replace(attempt.entry, problem=trouble.code)
        self._shelves.publications.save(kept)
        return Outcome(kept, Ending.UNSURE, trouble.code, trouble.facts)

    def _find(self, entry: Publication, account: Account, secret: str = "") -> Sent | None:
        network = self._machinery.networks[entry.platform]
        post = OutgoingPost(entry.text)
        secret = secret or self._accounts.secret_of(account)
        known = self._known(entry.platform, entry.at)
        return network.find(account, secret, post, entry.attempt_key, entry.at, known)

    def _known(self, platform: str, since: datetime) -> frozenset[str]:
        """Return the ids over there of posts that went out since then, or a little before."""
        return self._shelves.publications.sent_keys(platform, since - CLOCKS_APART)

    def _still_unsure(
        self, entry: Publication, account: Account, trouble: NetworkTrouble
    ) -> Outcome:
        self._note_account(account, trouble)
        until = trouble.not_before if isinstance(trouble, TryLater) else None
        code = "sending.unsure" if isinstance(trouble, AnswerLost) else trouble.code
        return Outcome(entry, Ending.UNSURE, code, trouble.facts, until)

    def _keep_out(self, entry: Publication, account: Account, sent: Sent) -> Outcome:
        out = replace(
            entry,
            status=PublicationStatus.OUT,
            at=sent.at,
            permalink=sent.permalink,
            external_key=sent.remote_id,
            problem="",
        )
        self._shelves.publications.save(out)
        self._shelves.claims.mark_out(entry.post_id, self._clock.now())
        self._accounts.note_fine(account)
        return Outcome(out, Ending.OUT, clock_off_minutes=sent.clock_off_minutes)

    def _keep_failed(self, entry: Publication, trouble: NothingSent) -> Outcome:
        failed = replace(entry, status=PublicationStatus.FAILED, problem=trouble.code)
        self._shelves.publications.save(failed)
        until = trouble.not_before if isinstance(trouble, TryLater) else None
        return Outcome(failed, Ending.FAILED, trouble.code, trouble.facts, until)

    def _unsure_entry(self, publication_id: int) -> Publication:
        entry = self._shelves.publications.get(publication_id)
        if entry is None or entry.status is not PublicationStatus.SENDING:
            raise UserError("sending.nothing_unsure")
        return entry

    def _note_account(self, account: Account, trouble: NetworkTrouble) -> None:
        if isinstance(trouble, SignInAgain | TryLater):
            self._accounts.note_trouble(account, trouble)


def _size(picture: OutgoingPicture) -> int:
    """Return the size of a picture in bytes; raise ``UserError`` when it is no longer there."""
    try:
        return picture.file.stat().st_size
    except OSError as error:
        raise UserError("sending.picture_gone", file=picture.file.name) from error
