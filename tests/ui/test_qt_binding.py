"""The Qt binding itself, where a faulty release would end the app without a word."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

CALLS = 300


def test_calls_into_qt_do_not_use_up_references_to_none(qtbot: QtBot):
    # PySide6 6.12.0 on Python 3.11 drops one at every call that returns nothing; after some
    # minutes of painting the process aborts. Python 3.12 and later no longer count them.
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(QColor("black"))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 2
