"""Several people asked the same: one post would help them all, and those who did not ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.relations.similar import QuestionGroup
from socialcoach.services.words.conversations import question_card
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label

ROOM_FOR_ONE_LINE, BUTTONS_WIDTH = 720, 250
"""From this width on the buttons stand beside the words, in pixels at the usual text size."""


class QuestionCard(Card):
    """Looks for alike questions in the background; hidden while there are none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("good", margins=12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._context = context
        self._questions = context.services.relations.questions
        self._group: QuestionGroup | None = None
        self._asked = 0
        self._is_quiet = False
        self._words = label("", "strong")
        why = label(_("One post would help everybody who wonders. It counts as giving."), "soft")
        write = Button(_("Write the post"), self._write)
        later = Button(_("Not this one"), self._set_aside, role="link")
        buttons = FlowLayout()
        buttons.addWidget(write)
        buttons.addWidget(later)
        self._buttons = QWidget()
        self._buttons.setLayout(buttons)
        said = column(self._words, why, spacing=2)
        head = row(IconLabel(context.theme, "ph.lightbulb"), spacing=12)
        head.addLayout(said, 1)
        self._line: QBoxLayout = row(spacing=12)
        self._line.addLayout(head, 1)
        self._line.addWidget(self._buttons)
        self.add(self._line)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        flat = self.width() >= self._context.theme.sizes.scaled(ROOM_FOR_ONE_LINE)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if flat else direction.TopToBottom
        if wanted != self._line.direction():
            self._line.setDirection(wanted)
            QTimer.singleShot(0, self, self.updateGeometry)
        width = self._context.theme.sizes.scaled(BUTTONS_WIDTH)
        self._buttons.setMinimumWidth(width if flat else 0)

    def set_quiet(self, quiet: bool) -> None:
        """Keep out of sight while there is room for one thing only."""
        self._is_quiet = quiet
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(self._group is not None and not self._is_quiet)

    def look_again(self) -> None:
        """Compare the questions anew."""
        self._asked += 1
        asked, services = self._asked, self._context.services

        def work() -> list[QuestionGroup]:
            with services.in_worker() as own:
                return own.relations.questions.frequent()

        self._context.tasks.run(work, lambda found: self._show(asked, found))

    def _show(self, asked: int, found: Sequence[QuestionGroup]) -> None:
        if not isValid(self) or asked != self._asked:
            return
        self._group = found[0] if found else None
        if self._group is not None:
            count = len(self._group.questions)
            self._words.setText(question_card(count, self._group.example))
        self._show_or_hide()

    def _write(self) -> None:
        if self._group is not None:
            post = self._questions.start_post(self._group)
            self._context.hub.tell(Changes.DRAFTS | Changes.PEOPLE)
            self._context.hub.go_to("write", post.id)

    def _set_aside(self) -> None:
        if self._group is None:
            return
        group = self._group
        self._context.hub.tell(self._questions.set_aside(group))
        words = _("Set aside. It comes back when more people ask.")
        self._context.hub.notice(words, _("Undo"), partial(self._ask_again, group))

    def _ask_again(self, group: QuestionGroup) -> None:
        self._context.hub.tell(self._questions.ask_again(group))
