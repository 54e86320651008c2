"""About you: the business, its place, its customers and how much help the owner wants."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.strategy.business import AGE_GROUPS, Business, Comfort, Reach
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.words.owner import comfort_name, reach_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.choice_card import ChoiceCard
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.pills import Pills
from socialcoach.ui.wizard.about.place_fields import PlaceFields
from socialcoach.ui.wizard.about.trade_field import TradeField
from socialcoach.ui.wizard.step import WizardStep


class AboutStep(WizardStep):
    """Asks about the business, its customers and its owner."""

    step_id = "about"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._name, self._owner, self._customers = QLineEdit(), QLineEdit(), GrowingText()
        self._shop = QLineEdit()
        self._shop.setPlaceholderText(_("For example: www.hillstreet.example/order"))
        self._customers.setPlaceholderText(_("For example: families who live nearby"))
        self._trade = TradeField(context.services.trades)
        self._trade.setPlaceholderText(_("Begin to type: baker, plumber, yoga…"))
        self._place = PlaceFields(context.services.clock, context.theme)
        self._reach = Pills([(reach, reach_name(reach)) for reach in Reach])
        self._ages = Pills([(age, age.replace("-", "–")) for age in AGE_GROUPS], many=True)
        self._comfort = Pills([(level, comfort_name(level)) for level in reversed(Comfort)])
        self._is_brand = ChoiceCard(
            "is_brand", _("I am the brand"), _brand_meaning(), context.theme, many=True
        )
        self._build()
        self._listen()

    @staticmethod
    def title() -> str:
        return _("Who are you, and whom do you serve?")

    def why(self) -> str:
        return _(
            "Your trade and your customers decide which places suit you and which ideas you get. "
            "The town and country set your clock. All of it stays on this computer."
        )

    def first_field(self) -> QWidget | None:
        return self._name

    def load(self, strategy: Strategy) -> None:
        business = strategy.business
        for field, known in (
            (self._name, business.name),
            (self._owner, business.owner),
            (self._customers, business.customers),
            (self._shop, business.shop_link),
        ):
            if field.text().strip() != known:
                field.setText(known)
        self._trade.show_trade(business.trade)
        self._place.load(business)
        self._reach.choose([business.reach])
        self._ages.choose(business.customer_ages)
        self._comfort.choose([business.comfort])
        self._is_brand.setChecked(business.is_brand)

    def answers(self, strategy: Strategy) -> Strategy:
        business: Business = replace(
            self._place.answers(strategy.business),
            name=self._name.text().strip(),
            owner=self._owner.text().strip(),
            trade=self._trade.trade,
            customers=self._customers.text().strip(),
            customer_ages=self._ages.chosen,
            reach=Reach(self._reach.chosen[0]),
            comfort=Comfort(self._comfort.chosen[0]),
            is_brand=self._is_brand.isChecked(),
            shop_link=self._shop.text().strip(),
        )
        return replace(strategy, business=business)

    def _build(self) -> None:
        names = row(
            asked(_("What is your business called?"), self._name),
            asked(_("Your first name"), self._owner),
            spacing=16,
        )
        names.setStretch(0, 3)
        names.setStretch(1, 2)
        trade_hint = self.hint(_("Your own word is fine too."))
        you = Card(margins=20, spacing=16)
        shop_hint = self.hint(_("A web address, if you have one. Letters lead people there."))
        shop = asked(_("Where can people buy or book?"), self._shop, shop_hint)
        you.add(names, asked(_("What do you do?"), self._trade, trade_hint), self._place, shop)
        self.body.addWidget(you)
        self.body.addWidget(self._customer_card())
        self.body.addWidget(self._is_brand)
        self.body.addWidget(self._help_card())

    def _customer_card(self) -> Card:
        ages_hint = self.hint(_("Choose as many as you like. Leave it out if you cannot say."))
        customers = Card(margins=20, spacing=16)
        customers.add(
            asked(_("Who are your customers?"), self._customers),
            asked(_("Where are they?"), self._reach),
            asked(_("How old are most of them?"), self._ages, ages_hint),
        )
        return customers

    def _help_card(self) -> Card:
        comfort_hint = self.hint(_("We explain as much as you like."))
        helping = Card(margins=20, spacing=16)
        helping.add(asked(_("You and computers"), self._comfort, comfort_hint))
        return helping

    def _listen(self) -> None:
        for field in (self._name, self._owner, self._customers, self._trade, self._shop):
            field.textChanged.connect(lambda: self.changed.emit())
        for part in (self._place, self._reach, self._ages, self._comfort):
            part.changed.connect(self.changed)
        self._is_brand.toggled.connect(lambda: self.changed.emit())


def _brand_meaning() -> str:
    return _(
        "For bloggers, artists and speakers: people follow me as a person. "
        "Then talking about myself is not selling."
    )
