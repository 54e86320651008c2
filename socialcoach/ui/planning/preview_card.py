"""The sketch itself: who posts, the words as far as they are seen, and the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.core.planning.preview import Part, PartKind, Sketch
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label, rich_label

WIDEST = 340
"""Pixels at the usual text size: about as wide as a telephone."""


class PreviewCard(Card):
    """Shows a sketch; ``pictures`` is the widget that shows its pictures."""

    def __init__(self, theme: Theme, pictures: QWidget) -> None:
        super().__init__(margins=12, spacing=8)
        self._theme = theme
        self._sketch: Sketch | None = None
        self._open = False
        self._face = Initial(theme)
        self._name = label("", "strong")
        self._where = label("", "small")
        self._title = label("", "strong")
        self._text = rich_label()
        self._more = Button(_("more"), self._show_all, role="link")
        self._more.setAccessibleName(_("Show the rest of the text"))
        who = row(self._face, column(self._name, self._where, spacing=0))
        who.setStretch(1, 1)
        self._pictures = pictures
        self._words = column(self._title, self._text, self._more, spacing=4)
        self.add(who)
        self.body.addLayout(self._words)
        self.body.addWidget(pictures)
        theme.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_sketch(self, sketch: Sketch, name: str, platform: str) -> None:
        """Show a sketch of a post by ``name`` on ``platform`` (its name)."""
        self._sketch = sketch
        self._face.show_name(name)
        self._name.setText(name or _("Your business"))
        self._where.setText(_("Just now · {platform}").format(platform=platform))
        self._pictures.setVisible(bool(sketch.pictures))
        first, second = (
            (self._pictures, self._words) if sketch.picture_first else (self._words, self._pictures)
        )
        self.body.removeItem(self._words)
        self.body.removeWidget(self._pictures)
        for part in (first, second):
            self.add(part)
        self._write()

    def close_text(self) -> None:
        """Show the beginning again, as for another platform."""
        self._open = False

    def _on_look_changed(self) -> None:
        self.setMaximumWidth(self._theme.sizes.scaled(WIDEST))
        self._write()

    def _show_all(self) -> None:
        self._open = True
        self._write()
        self._text.setFocus()

    def _write(self) -> None:
        if self._sketch is None:
            return
        cut = self._sketch.is_cut and not self._open
        self._title.setText(self._sketch.title)
        self._title.setVisible(bool(self._sketch.title))
        parts = self._sketch.seen if cut else self._sketch.whole
        self._text.setText(self._html(parts) + ("…" if cut else ""))
        self._text.setVisible(bool(parts))
        self._more.setVisible(cut)

    def _html(self, parts: Sequence[Part]) -> str:
        return "".join(self._part(part) for part in parts)

    def _part(self, part: Part) -> str:
        words = escape(part.text).replace("\n", "<br>")
        colour = self._theme.colours.accent
        if part.kind is PartKind.LINK:
            return f'<span style="color:{colour};text-decoration:underline">{words}</span>'
        if part.kind is PartKind.HASHTAG:
            return f'<span style="color:{colour}">{words}</span>'
        return words


class Initial(QWidget):
    """A round spot with the first letter of the business, where its own picture would be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()

    def show_name(self, name: str) -> None:
        """Show the first letter of a name."""
        self._letter = name.strip()[:1].upper()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("giving_wash"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.colour("giving"))
        font = self.font()
        font.setPixelSize(self.width() // 2)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letter)

    def _fit(self) -> None:
        side = self._theme.sizes.scaled(36)
        self.setFixedSize(side, side)
