"""Pictures, versions and sketches in plain words."""

from __future__ import annotations

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_check import PictureNote, PictureNoteCode
from socialcoach.core.planning.preview import sketch
from socialcoach.core.planning.version import MAIN, Versions
from socialcoach.services.words.pictures import (
    adding_sentence,
    described_sentence,
    picture_note_sentence,
    refused_sentence,
    spoken_picture,
)
from socialcoach.services.words.preview import description_note, link_note, seen_note, shape_note
from socialcoach.services.words.versions import main_text_sentence, version_sentence
from tests.worlds import bundled

PLAIN = Picture(1, 1, "a.jpg", "image/jpeg", 1800, 600, 5, 0)


@pytest.mark.parametrize("code", list(PictureNoteCode))
def test_every_remark_names_the_platform(code: PictureNoteCode):
    words = picture_note_sentence(PictureNote(code, 2, 4), "Bluesky")
    assert "Bluesky" in words
    assert "{" not in words


def test_one_and_several_are_told_apart():
    too_many = PictureNoteCode.TOO_MANY
    assert picture_note_sentence(PictureNote(too_many, figure=1), "Google") == (
        "Google takes 1 picture: the first goes out."
    )
    assert "the first ones" in picture_note_sentence(PictureNote(too_many, figure=4), "Bluesky")
    assert described_sentence([PLAIN]) == "1 picture has no description yet."
    assert described_sentence([]) == ""


def test_a_screen_reader_hears_the_description():
    assert spoken_picture(PLAIN, 1, 3) == "Picture 1 of 3: no description yet"


def test_several_refusals_are_one_sentence_and_a_count():
    errors = [UserError("picture.empty", file="a.jpg"), UserError("picture.video", file="b.mp4")]
    words = refused_sentence(errors)
    assert "a.jpg" in words
    assert words.endswith("1 more could not be added.")


def test_progress_counts_from_one():
    assert adding_sentence(0, 1) == "Adding the picture…"
    assert adding_sentence(1, 3) == "Adding picture 2 of 3…"


def test_a_version_says_whether_it_follows():
    versions = Versions("Bread").with_text("x", "Rolls")
    assert version_sentence(versions, "facebook") == "Same as the main text"
    assert version_sentence(versions, "x") == "Its own words"
    assert version_sentence(versions, MAIN) == ""
    assert main_text_sentence(["Facebook", "X"]) == "Facebook and X have their own words."


def test_the_sketch_says_what_is_cut_what_is_no_link_and_what_is_only_probable():
    facts = bundled().platforms["instagram"]
    made = sketch("See https://example.com " + "and more words " * 30, (PLAIN,), facts)
    assert seen_note(made, facts).startswith("Probably: ") is not facts.text.certain
    assert "Nobody can tap it" in link_note(made, facts)
    assert shape_note(PLAIN, "instagram", facts).startswith("Probably: Instagram may cut it")
    bordered = Picture(**{**vars(PLAIN), "fits": {"instagram": Fit.BORDER}})
    assert "white border" in shape_note(bordered, "instagram", facts)
    assert description_note(PLAIN) == "Nothing is read aloud for this picture yet."
