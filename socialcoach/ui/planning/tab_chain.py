"""The Tab key through a part of the window: from top to bottom, whatever was put in when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_the_eye(part: QWidget) -> None:
    """Let the Tab key go through a part in the order of its layouts.

    Qt puts what is added later at the end of the whole window's row of stops.
    """
    layout = part.layout()
    stops = [*_before(part), *_stops(layout)] if layout is not None else []
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _before(part: QWidget) -> Iterator[QWidget]:
    """Return the stop before a part, where there is one in its window."""
    one = part.previousInFocusChain()
    while one is not None and one is not part:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.isAncestorOf(one):
            yield one
            return
        one = one.previousInFocusChain()


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        elif widget is not None:
            yield from _stops_of(widget)


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget that takes the Tab key, or those inside one that does not."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    inner = widget.layout()
    if inner is not None:
        yield from _stops(inner)
