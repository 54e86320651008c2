"""Ways to find and to do things on this page."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QListView,
)
from pytestqt.qtbot import QtBot

from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind, Stage
from socialcoach.services.bundle import Services
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.outreach import OutreachPage

KATE = Promoter(
    0,
    "Kitchen table Kate",
    who_follows="home cooks",
    stage=Stage.WARMING_UP,
    kind=PromoterKind.BLOGGER,
    gifts=(Gift.HOST,),
    greet="Kate",
    email="kate@example.org",
    link="kate.example.org",
)


PEOPLE_VIEW = "People who can recommend you"


LISTENING_VIEW = "Listening: where people already talk"


def stage_list(page: OutreachPage, stage: str) -> QListView:
    """Return the column of a stage on the board."""
    views = [view for view in page.findChildren(QListView) if view.isVisible()]
    return next(view for view in views if view.accessibleName().startswith(stage))


def cards(page: OutreachPage, stage: str) -> list[str]:
    """Return the names on the cards of a stage."""
    model = stage_list(page, stage).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def first_card(qtbot: QtBot, page: OutreachPage, stage: str) -> QListView:
    """Put the keyboard on the first card of a stage and return its column."""
    view = stage_list(page, stage)
    page.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(view.model().index(0, 0))
    return view


def drop_on(view: QListView, data: QMimeData) -> None:
    """Carry something over a column with the left button and let go."""
    move, buttons = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    keys, where = Qt.KeyboardModifier.NoModifier, QPoint(20, 20)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(where, move, data, buttons, keys))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(where, move, data, buttons, keys))
    dropped = QDropEvent(where.toPointF(), move, data, buttons, keys)
    QApplication.sendEvent(view.viewport(), dropped)


def undo(notices: list[Notice]) -> None:
    """Press Undo on the last notice."""
    assert notices[-1].button == "Undo"
    assert notices[-1].action is not None
    notices[-1].action()


def stage_of(services: Services, promoter_id: int) -> Stage:
    return services.relations.outreach.record(promoter_id).promoter.stage


# all of them
