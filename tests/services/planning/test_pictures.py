"""Pictures of a post: added, described, ordered, taken out, put back, and written to go out."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.post import Post
from socialcoach.services.bundle import Services
from socialcoach.services.planning.pictures import MOST_PICTURES, PostPictures
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn, jpeg_file, telling_exif


@pytest.fixture
def post(services: Services) -> Post:
    """A draft."""
    return services.drafting.new("Bread", platforms=("bluesky", "instagram"))


@pytest.fixture
def pictures(services: Services) -> PostPictures:
    """What is tested here."""
    return services.writing.pictures


def add(services: Services, post: Post, size: tuple[int, int] = (640, 480)) -> Picture:
    """Put a drawn picture to the post."""
    return services.writing.pictures.add(post.id, as_bytes(drawn(size)), "bread.jpg")


def noise(size: tuple[int, int]) -> bytes:
    """Return a picture that no format can make small."""
    raw = os.urandom(size[0] * size[1] * 3)
    return as_bytes(Image.frombytes("RGB", size, raw), quality=98)


def files(services: Services) -> set[str]:
    """Return the names of all picture files."""
    folder = services.paths.pictures
    return {file.name for file in folder.iterdir()} if folder.exists() else set()


def test_a_picture_is_kept_with_its_size_and_a_name_of_its_own(
    services: Services, post: Post, pictures: PostPictures, tmp_path: Path
):
    made = pictures.add(post.id, jpeg_file(tmp_path / "from phone"), "bread.jpg")
    assert pictures.of_post(post.id) == (made,)
    assert (made.width, made.height, made.place, made.alt) == (640, 480, 0, "")
    assert pictures.path(made).stat().st_size == made.size
    assert "bread" not in made.file


def test_what_is_no_picture_changes_nothing(services: Services, post: Post, pictures: PostPictures):
    with pytest.raises(UserError):
        pictures.add(post.id, b"not a picture", "bread.jpg")
    assert pictures.of_post(post.id) == ()
    assert files(services) == set()
    assert services.drafting.draft(post.id) == post


def test_a_post_holds_only_so_many(services: Services, post: Post, database: Database):
    made = add(services, post)
    row = dict(next(iter(database.query("select * from picture"))))
    for _ in range(MOST_PICTURES - 1):
        database.table("picture").insert({**row, "id": None})
    with pytest.raises(UserError, match=r"picture\.enough"):
        add(services, post)
    assert files(services) == {made.file}


def test_a_full_disk_is_said_and_leaves_no_half(
    services: Services, post: Post, pictures: PostPictures
):
    services.paths.pictures.write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError, match=r"picture\.not_written"):
        add(services, post)
    assert pictures.of_post(post.id) == ()


def test_words_for_those_who_cannot_see_it_are_kept(
    services: Services, post: Post, pictures: PostPictures
):
    made = add(services, post)
    assert pictures.describe(made.id, "A loaf on a board") is Changes.DRAFTS
    assert pictures.describe(made.id, "A loaf on a board") is Changes.NOTHING
    assert pictures.of_post(post.id)[0].alt == "A loaf on a board"


def test_the_order_is_the_owners(services: Services, post: Post, pictures: PostPictures):
    ids = [add(services, post).id for _ in range(3)]
    wanted = [ids[2], ids[0], ids[1]]
    assert pictures.order(post.id, wanted) is Changes.DRAFTS
    assert [picture.id for picture in pictures.of_post(post.id)] == wanted
    assert pictures.order(post.id, wanted) is Changes.NOTHING


def test_a_picture_taken_out_comes_back_to_its_place(
    services: Services, post: Post, pictures: PostPictures
):
    ids = [add(services, post).id for _ in range(3)]
    pictures.remove(ids[1])
    assert [picture.id for picture in pictures.of_post(post.id)] == [ids[0], ids[2]]
    pictures.bring_back(ids[1])
    assert [picture.id for picture in pictures.of_post(post.id)] == ids


def test_an_empty_draft_with_a_picture_is_not_dropped(services: Services, pictures: PostPictures):
    post = services.drafting.new()
    add(services, post)
    services.drafting.forget_if_empty(post.id)
    assert services.drafting.draft(post.id).id == post.id


def grow_old(services: Services, **by: float) -> None:
    """Let the files of all pictures be from a time before the clock's now."""
    then = (services.clock.now() - timedelta(**by)).timestamp()
    for file in services.paths.pictures.iterdir():
        os.utime(file, (then, then))


