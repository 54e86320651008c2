"""Before everything is deleted: what goes and stays is said, and one word has to be typed."""

from __future__ import annotations

from datetime import UTC, datetime

import keyring
import keyring.errors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.account import Account
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.secrets import SERVICE
from socialcoach.ui.context import AppContext
from socialcoach.ui.settings.delete_card import DeleteCard
from tests.memory_keyring import MemoryKeyring
from tests.ui.pages_helpers import button, click, field, find_button, says

ACCOUNT = Account(
    "bluesky:did:plc:x",
    "bluesky",
    "bsky.social",
    "hill.example",
    "Hill",
    datetime(2026, 11, 20, tzinfo=UTC),
)


class Stubborn(MemoryKeyring):
    """A store that gives nothing up."""

    def delete_password(self, service: str, username: str) -> None:
        raise keyring.errors.KeyringLocked


@pytest.fixture
def exports() -> list[str]:
    """Notes each time an export was asked for."""
    return []


@pytest.fixture
def starts(context: AppContext) -> list[str]:
    """Notes each time the window was asked to start anew."""
    found: list[str] = []
    context.hub.start_anew.connect(lambda: found.append("anew"))
    return found


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, bakery: Strategy, exports: list[str]) -> DeleteCard:
    """The card with its panel open."""
    made = DeleteCard(context, lambda: exports.append("asked"))
    qtbot.addWidget(made)
    made.show()
    click(qtbot, made, "Look at what would be deleted")
    return made


def type_word(qtbot: QtBot, card: DeleteCard, word: str) -> QLineEdit:
    """Type a word into the one field."""
    line = field(card, "Type “Hill Street Bakery” to go on")
    assert isinstance(line, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, word)
    return line


def test_what_goes_and_what_stays_is_said(qtbot: QtBot, card: DeleteCard):
    says(qtbot, card, "• The passwords of connected accounts")
    says(qtbot, card, "• All daily copies")
    says(qtbot, card, "• What you posted stays on the platforms")


def test_an_export_is_offered_first(qtbot: QtBot, card: DeleteCard, exports: list[str]):
    click(qtbot, card, "Export everything first")
    assert exports == ["asked"]


def test_without_the_right_word_nothing_can_be_deleted(
    qtbot: QtBot, card: DeleteCard, starts: list[str]
):
    assert not button(card, "Delete everything").isEnabled()
    line = type_word(qtbot, card, "Hill Street")
    assert not button(card, "Delete everything").isEnabled()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert starts == []


def test_with_the_name_typed_everything_goes_by_keyboard_alone(
    qtbot: QtBot, card: DeleteCard, starts: list[str], services: Services
):
    services.publishing.accounts.connect(ACCOUNT, "secret")
    line = type_word(qtbot, card, "hill  street bakery ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: starts == ["anew"])
    assert keyring.get_password(SERVICE, ACCOUNT.id) is None


def test_a_password_the_store_keeps_is_said_before_anything_is_deleted(
    qtbot: QtBot, card: DeleteCard, starts: list[str], services: Services
):
    services.publishing.accounts.connect(ACCOUNT, "secret")
    working = keyring.get_keyring()
    stubborn = Stubborn()
    keyring.set_keyring(stubborn)
    type_word(qtbot, card, "Hill Street Bakery")
    click(qtbot, card, "Delete everything")
    says(qtbot, card, "The password of @hill.example is still in the computer’s store.")
    assert starts == []
    keyring.set_keyring(working)
    click(qtbot, card, "Try again")
    qtbot.waitUntil(lambda: starts == ["anew"])


def test_the_owner_may_delete_all_else(
    qtbot: QtBot, card: DeleteCard, starts: list[str], services: Services
):
    services.publishing.accounts.connect(ACCOUNT, "secret")
    keyring.set_keyring(Stubborn())
    type_word(qtbot, card, "Hill Street Bakery")
    click(qtbot, card, "Delete everything")
    click(qtbot, card, "Delete all else")
    assert starts == ["anew"]


def test_a_business_without_a_name_types_one_word(qtbot: QtBot, context: AppContext):
    card = DeleteCard(context, lambda: None)
    qtbot.addWidget(card)
    card.show()
    click(qtbot, card, "Look at what would be deleted")
    qtbot.keyClicks(field(card, "Type “Delete” to go on"), "delete")
    assert button(card, "Delete everything").isEnabled()


def test_closing_the_panel_leaves_everything(qtbot: QtBot, card: DeleteCard, starts: list[str]):
    click(qtbot, card, "Close “Before everything is deleted”")
    assert find_button(card, "Delete everything") is None
    assert starts == []
