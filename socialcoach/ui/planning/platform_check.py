"""How long the text is on each platform, as that platform counts, and what will not work there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.picture import Picture
from socialcoach.core.planning.picture_check import check_pictures
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.text_check import check_text
from socialcoach.core.planning.version import Versions
from socialcoach.services.words.pictures import picture_note_sentence
from socialcoach.services.words.planning import count_sentence, note_sentence
from socialcoach.ui.widgets.boxes import clear, column
from socialcoach.ui.widgets.labels import label


class PlatformCheck(QWidget):
    """Says for each platform how its words fit there."""

    def __init__(self, platforms: Mapping[str, PlatformFacts]) -> None:
        super().__init__()
        self._platforms = platforms
        self._lines = column(spacing=4)
        self.setLayout(self._lines)

    def show_check(
        self, versions: Versions, pictures: Sequence[Picture], shown: tuple[str, ...]
    ) -> None:
        """Check the words of these platforms, each its own, and the pictures."""
        clear(self._lines)
        for key in shown:
            facts, text = self._platforms[key], versions.text_for(key)
            check = check_text(text, facts)
            self._lines.addWidget(label(count_sentence(check, facts), "small"))
            for note in check.notes if text.strip() else ():
                self._lines.addWidget(label(note_sentence(note, facts), "small"))
            for picture_note in check_pictures(pictures, key, facts.pictures):
                words = picture_note_sentence(picture_note, facts.name)
                self._lines.addWidget(label(words, "small"))
