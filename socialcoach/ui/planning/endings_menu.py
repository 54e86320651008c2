"""The quick way to an ending: a menu of them, for the mouse and the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QMenu, QWidget

from socialcoach.core.planning.ending import Ending


@dataclass(frozen=True)
class EndingActions:
    """What the menu leads to: putting in (at the end or at the cursor), saving, all of them."""

    put_in: Callable[[Ending, bool], None]
    save_picked: Callable[[], None]
    show_all: Callable[[], None]


def endings_menu(
    parent: QWidget, endings: Sequence[Ending], actions: EndingActions, *, has_picked: bool
) -> QMenu:
    """Return the menu; ``has_picked`` tells whether words are selected that could be saved."""
    menu = QMenu(parent)
    menu.setAccessibleName(_("Endings and hashtags"))
    for ending in endings:
        menu.addAction(_escaped(ending.name), partial(actions.put_in, ending, True))
    if endings:
        here = menu.addMenu(_("Where the cursor is"))
        for ending in endings:
            here.addAction(_escaped(ending.name), partial(actions.put_in, ending, False))
        menu.addSeparator()
    save = menu.addAction(_("Save the picked words as an ending"), actions.save_picked)
    save.setEnabled(has_picked)
    menu.addAction(_("All endings"), actions.show_all)
    return menu


def _escaped(name: str) -> str:
    """Return a name in which ``&`` is a letter, not the mark of a key."""
    return name.replace("&", "&&")
