"""Sentences about importing a file: what it holds, what was left out, what went wrong."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.importing.dates import DateOrder
from socialcoach.core.progress.importing.records import Reason
from socialcoach.services.progress.importing.preview import (
    Ignored,
    ImportPreview,
    ImportResult,
    Question,
    QuestionKind,
    RowMeaning,
    Warned,
)


def error_sentences() -> dict[str, str]:
    """Return the sentence for each error of an import; nothing has been written in any case."""
    return {**_about_the_file(), **_about_the_content()}


def _about_the_file() -> dict[str, str]:
    return {
        "import.unreadable": _("{file} could not be opened. Is it still there, and not in use?"),
        "import.empty": _("{file} is empty. Please download it again from the platform."),
        "import.too_large": _(
            "{file} has {megabytes} MB; SocialCoach reads files up to {limit} MB. Please download "
            "a shorter stretch of time, for example one year."
        ),
        "import.too_many": _(
            "The file holds more than {limit} posts. Please download a shorter stretch of time."
        ),
        "import.picture": _(
            "{file} is a picture, a film or a PDF, not a table. Please choose the file with the "
            "figures that you downloaded from the platform; it often ends in .csv or .xlsx."
        ),
        "import.not_an_export": _(
            "{file} does not hold a table that SocialCoach can read. Please choose the file with "
            "the figures that you downloaded from the platform."
        ),
        "import.spreadsheet_unreadable": _(
            "The spreadsheet {file} could not be read. Please open it, save it as CSV and import "
            "that file, or download it again."
        ),
        "import.cancelled": _("The import was stopped. Nothing was changed."),
    }


def _about_the_content() -> dict[str, str]:
    return {
        "import.unknown_columns": _(
            "SocialCoach does not know the columns of {file} yet. You can tell it which column is "
            "which; it will remember."
        ),
        "import.column_missing": _(
            "{file} has no column with the name “{column}”. Please choose the columns again."
        ),
        "import.damaged_cell": _(
            "Row {row}, column “{column}” says “{cell}”, and that cannot be right. This happens "
            "when a spreadsheet program opens and saves the file. Please download it again and "
            "import it without opening it first. Nothing was changed."
        ),
        "import.damaged_row": _(
            "From row {row} on the file cannot be read; a quotation mark may be missing. Please "
            "download it again. Nothing was changed."
        ),
        "import.mixed_dates": _(
            "Some dates in the file start with the day and others with the month. This happens "
            "when a spreadsheet program opens and saves the file. Please download it again and "
            "import it without opening it first. Nothing was changed."
        ),
        "import.daily_rows": _(
            "This file has one row for each post and each day. Please download it again and "
            "choose “Lifetime” figures, so that each post comes once."
        ),
        "import.no_dates": _(
            "No row of {file} says when the post went out. Please add that column when you "
            "download it, often called “Publish time”."
        ),
        "import.not_needed": _(
            "{file} comes from the platform, but holds nothing SocialCoach uses, such as who your "
            "followers are. Please choose the export of your posts."
        ),
        "import.no_posts": _("{file} has the right columns, but no posts in it."),
    }


def found_sentence(preview: ImportPreview) -> str:
    """Say how many posts or daily figures a file holds, and how many of them are new."""
    if preview.days:
        pattern = ngettext("{count} figure for a day.", "{count} figures for days.", preview.found)
    else:
        pattern = ngettext("{count} post.", "{count} posts.", preview.found)
    return " ".join(
        [
            pattern.format(count=f"{preview.found:,}"),
            _("New: {new}, with newer figures: {changed}, already here: {unchanged}.").format(
                new=f"{preview.new:,}",
                changed=f"{preview.changed:,}",
                unchanged=f"{preview.unchanged:,}",
            ),
        ]
    )


def result_sentence(result: ImportResult) -> str:
    """Say what an import has done."""
    if result.import_id is None:
        return _("Everything in this file was here already. Nothing was changed.")
    added = ngettext("{count} added", "{count} added", result.added)
    updated = ngettext("{count} brought up to date", "{count} brought up to date", result.updated)
    return _("{added}, {updated}.").format(
        added=added.format(count=f"{result.added:,}"),
        updated=updated.format(count=f"{result.updated:,}"),
    )


def ignored_sentence(ignored: Ignored) -> str:
    """Say how many rows were left out, why, and which."""
    rows = ", ".join(str(row) for row in ignored.rows)
    more = "…" if ignored.count > len(ignored.rows) else ""
    pattern = ngettext(
        "{count} row left out: {why} (row {rows})",
        "{count} rows left out: {why} (rows {rows}{more})",
        ignored.count,
    )
    why = reason_text(ignored.reason)
    return pattern.format(count=f"{ignored.count:,}", why=why, rows=rows, more=more)


def reason_text(reason: Reason) -> str:
    """Say why a row was left out."""
    return {
        Reason.TOTAL: _("it adds up the others"),
        Reason.NO_DATE: _("it does not say when the post went out"),
        Reason.REPLY: _("it is a reply, which is a conversation and not a post of your feed"),
        Reason.STORY: _("it is a story, which is gone after a day"),
        Reason.TWICE: _("the same post came before in this file"),
        Reason.CUT_OFF: _("it ends too early"),
        Reason.TOO_MANY_CELLS: _("it has more cells than there are columns"),
    }[reason]


def warning_sentence(warned: Warned) -> str:
    """Say what is worth knowing about the file."""
    return {
        Warned.ENCODING_GUESSED: _(
            "The file does not say how its letters are written, so that was guessed. Please check "
            "in the examples that accents and signs look right."
        ),
        Warned.CHARACTERS_LOST: _("A few signs in the file could not be read; they show as �."),
        Warned.ROWS_REPAIRED: _(
            "A spreadsheet program had put each row into one cell. SocialCoach has repaired that."
        ),
        Warned.IDS_DAMAGED: _(
            "A spreadsheet program has rounded the numbers by which the platform tells posts "
            "apart. SocialCoach goes by the links instead."
        ),
        Warned.DAY_ONLY: _(
            "The file gives the day of some posts, but not the time. They will not count for the "
            "best times."
        ),
    }[warned]


def question_sentence(question: Question) -> str:
    """Ask the owner what the file leaves open."""
    if question.kind is QuestionKind.PLATFORM:
        return _("Which platform is this file from? It does not say.")
    if question.kind is QuestionKind.ROWS:
        return _("What is one row of this file?")
    return _("How are the dates meant? For example: {examples}").format(
        examples=", ".join(question.examples)
    )


def row_name(meaning: RowMeaning) -> str:
    """Name what a row stands for, as a choice."""
    return _("One post") if meaning is RowMeaning.POST else _("One day, all posts together")


def order_name(order: DateOrder) -> str:
    """Name an order of day and month, as a choice."""
    if order is DateOrder.DAY_FIRST:
        return _("First the day, then the month")
    return _("First the month, then the day")
