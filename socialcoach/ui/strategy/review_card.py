"""Looking back on a month: the goal, a note to oneself, and whether to keep or change it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.strategy.review import GoalReview, ReviewVerdict
from socialcoach.services.words.living_plan import review_line, review_question
from socialcoach.services.words.progress import goal_sentence
from socialcoach.ui.strategy.living import Living
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.growing_text import GrowingText
from socialcoach.ui.widgets.labels import label


class ReviewCard(Card):
    """Emits ``decided(month, verdict, note)``."""

    decided = Signal(str, object, str)

    def __init__(self, living: Living, month: str) -> None:
        super().__init__("note", margins=20, spacing=12)
        self._month = month
        self._note = GrowingText()
        self._note.setAccessibleName(_("A note to yourself"))
        self._note.setPlaceholderText(_("What went well? What would you do differently?"))
        self.add(label(review_question(month), "heading"))
        if living.goal is not None:
            self.add(label(goal_sentence(living.goal, living.overview)))
        self.add(label(_("Whatever the figure: was it worth the time?"), "soft"), self._note)
        keep = Button(_("Keep the goal"), lambda: self._decide(ReviewVerdict.KEEP))
        change = Button(
            _("Change the goal"), lambda: self._decide(ReviewVerdict.CHANGE), role="link"
        )
        buttons = row(keep, change, spacing=8)
        buttons.addStretch(1)
        self.add(buttons)

    def focus_note(self) -> None:
        """Put the keyboard into the note."""
        self._note.setFocus()

    def _decide(self, verdict: ReviewVerdict) -> None:
        self.decided.emit(self._month, verdict, self._note.text())


class ReviewsCard(Card):
    """The months that were looked back on, the newest first."""

    MOST = 6

    def __init__(self, reviews: list[GoalReview]) -> None:
        super().__init__(margins=20, spacing=8)
        self.add(label(_("Looking back"), "heading"))
        for review in reviews[: self.MOST]:
            self.add(label(review_line(review)))
        self.body.addStretch(1)
