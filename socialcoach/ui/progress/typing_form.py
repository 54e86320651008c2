"""Typing in five numbers of a month, for who has no file to bring in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from socialcoach.core.progress.months import month_after, month_of
from socialcoach.core.progress.typed_month import TypedMonth
from socialcoach.services.words.figures import month_and_year
from socialcoach.services.words.typed_months import (
    not_a_count,
    typed_head,
    typed_intro,
    typed_kept,
    typed_month,
    typed_numbers,
    typed_questions,
    typed_row,
)
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.widgets.boxes import clear, column, put, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.card_grid import CardGrid
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

MONTHS_BACK = 36
SHOWN = 12
"""Typed months listed below the form; the table holds all."""

FIELD_WIDTH = 180
COUNT = re.compile(r"\d{1,9}|\d{1,3}([., ]\d{3}){1,2}")
"""A whole number, its thousands apart or not; 12.5 is none."""


class TypingForm(QWidget):
    """Keeps a month of a platform; an emptied one is taken away. Each can be undone."""

    def __init__(self, context: AppContext, names: Mapping[str, str]) -> None:
        super().__init__()
        self._context, self._names = context, dict(names)
        self._platform, self._month = Combo(context.theme), Combo(context.theme)
        self._fields = {name: QLineEdit() for name in typed_questions()}
        self._problem = label("", "strong")
        self._problem.hide()
        self._list = column()
        self._fill_choices()
        self._build()
        self._show_kept()
        self._show_list()

    def _fill_choices(self) -> None:
        planner = self._context.services.planner
        keys = dict.fromkeys((*planner.strategy().platform_keys, *self._names))
        for key in keys:
            self._platform.addItem(self._names.get(key, key), key)
        this_month = month_of(planner.today())
        for back in range(1, MONTHS_BACK):
            month = month_after(this_month, -back)
            self._month.addItem(month_and_year(month), month)
        self._platform.currentIndexChanged.connect(self._show_kept)
        self._month.currentIndexChanged.connect(self._show_kept)

    def _build(self) -> None:
        questions = typed_questions()
        cells = []
        for name, field in self._fields.items():
            cell = QWidget()
            cell.setLayout(asked(questions[name], field))
            field.returnPressed.connect(self._keep)
            cells.append(cell)
        grid = CardGrid(self._context.theme, FIELD_WIDTH, len(cells))
        grid.show_cards(cells)
        where = row(
            asked(_("Which platform?"), self._platform),
            asked(_("Which month?"), self._month),
            spacing=16,
        )
        keep = in_a_row(Button(_("Keep the numbers"), self._keep))
        parts = (label(typed_intro()), where, grid, self._problem, keep, self._list)
        self.setLayout(column(*parts, spacing=16))
        self.setFocusProxy(self._platform)

    def _show_kept(self) -> None:
        kept = self._kept()
        for name, field in self._fields.items():
            value = getattr(kept, name)
            field.setText("" if value is None else str(value))

    def _kept(self) -> TypedMonth:
        platform, month = self._platform.currentData(), self._month.currentData()
        return self._context.services.typing_in.get(platform, month)

    def _keep(self) -> None:
        counts: dict[str, int | None] = {}
        for name, field in self._fields.items():
            typed = field.text().strip()
            if typed and not COUNT.fullmatch(typed):
                self._problem.setText(not_a_count(typed))
                self._problem.show()
                field.setFocus()
                return
            counts[name] = int(re.sub(r"\D", "", typed)) if typed else None
        self._problem.hide()
        before = self._kept()
        self._change(TypedMonth(before.platform, before.month, **counts), before)

    def _change(self, typed: TypedMonth, before: TypedMonth) -> None:
        services, hub = self._context.services, self._context.hub
        hub.tell(services.typing_in.keep(typed))
        self._show_list()
        hub.notice(
            typed_kept(typed, self._names),
            _("Undo"),
            lambda: self._undo(before),
        )

    def _undo(self, before: TypedMonth) -> None:
        self._context.hub.tell(self._context.services.typing_in.keep(before))
        if isValid(self):
            self._show_kept()
            self._show_list()

    def _show_list(self) -> None:
        clear(self._list)
        typed = self._context.services.typing_in.all()
        if not typed:
            return
        lines = [(typed_month(one, self._names), typed_numbers(one)) for one in typed[:SHOWN]]
        put(self._list, label(typing_title(), "strong"))
        put(self._list, NameLines(lines, self._context.theme))
        rows = tuple(typed_row(one, self._names) for one in typed)
        table = TableData(typed_head(), rows)
        put(self._list, in_a_row(TableButton(self._context, typing_title(), table)))


def typing_title() -> str:
    """Return the name of the panel."""
    return _("Typed in by hand")
