"""Copy and open: one card a platform, and the question whether it went out."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.services.words.errors import explain
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.plan_form import PlanForm
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class HandOverPanel(QWidget):
    """Walks the owner through posting. Emits ``closed`` to go back to the meter."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._post: Post | None = None
        self._cards = column(spacing=12)
        back = Button(_("Back to the meter"), self.closed.emit, role="link")
        stack = column(label(_("Ready to post"), "heading"), spacing=12)
        how = _("One click copies your text and opens the page. Paste it there and post.")
        stack.addWidget(label(how, "soft"))
        stack.addLayout(self._cards)
        self._plan = PlanForm(context)
        stack.addWidget(self._plan)
        stack.addWidget(back)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_post(self, post: Post) -> None:
        """Show a card for each platform the post is meant for."""
        self._post = post
        clear(self._cards)
        entries = self._context.services.handing_over.of_post(post.id)
        for key in dict.fromkeys((*post.platforms, *(entry.platform for entry in entries))):
            latest = next((entry for entry in reversed(entries) if entry.platform == key), None)
            self._cards.addWidget(self._card(key, latest))
        if not self._cards.count():
            self._cards.addWidget(label(_("Pick a platform above your text first."), "soft"))
        self._plan.show_post(post)

    def _card(self, platform: str, entry: Publication | None) -> Card:
        if entry is None or entry.status is PublicationStatus.PLANNED:
            return self._open_card(platform)
        if entry.status is PublicationStatus.OUT:
            return self._out_card(entry)
        return self._question_card(entry)

    def _open_card(self, platform: str) -> Card:
        facts = self._context.services.platforms[platform]
        card = Card()
        card.add(label(facts.name, "strong"))
        card.add(
            Button(
                _("Copy and open {platform}").format(platform=facts.name),
                lambda: self._start(platform),
                theme=self._context.theme,
                icon=facts.icon,
            )
        )
        return card

    def _question_card(self, entry: Publication) -> Card:
        facts = self._context.services.platforms[entry.platform]
        card = Card("note")
        card.add(label(_("Did it go out on {platform}?").format(platform=facts.name), "strong"))
        link = QLineEdit()
        link.setPlaceholderText(_("Link to the post, if you like"))
        link.setAccessibleName(_("Link to the post on {platform}").format(platform=facts.name))
        problem = label("", "small")
        problem.hide()
        yes = Button(_("Yes, it is out"), lambda: self._confirm(entry, link, problem))
        again = Button(_("Copy again"), lambda: self._start(entry.platform), role="link")
        no = Button(_("Not posted"), lambda: self._not_out(entry), role="link")
        buttons = row(again, no)
        buttons.addStretch(1)
        card.add(link, problem, yes, buttons)
        return card

    def _out_card(self, entry: Publication) -> Card:
        services = self._context.services
        facts = services.platforms[entry.platform]
        when = ago(entry.at, services.clock.now(), services.planner.zone())
        card = Card("good")
        words = _("Out on {platform}, {when}.").format(platform=facts.name, when=when)
        card.add(label(words, "strong"))
        if entry.permalink:
            card.add(Button(_("See it"), lambda: self._open(entry.permalink), role="link"))
        return card

    def _start(self, platform: str) -> None:
        if self._post is None:
            return
        facts = self._context.services.platforms[platform]
        self._guarded(lambda: self._copy_and_open(platform, facts.name))

    def _copy_and_open(self, platform: str, name: str) -> None:
        if self._post is None:
            return
        step = self._context.services.handing_over.start(self._post, platform)
        self._context.desktop.copy_text(step.text)
        self._context.hub.tell(Changes.DRAFTS)
        self.show_post(self._post)
        if not self._context.desktop.open_address(step.address):
            raise UserError("handover.browser", platform=name)
        self._context.hub.notice(_("Copied. Paste it on {platform}.").format(platform=name))

    def _confirm(self, entry: Publication, link: QLineEdit, problem: QWidget) -> None:
        try:
            changes = self._context.services.handing_over.went_out(entry.id, link.text())
        except UserError as error:
            problem.setText(explain(error))  # type: ignore[attr-defined]
            problem.show()
            link.setFocus()
            return
        self._context.hub.tell(changes)
        self._show_again()

    def _not_out(self, entry: Publication) -> None:
        changes = self._context.services.handing_over.did_not_go_out(entry.id)
        self._context.hub.tell(changes)
        self._show_again()

    def _show_again(self) -> None:
        if self._post is not None:
            self.show_post(self._context.services.drafting.draft(self._post.id))

    def _open(self, address: str) -> None:
        self._context.desktop.open_address(address)

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
        except UserError as error:
            self._context.hub.notice(explain(error))
