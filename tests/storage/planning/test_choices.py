"""Who may see a post, in the database: kept by platform, gone with the post."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from socialcoach.core.planning.outgoing import Choices, Visibility
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.storage.planning.choices import ChoiceStore
from socialcoach.storage.planning.posts import Posts

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FOLLOWERS = Choices(Visibility.FOLLOWERS, "Food")


def test_a_choice_is_kept_for_one_post_on_one_platform_and_leaves_with_it(database: Database):
    posts, store = Posts(database), ChoiceStore(database)
    one, other = (posts.add(Post(0, "", PostStatus.DRAFT, NOW, NOW)) for _ in range(2))
    store.put(one.id, "mastodon", Choices())
    store.put(one.id, "mastodon", FOLLOWERS)
    assert store.get(one.id, "mastodon") == FOLLOWERS
    assert store.get(one.id, "bluesky") is None
    assert store.get(other.id, "mastodon") is None
    database.execute("delete from post where id = ?", [one.id])
    assert database.table("choice").count == 0
