"""Connecting an account through the browser: the server's own page asks its owner for a yes."""

from __future__ import annotations

import threading
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.mastodon_listener import BrowserReturn
from socialcoach.services.planning.publishing.mastodon_sign_in import state_to_expect
from socialcoach.services.planning.publishing.sign_in import Begun, SignIn
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.accounts_form import SignInForm
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label


class BrowserForm(SignInForm):
    """Signs in on the page of the owner's own server; ``account`` is one to sign in to again.

    The browser comes back by itself; where it does not, the server shows a code to paste.
    """

    def __init__(
        self, context: AppContext, sign_in: SignIn, account: Account | None = None
    ) -> None:
        self._open = Button(_("Open your server’s page"), self._on_open, role="primary")
        super().__init__(context, self._open)
        self._sign_in = sign_in
        self._begun: Begun | None = None
        self._back: BrowserReturn | None = None
        self._server, self._code = QLineEdit(), QLineEdit()
        self._waiting = self._waiting_card()
        self._build()
        if account is not None:
            self._server.setText(account.server)
        self.setFocusProxy(self._server)

    def _build(self) -> None:
        self._server.setPlaceholderText("mastodon.social")
        rows = FormRows(spacing=16)
        why = _("The name after the second @ of your address. Your password stays on that page.")
        rows.add_row(_("Your server"), self._server, why)
        foot = row(self._open)
        foot.addStretch(1)
        stack = column(rows, spacing=12)
        stack.addWidget(self._waiting)
        stack.addWidget(self.said)
        stack.addLayout(foot)
        self.setLayout(stack)
        self._server.returnPressed.connect(self._on_open)
        self._code.returnPressed.connect(self._on_code)

    def _waiting_card(self) -> Card:
        card = Card("note")
        self._wait_words = label("")
        self._code.setPlaceholderText(_("The code, if the page shows one"))
        self._code.setAccessibleName(_("The code from the page"))
        self._with_code = Button(_("It does not come back"), self._begin_with_code, role="link")
        links = FlowLayout()
        links.addWidget(self._with_code)
        links.addWidget(Button(_("Open the page again"), self._show_page, role="link"))
        use = row(self._code, Button(_("Use this code"), self._on_code))
        use.setStretch(0, 1)
        card.add(self._wait_words, use)
        card.add(links)
        card.hide()
        return card

    def leave(self) -> None:
        """Stop waiting for the browser."""
        if self._back is not None:
            self._back.cancel()
            self._back = None

    def _on_open(self) -> None:
        self.leave()
        try:
            self._back = BrowserReturn()
        except OSError:
            self._back = None
        self._begin()

    def _begin_with_code(self) -> None:
        self.leave()
        self._begin()

    def _begin(self) -> None:
        server, back = self._server.text(), self._back
        address = back.address if back is not None else ""
        asking = _("Asking the server…")
        self.step(asking, lambda: self._sign_in.begin(server, address), self._on_begun)

    def _on_begun(self, begun: Begun) -> None:
        self._begun = begun
        with_code = _("Say yes on the page in your browser, then paste the code it shows here.")
        by_itself = _("Say yes on the page in your browser. It comes back here by itself.")
        self._wait_words.setText(by_itself if self._back is not None else with_code)
        self._with_code.setVisible(self._back is not None)
        self._waiting.show()
        self._show_page()
        if self._back is not None:
            self._wait_for(self._back, begun)

    def _show_page(self) -> None:
        begun = self._begun
        if begun is not None and not self.context.desktop.open_address(begun.address):
            self.say(_("The browser did not open. Please open it and try again."))

    def _wait_for(self, back: BrowserReturn, begun: Begun) -> None:
        """Wait in a thread of its own: it may take minutes, and must not keep the app from ending.

        Nobody is told when this form is gone meanwhile.
        """
        report = self.context.tasks.report

        def wait() -> None:
            try:
                code = back.wait(state_to_expect(begun))
            except UserError as error:
                problem = error
                report(lambda: self._on_not_back(back, problem))
                return
            report(lambda: self._on_back(back, begun, code))

        threading.Thread(target=wait, daemon=True, name="socialcoach-browser").start()

    def _on_back(self, back: BrowserReturn, begun: Begun, code: str) -> None:
        if isValid(self) and self._back is back:
            self._finish(begun, code)

    def _on_not_back(self, back: BrowserReturn, error: UserError) -> None:
        if isValid(self) and self._back is back:
            self._back = None
            self.say(explain(error))

    def _on_code(self) -> None:
        if self._begun is not None:
            self._finish(self._begun, self._code.text())

    def _finish(self, begun: Begun, code: str) -> None:
        self.connect_with(lambda: self._sign_in.finish(begun, code))
