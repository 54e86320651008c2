"""Connecting Bluesky: a handle, an app password and, for the few who have one, a server."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.handles import (
    HOME_SERVER,
    clean_app_password,
    clean_handle,
    is_app_password,
)
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.accounts_form import SignInForm
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label

APP_PASSWORDS = "https://bsky.app/settings/app-passwords"
"""Where an app password is made (checked 2026-11-22)."""


class BlueskyForm(SignInForm):
    """Asks for what signing in needs; ``account`` is one to sign in to again, None for none yet."""

    def __init__(self, context: AppContext, account: Account | None = None) -> None:
        text = _("Connect Bluesky") if account is None else _("Sign in to Bluesky")
        self._connect = Button(text, self._on_connect, role="primary")
        super().__init__(context, self._connect)
        self._handle, self._password, self._server = QLineEdit(), QLineEdit(), QLineEdit()
        self._own_server = FormRows()
        self._warning = self._warning_card()
        self._build()
        if account is not None:
            self._handle.setText(account.handle)
            if account.server != HOME_SERVER:
                self._server.setText(account.server)
                self._show_server()
        self.setFocusProxy(self._password if account is not None else self._handle)

    def _build(self) -> None:
        self._handle.setPlaceholderText(_("name.bsky.social"))
        self._password.setPlaceholderText("xxxx-xxxx-xxxx-xxxx")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        self._password.setInputMethodHints(hints | Qt.InputMethodHint.ImhSensitiveData)
        self._server.setPlaceholderText(HOME_SERVER)
        rows = FormRows(spacing=16)
        rows.add_row(_("Your handle"), self._handle)
        why = _(
            "Not your own password. An app password can post, but cannot take your account away."
        )
        rows.add_row(_("An app password"), self._password, why)
        self._own_server.add_row(_("Your server"), self._server)
        self._own_server.hide()
        make = Button(_("Make an app password"), self._open_page, role="link")
        self._other = Button(_("My account is on another server"), self._show_server, role="link")
        links = FlowLayout()
        links.addWidget(make)
        links.addWidget(self._other)
        foot = row(self._connect)
        foot.addStretch(1)
        stack = column(rows, self._own_server, spacing=12)
        stack.addLayout(links)
        for part in (self._warning, self.said):
            stack.addWidget(part)
        stack.addLayout(foot)
        self.setLayout(stack)
        for field in (self._handle, self._password, self._server):
            field.returnPressed.connect(self._on_connect)
            field.textEdited.connect(self._on_edited)

    def _warning_card(self) -> Card:
        card = Card("note")
        words = _(
            "This does not look like an app password. It has four groups of four letters. "
            "With your own password, anybody who found it could lock you out."
        )
        buttons = FlowLayout()
        buttons.addWidget(Button(_("Make an app password"), self._open_page))
        buttons.addWidget(Button(_("Use it all the same"), self._sign_in, role="link"))
        card.add(label(words))
        card.add(buttons)
        card.hide()
        return card

    def _show_server(self) -> None:
        self._own_server.show()
        self._other.hide()

    def _open_page(self) -> None:
        self.context.desktop.open_address(APP_PASSWORDS)

    def _on_edited(self) -> None:
        self.say("")
        self._warning.hide()

    def _on_connect(self) -> None:
        """Look at what was typed; a password that is no app password is asked about first."""
        try:
            clean_handle(self._handle.text())
            password = clean_app_password(self._password.text())
        except UserError as error:
            self.say(explain(error))
            return
        if is_app_password(password):
            self._sign_in()
        else:
            self._warning.show()

    def _sign_in(self) -> None:
        typed = (self._handle.text(), self._password.text(), self._server.text())
        bluesky = self.context.services.publishing.bluesky
        self._warning.hide()
        self.connect_with(lambda: bluesky.connect(*typed))
