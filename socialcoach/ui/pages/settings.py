"""Settings: the business, the look, and where everything is kept."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QWidget

from socialcoach import __version__
from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.settings import TEXT_SIZES, Look
from socialcoach.services.words.errors import explain
from socialcoach.services.words.moments import short_day
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.corrections_card import CorrectionsCard
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.pages.page import Page
from socialcoach.ui.planning.accounts_card import AccountsCard
from socialcoach.ui.planning.calendar.settings_card import CalendarSettings
from socialcoach.ui.settings.delete_card import DeleteCard
from socialcoach.ui.settings.export_card import ExportCard
from socialcoach.ui.widgets.boxes import Card, clear, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label

WIDEST, CHOICE_WIDTH = 820, 320


class SettingsPage(Page):
    """What the owner can change about the app itself."""

    page_id = "settings"
    icon = "ph.gear"
    affected_by = Changes.STRATEGY | Changes.SETTINGS | Changes.DRAFTS | Changes.ACCOUNTS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._business = column(spacing=4)
        self._look = Combo(context.theme)
        self._size = Combo(context.theme)
        self._look_rows = FormRows()
        self._copies = label("", "soft")
        self._accounts = AccountsCard(context)
        self._corrections = CorrectionsCard(context)
        self._calendar = CalendarSettings(context)
        self._export = ExportCard(context)
        self._delete = DeleteCard(context, self._export.ask_place)
        self._build()

    @staticmethod
    def title() -> str:
        return _("Settings")

    def refresh(self) -> None:
        settings = self._services.settings.load()
        self._look.setCurrentIndex(self._look.findData(settings.look))
        self._size.setCurrentIndex(self._size.findData(settings.text_size))
        # The text size may have changed on this very page, so the width is not set for good.
        self._look_rows.setMaximumWidth(self.context.theme.sizes.scaled(CHOICE_WIDTH))
        self._show_business()
        self._show_copies()
        self._accounts.refresh()
        self._corrections.refresh()
        self._calendar.refresh()

    def open_item(self, what: object) -> None:
        """Open the form of an account: ``("account", platform)``; or the panel ``"delete"``."""
        if isinstance(what, tuple) and what[0] == "account":
            self._accounts.sign_in(str(what[1]))
        elif what == "delete":
            self._delete.open_panel()

    def _build(self) -> None:
        content = QWidget()
        stack = column(label(_("Settings"), "title"), spacing=16, margins=24)
        cards = (
            self._business_card(),
            self._accounts,
            self._look_card(),
            self._calendar,
            self._corrections,
            self._data_card(),
            self._export,
            self._delete,
            self._about(),
        )
        for card in cards:
            stack.addWidget(card)
        stack.addStretch(1)
        content.setLayout(stack)
        self.setLayout(column(scrolling(content, widest=WIDEST)))

    def _business_card(self) -> Card:
        card = Card()
        change = Button(_("Change"), lambda: self.context.hub.go_to("wizard", "about"))
        change.setAccessibleName(_("Change your business"))
        head = row(label(_("Your business"), "heading"), change)
        head.setStretch(0, 1)
        card.add(head, self._business)
        return card

    def _look_card(self) -> Card:
        for look, words in look_names().items():
            self._look.addItem(words, look)
        for percent in TEXT_SIZES:
            self._size.addItem(_("{percent} %").format(percent=percent), percent)
        self._look.activated.connect(self._on_look)
        self._size.activated.connect(self._on_look)
        self._look_rows.add_row(_("Colours"), self._look)
        self._look_rows.add_row(_("Text size"), self._size)
        card = Card()
        card.add(label(_("Look"), "heading"), self._look_rows)
        return card

    def _data_card(self) -> Card:
        paths = self._services.paths
        card = Card()
        card.add(label(_("Your data"), "heading"))
        safe = _("Everything is on this computer. Nothing leaves it unless you press a button.")
        card.add(label(safe))
        card.add(self._path_label(paths.database), self._copies)
        buttons = FlowLayout()  # at a large text size they need more than one line
        buttons.addWidget(Button(_("Make a copy now"), self._copy_now))
        buttons.addWidget(Button(_("Open the folder"), lambda: self._open(paths.folder)))
        buttons.addWidget(Button(_("Open the copies"), lambda: self._open(paths.backups)))
        card.add(buttons)
        return card

    def _about(self) -> Card:
        card = Card()
        card.add(label(_("About"), "heading"))
        words = _("SocialCoach {version}. Free, and yours to share under the MIT licence.")
        card.add(label(words.format(version=__version__), "soft"))
        return card

    def _path_label(self, path: Path) -> QWidget:
        made = label(str(path), "small")
        made.setAccessibleName(_("Where your data is: {path}").format(path=path))
        return made

    def _show_business(self) -> None:
        clear(self._business)
        business = self._services.planner.strategy().business
        lines = [business.name or _("No name yet"), ", ".join(filter(None, [business.town]))]
        zone = _("Times are shown for {zone}.").format(zone=business.zone.replace("_", " "))
        for words in filter(None, [*lines, zone]):
            self._business.addWidget(label(words, "soft"))

    def _show_copies(self) -> None:
        copies = self._services.keeping.copies()
        if not copies:
            self._copies.setText(_("A copy is made once a day. The last seven are kept."))
            return
        newest = date.fromisoformat(copies[0].stem.removeprefix("socialcoach-"))
        words = _("A copy is made once a day. The newest is from {day}.")
        day = short_day(newest, self._services.planner.today())
        self._copies.setText(words.format(day=day))

    def _on_look(self) -> None:
        look, size = Look(self._look.currentData()), int(self._size.currentData())
        try:
            changes = self._services.settings.change(look=look, text_size=size)
        except UserError as error:
            changes = Changes.NOTHING
            self.context.hub.notice(explain(error))
        self.context.theme.put_on(look, size)
        self.context.hub.tell(changes, self)

    def _copy_now(self) -> None:
        self.context.tasks.run(self._services.keeping.copy_now, self._on_copied, self._on_failed)

    def _on_copied(self, path: Path) -> None:
        self._show_copies()
        words = _("A copy was made: {name}").format(name=path.name)
        self.context.hub.notice(words, _("Open"), lambda: self._open(path.parent))

    def _on_failed(self, error: Exception) -> None:
        say_failed(self.context, error)

    def _open(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.context.hub.notice(explain(UserError("data.folder", folder=str(folder))))
            return
        self.context.desktop.open_folder(folder)


def look_names() -> dict[Look, str]:
    """Return the words for the looks on offer."""
    return {
        Look.SYSTEM: _("As on this computer"),
        Look.LIGHT: _("Light"),
        Look.DARK: _("Dark"),
        Look.CONTRAST: _("High contrast"),
    }
