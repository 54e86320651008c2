"""Your plan on one page, and the first three posts ready to write."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.planning.idea import Idea
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.planning import idea_minutes
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.plan_sections import PlanSection, plan_sections
from socialcoach.ui.widgets.boxes import Card, clear, column, put, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label
from socialcoach.ui.widgets.name_lines import NameLines
from socialcoach.ui.wizard.step import WizardStep

IDEAS = 3
"""Ideas ready to write: enough to choose from, few enough to begin."""


class PlanStep(WizardStep):
    """Shows the plan and hands over to writing."""

    step_id = "plan"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._platforms: tuple[str, ...] = ()
        self._first: QWidget | None = None
        self._ideas = column(spacing=12)
        self._paper = Card(margins=24, spacing=20)
        self.body.addWidget(label(_("Three posts to begin with"), "heading"))
        intro = _("They give people something. None of them sells. Which one do you like?")
        self.body.addWidget(label(intro, "soft"))
        self.body.addLayout(self._ideas)
        self.body.addWidget(label(_("The plan"), "heading"))
        self.body.addWidget(self._paper)

    @staticmethod
    def title() -> str:
        return _("Here is your plan, on one page")

    @staticmethod
    def time_needed() -> str:
        return _("done")

    def next_words(self) -> str:
        return _("Open my plan")

    def first_field(self) -> QWidget | None:
        return self._first

    def load(self, strategy: Strategy) -> None:
        self._platforms = strategy.platform_keys
        clear(self._ideas)
        self._first = None
        for idea in self.context.services.inspiration.ideas_for_today(IDEAS):
            put(self._ideas, self._idea_card(idea))
        clear(self._paper.body)
        for section in plan_sections(strategy, self.context.services):
            put(self._paper.body, self._section(section))

    def _section(self, section: PlanSection) -> QWidget:
        lines = [(line.name, line.text) for line in section.lines]
        parts: list[QWidget] = [label(section.heading, "heading")]
        if lines:
            parts.append(NameLines(lines, self.context.theme))
        if section.open_question:
            parts.append(
                label(_("Still open: {question}").format(question=section.open_question), "soft")
            )
        part = QWidget()
        part.setLayout(column(*parts, spacing=6))
        return part

    def _idea_card(self, idea: Idea) -> Card:
        card = Card(margins=16, spacing=4)
        marks = row(
            chip(kind_name(idea.kind), "giving"), label(idea_minutes(idea.minutes), "small")
        )
        marks.setStretch(1, 1)
        words = column(label(idea.title, "strong"), label(idea.value, "soft"), marks, spacing=6)
        button = Button(_("Write this"), lambda: self._write(idea))
        button.setAccessibleName(_("Write this: {title}").format(title=idea.title))
        self._first = self._first or button
        line: QHBoxLayout = row(words, button, spacing=16)
        line.setStretch(0, 1)
        card.add(line)
        return card

    def _write(self, idea: Idea) -> None:
        """Open the draft of this idea; a second press finds the first draft again."""
        drafting = self.context.services.drafting
        for draft in drafting.drafts():
            if draft.idea == idea.id:
                self.done.emit("write", draft.id)
                return
        suited = tuple(key for key in self._platforms if key in (idea.platforms or (key,)))
        post = drafting.new(idea.starter, platforms=suited, idea=idea.id)
        self.context.hub.tell(Changes.DRAFTS, self)
        self.done.emit("write", post.id)
