"""What the owner can do with the plan; every deed can be taken back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.plan_mix import Crossing
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.services.planning.plan_step import Step
from socialcoach.services.planning.planning_ahead import When
from socialcoach.services.planning.planning_zone import ZoneQuestion
from socialcoach.services.words import calendar as words
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.planning.calendar.undo_line import UndoLine

QUARTER = timedelta(minutes=15)


class PlanningDesk:
    """Carries out what the calendar, its tray and its cards ask for."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._calendar = context.services.calendar
        self.undo = UndoLine(context)

    def plan(self, post_id: int, day: date, clock: time | None) -> tuple[int, ...]:
        """Give a post a day; return the key of its entry, empty when that could not be done."""
        when = self._fitting(day, clock or self._calendar.pacing.usual_time())
        step = self.undo.take(
            lambda: self._calendar.planning.plan(post_id, when), self._said_planned
        )
        return tuple(sorted(step.added_rows)) if step is not None else ()

    def move(self, entry: Entry, day: date, clock: time | None) -> None:
        """Give an entry another day; without a time it keeps its own."""
        local = entry.at.astimezone(self._context.services.planner.zone())
        wanted = When(day, clock or local.time())
        if clock is None:
            wanted = self._fitting(day, local.time())
        if (wanted.day, wanted.clock) != (local.date(), local.time()):
            self.undo.take(lambda: self._calendar.planning.move(entry, wanted), self._said_moved)

    def unplan(self, entry: Entry) -> None:
        """Take an entry off the calendar."""
        self.undo.take(
            lambda: self._calendar.planning.unplan(entry),
            lambda _step: _("Taken off the calendar. It waits under “Not planned yet”."),
        )

    def throw_away(self, entry: Entry) -> None:
        """Throw a post away, and with it what was planned of it."""
        self.undo.take(
            lambda: self._calendar.planning.throw_away(entry.post.id),
            lambda _step: _("Thrown away, and off the calendar."),
        )

    def mark_ready(self, entry: Entry, ready: bool) -> None:
        """Note whether anything is left to write."""
        said = _("Noted: it is ready.") if ready else _("Noted: there is something left to write.")
        self.undo.take(
            lambda: self._calendar.planning.mark_ready(entry.post.id, ready=ready),
            lambda _step: said,
        )

    def fill(self) -> None:
        """Put ideas on the free days of the coming weeks."""
        self.undo.take(self._fill, lambda step: words.filled_notice(len(step.added_posts)))

    def mend(self, crossing: Crossing, idea: Idea) -> None:
        """Put an idea before a crossing of the rule."""
        self.undo.take(lambda: self._calendar.pacing.mend(crossing, idea), self._said_planned)

    def answer_zone(self, question: ZoneQuestion, wall_clock: bool) -> None:
        """Carry out what the owner said of posts planned by other clocks."""
        zones = self._calendar.zones
        answer = zones.keep_wall_clock if wall_clock else zones.keep_moment
        said = _("The hours stay as they were.") if wall_clock else _("The moments stay.")
        self.undo.take(lambda: answer(question), lambda _step: said)

    def leave(self, entry: Entry) -> None:
        """Do not ask about a missed post again."""
        reminders, hub = self._context.services.calendar.reminders, self._context.hub
        hub.tell(reminders.leave([entry]))
        words_then = _("Left as it is. It stays in the calendar as missed.")
        hub.notice(words_then, _("Undo"), lambda: hub.tell(reminders.ask_again([entry])))

    def open(self, entry: Entry) -> None:
        """Open a post in Write; an idea becomes a draft with its first line."""
        changes = self._start_writing(entry.post)
        self._context.hub.tell(changes)
        self._context.hub.go_to("write", entry.post.id)

    def post_now(self, entry: Entry) -> None:
        """Open the panel that hands a post over or sends it, or the paper while it is empty."""
        if not entry.post.is_written:
            self.open(entry)
            return
        self._context.hub.go_to("write", ("hand_over", entry.post.id))

    def save_file(self, parent: QWidget) -> None:
        """Ask where the plan should be written as a calendar file."""
        dialog = QFileDialog(
            parent, _("Save the plan for another calendar"), "plan.ics", _("Calendar (*.ics)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.fileSelected.connect(lambda name: self.write_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_file(self, file: Path) -> None:
        """Write the plan to a file, in a worker."""
        services = self._context.services

        def work() -> int:
            with services.in_worker() as own:
                return own.calendar.file.write(file)

        self._context.tasks.run(work, lambda count: self._say_written(count, file), self._failed)

    def _say_written(self, count: int, file: Path) -> None:
        desktop = self._context.desktop
        self._context.hub.notice(
            words.file_notice(count, file.name),
            _("Open"),
            lambda: desktop.open_folder(file.parent),
        )

    def _failed(self, error: Exception) -> None:
        say_failed(self._context, error)

    def _fill(self) -> Step:
        step = self._calendar.pacing.fill()
        if not step.added_posts:
            raise UserError("plan.no_ideas")
        return step

    def _fitting(self, day: date, clock: time) -> When:
        """Return a time on a day; today's is put off to the next quarter when it has passed."""
        now = self._calendar.planning.now()
        if day != now.date() or clock > now.time():
            return When(day, clock)
        quarters = (now.hour * 60 + now.minute) // 15 + 2
        later = datetime.combine(day, time(0)) + quarters * QUARTER
        return When(day, later.time() if later.date() == day else clock)

    def _start_writing(self, post: Post) -> Changes:
        if post.status is not PostStatus.IDEA:
            return Changes.NOTHING
        starter = self._calendar.pacing.starter_of(post)
        try:
            return self._calendar.planning.start_writing(post.id, starter)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return Changes.NOTHING

    def _said_planned(self, step: Step) -> str:
        planner = self._context.services.planner
        if step.placed is None:
            return ""
        return words.planned_notice(step.placed, planner.today(), planner.zone())

    def _said_moved(self, step: Step) -> str:
        planner = self._context.services.planner
        if step.placed is None:
            return ""
        return words.moved_notice(step.placed, planner.today(), planner.zone())
