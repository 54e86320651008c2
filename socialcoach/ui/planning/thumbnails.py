"""Pictures as the screen shows them: loaded small, in a worker, and kept while they are needed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Picture
from socialcoach.ui.context import AppContext

LONGEST = 720
"""Pixels kept of the longer side: enough for the preview at 200 %."""

MOST_KEPT = 48
"""The pictures of one post and a few more; about 1 MB each at the most."""


class Thumbnails(QObject):
    """Gives pictures for the screen. Emits ``loaded(file)`` when one that was asked for is there.

    A file that cannot be read gives an empty pixmap.
    """

    loaded = Signal(str)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: dict[str, QPixmap] = {}
        self._asked: set[str] = set()

    def of(self, picture: Picture) -> QPixmap | None:
        """Return a picture, or None while it is being loaded."""
        kept = self._kept.get(picture.file)
        if kept is None and picture.file not in self._asked:
            self._asked.add(picture.file)
            self._context.tasks.run(
                partial(self._load, picture), partial(self._on_loaded, picture.file)
            )
        return kept

    def _load(self, picture: Picture) -> QImage:
        """Read a picture at the size it is shown in; runs in a worker."""
        try:
            reader = QImageReader(str(self._context.services.writing.pictures.path(picture)))
        except UserError:
            return QImage()
        size = QSize(picture.width, picture.height)
        if max(size.width(), size.height()) > LONGEST:
            size.scale(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
        return reader.read()

    def _on_loaded(self, file: str, image: QImage) -> None:
        if not isValid(self):
            return
        self._asked.discard(file)
        while len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[file] = QPixmap.fromImage(image)
        self.loaded.emit(file)
