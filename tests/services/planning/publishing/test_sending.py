"""Sending: once, to the right account, and whatever happens the owner knows where it stands."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.post import PostStatus
from socialcoach.core.planning.publication import PublicationStatus, Source
from socialcoach.core.planning.sending import Ending, Outcome
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NothingSent,
    SignInAgain,
    TryLater,
)
from socialcoach.services.planning.publishing.sending import Stage, Watch
from socialcoach.storage.database import connect
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock
from tests.services.planning.publishing.conftest import Desk
from tests.worlds import open_world

UNSURE = AnswerLost("sending.unsure", server="bsky.social")


def failing(error: Exception):
    """Return something that raises."""

    def fail() -> None:
        raise error

    return fail


def refused(desk: Desk, post_id: int) -> UserError:
    """Try to send a post that must not go, and return why."""
    with pytest.raises(UserError) as caught:
        desk.publishing.sending.post_now(post_id, "bluesky")
    return caught.value


def test_a_post_goes_out_and_is_kept_as_out(connected: Desk):
    post = connected.post()
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    entry = connected.entry(post)
    assert outcome.ending is Ending.OUT
    assert (entry.status, entry.source) == (PublicationStatus.OUT, Source.DIRECT)
    assert (entry.external_key, entry.permalink) == ("at://key1", "https://bsky.app/key1")
    assert (entry.text, entry.account_id) == (post.text, "bluesky:did:plc:rosa")
    assert connected.services.drafting.draft(post.id).status is PostStatus.OUT
    assert connected.services.feed.mixes().of().count == 1


def test_it_is_written_down_before_the_server_is_called(connected: Desk):
    post = connected.post()
    seen: list[tuple[str, str, str]] = []

    def look_over_the_shoulder() -> None:
        other = connect(connected.services.paths.database)
        (entry,) = Publications(other).of_post(post.id)
        seen.append((entry.status, entry.attempt_key, entry.account_id))
        other.close()

    connected.network.before = look_over_the_shoulder
    connected.publishing.sending.post_now(post.id, "bluesky")
    assert seen == [("sending", "key1", "bluesky:did:plc:rosa")]


def test_a_lost_answer_that_is_found_at_once_is_out(connected: Desk):
    post = connected.post()
    connected.network.after = failing(UNSURE)
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    assert outcome.ending is Ending.OUT
    assert connected.entry(post).permalink == "https://bsky.app/key1"


def lose_the_answer(desk: Desk) -> tuple[int, int]:
    """Send a post whose answer is lost and not found; return the post's and the entry's ids."""
    post = desk.post()
    desk.network.after = failing(UNSURE)
    desk.network.looking = failing(NothingSent("network.unreached", server="bsky.social"))
    assert desk.publishing.sending.post_now(post.id, "bluesky").ending is Ending.UNSURE
    desk.network.after, desk.network.looking = (lambda: None), (lambda: None)
    return post.id, desk.entry(post).id


def test_a_lost_answer_stays_unsure_and_is_never_sent_again_before_a_look(connected: Desk):
    post_id, entry_id = lose_the_answer(connected)
    assert refused(connected, post_id).code == "sending.look_first"
    assert [(entry.id, post.id) for entry, post in connected.publishing.sending.unsure()] == [
        (entry_id, post_id)
    ]
    outcome = connected.publishing.sending.look(entry_id)
    assert outcome.ending is Ending.OUT
    assert connected.network.sent_times == 1


def test_it_is_looked_for_apart_from_what_is_known_to_be_out(connected: Desk):
    before = connected.post("Which crust do you like?")
    connected.publishing.sending.post_now(before.id, "bluesky")
    _post_id, entry_id = lose_the_answer(connected)
    connected.publishing.sending.look(entry_id)
    assert connected.network.known == {connected.entry(before).external_key}


def test_what_is_not_there_yet_may_still_be_on_its_way(connected: Desk, clock: Clock):
    _post_id, entry_id = lose_the_answer(connected)
    connected.network.out.clear()
    sending = connected.publishing.sending
    assert sending.look(entry_id).code == "sending.not_there_yet"
    clock.advance(minutes=3)
    outcome = sending.look(entry_id)
    assert (outcome.ending, outcome.code) == (Ending.FAILED, "sending.never_arrived")


def test_after_a_look_that_found_nothing_it_goes_out_under_the_same_key(
    connected: Desk, clock: Clock
):
    post_id, entry_id = lose_the_answer(connected)
    connected.network.out.clear()
    clock.advance(minutes=3)
    connected.publishing.sending.look(entry_id)
    connected.publishing.sending.post_now(post_id, "bluesky")
    assert list(connected.network.out) == ["key1"]
    assert connected.network.keys == 1


def test_a_look_that_fails_leaves_everything_as_it_is(connected: Desk, clock: Clock):
    _post_id, entry_id = lose_the_answer(connected)
    clock.advance(days=1)
    connected.network.looking = failing(NothingSent("network.unreached", server="bsky.social"))
    outcome = connected.publishing.sending.look(entry_id)
    assert (outcome.ending, outcome.code) == (Ending.UNSURE, "network.unreached")
    assert connected.publishing.sending.unsure()


def test_a_crash_in_the_middle_leaves_it_unsure(connected: Desk):
    post = connected.post()
    connected.network.after = failing(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        connected.publishing.sending.post_now(post.id, "bluesky")
    assert connected.entry(post).status is PublicationStatus.SENDING
    assert refused(connected, post.id).code == "sending.look_first"
    assert connected.publishing.sending.look(connected.entry(post).id).ending is Ending.OUT


def test_nothing_sent_leaves_the_draft_unharmed_and_a_retry_uses_the_same_key(connected: Desk):
    post = connected.post()
    connected.network.before = failing(NothingSent("network.unreached", server="bsky.social"))
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    entry = connected.entry(post)
    assert (outcome.ending, outcome.code) == (Ending.FAILED, "network.unreached")
    assert (entry.status, entry.problem) == (PublicationStatus.FAILED, "network.unreached")
    assert connected.services.drafting.draft(post.id) == post
    connected.network.before = lambda: None
    assert connected.publishing.sending.post_now(post.id, "bluesky").ending is Ending.OUT
    assert (list(connected.network.out), connected.network.keys) == (["key1"], 1)
    assert len(connected.services.handing_over.of_post(post.id)) == 1


def test_a_server_that_asks_for_a_pause_is_left_alone_until_then(connected: Desk, clock: Clock):
    post = connected.post()
    until = clock.now() + timedelta(minutes=10)
    connected.network.before = failing(TryLater("sending.later", until, server="bsky.social"))
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    assert (outcome.ending, outcome.until) == (Ending.FAILED, until)
    connected.network.before = lambda: None
    error = refused(connected, post.id)
    assert (error.code, error.facts["until"]) == ("sending.wait", until)
    clock.advance(minutes=11)
    assert connected.publishing.sending.post_now(post.id, "bluesky").ending is Ending.OUT
    assert connected.publishing.accounts.states()[0].standing == "works"


def test_a_password_no_longer_taken_marks_the_account(connected: Desk):
    post = connected.post()
    connected.network.before = failing(SignInAgain("account.sign_in", server="bsky.social"))
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    assert outcome.ending is Ending.FAILED
    (state,) = connected.publishing.accounts.states()
    assert (state.standing, state.code) == ("sign_in_again", "account.sign_in")


def test_an_account_without_its_secret_sends_nothing(connected: Desk):
    post = connected.post()
    connected.machinery.secrets.forget("bluesky:did:plc:rosa")
    outcome = connected.publishing.sending.post_now(post.id, "bluesky")
    assert (outcome.ending, outcome.code) == (Ending.FAILED, "account.sign_in")
    assert connected.services.handing_over.of_post(post.id) == []
    assert connected.network.sent_times == 0


def test_a_post_begun_through_another_account_never_goes_out_through_this_one(
    connected: Desk, rosa: Account
):
    post = connected.post()
    connected.network.before = failing(NothingSent("network.unreached", server="bsky.social"))
    connected.publishing.sending.post_now(post.id, "bluesky")
    accounts = connected.publishing.accounts
    accounts.disconnect(rosa.id)
    accounts.connect(replace(rosa, id="bluesky:did:plc:shop", handle="shop.bsky.social"), "secret")
    assert refused(connected, post.id).code == "sending.other_account"
    connected.publishing.sending.give_up(connected.entry(post).id)
    connected.network.before = lambda: None
    assert connected.publishing.sending.post_now(post.id, "bluesky").ending is Ending.OUT


def test_what_is_unsure_is_not_looked_up_through_another_account(connected: Desk, rosa: Account):
    _post_id, entry_id = lose_the_answer(connected)
    accounts = connected.publishing.accounts
    accounts.disconnect(rosa.id)
    accounts.connect(replace(rosa, id="bluesky:did:plc:shop", handle="shop.bsky.social"), "secret")
    with pytest.raises(UserError) as caught:
        connected.publishing.sending.look(entry_id)
    assert caught.value.code == "sending.other_account"


def test_two_clicks_in_two_threads_make_one_post(connected: Desk):
    post = connected.post()
    together = threading.Barrier(8)

    def click() -> str:
        database = connect(connected.services.paths.database)
        sending = connected.again(database).sending
        together.wait()
        try:
            return sending.post_now(post.id, "bluesky").ending
        except UserError as error:
            return error.code
        finally:
            database.close()

    with ThreadPoolExecutor(8) as pool:
        endings = [future.result() for future in [pool.submit(click) for _ in range(8)]]
    assert endings.count("out") == 1
    assert set(endings) <= {"out", "sending.under_way", "sending.look_first", "sending.already_out"}
    assert connected.network.sent_times == 1
    assert len(connected.services.handing_over.of_post(post.id)) == 1


def test_a_look_waits_while_the_post_is_being_sent(connected: Desk):
    post = connected.post()
    inside, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        inside.set()
        assert go_on.wait(20)

    connected.network.before = hold

    def click() -> Outcome:
        database = connect(connected.services.paths.database)
        try:
            return connected.again(database).sending.post_now(post.id, "bluesky")
        finally:
            database.close()

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(click)
        assert inside.wait(20)
        entry = connected.entry(post)
        assert connected.publishing.sending.is_under_way(entry.id)
        with pytest.raises(UserError) as caught:
            connected.publishing.sending.look(entry.id)
        go_on.set()
        assert future.result(20).ending is Ending.OUT
    assert caught.value.code == "sending.under_way"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (PublicationStatus.OUT, "sending.already_out"),
        (PublicationStatus.HANDED_OVER, "sending.handed_over"),
        (PublicationStatus.SENDING, "sending.look_first"),
    ],
)
def test_what_is_out_or_may_be_is_not_sent(
    connected: Desk, clock: Clock, status: PublicationStatus, code: str
):
    post = connected.post()
    entry = connected.plan(post, clock.now())
    Publications(connected.database).save(replace(entry, status=status))
    assert refused(connected, post.id).code == code
    assert connected.network.sent_times == 0


def test_a_planned_post_keeps_its_day_when_it_is_sent(connected: Desk, clock: Clock):
    post = connected.post()
    planned = connected.plan(post, clock.now() - timedelta(hours=1))
    connected.publishing.sending.post_now(post.id, "bluesky")
    entry = connected.entry(post)
    assert (entry.id, entry.planned_for) == (planned.id, planned.planned_for)
    assert entry.status is PublicationStatus.OUT


def test_a_planned_post_that_failed_can_be_put_back_on_its_day(connected: Desk, clock: Clock):
    post = connected.post()
    planned = connected.plan(post, clock.now() + timedelta(days=1))
    connected.network.before = failing(NothingSent("sending.refused", server="bsky.social"))
    connected.publishing.sending.post_now(post.id, "bluesky")
    connected.publishing.sending.give_up(planned.id)
    assert connected.entry(post) == replace(planned, source=Source.DIRECT)


def test_what_did_not_fail_cannot_be_given_up(connected: Desk):
    _post_id, entry_id = lose_the_answer(connected)
    with pytest.raises(UserError):
        connected.publishing.sending.give_up(entry_id)
    assert connected.publishing.sending.unsure()


def test_planned_posts_wait_for_the_owner_however_late_it_is(connected: Desk, clock: Clock):
    late, later = connected.post("Late"), connected.post("Later")
    connected.plan(late, clock.now() - timedelta(days=2))
    connected.plan(later, clock.now() + timedelta(days=2))
    due = connected.publishing.sending.due_direct()
    assert [post.text for _entry, post in due] == ["Late"]
    assert connected.network.sent_times == 0


def test_nothing_is_due_to_be_sent_without_an_account(desk: Desk, clock: Clock):
    desk.plan(desk.post(), clock.now() - timedelta(days=2))
    assert desk.publishing.sending.due_direct() == []


def test_a_sending_can_be_stopped_until_the_server_is_called(connected: Desk):
    post = connected.post()
    watch = Watch()
    stages: list[Stage] = []

    def on_stage(stage: Stage) -> None:
        stages.append(stage)
        watch.stop()

    watch = Watch(on_stage)
    with pytest.raises(UserError) as caught:
        connected.publishing.sending.post_now(post.id, "bluesky", watch)
    assert (caught.value.code, stages) == ("sending.stopped", [Stage.OPENING_STORE])
    assert connected.services.handing_over.of_post(post.id) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ", "handover.empty"),
        ("x" * 301, "sending.too_long"),
        ("👨‍👩‍👧‍👦" * 121, "sending.too_many_bytes"),
        ("#" + "x" * 65, "sending.text"),
        ("a\x07b", "sending.text"),
    ],
)
def test_what_bluesky_would_refuse_is_said_before_anything_is_sent(
    connected: Desk, text: str, code: str
):
    post = connected.post(text)
    assert refused(connected, post.id).code == code
    assert connected.services.handing_over.of_post(post.id) == []


def test_a_picture_goes_out_within_what_the_owners_own_server_takes(desk: Desk, rosa: Account):
    small = replace(rosa, limits={"image_size_limit": 40_000})
    desk.publishing.accounts.connect(small, "abcd-efgh-ijkl-mnop")
    post = desk.post()
    grain = Image.effect_noise((400, 300), 90)
    drawn = BytesIO()
    grain.save(drawn, "PNG")
    kept = desk.services.writing.pictures.add(post.id, drawn.getvalue(), "grain.png")
    assert kept.size > 40_000
    desk.publishing.sending.post_now(post.id, "bluesky")
    ((picture,),) = [sent.pictures for sent in desk.network.out.values()]
    assert 0 < picture.file.stat().st_size <= 40_000


def test_after_going_back_to_an_earlier_copy_what_is_out_is_found_and_not_sent_again(
    connected: Desk, clock: Clock
):
    services, post = connected.services, connected.post()
    copy = services.keeping.copy_now()
    connected.publishing.sending.post_now(post.id, "bluesky")
    clock.advance(days=2)
    services.restoring.go_back(copy)
    database, connected.services = open_world(services.paths.folder, clock)
    publishing = connected.again(database)
    outcome = publishing.sending.post_now(post.id, "bluesky")
    assert outcome.ending is Ending.OUT
    assert outcome.publication.permalink == "https://bsky.app/key1"
    assert connected.network.sent_times == 1
    clock.advance(minutes=1)
    later = connected.services.drafting.new("Another one", platforms=("bluesky",))
    assert publishing.sending.post_now(later.id, "bluesky").ending is Ending.OUT
    assert connected.network.sent_times == 2
    database.close()


def test_nothing_is_sent_without_an_account(desk: Desk):
    assert refused(desk, desk.post().id).code == "sending.no_account"


def test_a_draft_thrown_away_is_not_sent(connected: Desk):
    post = connected.post()
    connected.services.drafting.throw_away(post.id)
    assert refused(connected, post.id).code == "draft.gone"


def test_what_the_owner_types_meanwhile_is_not_lost(connected: Desk):
    post = connected.post()
    notes = "Ask Ana for the recipe"

    def type_on() -> None:
        connected.services.drafting.keep_notes(post.id, notes)

    connected.network.after = type_on
    connected.publishing.sending.post_now(post.id, "bluesky")
    kept = connected.services.drafting.draft(post.id)
    assert (kept.notes, kept.status) == (notes, PostStatus.OUT)


def test_times_are_those_of_the_sending(connected: Desk):
    post = connected.post()
    connected.publishing.sending.post_now(post.id, "bluesky")
    assert connected.entry(post).at == datetime.fromisoformat("2026-11-22T09:00:00+00:00")