def test_a_picture_taken_out_is_thrown_away_a_day_later_and_not_before(
    services: Services, post: Post, pictures: PostPictures, clock: Clock
):
    kept, gone = add(services, post), add(services, post)
    pictures.remove(gone.id)
    clock.advance(hours=23)
    grow_old(services, hours=2)
    pictures.tidy()
    pictures.bring_back(gone.id)
    pictures.remove(gone.id)
    clock.advance(hours=25)
    pictures.tidy()
    assert files(services) == {kept.file}
    with pytest.raises(UserError, match=r"picture\.gone"):
        pictures.bring_back(gone.id)


def test_tidying_takes_orphans_and_halves_but_nothing_new_and_nothing_strange(
    services: Services, post: Post, pictures: PostPictures
):
    made = add(services, post)
    folder = services.paths.pictures
    orphan, half = folder / f"{'a' * 32}.jpg", folder / f"{'b' * 32}.jpg.part"
    for file in (orphan, half, folder / "holiday.jpg"):
        file.write_bytes(b"x")
    grow_old(services, hours=2)
    (folder / f"{'c' * 32}.jpg").write_bytes(b"on its way")
    os.utime(folder / f"{'c' * 32}.jpg", times=(services.clock.now().timestamp(),) * 2)
    pictures.tidy()
    assert files(services) == {made.file, "holiday.jpg", f"{'c' * 32}.jpg"}


def test_a_file_set_aside_keeps_its_pictures_and_an_unreadable_one_keeps_all(
    services: Services, post: Post, pictures: PostPictures, clock: Clock
):
    made = add(services, post)
    copy = services.keeping.copy_now()
    aside = services.paths.folder / "socialcoach-set-aside.db"
    aside.write_bytes(copy.read_bytes())
    pictures.remove(made.id)
    clock.advance(days=2)
    grow_old(services, hours=2)
    pictures.tidy()
    assert files(services) == {made.file}
    aside.write_bytes(b"damaged " * 1000)
    pictures.tidy()
    assert files(services) == {made.file}
    aside.unlink()
    pictures.tidy()
    assert files(services) == set()


def test_what_goes_out_is_within_the_platforms_limits(
    services: Services, post: Post, pictures: PostPictures
):
    pictures.add(post.id, noise((2000, 1600)), "noise.jpg")
    assert pictures.of_post(post.id)[0].size > 1_000_000
    (ready,) = pictures.outgoing(post.id, "bluesky")
    assert ready.file.stat().st_size <= 1_000_000
    with Image.open(ready.file) as image:
        assert image.size == (ready.width, ready.height)
    assert ready.mime == "image/jpeg"


def test_a_server_that_takes_less_gets_less(post: Post, pictures: PostPictures):
    pictures.add(post.id, noise((2000, 1600)), "noise.jpg")
    (usual,) = pictures.outgoing(post.id, "mastodon")
    assert usual.file.stat().st_size > 1_000_000
    (ready,) = pictures.outgoing(post.id, "mastodon", 300_000)
    assert ready.file.stat().st_size <= 300_000


def test_what_goes_out_holds_no_place(services: Services, post: Post, pictures: PostPictures):
    pictures.add(post.id, as_bytes(drawn(), exif=telling_exif(6)), "bread.jpg")
    for platform in services.platforms:
        (ready,) = pictures.outgoing(post.id, platform)
        with Image.open(ready.file) as image:
            assert dict(image.getexif()) == {}
        assert (ready.width, ready.height) == (480, 640)


def test_only_as_many_go_out_as_the_platform_takes_in_the_owners_order(
    services: Services, post: Post, pictures: PostPictures
):
    ids = [add(services, post, (640 + step, 480)).id for step in range(6)]
    pictures.order(post.id, ids[::-1])
    ready = pictures.outgoing(post.id, "bluesky")
    assert [picture.width for picture in ready] == [645, 644, 643, 642]
    assert [picture.file.name for picture in ready] == ["1.jpg", "2.jpg", "3.jpg", "4.jpg"]


