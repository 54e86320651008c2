"""One idea on a card: what, why today, what the reader gets, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from socialcoach.core.planning.idea import Idea
from socialcoach.services.planning.idea_shelf import Mark
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.planning import idea_minutes
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button, icon_button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import chip, label


@dataclass(frozen=True)
class ShownIdea:
    """An idea with why it is shown (may be empty), how it is marked, and whether it is own."""

    idea: Idea
    why: str = ""
    mark: Mark = Mark.NONE
    is_own: bool = False


class IdeaCard(Card):
    """Emits ``taken(Idea)`` and ``marked(idea_id, Mark)``.

    For own ideas also ``change_wanted(idea_id)`` and ``throw_away_wanted(idea_id)``.
    """

    taken = Signal(object)
    marked = Signal(str, object)
    change_wanted = Signal(str)
    throw_away_wanted = Signal(str)

    def __init__(self, shown: ShownIdea, theme: Theme) -> None:
        super().__init__(margins=12)
        self._shown, self._theme = shown, theme
        idea = shown.idea
        self.add(self._head())
        for words, role in ((shown.why, ""), (idea.value, "soft")):
            if words:
                self.add(label(words, role))
        facts = FlowLayout()
        facts.addWidget(chip(kind_name(idea.kind), "giving"))
        facts.addWidget(label(idea_minutes(idea.minutes), "small", wrap=False))
        self.add(facts, self._buttons())

    def _head(self) -> QHBoxLayout:
        head = row(label(self._shown.idea.title, "strong"))
        head.setStretch(0, 1)
        if self._shown.is_own:
            change, away = self.change_wanted.emit, self.throw_away_wanted.emit
            head.addWidget(self._icon(_("Change {title}"), "ph.pencil-simple", change))
            head.addWidget(self._icon(_("Throw {title} away"), "ph.trash", away))
        return head

    def _buttons(self) -> FlowLayout:
        idea = self._shown.idea
        write = Button(_("Write this"), lambda: self.taken.emit(idea))
        write.setAccessibleName(_("Write this: {title}").format(title=idea.title))
        flow = FlowLayout()
        flow.addWidget(write)
        if self._shown.mark is Mark.HIDDEN:
            flow.addWidget(self._bring_back())
            return flow
        flow.addWidget(self._keep())
        if not self._shown.is_own:
            flow.addWidget(self._hide())
        return flow

    def _keep(self) -> Button:
        idea, is_kept = self._shown.idea, self._shown.mark is Mark.KEPT
        name = _("Keep no longer: {title}") if is_kept else _("Keep: {title}")
        icon = "ph.bookmark-simple-fill" if is_kept else "ph.bookmark-simple"
        mark = Mark.NONE if is_kept else Mark.KEPT
        return icon_button(
            name.format(title=idea.title),
            icon,
            lambda: self.marked.emit(idea.id, mark),
            self._theme,
        )

    def _hide(self) -> Button:
        idea = self._shown.idea
        return icon_button(
            _("Not for us: {title}").format(title=idea.title),
            "ph.eye-slash",
            lambda: self.marked.emit(idea.id, Mark.HIDDEN),
            self._theme,
        )

    def _bring_back(self) -> Button:
        idea = self._shown.idea
        made = Button(_("Bring it back"), lambda: self.marked.emit(idea.id, Mark.NONE), role="link")
        made.setAccessibleName(_("Bring back: {title}").format(title=idea.title))
        return made

    def _icon(self, name: str, icon: str, act: Callable[[str], object]) -> Button:
        idea = self._shown.idea
        named = name.format(title=idea.title)
        return icon_button(named, icon, lambda: act(idea.id), self._theme)
