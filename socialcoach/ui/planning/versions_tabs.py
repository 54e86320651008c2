"""Tabs above the paper: the main text, and for each platform the words it gets."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.version import MAIN, Versions
from socialcoach.services.words.versions import main_text_sentence, version_sentence
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import clear, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class VersionTabs(QWidget):
    """Emits ``picked(key)`` (``MAIN`` for the main text) and ``follow_wanted``.

    They hide where there is nothing to tell apart: one platform that follows the main text.
    """

    picked = Signal(str)
    follow_wanted = Signal()

    def __init__(self, platforms: Mapping[str, PlatformFacts], theme: Theme) -> None:
        super().__init__()
        self._platforms = platforms
        self._theme = theme
        self._tabs: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout()
        self._words = label("", "small", wrap=False)
        self._others = label("", "small")
        self._follow = Button(
            _("Follow the main text again"), self.follow_wanted.emit, role="link", theme=theme
        )
        foot = FlowLayout()
        foot.addWidget(self._words)
        foot.addWidget(self._follow)
        stack = column(spacing=4)
        stack.addLayout(self._flow)
        stack.addLayout(foot)
        stack.addWidget(self._others)
        self.setLayout(stack)
        theme.changed.connect(self._draw_icons)
        self._own: frozenset[str] = frozenset()
        self._is_out = False

    def show_versions(self, versions: Versions, picked: tuple[str, ...], in_sight: str) -> None:
        """Show a tab for each picked platform and what is known of the one in sight."""
        keys = (MAIN, *picked)
        if keys != tuple(self._tabs):
            clear(self._flow)
            self._tabs = {key: self._tab(key) for key in keys}
        self._own = frozenset(key for key in picked if not versions.follows(key))
        for key, tab in self._tabs.items():
            tab.setChecked(key == in_sight)
            tab.setAccessibleDescription(version_sentence(versions, key))
        self._draw_icons()
        own_names = [self._platforms[key].name for key in picked if key in self._own]
        self._say(self._words, version_sentence(versions, in_sight))
        self._say(self._others, main_text_sentence(own_names) if in_sight == MAIN else "")
        self._follow.setVisible(in_sight in self._own and not self._is_out)
        self.setVisible(len(picked) > 1 or bool(self._own))

    def lock(self, *, is_out: bool) -> None:
        """Leave the words of a post that is out as they went out."""
        self._is_out = is_out
        if is_out:
            self._follow.hide()

    @staticmethod
    def _say(where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))

    def _tab(self, key: str) -> Button:
        name = self._platforms[key].name if key != MAIN else _("All")
        tab = Tab(name, lambda: self.picked.emit(key), role="tab")
        tab.setCheckable(True)
        if key == MAIN:
            tab.setAccessibleName(_("Main text, for all platforms"))
        self._group.addButton(tab)
        self._flow.addWidget(tab)
        return tab

    def _draw_icons(self) -> None:
        """Mark tabs with words of their own by a pencil."""
        side = self._theme.sizes.scaled(16)
        for key, tab in self._tabs.items():
            tab.setIconSize(QSize(side, side))
            pencil = self._theme.icon("ph.pencil-line", "soft_ink")
            tab.setIcon(pencil if key in self._own else QIcon())


class Tab(Button):
    """A tab as wide as its words in bold, in which they stand while it is in sight."""

    def sizeHint(self) -> QSize:
        """Return the usual size, with the room that the bolder letters take."""
        usual = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words, metrics = self.text(), self.fontMetrics()
        more = QFontMetrics(bold).horizontalAdvance(words) - metrics.horizontalAdvance(words)
        return QSize(usual.width() + max(0, more), usual.height())
