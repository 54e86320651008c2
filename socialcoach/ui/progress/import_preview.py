"""What a file holds, line by line, and the question it may leave open."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtWidgets import QLabel

from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.services.progress.importing.preview import (
    ImportPreview,
    Question,
    QuestionKind,
    RowMeaning,
)
from socialcoach.services.words.importing import (
    found_sentence,
    ignored_sentence,
    order_name,
    question_sentence,
    row_name,
    warning_sentence,
)
from socialcoach.services.words.moments import short_day
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

LONGEST_EXAMPLE = 80
"""Letters of a post shown as an example."""


def preview_lines(preview: ImportPreview) -> list[str]:
    """Return what there is to know before anything is written."""
    lines = [found_sentence(preview)]
    if preview.first_day is not None and preview.last_day is not None:
        first = short_day(preview.first_day, preview.last_day)
        last = f"{short_day(preview.last_day, preview.last_day)} {preview.last_day.year}"
        lines.append(_("From {first} to {last}.").format(first=first, last=last))
    lines += [ignored_sentence(one) for one in preview.ignored]
    lines += [warning_sentence(one) for one in preview.warnings]
    if preview.examples:
        lines.append(_("For example: “{text}”").format(text=_short(preview.examples[0])))
    return lines


class QuestionPills(Pills):
    """The answers to a question, with the question itself as a label."""

    def __init__(self, question: QLabel, choices: list[tuple[str, str]]) -> None:
        super().__init__(choices)
        self.question = question
        self.setAccessibleName(question.text())


def question_pills(question: Question, names: Mapping[str, str]) -> QuestionPills:
    """Return the answers to choose from."""
    choices = [(choice, _choice_words(question, choice, names)) for choice in question.choices]
    return QuestionPills(label(question_sentence(question)), choices)


def _choice_words(question: Question, choice: str, names: Mapping[str, str]) -> str:
    if question.kind is QuestionKind.DATE_ORDER:
        return order_name(DateOrder(choice))
    if question.kind is QuestionKind.ROWS:
        return row_name(RowMeaning(choice))
    return names.get(choice, choice)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST_EXAMPLE else one_line[:LONGEST_EXAMPLE] + "…"
