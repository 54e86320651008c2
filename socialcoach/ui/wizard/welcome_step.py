"""Welcome: what will happen, how long it takes, and that nothing leaves this computer."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QHBoxLayout

from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.wizard.step import WizardStep


class WelcomeStep(WizardStep):
    """Asks nothing."""

    step_id = "welcome"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.body.addWidget(label(_intro(), "soft"))
        card = Card(margins=24, spacing=24)
        for icon, heading, sentence in _promises():
            card.add(self._promise(icon, heading, sentence))
        self.body.addWidget(card)
        self.body.addWidget(label(_("You can stop at any time and go on later."), "soft"))

    @staticmethod
    def title() -> str:
        return _("Welcome. Let us make a plan that fits you.")

    @staticmethod
    def time_needed() -> str:
        return _("five minutes in all")

    def next_words(self) -> str:
        return _("Let us begin")

    def _promise(self, icon: str, heading: str, sentence: str) -> QHBoxLayout:
        words = column(label(heading, "strong"), label(sentence, "soft"), spacing=2)
        picture = IconLabel(self.context.theme, icon, 28)
        line = row(picture, words, spacing=16)
        line.setStretch(1, 1)
        return line


def _intro() -> str:
    return _(
        "Social media is for getting to know people. It is not a shop window. "
        "A few posts that help people do more than many that sell."
    )


def _promises() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "ph.chat-circle-text",
            _("Six short questions"),
            _("About you, your customers and what you hope for. You may skip any of them."),
        ),
        (
            "ph.compass",
            _("A plan on one page"),
            _("Where to post, what for, how often, and three posts ready for you to write."),
        ),
        (
            "ph.house-line",
            _("All of it stays on this computer"),
            _("No account, no sign-up, no internet needed. It costs nothing."),
        ),
    )