def test_a_wish_for_a_platform_leaves_the_original_and_the_others_alone(
    services: Services, post: Post, pictures: PostPictures
):
    made = add(services, post, (1500, 500))
    pictures.fit(made.id, "instagram", Fit.CROP)
    (cut,) = pictures.outgoing(post.id, "instagram")
    (whole,) = pictures.outgoing(post.id, "bluesky")
    assert (cut.width, cut.height) == (955, 500)
    assert (whole.width, whole.height) == (1500, 500)
    pictures.fit(made.id, "instagram", Fit.BORDER)
    (framed,) = pictures.outgoing(post.id, "instagram")
    assert (framed.width, framed.height) == (1500, 785)
    pictures.fit(made.id, "instagram", Fit.AS_IT_IS)
    assert pictures.of_post(post.id) == (made,)


def test_the_folder_holds_only_what_goes_out_now(
    services: Services, post: Post, pictures: PostPictures
):
    first, second = add(services, post), add(services, post)
    pictures.outgoing(post.id, "instagram")
    pictures.remove(first.id)
    pictures.outgoing(post.id, "instagram")
    folder = pictures.ready_folder(post.id, "instagram")
    assert [file.name for file in folder.iterdir()] == ["1.jpg"]
    assert second.id


def test_pictures_put_ready_by_two_at_once_are_all_there(services: Services, post: Post):
    add(services, post)

    def put_ready(_number: int) -> list[int]:
        with services.in_worker() as own:
            ready = own.writing.pictures.outgoing(post.id, "instagram")
            return [picture.file.stat().st_size for picture in ready]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(put_ready, range(40)))
    assert len({tuple(sizes) for sizes in found}) == 1


def test_words_longer_than_the_platform_takes_are_cut_on_the_way_out_only(
    services: Services, post: Post, pictures: PostPictures
):
    made = add(services, post)
    pictures.describe(made.id, "x" * 3000)
    assert len(pictures.outgoing(post.id, "bluesky")[0].alt) == 2000
    assert len(pictures.of_post(post.id)[0].alt) == 3000


@pytest.mark.parametrize("name", ["../socialcoach.db", "C:\\x.jpg", "x.jpg", ""])
def test_a_name_that_is_not_ours_is_never_opened(
    services: Services, post: Post, pictures: PostPictures, database: Database, name: str
):
    made = add(services, post)
    database.execute("update picture set file = ? where id = ?", [name, made.id])
    with pytest.raises(UserError, match=r"picture\.gone"):
        pictures.outgoing(post.id, "bluesky")


def test_a_picture_whose_file_is_gone_is_said(
    services: Services, post: Post, pictures: PostPictures
):
    made = add(services, post)
    pictures.path(made).unlink()
    with pytest.raises(UserError, match=r"picture\.gone"):
        pictures.outgoing(post.id, "bluesky")


def test_pictures_put_ready_are_cleared_away_after_a_week(
    services: Services, post: Post, pictures: PostPictures
):
    add(services, post)
    pictures.outgoing(post.id, "bluesky")
    folder = pictures.ready_folder(post.id, "bluesky")
    pictures.tidy()
    long_ago = (services.clock.now() - timedelta(days=8)).timestamp()
    os.utime(folder, (long_ago, long_ago))
    pictures.tidy()
    assert not folder.exists()


def test_see_through_pictures_get_white_paper_where_a_border_is_wanted(
    services: Services, post: Post, pictures: PostPictures
):
    image = drawn((1500, 500), mode="RGBA")
    image.putalpha(0)
    made = pictures.add(post.id, as_bytes(image, "PNG"), "logo.png")
    pictures.fit(made.id, "instagram", Fit.BORDER)
    (ready,) = pictures.outgoing(post.id, "instagram")
    with Image.open(BytesIO(ready.file.read_bytes())) as opened:
        assert opened.convert("RGB").getpixel((750, 390)) == (255, 255, 255)
