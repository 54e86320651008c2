"""Which column is which: for a file whose layout SocialCoach does not know."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from socialcoach.services.progress.importing.own_columns import ColumnChoice
from socialcoach.services.progress.importing.preview import ImportAnswers
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import FormRows

LONGEST_EXAMPLE = 40
"""Letters of a cell shown beside the name of its column."""


class ColumnForm(FormRows):
    """Asks for the platform and the column of each field; what could be guessed is chosen."""

    def __init__(self, choice: ColumnChoice, platforms: Mapping[str, str], theme: Theme) -> None:
        super().__init__(spacing=12)
        self._columns: dict[str, Combo] = {}
        self._platform = Combo(theme)
        self._platform.addItem(_("Please choose"), "")
        for key, name in platforms.items():
            self._platform.addItem(name, key)
        self._platform.setCurrentIndex(max(self._platform.findData(choice.platform), 0))
        self.add_row(_("Which platform is this file from?"), self._platform)
        for field, question in _questions().items():
            combo = Combo(theme)
            combo.addItem(_("Not in this file"), "")
            for place, header in enumerate(choice.headers):
                combo.addItem(_with_example(choice, place), header)
            combo.setCurrentIndex(max(combo.findData(choice.guesses.get(field, "")), 0))
            self.add_row(question, combo)
            self._columns[field] = combo
        self.setFocusProxy(self._platform)

    @property
    def answers(self) -> ImportAnswers:
        """Return what was chosen."""
        chosen = {field: combo.currentData() for field, combo in self._columns.items()}
        columns = {field: header for field, header in chosen.items() if header}
        return ImportAnswers(platform=self._platform.currentData(), columns=columns)

    @property
    def is_enough(self) -> bool:
        """Tell whether there is a platform, a date and one other column."""
        answers = self.answers
        return bool(answers.platform) and "date" in answers.columns and len(answers.columns) > 1


def _questions() -> dict[str, str]:
    return {
        "date": _("Which column holds the date?"),
        "text": _("Which one holds the text?"),
        "link": _("Which one holds the link to the post?"),
        "reach": _("Which one says how many people saw it?"),
        "views": _("Which one says how often it was seen?"),
        "likes": _("Which one counts the likes?"),
        "comments": _("Which one counts the comments?"),
        "shares": _("Which one counts the shares?"),
        "saves": _("Which one counts how often it was saved?"),
    }


def _with_example(choice: ColumnChoice, place: int) -> str:
    header = choice.headers[place]
    cells = [row[place] for row in choice.rows if place < len(row) and row[place]]
    if not cells:
        return header
    return _("{column}, such as “{example}”").format(
        column=header, example=cells[0][:LONGEST_EXAMPLE]
    )
