"""Who a promoter is, what is offered first and what comes next; kept as it is typed."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind
from socialcoach.services.words.outreach import gift_name, kind_of_promoter, why_offer_first
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.outreach_day import DayAhead
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

WORDS = (
    *("name", "who_follows", "greet", "email", "link"),
    *("contact", "value_offered", "next_step", "result"),
)
"""The fields of a promoter that are plain words, in the order of the form."""


class PromoterForm(QWidget):
    """Emits ``changed(what)``; ``what`` names the field in the owner's words.

    The fields stand in three cards, which whoever uses the form puts where there is room:
    ``who``, ``offer`` and ``next``.
    """

    changed = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._words: dict[str, QLineEdit | GrowingText] = {
            key: QLineEdit() if key in ("name", "greet", "email", "link") else GrowingText()
            for key in WORDS
        }
        self._kind = Combo(context.theme)
        for kind in PromoterKind:
            self._kind.addItem(kind_of_promoter(kind), kind)
        self._gifts = Pills([(gift, gift_name(gift)) for gift in Gift], many=True)
        self._day = DayAhead(context.theme, _("When?"))
        self.who, self.offer, self.next = Card(spacing=12), Card(spacing=12), Card(spacing=12)
        self._build()
        self._listen()

    def promoter(self, known: Promoter) -> Promoter:
        """Return the promoter as the fields have it."""
        words = {key: field.text().strip() for key, field in self._words.items()}
        return replace(
            known,
            kind=PromoterKind(self._kind.currentData()),
            gifts=tuple(Gift(key) for key in self._gifts.chosen),
            next_on=self._day.day,
            **words,  # type: ignore[arg-type]
        )

    def show_promoter(self, promoter: Promoter) -> None:
        """Fill the fields; what stands there already is left alone, and so is the cursor."""
        for key, field in self._words.items():
            wanted = str(getattr(promoter, key))
            if field.text().strip() != wanted:
                with QSignalBlocker(field):
                    field.setText(wanted)
                if isinstance(field, QLineEdit):
                    field.setCursorPosition(0)
        self._kind.setCurrentIndex(self._kind.findData(promoter.kind))
        self._gifts.choose(promoter.gifts)
        self._day.show_day(promoter.next_on, self._context.services.planner.today())

    def focus_next_step(self) -> None:
        """Put the keyboard where the next step is written."""
        self._words["next_step"].setFocus()

    def _build(self) -> None:
        rows = _questions()
        self.who.add(label(_("Who they are"), "heading"))
        self.who.add(
            asked(rows["name"], self._words["name"]), asked(_("What are they?"), self._kind)
        )
        for key in ("who_follows", "greet", "email", "link", "contact"):
            self.who.add(asked(rows[key], self._words[key]))
        why = Button(_("Why first?"), self._toggle_why, role="link")
        self._why = label(why_offer_first(), "small")
        self._why.hide()
        self.offer.add(label(_("What we offer them first"), "heading"), self._gifts)
        self._gifts.setAccessibleName(_("What we offer them first"))
        self.offer.add(asked(rows["value_offered"], self._words["value_offered"]), why, self._why)
        self.next.add(label(_("The next step"), "heading"))
        self.next.add(asked(rows["next_step"], self._words["next_step"]))
        self.next.add(asked(_("When?"), self._day))
        hints = _hints()
        for key, hint in hints.items():
            self._words[key].setPlaceholderText(hint)

    @property
    def result(self) -> QWidget:
        """Return the field for what came of it; it stands with the tally."""
        return self._words["result"]

    def _toggle_why(self) -> None:
        self._why.setVisible(self._why.isHidden())

    def _listen(self) -> None:
        for key, field in self._words.items():
            what = _changes()[key]
            field.textChanged.connect(lambda *_text, what=what: self.changed.emit(what))
        self._kind.activated.connect(lambda: self.changed.emit(_("Changed what they are.")))
        self._gifts.changed.connect(lambda: self.changed.emit(_("Changed what you offer.")))
        self._day.chosen.connect(lambda: self.changed.emit(_("Changed the day.")))


def _questions() -> dict[str, str]:
    return {
        "name": _("Name"),
        "who_follows": _("Who follows or listens to them?"),
        "greet": _("Whom do you greet?"),
        "email": _("E-mail address"),
        "link": _("Their page"),
        "contact": _("Other ways to reach them"),
        "value_offered": _("In your own words"),
        "next_step": _("What will you do?"),
        "result": _("What came of it?"),
    }


def _hints() -> dict[str, str]:
    return {
        "who_follows": _("For example: parents of two classes"),
        "greet": _("A first name, for letters"),
        "contact": _("For example: on the market, Saturdays at nine"),
        "value_offered": _("For example: a page on freezing fruit for their newsletter"),
        "next_step": _("For example: read the last three posts and answer one"),
    }


def _changes() -> dict[str, str]:
    return {
        "name": _("Changed the name."),
        "who_follows": _("Changed who follows them."),
        "greet": _("Changed whom you greet."),
        "email": _("Changed the e-mail address."),
        "link": _("Changed their page."),
        "contact": _("Changed how to reach them."),
        "value_offered": _("Changed what you offer."),
        "next_step": _("Changed the next step."),
        "result": _("Changed what came of it."),
    }
