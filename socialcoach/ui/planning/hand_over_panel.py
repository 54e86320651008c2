"""Posting: one card a platform, by itself or by copy and open, and whether it went out."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account_state import AccountState
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.planning.sending import current
from socialcoach.services.words import handing_over as words
from socialcoach.services.words.errors import explain
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.plan_form import PlanForm
from socialcoach.ui.planning.ready_pictures import ReadyPictures
from socialcoach.ui.planning.sending_card import SendingCard
from socialcoach.ui.planning.sending_run import SendingRun
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

BY_ITSELF_FROM = (
    PublicationStatus.PLANNED,
    PublicationStatus.SENDING,
    PublicationStatus.FAILED,
)
"""States in which a connected account goes on with a post."""

MAYBE_OUT = (PublicationStatus.SENDING, PublicationStatus.HANDED_OVER)
"""States in which only the owner can say whether it is out, when no account can look."""


class HandOverPanel(QWidget):
    """Walks the owner through posting. Emits ``closed`` to go back to the meter.

    ``keep_words`` is called before a post leaves; it returns whether the last words typed are kept.
    """

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._post: Post | None = None
        self.keep_words: Callable[[], bool] = lambda: True
        self._run = SendingRun(context, self)
        self._run.moved.connect(self._on_moved)
        context.hub.changed.connect(self._on_changed)
        self._cards = column(spacing=12)
        back = Button(_("Back to the meter"), self.closed.emit, role="link")
        stack = column(label(_("Ready to post"), "heading"), spacing=12)
        self._how = label("", "soft")
        stack.addWidget(self._how)
        stack.addLayout(self._cards)
        self._plan = PlanForm(context)
        self._pictures = ReadyPictures(context, self)
        stack.addWidget(self._plan)
        stack.addWidget(back)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_post(self, post: Post) -> None:
        """Show a card for each platform the post is meant for."""
        self._post = post
        self._next_steps: list[Button] = []
        clear(self._cards)
        entries = self._context.services.handing_over.of_post(post.id)
        keys = dict.fromkeys((*post.platforms, *(entry.platform for entry in entries)))
        cards = [self._card(key, current(entries, key)) for key in keys]
        for card in cards:
            self._cards.addWidget(card)
        by_hand = [
            key for key, card in zip(keys, cards, strict=True) if not isinstance(card, SendingCard)
        ]
        self._explain(by_hand, some_by_itself=len(by_hand) < len(cards))
        if self._next_steps:
            self._next_steps[0].set_role("primary")
        if not self._cards.count():
            self._cards.addWidget(label(_("Pick a platform above your text first."), "soft"))
        self._plan.show_post(post)

    def _explain(self, by_hand: list[str], *, some_by_itself: bool) -> None:
        """Say what a click does, as far as the cards do not say it themselves."""
        wordless = bool(by_hand) and all(self._is_wordless(key) for key in by_hand)
        self._how.setText(words.how_words(some_by_itself=some_by_itself, wordless=wordless))
        self._how.setVisible(bool(by_hand) or not some_by_itself)

    def _is_wordless(self, platform: str) -> bool:
        handing_over = self._context.services.handing_over
        return self._post is not None and handing_over.is_wordless(self._post, platform)

    def _card(self, platform: str, entry: Publication | None) -> Card:
        status = entry.status if entry is not None else PublicationStatus.PLANNED
        state = self._context.services.publishing.accounts.state_on(platform)
        if entry is not None and status is PublicationStatus.OUT:
            return self._out_card(entry)
        if self._post is not None and state is not None and status in BY_ITSELF_FROM:
            return self._sending_card(self._post, state, entry)
        if entry is not None and status in MAYBE_OUT:
            return self._question_card(entry)
        return self._open_card(platform)

    def _sending_card(self, post: Post, state: AccountState, entry: Publication | None) -> Card:
        card = SendingCard(self._context, self._run, post, state, entry)
        if card.next_step is not None:
            self._next_steps.append(card.next_step)
        card.post_wanted.connect(lambda _platform: self._post_now(state))
        card.copy_wanted.connect(self._start)
        card.left.connect(self._on_left)
        return card

    def _open_card(self, platform: str) -> Card:
        facts = self._context.services.platforms[platform]
        card = Card()
        card.add(label(facts.name, "strong"))
        start = Button(
            words.open_button(facts.name, wordless=self._is_wordless(platform)),
            lambda: self._start(platform),
            theme=self._context.theme,
            icon=facts.icon,
        )
        self._next_steps.append(start)
        card.add(start)
        self._add_pictures(card, platform)
        if facts.direct:
            connect = _("Connect {platform} to post from here").format(platform=facts.name)
            go = self._context.hub.go_to
            card.add(Button(connect, lambda: go("settings", ("account", platform)), role="link"))
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
        words_again = words.again_button(wordless=self._is_wordless(entry.platform))
        again = Button(words_again, lambda: self._start(entry.platform), role="link")
        no = Button(_("Not posted"), lambda: self._not_out(entry), role="link")
        # what may have gone out by itself is not copied again before it is known
        buttons = row(again, no) if entry.status is not PublicationStatus.SENDING else row(no)
        buttons.addStretch(1)
        card.add(link, problem, yes, buttons)
        self._add_pictures(card, entry.platform)
        return card

    def _add_pictures(self, card: Card, platform: str) -> None:
        post_id = self._post.id if self._post is not None else 0
        button = self._pictures.button(post_id, platform)
        if button is not None:
            card.add(button)

    def _out_card(self, entry: Publication) -> Card:
        services = self._context.services
        facts = services.platforms[entry.platform]
        when = ago(entry.at, services.clock.now(), services.planner.zone())
        card = Card("good")
        said = _("Out on {platform}, {when}.").format(platform=facts.name, when=when)
        card.add(label(said, "strong"))
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
        wordless = not step.text
        if not wordless:  # what else is on the clipboard stays there
            self._context.desktop.copy_text(step.text)
        self._pictures.open(self._post.id, platform)
        self._context.hub.tell(Changes.DRAFTS)
        self.show_post(self._post)
        self._open_page(step.address, name, wordless=wordless)
        self._context.hub.notice(words.opened_notice(name, wordless=wordless))

    def _open_page(self, address: str, name: str, *, wordless: bool) -> None:
        if not self._context.desktop.open_address(address):
            if wordless:
                raise UserError("handover.browser_wordless", platform=name)
            raise UserError("handover.browser", platform=name)

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

    def _post_now(self, state: AccountState) -> None:
        if self._post is None:
            return
        if self.keep_words():
            self._run.post_now(self._post.id, state.account)
        else:
            self._context.hub.notice(_("Your last words could not be kept, so nothing was sent."))

    def _on_left(self) -> None:
        self._context.hub.tell(Changes.DRAFTS)
        self._show_again()

    def _on_moved(self, post_id: int) -> None:
        if self._post is not None and self._post.id == post_id:
            self._show_again()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        """Show the cards anew when an account was connected or lost meanwhile."""
        if Changes.ACCOUNTS in changes:
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
