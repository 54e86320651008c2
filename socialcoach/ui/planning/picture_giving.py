"""Three ways a picture comes: dropped on the page, pasted into the paper, picked in a dialog."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from socialcoach.ui.planning.picture_adding import GivenPicture

TABLES = {".csv", ".tsv", ".xls", ".xlsx", ".ods", ".zip", ".db", ".vcf", ".ics"}
"""Files that other pages bring in; they are no business of the paper."""

ENDINGS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif *.heic *.heif"


def pictures_in(data: QMimeData) -> list[GivenPicture]:
    """Return the pictures among what was dropped or pasted; none when it is words.

    Words win over the picture of them that office programs put on the clipboard as well.
    """
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return [GivenPicture(file, file.name) for file in files if not is_table(file)]
    if data.hasImage() and not data.text().strip():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return [GivenPicture(image, _("Pasted picture"))]
    return []


def is_table(file: Path) -> bool:
    """Tell whether a file is for another page."""
    return file.suffix.lower() in TABLES


class PictureDrops(QObject):
    """Lets files be dropped anywhere on a page. Emits ``given(pictures)``."""

    given = Signal(list)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        pictures = pictures_in(event.mimeData())
        if not pictures:
            event.ignore()
            return event.type() is not QEvent.Type.Drop
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.given.emit(pictures)
        return True


class PictureDialog(QFileDialog):
    """Asks for pictures. Emits ``given(pictures)``."""

    given = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        names = _("Pictures ({endings})").format(endings=ENDINGS)
        super().__init__(parent, _("Add pictures"), "", names)
        self.setNameFilters([names, _("All files (*)")])
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.filesSelected.connect(self._on_selected)

    def _on_selected(self, names: list[str]) -> None:
        files = [Path(name) for name in names]
        self.given.emit([GivenPicture(file, file.name) for file in files])
