"""Planning a post from Write: a day and a time, and where it stands when it has one."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.post import Post
from socialcoach.services.planning.plan_step import Step
from socialcoach.services.planning.planning_ahead import When
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.undo_line import UndoLine
from socialcoach.ui.planning.calendar.when_form import WhenForm
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class PlanForm(Card):
    """Plans the post it shows on the platforms that are picked for it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=8)
        self._context = context
        self._planning = context.services.calendar.planning
        self._undo = UndoLine(context)
        self._post: Post | None = None
        self._stands = label("", "soft")
        self._form = WhenForm(context.theme)
        buttons = FlowLayout()
        self._plan = Button(_("Plan it"), self._on_plan)
        self._off = Button(_("Take off the calendar"), self._on_off, role="link")
        buttons.addWidget(self._plan)
        buttons.addWidget(self._off)
        self.add(label(_("Later, on a day of your choice"), "strong"), self._stands, self._form)
        self.add(buttons)

    def show_post(self, post: Post) -> None:
        """Show where the post stands, with the next good time in the fields."""
        self._post = post
        services = self._context.services
        zone, today = services.planner.zone(), services.planner.today()
        entry = self._planned()
        if entry is not None:
            when = words.day_and_time(entry.at, today, zone)
            self._stands.setText(_("Planned for {when}.").format(when=when))
            self._form.show_moment(entry.at, zone, today)
        else:
            self._stands.setText(_("It waits in the calendar. We remind you, you post."))
            free = services.calendar.pacing.next_free()
            self._form.show_when(free, zone, today)
        self._plan.setText(_("Move it") if entry is not None else _("Plan it"))
        self._plan.setAccessibleName(self._plan.text())
        self._off.setVisible(entry is not None)

    def _planned(self) -> Entry | None:
        entries = self._planning.of_post(self._post.id) if self._post is not None else ()
        return next((entry for entry in entries if entry.is_movable), None)

    def _on_plan(self) -> None:
        if self._post is None:
            return
        post, when = self._post, self._form.when
        if self._undo.take(lambda: self._take(post, when), self._said):
            self.show_post(post)

    def _on_off(self) -> None:
        entry = self._planned()
        if entry is not None and self._post is not None:
            said = _("Taken off the calendar. It stays among your drafts.")
            self._undo.take(lambda: self._planning.unplan(entry), lambda _step: said)
            self.show_post(self._post)

    def _take(self, post: Post, when: When) -> Step:
        return self._planning.plan(post.id, when, post.platforms, ready=True)

    def _said(self, step: Step) -> str:
        planner = self._context.services.planner
        if step.placed is None:
            return ""
        return words.planned_notice(step.placed, planner.today(), planner.zone())
