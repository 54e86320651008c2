"""Reading a stranger's picture safely and writing it anew, without anything hidden in it.

Nothing is loaded before its header was looked at; every limit is a ``UserError``. What is kept is
made from the visible pixels alone: no place, no camera, no notes, colours as screens show them.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from socialcoach.core.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

MOST_BYTES = 50_000_000
"""No phone writes larger pictures; what is larger is a video, a scan or a trap."""

MOST_PIXELS = 80_000_000
"""Width times height. Loaded, four bytes a pixel, this is 320 MB at the very most."""

LONGEST_SIDE = 2_048
"""Pixels kept on the longer side; no platform shows more."""

SHORTEST_SIDE = 32
"""A picture this thin is a line or an icon."""

LARGEST_PNG = 3_000_000
"""Drawings and screenshots stay as they are up to this many bytes."""

KINDS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""The only readers that are let near a stranger's file."""

MAY_MOVE = {"GIF", "PNG", "WEBP", "AVIF"}
JPEG_QUALITY = 90
ORIENTATION = 0x0112

_VIDEO_BRANDS = frozenset(
    b"isom iso2 iso4 iso5 iso6 mp41 mp42 avc1 3gp4 3gp5 3gp6 MSNV dash".split()
) | {b"qt  ", b"M4V "}
_HEIC_BRANDS = frozenset(b"heic heix heim heis hevc hevx mif1 msf1".split())


@dataclass(frozen=True)
class CleanPicture:
    """A picture made anew: ``data`` is a JPEG or PNG file, ``ending`` its ending without a dot."""

    data: bytes
    mime: str
    ending: str
    width: int
    height: int


def read_file(path: Path) -> bytes:
    """Return a picture file's bytes.

    Raises ``UserError``: ``picture.missing``, ``picture.folder`` or ``picture.heic``.
    """
    try:
        if path.is_dir():
            raise UserError("picture.folder", file=path.name)
        if not path.is_file():
            raise UserError("picture.missing", file=path.name)
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError("picture.missing", file=path.name) from error
    if path.suffix.lower() in (".heic", ".heif"):
        raise UserError("picture.heic", file=path.name)
    return data


