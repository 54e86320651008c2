"""The living part of My plan: gathers in the background and keeps what the owner decides."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.strategy.review import ReviewVerdict
from socialcoach.services.strategy.living_plan import Sections
from socialcoach.services.words.living_plan import review_question
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.plan_sections import PlanSection
from socialcoach.ui.strategy.kept_card import KeptCard, TrustCard
from socialcoach.ui.strategy.living import Living, gather_living
from socialcoach.ui.strategy.review_card import ReviewCard, ReviewsCard
from socialcoach.ui.strategy.revision_card import RevisionCard
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.card_grid import CardGrid

NARROWEST = 400
RULE = "rule"
"""The part of the plan that is the same for everybody."""


class LivingPart(QWidget):
    """Shows the cards once they are gathered."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._plan = context.services.living_plan
        self._asked = 0
        self._sections: Sections = ()
        self._review: ReviewCard | None = None
        self._revision: RevisionCard | None = None
        self._wants = ""
        self._due = CardGrid(context.theme, NARROWEST, 1)
        self._cards = CardGrid(context.theme, NARROWEST, 2)
        self.setLayout(column(self._due, self._cards, spacing=16))
        self.hide()

    def show_plan(self, sections: Sequence[PlanSection]) -> None:
        """Gather for a plan that has answers."""
        self._sections = as_sections(sections)
        self._plan.begin(self._sections)
        self._asked += 1
        asked, services = self._asked, self._context.services
        self._context.tasks.run(
            lambda: gather_living(services), lambda living: self._show(asked, living)
        )

    def bring(self, what: str) -> None:
        """Put the keyboard on what waits: ``"review"`` or ``"revise"``."""
        self._wants = what
        self._focus_wanted()

    def _show(self, asked: int, living: Living) -> None:
        if not isValid(self) or asked != self._asked:
            return
        brand = self._context.services.planner.strategy().brand
        kept = KeptCard(living, brand)
        kept.draft_wanted.connect(lambda post_id: self._context.hub.go_to("write", post_id))
        cards: list[QWidget] = [kept, TrustCard(living, self._context.theme)]
        due: list[QWidget] = []
        self._review = self._review_card(living)
        if self._review is not None:
            due.append(self._review)
        self._revision = self._revision_card()
        if self._revision is not None:
            (due if self._plan.revision_is_due() else cards).append(self._revision)
        reviews = self._plan.reviews()
        if reviews:
            cards.append(ReviewsCard(reviews))
        self._due.show_cards(due)
        self._due.setVisible(bool(due))
        self._cards.show_cards(cards)
        self.show()
        self._focus_wanted()

    def _review_card(self, living: Living) -> ReviewCard | None:
        if living.month_to_review is None:
            return None
        card = ReviewCard(living, living.month_to_review)
        card.decided.connect(self._decide)
        return card

    def _revision_card(self) -> RevisionCard | None:
        last = self._plan.last_look()
        if last is None:
            return None
        today = self._context.services.planner.today()
        changes, due = self._plan.changes(self._sections), self._plan.revision_is_due()
        if not (changes or due):
            return None
        card = RevisionCard(last, today, changes, self._context.theme, is_due=due)
        card.looked_through.connect(self._look_through)
        return card

    def _decide(self, month: str, verdict: ReviewVerdict, note: str) -> None:
        hub, plan = self._context.hub, self._plan
        hub.tell(plan.review(month, verdict, note))
        hub.notice(
            _("Noted: {question}").format(question=review_question(month)),
            _("Undo"),
            lambda: hub.tell(plan.take_back_review(month)),
        )
        if verdict is ReviewVerdict.CHANGE:
            hub.go_to("wizard", "goal")

    def _look_through(self) -> None:
        hub, plan = self._context.hub, self._plan
        before = plan.looked_through(self._sections)
        hub.tell(Changes.STRATEGY)
        words = _("Kept. The next look is in three months.")
        hub.notice(words, _("Undo"), lambda: hub.tell(plan.take_back_look(before)))

    def _focus_wanted(self) -> None:
        if self._wants == "review" and self._review is not None:
            self._review.focus_note()
            self._wants = ""
        elif self._wants == "revise" and self._revision is not None:
            self._revision.setFocus()
            self._wants = ""


def as_sections(sections: Sequence[PlanSection]) -> Sections:
    """Return the owner's parts of the plan as headings with their text."""
    own = (section for section in sections if section.key != RULE)
    return tuple(
        (
            section.heading,
            "\n".join(
                f"{line.name}: {line.text}" if line.name else line.text for line in section.lines
            ),
        )
        for section in own
    )
