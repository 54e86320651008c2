"""Strangers' pictures: read safely, made anew, or refused in plain words."""

from __future__ import annotations

import os
import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from socialcoach.core.errors import UserError
from socialcoach.services.planning import picture_reading
from socialcoach.services.planning.picture_reading import (
    LONGEST_SIDE,
    MOST_BYTES,
    CleanPicture,
    clean_picture,
    read_file,
)
from socialcoach.services.words.errors import explain
from tests.drawn_pictures import PLACE_TAG, SECRET, as_bytes, drawn, is_red, telling_exif

STILL = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"]


def opened(made: CleanPicture) -> Image.Image:
    """Open what was made, as any program would."""
    image = Image.open(BytesIO(made.data))
    image.load()
    assert image.size == (made.width, made.height)
    assert image.format == {"jpg": "JPEG", "png": "PNG"}[made.ending]
    return image


def refusal(data: bytes) -> str:
    """Return the code with which a picture is refused; its sentence must be one of ours."""
    with pytest.raises(UserError) as caught:
        clean_picture(data, "bread.jpg")
    assert "bread.jpg" in explain(caught.value)
    assert caught.value.code not in explain(caught.value)
    return caught.value.code


@pytest.mark.parametrize("kind", STILL)
def test_every_kind_of_still_picture_is_taken(kind: str):
    image = opened(clean_picture(as_bytes(drawn(), kind), "bread"))
    assert image.size == (640, 480)
    assert is_red(image.convert("RGB").getpixel((20, 20)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_place_camera_and_notes_do_not_come_along(kind: str):
    notes = {"exif": telling_exif()} if kind != "TIFF" else {"tiffinfo": {0x010E: SECRET}}
    given = as_bytes(drawn(), kind, **notes)
    assert SECRET.encode() in given
    made = clean_picture(given, "bread")
    image = opened(made)
    assert SECRET.encode() not in made.data
    assert not image.getexif().get_ifd(PLACE_TAG)
    assert dict(image.getexif()) == {}
    assert b"Exif" not in made.data
    assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


def test_notes_in_other_places_do_not_come_along_either():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    for given in (
        as_bytes(drawn(), "PNG", pnginfo=text),
        as_bytes(drawn(), "JPEG", comment=SECRET, xmp=f"<x>{SECRET}</x>".encode()),
        as_bytes(drawn(), "JPEG") + SECRET.encode(),
    ):
        assert SECRET.encode() in given
        assert SECRET.encode() not in clean_picture(given, "bread").data


@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [
        (1, (640, 480), (0, 0)),
        (2, (640, 480), (1, 0)),
        (3, (640, 480), (1, 1)),
        (4, (640, 480), (0, 1)),
        (5, (480, 640), (0, 0)),
        (6, (480, 640), (1, 0)),
        (7, (480, 640), (1, 1)),
        (8, (480, 640), (0, 1)),
    ],
)
def test_a_picture_stands_upright_however_the_camera_was_held(
    orientation: int, size: tuple[int, int], corner: tuple[int, int]
):
    made = clean_picture(as_bytes(drawn(), exif=telling_exif(orientation)), "bread")
    image = opened(made)
    assert image.size == size
    place = tuple(edge * (side - 41) + 20 for edge, side in zip(corner, size, strict=True))
    assert is_red(image.getpixel(place))


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *(("CMYK", "JPEG"), ("CMYK", "TIFF"), ("L", "JPEG"), ("1", "PNG"), ("P", "PNG")),
        *(("I;16", "PNG"), ("I", "TIFF"), ("F", "TIFF"), ("LAB", "TIFF"), ("LA", "PNG")),
    ],
)
def test_odd_kinds_of_colour_become_what_screens_show(mode: str, kind: str):
    made = opened(clean_picture(as_bytes(in_mode(drawn(), mode), kind), "bread"))
    assert made.mode in ("RGB", "RGBA")
    dark, light = made.convert("L").getextrema()
    assert light - dark > 20


def in_mode(image: Image.Image, mode: str) -> Image.Image:
    """Return a picture in one of the rarer kinds of colour."""
    if mode in ("LA", "I", "F"):
        return image.convert("L").convert(mode)
    if mode == "I;16":
        return image.convert("L").convert("I").point(lambda grey: grey * 257).convert("I;16")
    if mode == "LAB":
        return ImageCms.profileToProfile(
            image, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
        )
    return image.convert(mode)


def test_greys_of_sixteen_bits_keep_their_brightness():
    grey = Image.new("I", (64, 64), 32_896).convert("I;16")
    made = opened(clean_picture(as_bytes(grey, "PNG"), "bread"))
    assert made.convert("L").getpixel((5, 5)) == pytest.approx(128, abs=1)


def test_a_colour_profile_is_worked_into_the_colours_and_a_broken_one_does_no_harm():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for given in (profile, profile[:200], b"not a profile"):
        image = opened(clean_picture(as_bytes(drawn(), icc_profile=given), "bread"))
        assert is_red(image.getpixel((20, 20)))


def test_see_through_parts_stay_see_through():
    image = drawn(mode="RGBA")
    image.putalpha(100)
    assert opened(clean_picture(as_bytes(image, "PNG"), "bread")).mode == "RGBA"
    assert opened(clean_picture(as_bytes(drawn(mode="RGBA"), "PNG"), "bread")).mode == "RGB"


