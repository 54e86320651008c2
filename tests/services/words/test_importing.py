"""What is said while bringing a file in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import socialcoach
from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.records import Reason
from socialcoach.services.progress.importing.preview import (
    Ignored,
    ImportResult,
    Question,
    QuestionKind,
    Warned,
)
from socialcoach.services.words import importing as words
from socialcoach.services.words.errors import explain

CODE = re.compile(r'"(import\.[a-z_]+)"')


def raised_codes() -> set[str]:
    package = Path(socialcoach.__file__).parent
    folders = [package / floor / "progress" / "importing" for floor in ("core", "services")]
    files = [file for folder in folders for file in folder.glob("*.py")]
    return {code for file in files for code in CODE.findall(file.read_text("utf-8"))}


def test_every_error_of_an_import_has_a_sentence_and_none_is_left_over():
    assert set(words.error_sentences()) == raised_codes()


def test_a_damaged_cell_is_named_by_row_column_and_content():
    error = UserError("import.damaged_cell", row=3, column="Reach", cell="3.july")
    assert "Row 3, column “Reach” says “3.july”" in explain(error)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_to_leave_a_row_out_is_said_in_words(reason: Reason):
    assert words.reason_text(reason) in words.ignored_sentence(Ignored(reason, 1, (7,)))


def test_only_the_first_rows_left_out_are_listed():
    sentence = words.ignored_sentence(Ignored(Reason.TOTAL, 3, (2, 9)))
    assert sentence.startswith("3 rows left out")
    assert sentence.endswith("(rows 2, 9…)")


@pytest.mark.parametrize("warned", Warned)
def test_every_warning_has_a_sentence(warned: Warned):
    assert words.warning_sentence(warned).endswith(".")


def test_the_question_about_dates_shows_examples():
    question = Question(QuestionKind.DATE_ORDER, tuple(DateOrder), ("03/05/2026", "04/05/2026"))
    assert "03/05/2026, 04/05/2026" in words.question_sentence(question)
    assert {words.order_name(order) for order in DateOrder} == {
        "First the day, then the month",
        "First the month, then the day",
    }


def test_the_closing_sentence_counts_what_was_written():
    assert "1,200 added" in words.result_sentence(ImportResult(1200, 3, 0, Changes.FEED, 1))
    again = ImportResult(0, 0, 1203, Changes.NOTHING, None)
    assert "Nothing was changed" in words.result_sentence(again)
