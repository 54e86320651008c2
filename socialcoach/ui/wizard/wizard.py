"""The first run: seven short steps from nothing to a plan, each answer kept as it is given."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from socialcoach.core.strategy.business import Comfort
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.choice_card import ChoiceCard
from socialcoach.ui.wizard.about.about_step import AboutStep
from socialcoach.ui.wizard.brand.brand_step import BrandStep
from socialcoach.ui.wizard.footer import Footer
from socialcoach.ui.wizard.goal.goal_step import GoalStep
from socialcoach.ui.wizard.plan_step import PlanStep
from socialcoach.ui.wizard.platforms.platforms_step import PlatformsStep
from socialcoach.ui.wizard.sheet import Sheet
from socialcoach.ui.wizard.step import WizardStep
from socialcoach.ui.wizard.time_step import TimeStep
from socialcoach.ui.wizard.welcome_step import WelcomeStep

STEPS: tuple[type[WizardStep], ...] = (
    WelcomeStep,
    AboutStep,
    BrandStep,
    GoalStep,
    TimeStep,
    PlatformsStep,
    PlanStep,
)

KEEP_AFTER_MS = 400
"""An answer is kept this many milliseconds after the first key that is not kept yet."""

WIDEST = 768
"""Width of the column with its margins, in pixels at the usual text size."""


class Wizard(QWidget):
    """Walks the owner through the steps.

    ``finished(page_id)`` is emitted when the owner leaves; every answer is kept before that.
    """

    finished = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("wizard")
        self.context = context
        self._planner = context.services.planner
        self._loading = False
        self._sheets: dict[int, Sheet] = {}
        self._place = 0
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._build()
        QShortcut(
            QKeySequence("Alt+Left"),
            self,
            self.go_back,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        context.theme.changed.connect(self._fit_width)
        self._open(self._place_of(self._planner.wizard_step()))

    @staticmethod
    def step_ids() -> tuple[str, ...]:
        """Return the ids of all steps in their order."""
        return tuple(kind.step_id for kind in STEPS)

    @property
    def step(self) -> WizardStep:
        """The step on show."""
        return self._sheet(self._place).step

    def go_to_step(self, step_id: str) -> None:
        """Show a step; an unknown id shows the first."""
        self._turn_to(self._place_of(step_id))

    def go_back(self) -> None:
        """Show the step before."""
        if self._place > 0:
            self._turn_to(self._place - 1)

    def go_on(self) -> None:
        """Show the step after this one, or say kindly what it still needs."""
        problem = self.step.problem()
        self._sheet(self._place).show_problem(problem)
        if problem:
            return
        self.step.accept()
        if self._place + 1 < len(STEPS):
            self._turn_to(self._place + 1)
        else:
            self._finish("my_plan")

    def keep(self) -> None:
        """Keep the answers on show now."""
        self._timer.stop()
        before = self._planner.strategy()
        after = self.step.answers(before)
        self.context.hub.tell(self._planner.keep(after), self)
        self._suit()

    def leave(self) -> None:
        """Keep what is not kept yet; called before the wizard goes from the screen."""
        if self._timer.isActive():
            self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._footer = Footer()
        self._footer.back.connect(self.go_back)
        self._footer.why.connect(self._on_why)
        self._footer.later.connect(self._on_later)
        self._footer.onward.connect(self.go_on)
        self._foot = row(spacing=0)
        self._foot.addStretch(1)
        self._foot.addWidget(self._footer, 1000)
        self._foot.addStretch(1)
        self.setLayout(column(self._stack, self._foot, spacing=0))
        self._fit_width()

    def _sheet(self, place: int) -> Sheet:
        """Return a step on its sheet; it is made when it is first needed."""
        if place not in self._sheets:
            sheet = Sheet(STEPS[place](self.context), place, len(STEPS))
            sheet.step.changed.connect(self._on_changed)
            sheet.step.done.connect(self._on_done)
            sheet.bar_changed.connect(self._align_footer)
            sheet.fit_width(self.context.theme.sizes.scaled(WIDEST))
            self._sheets[place] = sheet
            self._stack.addWidget(sheet)
        return self._sheets[place]

    def _turn_to(self, place: int) -> None:
        self.keep()
        self._open(place)

    def _open(self, place: int) -> None:
        self._place = place
        self._planner.keep_wizard_step(self.step.step_id)
        self._loading = True
        self.step.load(self._planner.strategy())
        self._loading = False
        sheet = self._sheet(place)
        sheet.open_fresh(explained=self._comfort_is_new())
        self._stack.setCurrentWidget(sheet)
        self._draw_footer()
        self._align_footer()
        self._suit()
        self._focus_first()

    def _draw_footer(self) -> None:
        done = self._planner.wizard_is_done()
        later = _("Back to my plan") if done else _("Later")
        is_last = self._place + 1 == len(STEPS)
        self._footer.show_for(
            first=self._place == 0,
            onward=self.step.next_words(),
            later="" if is_last else later,
        )
        sheet = self._sheet(self._place)
        self._footer.show_why(there=bool(self.step.why()), is_open=sheet.is_explained)

    def _on_changed(self) -> None:
        if self._loading:
            return
        self._sheet(self._place).show_problem("")
        self._draw_footer()
        if not self._timer.isActive():
            self._timer.start()

    def _on_why(self) -> None:
        sheet = self._sheet(self._place)
        sheet.explain(not sheet.is_explained)
        self._draw_footer()

    def _on_later(self) -> None:
        self.keep()
        self._finish("my_plan")

    def _on_done(self, page_id: str, what: object) -> None:
        self.keep()
        self._finish(page_id)
        if what is not None:
            self.context.hub.go_to(page_id, what)

    def _finish(self, page_id: str) -> None:
        self.leave()
        self.context.hub.tell(self._planner.finish_wizard(), self)
        self.finished.emit(page_id)

    def _on_enter(self) -> None:
        """Enter presses the button it stands on, picks the choice it stands on, else goes on."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton) or (
            isinstance(focus, ChoiceCard) and not focus.isChecked()
        ):
            focus.click()
        else:
            self.go_on()

    def _suit(self) -> None:
        self.step.suit(self._planner.strategy().business.comfort)

    def _comfort_is_new(self) -> bool:
        return self._planner.strategy().business.comfort is Comfort.NEW

    def _focus_first(self) -> None:
        field = self.step.first_field()
        if not self.isVisible():
            return
        if field is None:
            self._footer.focus_onward()
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_width(self) -> None:
        width = self.context.theme.sizes.scaled(WIDEST)
        self._footer.setMaximumWidth(width)
        for sheet in self._sheets.values():
            sheet.fit_width(width)

    def _align_footer(self) -> None:
        """Keep the buttons in line with the column above, scroll bar or not."""
        bar = self._sheet(self._place).bar_width
        self._foot.setContentsMargins(bar, 0, bar, 0)

    def _place_of(self, step_id: str) -> int:
        ids = self.step_ids()
        return ids.index(step_id) if step_id in ids else 0