def test_a_large_photo_is_made_smaller_and_keeps_its_shape():
    made = clean_picture(as_bytes(drawn((6000, 4000))), "bread")
    assert (made.width, made.height) == (LONGEST_SIDE, 1365)
    wide = clean_picture(as_bytes(drawn((12_000, 900))), "bread")
    assert (wide.width, wide.height) == (LONGEST_SIDE, 154)


def test_the_ending_of_the_name_does_not_matter(tmp_path: Path):
    file = tmp_path / "bread.txt"
    file.write_bytes(as_bytes(drawn(), "PNG"))
    assert clean_picture(read_file(file), file.name).ending == "png"


def test_a_phones_picture_of_several_parts_is_taken_as_its_first():
    both = as_bytes(drawn(), "MPO", save_all=True, append_images=[drawn((320, 240))])
    assert opened(clean_picture(both, "bread")).size == (640, 480)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_is_refused(kind: str):
    others = [drawn((640, 480)).rotate(90)]
    assert refusal(as_bytes(drawn(), kind, save_all=True, append_images=others)) == "picture.moving"


@pytest.mark.parametrize("kind", STILL)
def test_a_picture_that_ends_too_soon_is_called_damaged(kind: str):
    whole = as_bytes(drawn(), kind)
    assert refusal(whole[: len(whole) // 2]) == "picture.damaged"


@pytest.mark.parametrize(
    "data",
    [b"Weekend offers\n", b"%PDF-1.7\n" * 20, b"PK\x03\x04" + b"\0" * 60, b"<svg/>", b"\0" * 99],
)
def test_what_is_no_picture_is_said_to_be_none(data: bytes):
    assert refusal(data) == "picture.not_a_picture"


def test_an_empty_file_is_said_to_be_empty():
    assert refusal(b"") == "picture.empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\x18ftypmp42" + b"\0" * 90,
        b"\0\0\0\x14ftypqt  " + b"\0" * 90,
        b"RIFF\0\0\0\0AVI LIST" + b"\0" * 90,
        b"\x1a\x45\xdf\xa3" + b"\0" * 90,
        bytes.fromhex("3026b2758e66cf11") + b"\0" * 90,
        b"OggS" + b"\0" * 90,
        (b"\x47" + b"\0" * 187) * 3,
    ],
)
def test_a_video_is_called_a_video(data: bytes):
    assert refusal(data) == "picture.video"


def test_a_picture_of_a_newer_phone_is_named_with_the_way_out(tmp_path: Path):
    assert refusal(b"\0\0\0\x18ftypheic" + b"\0" * 90) == "picture.heic"
    file = tmp_path / "IMG_1.HEIC"
    file.write_bytes(b"\0\0\0\x18ftypavif")
    with pytest.raises(UserError, match=r"picture\.heic") as caught:
        read_file(file)
    assert "JPEG" in explain(caught.value)


@pytest.mark.parametrize("size", [(1, 1), (20, 900), (40_000, 60)])
def test_a_picture_too_thin_to_see_is_refused(size: tuple[int, int]):
    assert refusal(as_bytes(drawn(size))) == "picture.too_small"


def png_that_claims(width: int, height: int) -> bytes:
    """Return a small PNG file whose header promises a huge picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [9_000, 12_000, 40_000, 2_000_000_000])
def test_a_picture_bomb_is_refused_by_its_header(side: int, monkeypatch: pytest.MonkeyPatch):
    def explode(_image: object) -> None:
        raise AssertionError("it was loaded")

    monkeypatch.setattr(picture_reading, "_made_anew", explode)
    assert refusal(png_that_claims(side, side)) in ("picture.too_many_pixels", "picture.damaged")


def test_a_text_bomb_in_a_picture_is_refused():
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "x" * 80_000_000, zip=True)
    given = as_bytes(drawn((64, 64)), "PNG", pnginfo=text)
    assert len(given) < 200_000
    assert refusal(given) == "picture.damaged"


def test_a_file_too_heavy_is_not_read_to_its_end(tmp_path: Path):
    file = tmp_path / "bread.jpg"
    with file.open("wb") as opened_file:
        opened_file.write(as_bytes(drawn()))
        opened_file.truncate(MOST_BYTES * 4)
    data = read_file(file)
    assert len(data) == MOST_BYTES + 1
    assert refusal(data) == "picture.too_heavy"


def test_a_folder_is_called_a_folder(tmp_path: Path):
    with pytest.raises(UserError, match=r"picture\.folder"):
        read_file(tmp_path)


@pytest.mark.parametrize("name", ["gone.jpg", "pipe"])
def test_what_is_no_file_is_missing(tmp_path: Path, name: str):
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match=r"picture\.missing"):
        read_file(tmp_path / name)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few changes: bits turned, parts cut out, doubled or overwritten."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + 4] = chance.randbytes(4)
            case 2:
                del changed[at : at + chance.randint(1, 40)]
            case 3:
                changed[at:at] = changed[at : at + chance.randint(1, 40)]
            case _:
                changed[at : at + 4] = b"\xff\xff\xff\xff"
        changed = changed or bytearray(b"\0")
    return bytes(changed)


@pytest.mark.parametrize("kind", STILL)
def test_a_mutated_picture_is_a_picture_or_a_user_error(kind: str):
    chance = random.Random(f"2026-11-22 {kind}")
    whole = as_bytes(drawn((96, 64)), kind, **({"exif": telling_exif(6)} if kind == "JPEG" else {}))
    refused: list[str] = []
    for _ in range(150):
        try:
            made = clean_picture(mutated(whole, chance), "bread")
        except UserError as error:
            refused.append(error.code)
        else:
            opened(made)
    assert refused
    assert all(code.startswith("picture.") for code in refused)