def clean_picture(data: bytes, name: str) -> CleanPicture:
    """Return a picture made anew from a stranger's bytes; ``name`` is said in errors.

    Raises ``UserError``: ``picture.empty``, ``too_heavy``, ``video``, ``heic``, ``not_a_picture``,
    ``moving``, ``too_many_pixels``, ``too_small`` or ``damaged`` (each with ``picture.`` before).
    """
    _look_at_first_bytes(data, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd notes in a file; its pixels are what counts
        image = _opened(data, name)
        _look_at_header(image, name)
        try:
            return _made_anew(image)
        except UserError:
            raise
        except Exception as error:  # a reader may stumble in any way over a stranger's file
            raise UserError("picture.damaged", file=name) from error


def is_kept_picture(data: bytes) -> bool:
    """Tell by its header whether a file is a picture as this module makes them; nothing is loaded.

    So a picture that comes along with an export can never be one that fills the memory.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        except Exception:  # a reader may stumble in any way over a stranger's file
            return False
    return max(image.size) <= LONGEST_SIDE


def _look_at_first_bytes(data: bytes, name: str) -> None:
    if not data:
        raise UserError("picture.empty", file=name)
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise UserError(
            "picture.video" if _is_video(data) else "picture.too_heavy", file=name, most=most
        )
    if _is_video(data):
        raise UserError("picture.video", file=name)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise UserError("picture.heic", file=name)


def _is_video(data: bytes) -> bool:
    """Tell a film by its first bytes: MP4 and its kin, AVI, Matroska, MPEG, Windows, Ogg, Flash."""
    if data[4:8] == b"ftyp":
        return data[8:12] in _VIDEO_BRANDS
    is_avi = data[:4] == b"RIFF" and data[8:12] == b"AVI "
    starts = (
        *(b"\x1a\x45\xdf\xa3", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"FLV\x01"),
        *(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"OggS"),
    )
    if data[:1] == data[188:189] == data[376:377] == b"\x47":  # cameras that write MPEG streams
        return True
    return is_avi or data.startswith(starts) or data[4:8] in (b"moov", b"mdat", b"wide")


def _opened(data: bytes, name: str) -> Image:
    from PIL import Image, UnidentifiedImageError

    try:
        return Image.open(BytesIO(data), formats=KINDS)
    except UnidentifiedImageError as error:
        raise UserError(
            "picture.damaged" if _looks_like_one(data) else "picture.not_a_picture", file=name
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except Exception as error:  # a reader may stumble in any way over a stranger's file
        raise UserError("picture.damaged", file=name) from error


def _looks_like_one(data: bytes) -> bool:
    """Tell whether a file begins like a picture though no reader takes it."""
    starts = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
    is_avif = data[4:12] in (b"ftypavif", b"ftypavis")
    return data.startswith(starts) or is_avif or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _look_at_header(image: Image, name: str) -> None:
    """Refuse by what the header says, before anything is loaded."""
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels(name)
    if image.format in MAY_MOVE and _moves(image, name):
        raise UserError("picture.moving", file=name)
    longest, shortest = max(image.size), min(image.size)
    if shortest * min(1.0, LONGEST_SIDE / max(longest, 1)) < SHORTEST_SIDE:
        raise UserError("picture.too_small", file=name, width=image.width, height=image.height)


def _moves(image: Image, name: str) -> bool:
    try:
        return bool(getattr(image, "is_animated", False))
    except Exception as error:  # counting pictures reads on in the file
        raise UserError("picture.damaged", file=name) from error


def _too_many_pixels(name: str) -> UserError:
    return UserError("picture.too_many_pixels", file=name, most=MOST_PIXELS // 1_000_000)


def _made_anew(image: Image) -> CleanPicture:
    from PIL import Image

    turn = _turn(image)
    is_drawing = image.format in ("PNG", "GIF", "BMP")
    image.draft(image.mode, (LONGEST_SIDE, LONGEST_SIDE))  # a large photo is read smaller at once
    image.load()
    plain = _in_plain_mode(image)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    coloured = _in_screen_colours(plain, image.info.get("icc_profile"))
    if turn is not None:
        coloured = coloured.transpose(turn)
    return encoded(_without_notes(coloured), prefer_png=is_drawing)


def encoded(image: Image, *, prefer_png: bool) -> CleanPicture:
    """Return an image as a file: PNG for drawings and see-through ones, else JPEG."""
    has_alpha = image.mode == "RGBA"
    if prefer_png or has_alpha:
        data = _written(image, "PNG", optimize=False)
        if len(data) <= LARGEST_PNG:
            return CleanPicture(data, "image/png", "png", *image.size)
    data = _written(on_white(image), "JPEG", quality=JPEG_QUALITY)
    return CleanPicture(data, "image/jpeg", "jpg", *image.size)


def on_white(image: Image) -> Image:
    """Return an image without see-through parts."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _written(image: Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def _turn(image: Image) -> Transpose | None:
    """Return how the camera was held, as the turn that puts the picture upright."""
    from PIL import Image

    turns = Image.Transpose
    by_orientation = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_270,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_90,
    }
    try:
        return by_orientation.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # unreadable notes must not cost the owner the picture
        return None


def _in_plain_mode(image: Image) -> Image:
    """Return the image in a mode that can be made smaller well: L, RGB, RGBA or CMYK."""
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image.copy()
    if image.mode.startswith(("I", "F")):
        return _from_many_greys(image)
    if image.mode in ("LAB", "HSV", "YCbCr"):
        return image.convert("RGB")
    if image.mode in ("LA", "La", "PA", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


def _from_many_greys(image: Image) -> Image:
    """Return a picture of 16 or 32 bits a grey as one of 8, its darkest and lightest kept."""
    floats = image.convert("F")
    low, high = cast("tuple[float, float]", floats.getextrema())
    if image.mode.startswith("I;16"):
        low, high = 0.0, 65_535.0
    scale = 255 / (high - low) if high > low else 1.0
    return floats.point(lambda grey: grey * scale - low * scale).convert("L")


def _in_screen_colours(image: Image, profile: bytes | None) -> Image:
    """Return the image in sRGB, by the colour profile in its file if there is a good one."""
    from PIL import ImageCms

    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    solid = image.convert("RGB") if alpha is not None else image
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(solid, given, screen, outputMode="RGB")
            solid = changed if changed is not None else solid
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass  # a profile for another kind of picture; its numbers are shown as they are
    solid = solid.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        solid.putalpha(alpha)
    return solid


def _without_notes(image: Image) -> Image:
    """Return the pixels alone; Pillow would else write some of a file's notes into the next."""
    from PIL import Image

    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare
