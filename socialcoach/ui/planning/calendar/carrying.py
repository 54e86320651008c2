"""What is carried while dragging: a post without a day, or an entry of the calendar."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

KIND = "application/x-socialcoach-plan"


@dataclass(frozen=True)
class Carried:
    """A post, and the key of its entry when it stands in the calendar already."""

    post_id: int
    key: tuple[int, ...] = ()


def packed(carried: Carried) -> QMimeData:
    """Return it as Qt carries things."""
    data = QMimeData()
    body = json.dumps({"post": carried.post_id, "key": list(carried.key)})
    data.setData(KIND, body.encode())
    return data


def unpacked(data: QMimeData) -> Carried | None:
    """Return what is carried; None when it is anything else."""
    if not data.hasFormat(KIND):
        return None
    try:
        body = json.loads(bytes(data.data(KIND).data()))
        return Carried(int(body["post"]), tuple(int(one) for one in body["key"]))
    except (ValueError, KeyError, TypeError):
        return None


def carry(source: QWidget, carried: Carried, picture: QPixmap | None = None) -> None:
    """Let the owner drag it away until the button is let go."""
    drag = QDrag(source)
    drag.setMimeData(packed(carried))
    if picture is not None:
        drag.setPixmap(picture)
    drag.exec()
