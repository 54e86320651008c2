"""The owner's desktop: clipboard, browser and file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


class Desktop:
    """Does what lies outside the window; tests hand in a recording one."""

    def copy_text(self, text: str) -> None:
        """Put text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def open_address(self, address: str) -> bool:
        """Open a web address in the browser; return whether the system took it."""
        return QDesktopServices.openUrl(QUrl(address))

    def open_folder(self, folder: Path) -> bool:
        """Open a folder in the file manager; return whether the system took it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
