"""Rows of small buttons to choose one or several of: quicker than a list, easier than typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout


class Pills(QWidget):
    """Pills for choosing. ``many`` allows several, up to ``most`` (None: any number).

    Signals: ``changed()`` after the owner chose, ``refused()`` when one more than ``most`` was
    wanted. The arrow keys move between the pills.
    """

    changed = Signal()
    refused = Signal()

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        *,
        many: bool = False,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._most = most
        self._pills: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        self._flow = FlowLayout()
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for key, text in choices:
            self.add(key, text)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the chosen pills, in the order shown."""
        return tuple(key for key, pill in self._pills.items() if pill.isChecked())

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Return all keys."""
        return tuple(self._pills)

    def add(self, key: str, text: str) -> None:
        """Put one more pill at the end."""
        pill = Button(text, role="pill")
        pill.setCheckable(True)
        pill.clicked.connect(lambda: self._on_clicked(key))
        before = list(self._pills.values())
        self._pills[key] = pill
        self._group.addButton(pill)
        self._flow.addWidget(pill)
        if before:  # one added later would else be the last stop of the Tab key in the window
            self.setTabOrder(before[-1], pill)
        pill.show()
        self._aim_focus()

    def take_away(self, key: str) -> None:
        """Take a pill out of the row."""
        pill = self._pills.pop(key, None)
        if pill is not None:
            self._group.removeButton(pill)
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
            self._aim_focus()

    def rename(self, key: str, text: str) -> None:
        """Change the words on a pill, as when they hold a count."""
        pill = self._pills[key]
        if pill.text() != text:
            pill.setText(text)
            pill.setAccessibleName(text)

    def choose(self, keys: Sequence[str]) -> None:
        """Show these as chosen, without a signal."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for key, pill in self._pills.items():
            pill.setChecked(key in keys)
        self._group.setExclusive(exclusive)
        self._aim_focus()

    def setAccessibleName(self, name: str) -> None:
        """Name the row; each pill is read with it."""
        super().setAccessibleName(name)
        for pill in self._pills.values():
            pill.setAccessibleDescription(name)

    def _aim_focus(self) -> None:
        """Let the keyboard land on the chosen pill, else on the first."""
        pills = list(self._pills.values())
        chosen = [pill for pill in pills if pill.isChecked()]
        if pills:
            self.setFocusProxy((chosen or pills)[0])

    def _on_clicked(self, key: str) -> None:
        pill = self._pills[key]
        if self._most is not None and len(self.chosen) > self._most:
            pill.setChecked(False)
            self.refused.emit()
            return
        self._aim_focus()
        self.changed.emit()
