"""Outreach: people who can recommend you, and listening to where people already talk."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from socialcoach.core.changes import Changes
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.relations.listening_view import ListeningView
from socialcoach.ui.relations.outreach_people import PeopleView
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

PEOPLE, LISTENING = "people", "listening"
HEAD_WIDTH, HEAD_HEIGHT = 620, 38
"""Width below which the title and the buttons stand one above the other, and the title’s height."""


class OutreachPage(Page):
    """Two views.

    ``open_item`` takes a promoter's id, ``("letter", id)``, ``"listening"``, ``"people"``,
    ``"whom"`` or ``"new"``.
    """

    page_id = "outreach"
    icon = "ph.handshake"
    affected_by = Changes.PEOPLE | Changes.STRATEGY | Changes.DRAFTS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._people, self._listening = PeopleView(context, self), ListeningView(context, self)
        self._views = Pills(
            [
                (PEOPLE, _("People who can recommend you")),
                (LISTENING, _("Listening: where people already talk")),
            ]
        )
        self._stack = QStackedWidget()
        self._head, self._buttons = row(spacing=8), QWidget()
        self._title = label(self.title(), "title", wrap=False)
        self._whom = Button(
            _("Whom to look for"), self._show_whom, theme=context.theme, icon="ph.compass"
        )
        self._new = Button(
            _("New card"), self._start_card, role="primary", theme=context.theme, icon="ph.plus"
        )
        self._build()
        context.theme.changed.connect(self._fit)

    @staticmethod
    def title() -> str:
        return _("Outreach")

    def refresh(self) -> None:
        self._people.refresh()
        self._listening.refresh()

    def open_item(self, what: object) -> None:
        if what == LISTENING:
            self._show_view(LISTENING)
            return
        self._show_view(PEOPLE)
        if isinstance(what, int):
            self._people.show_card(what)
        elif isinstance(what, tuple):
            self._people.show_letter(what[1])
        elif what == "whom":
            self._people.show_whom()
        elif what == "new":
            self._people.start_card()
        else:
            self._people.show_all()

    def leave(self) -> None:
        self._people.leave()

    def has_unsaved(self) -> bool:
        return self._people.has_unsaved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the parts beside or below one another, as there is room."""
        sizes = self.context.theme.sizes
        flat = self.width() >= sizes.scaled(HEAD_WIDTH)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        side = Qt.AlignmentFlag(0) if flat else Qt.AlignmentFlag.AlignLeft
        self._head.setAlignment(self._buttons, side)
        self._title.setMinimumHeight(sizes.scaled(HEAD_HEIGHT) if flat else 0)

    def _build(self) -> None:
        self._buttons.setLayout(row(self._whom, self._new))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._buttons)
        self._views.setAccessibleName(_("View"))
        self._views.choose([PEOPLE])
        self._views.changed.connect(self._on_view)
        self._stack.addWidget(self._people)
        self._stack.addWidget(self._listening)
        stack = column(self._head, self._views, self._stack, spacing=12, margins=24)
        stack.setStretch(2, 1)
        self.setLayout(stack)
        self._people.moved_on.connect(self._show_head)
        self._listening.card_made.connect(self._show_card)

    def _on_view(self) -> None:
        self._show_view(self._views.chosen[0])

    def _show_view(self, view: str) -> None:
        self._people.leave()
        self._views.choose([view])
        is_people = view == PEOPLE
        self._stack.setCurrentWidget(self._people if is_people else self._listening)
        self._show_head()

    def _show_head(self) -> None:
        """Leave the room to a card or a letter while one is open."""
        is_people = PEOPLE in self._views.chosen
        at_home = not is_people or self._people.is_at_home
        self._views.setVisible(at_home)
        self._buttons.setVisible(is_people and at_home)

    def _show_card(self, promoter_id: int) -> None:
        self._show_view(PEOPLE)
        self._people.show_card(promoter_id)

    def _show_whom(self) -> None:
        self._people.show_whom()

    def _start_card(self) -> None:
        self._people.start_card()
