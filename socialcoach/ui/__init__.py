"""Everything the owner sees: the window, its pages, the wizard, widgets, charts and themes."""

from __future__ import annotations

from socialcoach.lean_import import without
from socialcoach.quick_words import remember_translations

with without("numpy"):
    from PySide6 import QtWidgets as QtWidgets

remember_translations()
