"""A letter to one person: the paper, what pushes in it, and the ways out of the house."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.relations.letters import GAP, Letter, mail_address
from socialcoach.core.relations.promoter import Promoter
from socialcoach.core.text import clean, utf16_offset
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.errors import explain
from socialcoach.services.words.letters import too_long_for_mail
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.planning.paper import Paper
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.relations.outreach_doer import Doer
from socialcoach.ui.relations.outreach_letter_hints import LetterHints
from socialcoach.ui.widgets.boxes import Card, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

TWO_COLUMNS = 760
"""From this width on the hints stand beside the paper, in pixels at the usual text size."""

PAPER_HEIGHT, HINTS_WIDTH = 260, 320
READ_AFTER_MS = 250

NO_LIMIT = 16_777_215
"""Qt’s own largest size of a widget, in pixels."""


class LetterView(QWidget):
    """Signals: ``closed(promoter_id)``, ``sent(promoter_id)``."""

    closed = Signal(int)
    sent = Signal(int)

    def __init__(self, context: AppContext, doer: Doer) -> None:
        super().__init__()
        self._context, self._doer = context, doer
        self._letters = context.services.relations.letters
        self._letter: Letter | None = None
        self._promoter: Promoter | None = None
        self._autosave = Autosave(self, self._save)
        self._template, self._when = Combo(context.theme), label("", "small")
        self._subject, self._paper = QLineEdit(), Paper(context.theme)
        self._hints = LetterHints(context)
        self._title = label("", "heading")
        self._saved = label("", "small", wrap=False)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heads = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pause = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._pause.timeout.connect(self._read)
        self._build()
        context.theme.changed.connect(self._fit)

    def open(self, promoter_id: int) -> bool:
        """Show the letter being written to a promoter; return False when there may be none."""
        try:
            self._promoter = self._context.services.relations.outreach.record(promoter_id).promoter
            self._letter = self._letters.open(promoter_id)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return False
        self._title.setText(_("A letter to {name}").format(name=self._promoter.name))
        self._offer_templates(self._promoter)
        self._mail.setEnabled(bool(self._promoter.email))
        self._page.setVisible(bool(self._promoter.link))
        self._no_address.setVisible(not (self._promoter.email or self._promoter.link))
        self._show()
        self._area.verticalScrollBar().setValue(0)
        self._paper.setFocus()
        return True

    def leave(self) -> None:
        """Keep what is not kept yet."""
        self._autosave.now()

    @property
    def has_unsaved(self) -> bool:
        """Tell whether something could not be kept."""
        return self._autosave.is_dirty

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the parts beside or below one another, as there is room."""
        sizes = self._context.theme.sizes
        wide = self.width() >= sizes.scaled(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for one in (self._body, self._heads):
            one.setDirection(across if wide else down)
        self._paper.setMinimumHeight(sizes.scaled(PAPER_HEIGHT))
        self._side.setMinimumWidth(sizes.scaled(HINTS_WIDTH) if wide else 0)
        self._side.setMaximumWidth(sizes.scaled(HINTS_WIDTH) if wide else NO_LIMIT)

    def _build(self) -> None:
        theme = self._context.theme
        back = Button(
            _("Back to the card"), self._close, role="link", theme=theme, icon="ph.arrow-left"
        )
        self._copy = Button(_("Copy"), self._copy_letter, theme=theme, icon="ph.copy")
        self._copy.setAccessibleName(_("Copy the letter"))
        self._mail = Button(
            _("Open in mail"), self._open_mail, theme=theme, icon="ph.envelope-simple"
        )
        self._page = Button(
            _("Open their page"), self._open_page, theme=theme, icon="ph.arrow-square-out"
        )
        self._did = Button(
            _("I sent it"), self._sent_it, role="primary", theme=theme, icon="ph.check"
        )
        self._no_address = label(
            _("There is no address on the card. Copy the letter instead."), "small"
        )
        out = FlowLayout()
        for one in (self._copy, self._mail, self._page, self._did):
            out.addWidget(one)
        self._paper.setAccessibleName(_("Your letter"))
        self._paper.setPlaceholderText(_("Dear …"))
        sheet = Card(spacing=12)
        self._heads.addLayout(asked(_("Begin with"), self._template), 1)
        self._heads.addLayout(asked(_("Subject"), self._subject), 1)
        self._heads.setSpacing(12)
        sheet.add(self._heads, self._when)
        sheet.body.addWidget(self._paper, 1)
        foot = row(self._saved)
        foot.addStretch(1)
        sheet.add(foot, out, self._no_address)
        self._side = QWidget()
        beside = column(self._hints)
        beside.addStretch(1)
        self._side.setLayout(beside)
        self._body.addWidget(sheet, 1)
        self._body.addWidget(self._side)
        self._body.setSpacing(16)
        content = QWidget()
        stack = column(in_a_row(back), self._title, self._body, spacing=12)
        stack.setStretch(2, 1)
        content.setLayout(stack)
        self._area = scrolling(content)
        self.setLayout(column(self._area))
        self._template.activated.connect(self._change_template)
        self._subject.textEdited.connect(self._touch)
        self._paper.typed.connect(self._touch)
        self._hints.text_wanted.connect(self._take_text)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._close)

    def _offer_templates(self, promoter: Promoter) -> None:
        self._template.clear()
        for template in self._letters.templates(promoter):
            self._template.addItem(data_text(template.name), template)

    def _show(self) -> None:
        """Put the letter on the paper."""
        if self._letter is None:
            return
        places = range(self._template.count())
        keys = [self._template.itemData(place).key for place in places]
        if self._letter.template in keys:
            self._template.setCurrentIndex(keys.index(self._letter.template))
        self._when.setText(data_text(self._template.currentData().when))
        self._subject.setText(self._letter.subject)
        self._subject.setCursorPosition(0)
        self._paper.show_text(self._letter.text)
        self._go_to_gap(self._letter.text)
        self._saved.setText(_("Saved"))
        self._read()

    def _go_to_gap(self, text: str) -> None:
        """Select the first gap, so that typing fills it; without one, go to the beginning."""
        found = GAP.search(text)
        start, end = found.span() if found else (0, 0)
        cursor = self._paper.textCursor()
        cursor.setPosition(utf16_offset(text, start))
        cursor.setPosition(utf16_offset(text, end), cursor.MoveMode.KeepAnchor)
        self._paper.setTextCursor(cursor)
        self._paper.verticalScrollBar().setValue(0)

    def _touch(self) -> None:
        self._saved.setText(_("Saving…"))
        self._autosave.touch()
        self._pause.start()

    def _read(self) -> None:
        text = self._paper.text()
        pushy = self._hints.show_text(text, self._subject.text())
        self._paper.show_cues(text, pushy)

    def _save(self) -> bool:
        if self._letter is None:
            return True
        try:
            words = clean(self._subject.text()), clean(self._paper.text())
            self._letter = self._letters.keep(self._letter, *words)
        except UserError as error:
            self._saved.setText(_("Not saved yet"))
            self._context.hub.notice(explain(error))
            return False
        self._saved.setText(_("Saved"))
        return True

    def _take_text(self, text: str) -> None:
        """Put a mended text on the paper, in a way Ctrl+Z takes back."""
        cursor = self._paper.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self._read()

    def _change_template(self) -> None:
        self.leave()
        if self._letter is None:
            return
        before = self._letter
        self._letter = self._letters.begin(before.promoter_id, self._template.currentData().key)
        self._show()
        words = _("Other words are on the paper.")
        self._context.hub.notice(words, _("Undo"), partial(self._put_back, before))

    def _put_back(self, before: Letter) -> None:
        self._letters.put_back(before)
        if self._letter is not None and self._letter.id == before.id:
            self._letter = before
            self._show()

    def _close(self) -> None:
        self.leave()
        if self._letter is not None:
            self.closed.emit(self._letter.promoter_id)

    # out of the house, always by the owner's own hand

    def _copy_letter(self) -> None:
        self.leave()
        self._context.desktop.copy_text(self._paper.text())
        self._context.hub.notice(_("The letter is copied. Paste it where you write to them."))

    def _open_mail(self) -> None:
        self.leave()
        if self._promoter is None:
            return
        words = self._subject.text(), self._paper.text()
        address = mail_address(self._promoter.email, *words)
        if "&body=" not in address:
            self._context.desktop.copy_text(self._paper.text())
            self._context.hub.notice(too_long_for_mail())
        if not self._context.desktop.open_address(address):
            self._context.hub.notice(_("No mail program opened. Copy the letter instead."))

    def _open_page(self) -> None:
        self.leave()
        if self._promoter is None:
            return
        self._context.desktop.copy_text(self._paper.text())
        link = self._promoter.link
        address = link if link.startswith(("http://", "https://")) else f"https://{link}"
        opened = self._context.desktop.open_address(address)
        words = _("The letter is copied. Paste it on their page.")
        self._context.hub.notice(
            words if opened else _("The page did not open. The letter is copied.")
        )

    def _sent_it(self) -> None:
        self.leave()
        letter = self._letter
        if letter is None:
            return
        step = self._doer.run(lambda: self._letters.sent(letter), _("Noted the letter as sent."))
        if step is not None:
            self._letter = None
            self.sent.emit(letter.promoter_id)
