"""What may come of it: five figures to overwrite, and the range they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from socialcoach.core.progress.expectations import (
    SHARES,
    Assumption,
    Expectation,
    Figure,
    Origin,
    expect,
)
from socialcoach.core.progress.overview import Overview
from socialcoach.services.words.expectations import (
    expectation_note,
    expectation_sentence,
    figure_question,
    figure_scale,
    not_a_figure,
    origin_words,
    stage_lines,
)
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.progress.table_button import TableButton
from socialcoach.ui.widgets.boxes import clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.card_grid import CardGrid
from socialcoach.ui.widgets.figures import read_figure, show_figure
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines
from socialcoach.ui.widgets.pills import Pills

MONTHS = (3, 6, 12)
PAUSE_MS = 150
"""Rest after a key before the range is worked out again, in milliseconds."""

FIELD_WIDTH = 260


class ExpectationPanel(QWidget):
    """Works the range out again at every change, and keeps what the owner types."""

    def __init__(self, context: AppContext, overview: Overview) -> None:
        super().__init__()
        self._context, self._overview = context, overview
        self._figures = context.services.expecting.assumptions(overview)
        self._fields: dict[Figure, QLineEdit] = {}
        self._origins: dict[Figure, QLabel] = {}
        self._months = Pills([(str(n), _("{n} months").format(n=n)) for n in MONTHS])
        self._months.setAccessibleName(_("Over how long?"))
        self._months.choose([str(MONTHS[1])])
        self._sentence, self._problem = label("", "strong"), label("", "strong")
        self._result = column()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._work_out)
        self._build()
        self._work_out()

    def _build(self) -> None:
        grid = CardGrid(self._context.theme, FIELD_WIDTH, 3)
        grid.show_cards([self._question(figure) for figure in Figure])
        self.setFocusProxy(self._fields[Figure.POSTS])
        self._months.changed.connect(self._work_out)
        again = Button(_("Back to the figures of the start"), self._start_again, role="link")
        parts = (grid, self._months, self._problem, self._sentence, self._result)
        note = label(expectation_note(), "small")
        self.setLayout(column(*parts, note, in_a_row(again), spacing=12))
        self._show_figures()

    def _question(self, figure: Figure) -> QWidget:
        field, origin = QLineEdit(), label("", "small")
        self._fields[figure], self._origins[figure] = field, origin
        field.textEdited.connect(lambda: self._on_typed(figure))
        made, stack = QWidget(), asked(figure_question(figure), field)
        stack.addWidget(origin)
        stack.addStretch(1)
        made.setLayout(stack)
        return made

    def _show_figures(self) -> None:
        for figure, one in self._figures.items():
            self._fields[figure].setText(_shown(one.value * figure_scale(figure)))
            self._show_origin(figure)

    def _show_origin(self, figure: Figure) -> None:
        words = origin_words(self._figures[figure].origin)
        self._origins[figure].setText(words)
        self._fields[figure].setAccessibleDescription(words)

    def _on_typed(self, figure: Figure) -> None:
        typed = self._fields[figure].text()
        value = read_figure(typed)
        scale = figure_scale(figure)
        is_fit = value is not None and not (figure in SHARES and value > scale)
        self._problem.setText("" if is_fit else not_a_figure(typed))
        self._problem.setVisible(not is_fit)
        if value is not None and is_fit:
            self._figures[figure] = Assumption(value / scale, Origin.TYPED)
            self._show_origin(figure)
            self._keep()
            self._pause.start()

    def _keep(self) -> None:
        typed = {
            figure: one.value for figure, one in self._figures.items() if one.origin is Origin.TYPED
        }
        self._tell(typed)

    def _tell(self, typed: Mapping[Figure, float]) -> None:
        services = self._context.services
        self._context.hub.tell(services.expecting.keep(typed), self)

    def _start_again(self) -> None:
        self._tell({})
        self._figures = self._context.services.expecting.assumptions(self._overview)
        self._show_figures()
        self._work_out()

    def _work_out(self) -> None:
        self._problem.setVisible(bool(self._problem.text()))
        found = expect(self._figures, int(self._months.chosen[0]))
        self._sentence.setText(expectation_sentence(found))
        clear(self._result)
        put(self._result, NameLines(stage_lines(found), self._context.theme))
        save = TableButton(self._context, expectation_title(), expectation_table(found))
        put(self._result, in_a_row(save))


def _shown(value: float) -> str:
    """Return a figure no finer than is useful: whole from ten on."""
    return show_figure(round(value) if value >= 10 else round(value, 1))


def expectation_title() -> str:
    """Return the name of the panel."""
    return _("What may come of it")


def expectation_table(found: Expectation) -> TableData:
    """Return each step on the way with its range."""
    return TableData((_("Step"), _("Probably")), tuple(stage_lines(found)))
