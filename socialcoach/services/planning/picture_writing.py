"""Writing a picture for one platform: in the shape asked for and within the platform's bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_shape import shaping
from socialcoach.core.planning.platform_facts import PictureFacts
from socialcoach.services.planning.picture_reading import CleanPicture, on_white

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITIES = (88, 80, 72, 64)
"""JPEG qualities tried one after the other before the picture itself is made smaller."""

SMALLER = 0.8
"""Each further try has this share of the width and height before."""

SMALLEST_SIDE = 200
"""A picture smaller than this on its longer side is not worth sending."""


def written_for(source: Path, picture: Picture, fit: Fit, facts: PictureFacts) -> CleanPicture:
    """Return a picture as it goes out on a platform; the original stays as it is.

    Raises ``UserError("picture.gone")`` when its file is no longer there.
    """
    limit = facts.max_bytes
    changes = shaping(picture.width, picture.height, fit, facts)
    untouched = changes.box is None and changes.canvas is None
    try:
        data = source.read_bytes()
    except OSError as error:
        raise UserError("picture.gone") from error
    if untouched and (limit is None or len(data) <= limit):
        return CleanPicture(data, picture.mime, source.suffix[1:], picture.width, picture.height)
    return _small_enough(shaped(data, fit, facts), limit)


def shaped(data: bytes, fit: Fit, facts: PictureFacts) -> Image:
    """Return one of our own pictures cut or bordered for a platform.

    Raises ``UserError("picture.gone")`` when somebody spoilt the file.
    """
    from PIL import Image

    try:
        image = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        image.load()
    except Exception as error:  # the folder is open to other programs
        raise UserError("picture.gone") from error
    changes = shaping(image.width, image.height, fit, facts)
    if changes.box is not None:
        return image.crop(changes.box)
    if changes.canvas is not None:
        return _bordered(image, changes.canvas)
    return image


def _bordered(image: Image, canvas: tuple[int, int]) -> Image:
    from PIL import Image

    paper = Image.new("RGB", canvas, "white")
    middle = (canvas[0] - image.width) // 2, (canvas[1] - image.height) // 2
    paper.paste(on_white(image), middle)
    return paper


def _small_enough(image: Image, limit: int | None) -> CleanPicture:
    """Try lower qualities, then smaller sizes, until the file is within the limit."""
    from PIL import Image

    solid = on_white(image).convert("RGB")
    while True:
        for quality in QUALITIES:
            out = BytesIO()
            solid.save(out, "JPEG", quality=quality)
            is_last = max(solid.size) <= SMALLEST_SIDE and quality == QUALITIES[-1]
            if limit is None or out.tell() <= limit or is_last:
                return CleanPicture(out.getvalue(), "image/jpeg", "jpg", *solid.size)
        size = max(1, round(solid.width * SMALLER)), max(1, round(solid.height * SMALLER))
        solid = solid.resize(size, Image.Resampling.LANCZOS)
