"""Under the paper: the pictures of the draft, and words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.picture import Picture
from socialcoach.services.words.pictures import adding_sentence, described_sentence
from socialcoach.ui.planning.picture_row import PictureRow
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button, icon_button
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import label


class PictureStrip(QWidget):
    """Emits ``add_wanted``, ``stop_wanted``, ``remove_wanted(id)``, ``moved(ids)``, ``picked(id)``.

    ``described`` tells that the description of the picked picture was typed in.
    """

    add_wanted = Signal()
    stop_wanted = Signal()
    picked = Signal(int)
    moved = Signal(list)
    remove_wanted = Signal(int)
    described = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._current = 0
        self._row = PictureRow(theme, thumbnails)
        self._add = Button(
            _("Add a picture"), self.add_wanted.emit, role="link", theme=theme, icon="ph.image"
        )
        self._hint = label("", "small")
        self._stop = Button(_("Stop"), self.stop_wanted.emit, role="link", theme=theme)
        self._words = GrowingText()
        self._words.setAccessibleName(_("Description of the picture"))
        self._words.setPlaceholderText(_("In words, for people who cannot see it"))
        self._about = self._about_row(theme)
        self._more = icon_button(_("Add another picture"), "ph.plus", self.add_wanted.emit, theme)
        head = row(self._row, self._more)
        head.setStretch(0, 1)
        head.setAlignment(self._more, Qt.AlignmentFlag.AlignTop)
        foot = row(self._add, self._hint, self._stop)
        foot.setStretch(1, 1)
        stack = column(head, self._about, foot, spacing=4)
        self.setLayout(stack)
        self._stop.hide()
        self._row.picked.connect(self.picked)
        self._row.moved.connect(self.moved)
        self._row.remove_wanted.connect(self.remove_wanted)
        self._words.textChanged.connect(self.described)

    @property
    def words(self) -> str:
        """Return the description as typed."""
        return self._words.text()

    def show_pictures(self, pictures: Sequence[Picture], current: int) -> None:
        """Show pictures; ``current`` is the id of the one whose description shows, 0 for none."""
        shown = next((picture for picture in pictures if picture.id == current), None)
        self._row.show_pictures(pictures, current if shown else 0)
        for part in (self._row, self._more):
            part.setVisible(bool(pictures))
        self._add.setVisible(not pictures and self._stop.isHidden())
        self._about.setVisible(shown is not None)
        if shown is not None and (self._current != current or not self._words.hasFocus()):
            self._words.blockSignals(True)
            self._words.setText(shown.alt)
            self._words.blockSignals(False)
        self._current = shown.id if shown else 0
        self._say(pictures)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far adding has come."""
        self._hint.setText(adding_sentence(done, total))
        self._hint.show()
        self._add.hide()
        self._stop.show()

    def show_rest(self, pictures: Sequence[Picture]) -> None:
        """Go back to offering to add a picture."""
        self._stop.hide()
        self._add.setVisible(not pictures)
        self._say(pictures)

    def lock(self, *, is_out: bool) -> None:
        """Leave the pictures of a post that is out as they went out."""
        for part in (self._add, self._more, self._about):
            part.setEnabled(not is_out)
        self._row.setDragEnabled(not is_out)

    def _about_row(self, theme: Theme) -> QWidget:
        bin_button = icon_button(
            _("Take this picture out"),
            "ph.x",
            lambda: self.remove_wanted.emit(self._current),
            theme,
        )
        line = row(self._words, bin_button)
        line.setStretch(0, 1)
        made = QWidget()
        made.setLayout(line)
        return made

    def _say(self, pictures: Sequence[Picture]) -> None:
        if self._stop.isHidden():
            offer = _("You can also drop it on the page or paste it.")
            self._hint.setText(described_sentence(pictures) if pictures else offer)
            self._hint.setVisible(bool(self._hint.text()))
