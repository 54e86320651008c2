"""Pictures and platforms: how many, which shape, where to cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_check import PictureNote, check_pictures
from socialcoach.core.planning.picture_check import PictureNoteCode as Code
from socialcoach.core.planning.picture_shape import (
    Shaping,
    best_ratio,
    can_be_fitted,
    is_out_of_shape,
    shaping,
)
from socialcoach.core.planning.platform_facts import PictureFacts, PictureSize

FACTS = PictureFacts(
    most=2,
    sizes=(PictureSize("tall", 1080, 1350), PictureSize("post", 1080, 1080)),
    source="a test",
    alt_limit=10,
    narrowest=0.8,
    widest=1.91,
    min_width=400,
    min_height=300,
)
SQUARE = Picture(1, 1, "a.jpg", "image/jpeg", 1000, 1000, 5, 0)


def notes(*pictures: Picture, facts: PictureFacts = FACTS) -> tuple[PictureNote, ...]:
    """Check pictures for a platform named x."""
    return check_pictures(pictures, "x", facts)


def test_a_good_picture_has_no_remarks():
    assert notes(SQUARE) == ()


def test_a_platform_that_needs_a_picture_says_so_only_without_one():
    needing = replace(FACTS, required=True)
    assert notes(facts=needing) == (PictureNote(Code.NEEDED),)
    assert notes(SQUARE, facts=needing) == ()


def test_one_too_many_is_said_once_and_the_rest_are_not_looked_at():
    tiny = replace(SQUARE, width=10, height=10)
    assert notes(SQUARE, SQUARE, tiny) == (PictureNote(Code.TOO_MANY, figure=2),)


def test_shape_size_and_description_are_said_with_the_number_of_the_picture():
    wide = replace(SQUARE, width=3000)
    tall = replace(SQUARE, height=3000, alt="x" * 11)
    assert notes(wide, tall) == (
        PictureNote(Code.TOO_WIDE, 1),
        PictureNote(Code.TOO_TALL, 2),
        PictureNote(Code.ALT_TOO_LONG, 2, 10),
    )
    assert notes(replace(SQUARE, width=300, height=300)) == (PictureNote(Code.TOO_SMALL, 1, 400),)


@pytest.mark.parametrize("fit", [Fit.BORDER, Fit.CROP])
def test_a_border_or_a_crop_settles_the_shape_on_that_platform_alone(fit: Fit):
    wide = replace(SQUARE, width=3000, fits={"x": fit})
    assert notes(wide) == ()
    assert check_pictures([wide], "y", FACTS) == (PictureNote(Code.TOO_WIDE, 1),)


def test_outside_the_bounds_the_nearest_bound_is_best_and_inside_the_nearest_good_size():
    assert best_ratio(3.0, FACTS) == 1.91
    assert best_ratio(0.5, FACTS) == 0.8
    assert best_ratio(1.2, FACTS) == 1.0


def test_a_crop_takes_the_middle():
    assert shaping(3000, 1000, Fit.CROP, FACTS) == Shaping(box=(545, 0, 2455, 1000))
    assert shaping(1000, 2000, Fit.CROP, FACTS) == Shaping(box=(0, 375, 1000, 1625))


def test_a_border_keeps_every_pixel():
    assert shaping(3000, 1000, Fit.BORDER, FACTS) == Shaping(canvas=(3000, 1571))
    assert shaping(1000, 2000, Fit.BORDER, FACTS) == Shaping(canvas=(1600, 2000))


def test_left_as_it_is_nothing_is_done():
    assert shaping(3000, 1000, Fit.AS_IT_IS, FACTS) == Shaping()


@given(st.integers(32, 4000), st.integers(32, 4000), st.sampled_from([Fit.CROP, Fit.BORDER]))
def test_a_fitted_picture_is_in_shape(width: int, height: int, fit: Fit):
    done = shaping(width, height, fit, FACTS)
    if done.box is not None:
        left, top, right, bottom = done.box
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        width, height = right - left, bottom - top
    elif done.canvas is not None:
        assert done.canvas[0] >= width
        assert done.canvas[1] >= height
        width, height = done.canvas
    if min(width, height) > 200:
        assert not is_out_of_shape(width / height, FACTS)


def test_a_platform_without_bounds_takes_every_shape():
    free = replace(FACTS, narrowest=None, widest=None)
    assert not is_out_of_shape(20.0, free)
    assert can_be_fitted(20.0, free)
    assert not can_be_fitted(1.0, free)
