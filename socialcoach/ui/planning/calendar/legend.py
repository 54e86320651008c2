"""What the shapes in the calendar mean, in words."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.services.words.calendar import status_name
from socialcoach.ui.planning.calendar.entry_paint import LINES, STATUS_ICONS
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label

SIDE = 14
SHOWN = (
    EntryStatus.IDEA,
    EntryStatus.DRAFT,
    EntryStatus.PLANNED,
    EntryStatus.ASKED,
    EntryStatus.OUT,
    EntryStatus.MISSED,
)


class Legend(QWidget):
    """A line of shapes with their words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        line = FlowLayout(self)
        marks = [("ph.circle", "giving", _("Giving")), ("ph.circle-fill", "selling", _("Selling"))]
        marks += [
            (STATUS_ICONS[one], LINES.get(one, "soft_ink"), status_name(one)) for one in SHOWN
        ]
        for icon, role, word in marks:
            mark = QWidget()
            mark.setLayout(
                row(IconLabel(theme, icon, SIDE, role), label(word, "small", wrap=False), spacing=4)
            )
            line.addWidget(mark)
