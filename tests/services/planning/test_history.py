"""Earlier texts are kept while the owner types."""

from __future__ import annotations

from socialcoach.core.planning.version import MAIN
from socialcoach.services.bundle import Services
from tests.conftest import Clock

LOAF = "Wrap the loaf in linen and it stays fresh until Thursday. Never put it in the fridge."


def type_text(services: Services, post_id: int, text: str) -> None:
    """Keep a text as the desk does."""
    services.writing.history.before_keeping(post_id, MAIN, text)
    services.drafting.keep_text(post_id, text, None)


def earlier(services: Services, post_id: int, platform: str = MAIN) -> list[str]:
    """Return the earlier texts."""
    return [one.text for one in services.writing.history.of(post_id, platform)]


def test_text_that_is_replaced_is_found_again(services: Services, clock: Clock):
    post = services.drafting.new(LOAF)
    clock.advance(seconds=5)
    type_text(services, post.id, "Closed today.")
    assert earlier(services, post.id) == [LOAF]


def test_text_taken_out_letter_by_letter_is_found_again(services: Services):
    post = services.drafting.new()
    for end in [*range(len(LOAF) + 1), *range(len(LOAF), -1, -1)]:
        type_text(services, post.id, LOAF[:end])
    assert earlier(services, post.id) == [LOAF]


def test_a_draft_that_was_emptied_stays_with_its_earlier_text(services: Services):
    post = services.drafting.new(LOAF)
    type_text(services, post.id, "")
    services.drafting.forget_if_empty(post.id)
    assert earlier(services, post.id) == [LOAF]
    assert services.drafting.draft(post.id).text == ""


def test_going_back_and_forth_keeps_each_text_once(services: Services):
    post = services.drafting.new(LOAF)
    for _ in range(3):
        type_text(services, post.id, "Closed today, we are at a wedding.")
        type_text(services, post.id, LOAF)
    assert sorted(earlier(services, post.id)) == sorted({*earlier(services, post.id)})
    assert len(earlier(services, post.id)) == 2


def test_each_platform_has_earlier_texts_of_its_own(services: Services):
    post = services.drafting.new("Something else altogether")
    services.writing.versions.keep(post.id, "x", LOAF)
    services.writing.history.before_keeping(post.id, "x", "Short")
    assert earlier(services, post.id, "x") == [LOAF]
    assert earlier(services, post.id) == []


def test_writing_a_whole_post_leaves_few_earlier_texts(services: Services, clock: Clock):
    post = services.drafting.new()
    for day in range(60):
        clock.advance(hours=1)
        for _ in range(20):
            clock.advance(seconds=20)
            text = services.drafting.draft(post.id).text + f" word{day}"
            type_text(services, post.id, text)
    assert 1 <= len(earlier(services, post.id)) <= 30
