"""What can be done with a whole person: join, split, save their data, delete it; all undoable."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.person import Handle, Person, PersonRecord
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed, say_saved
from socialcoach.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from socialcoach.ui.relations.person_panel import PersonPanel


class PersonActions(QObject):
    """Acts on the person of a panel."""

    def __init__(self, context: AppContext, panel: PersonPanel) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel
        self._people = context.services.relations.people
        theme = context.theme
        self._export = Button(_("Save their data"), self._save_data, theme=theme, icon="ph.export")
        self._delete = Button(_("Delete them"), self._forget, theme=theme, icon="ph.trash")

    def buttons(self) -> tuple[Button, Button]:
        """Return the buttons for a person's data."""
        return self._export, self._delete

    def show_person(self, person: Person) -> None:
        """Name the buttons after the person for those who hear them."""
        self._export.setAccessibleName(_("Save the data of {name}").format(name=person.name))
        self._delete.setAccessibleName(_("Delete {name}").format(name=person.name))

    def join(self, kept: Person, other: Person) -> None:
        """Make two people one."""
        self._panel.keep_now()
        joined = self._people.join(kept.id, other.id)
        words = _("{name} is one person now.").format(name=kept.name)
        self._done(Changes.PEOPLE, words, partial(self._people.part, joined))

    def are_two(self, one: Person, other: Person) -> None:
        """Note that they only look alike."""
        changes = self._people.are_two(one.id, other.id)
        undo = partial(self._people.may_be_one, one.id, other.id)
        self._done(changes, _("They stay two people."), undo)

    def split(self, handle: Handle) -> None:
        """Let one of the names be somebody else."""
        self._panel.keep_now()
        try:
            apart = self._people.split(handle.id)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        words = _("{name} is a person of their own now.").format(name=handle.name)
        self._done(Changes.PEOPLE, words, partial(self._people.unsplit, apart))

    def _done(self, changes: Changes, words: str, undo: partial[Changes]) -> None:
        self._context.hub.tell(changes)
        self._context.hub.notice(words, _("Undo"), lambda: self._context.hub.tell(undo()))

    def _save_data(self) -> None:
        person = self._panel.person
        if person is None:
            return
        self._panel.keep_now()
        services = self._context.services

        def work() -> Path:
            with services.in_worker() as own:
                return own.relations.person_files.write(person.id)

        self._context.tasks.run(
            work, lambda file: say_saved(self._context, file), partial(say_failed, self._context)
        )

    def _forget(self) -> None:
        person = self._panel.person
        if person is None:
            return
        services = self._context.services

        def work() -> PersonRecord:
            with services.in_worker() as own:
                return own.relations.people.forget(person.id)

        self._context.tasks.run(work, self._on_forgotten, partial(say_failed, self._context))

    def _on_forgotten(self, record: PersonRecord) -> None:
        words = _(
            "{name} and all their messages are deleted. Daily copies hold them for seven more days."
        ).format(name=record.person.name)
        self._done(Changes.PEOPLE, words, partial(self._people.bring_back, record))
