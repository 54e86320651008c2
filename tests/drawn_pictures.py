"""Pictures for tests, drawn on the spot."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.Image import Exif

PLACE_TAG, GPS = 0x8825, {1: "N", 2: (51.0, 30.0, 12.5), 3: "W", 4: (0.0, 7.0, 39.9)}
MAKER_TAG, NOTE_TAG, ORIENTATION = 0x010F, 0x010E, 0x0112
SECRET = "Hill Street 12, back door"


def drawn(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """Return a picture with a red top left corner, so that turns and cuts can be seen."""
    image = Image.new("RGB", size, (10, 60, 50))
    corner = (0, 0, size[0] // 4, size[1] // 4)
    ImageDraw.Draw(image).rectangle(corner, fill=(220, 30, 30))
    return image.convert(mode)


def photograph() -> Image.Image:
    """Return a picture that cannot be written small: noise, as a grainy photograph has it."""
    return Image.effect_noise((1200, 900), 90).convert("RGB")


def as_bytes(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """Return a picture as a file's bytes."""
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def telling_exif(orientation: int = 1) -> Exif:
    """Return notes that give away a place, a camera and an address."""
    exif = Image.Exif()
    exif[MAKER_TAG] = "Nokia of Ana"
    exif[NOTE_TAG] = SECRET
    exif[ORIENTATION] = orientation
    exif.get_ifd(PLACE_TAG).update(GPS)
    return exif


def jpeg_file(folder: Path, name: str = "bread.jpg", size: tuple[int, int] = (640, 480)) -> Path:
    """Write a JPEG file and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(as_bytes(drawn(size)))
    return file


def is_red(colour: object) -> bool:
    """Tell whether a pixel is the red of the corner."""
    assert isinstance(colour, tuple)
    return colour[0] > 180 and colour[1] < 90
