"""What the paper's menu offers for a marked word, above its usual entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from socialcoach.services.words.spelling import unknown_word


def put_on_top(
    menu: QMenu,
    word: str,
    suggestions: Sequence[str],
    take: Callable[[str], None],
    add: Callable[[], None],
) -> None:
    """Put the suggestions and "Add to my words" before the usual entries."""
    usual = menu.actions()
    first = usual[0] if usual else None
    told = QAction(unknown_word(word), menu)
    told.setEnabled(False)
    actions = [told]
    for one in suggestions:
        action = QAction(one, menu)
        action.triggered.connect(partial(_take, take, one))
        actions.append(action)
    own = QAction(_("Add to my words"), menu)
    own.triggered.connect(lambda: add())
    line = QAction(menu)
    line.setSeparator(True)
    for action in (*actions, own, line):
        menu.insertAction(first, action)  # type: ignore[arg-type]
    menu.setActiveAction(actions[1] if suggestions else own)


def _take(take: Callable[[str], None], word: str, _checked: bool = False) -> None:
    take(word)
