"""The links at the foot of a card: side by side, and on the next line where they do not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout


def in_a_row(*links: Button) -> QWidget:
    """Return the links as one part of a card."""
    made, flow = QWidget(), FlowLayout()
    for link in links:
        flow.addWidget(link)
    made.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
