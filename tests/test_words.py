"""The words on the screen: short, kind, free of jargon, and ready for other languages."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import dataclass

from tests.source import PACKAGE, Source

LONGEST_SENTENCE = 20  # words
CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}  # texts each takes
JARGON = re.compile(
    r"\b(tokens?|APIs?|sync\w*|synchroni[sz]\w*|CTAs?|KPIs?|(?<!for )instances?|impressions?"
    r"|leverag\w*|optimi[sz]\w*|content|funnels?|conversions?|monetis\w*|algorithms?|backends?"
    r"|database|metadata|parameters?|invalid|illegal|abort\w*|fatal|execut\w*|configur\w*"
    r"|utili[sz]e\w*|seamless\w*|powerful|supercharg\w*|effortless\w*|unlock\w*|boost\w*"
    r"|simply|obviously|oops|null|none type|exception|stack ?trace|timestamp|UTC|JSON|SQLite?)\b",
    re.IGNORECASE,
)
# What a platform calls a thing of its own may be quoted, as in: the export named “Content”.
QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Words:
    """One text for the screen, and where it stands; ``forms`` are singular and plural."""

    place: str
    forms: tuple[str, ...]


def words_of(source: Source) -> list[Words]:
    """Return every text that a file hands to gettext; what is not a plain string becomes ''."""
    found = []
    for call, name in source.calls():
        last = name.rpartition(".")[2]
        if last in CALLS:
            texts = tuple(plain(argument) for argument in call.args[: CALLS[last]])
            found.append(Words(source.at(call), texts))
    return found


def plain(node: ast.expr) -> str:
    """Return the text of a string, and nothing for what is put together while the app runs."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


ALL = [words for source in PACKAGE for words in words_of(source)]
FORMS = [(words.place, form) for words in ALL for form in words.forms]


def complaints(pattern: re.Pattern[str]) -> list[str]:
    """Say where a pattern is found outside quotation marks."""
    hits = ((place, form, pattern.search(QUOTED.sub("“”", form))) for place, form in FORMS)
    return [f"{place} says {hit.group()!r} in {form!r}" for place, form, hit in hits if hit]


def fields(form: str) -> set[str]:
    """Return the names in braces; a nameless one is ''."""
    return {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def test_there_are_words_to_look_at() -> None:
    assert len(ALL) > 20


def test_every_text_is_written_out_where_it_is_translated() -> None:
    found = [words.place for words in ALL if not all(words.forms)]
    assert not found, "\n".join(found)


def test_no_sentence_is_longer_than_twenty_words() -> None:
    found = [
        f"{place} has {len(sentence.split())} words: {sentence!r}"
        for place, form in FORMS
        for sentence in re.split(r"(?<=[.?:;])\s+|\n", form)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert not found, "\n".join(found)


def test_no_jargon_and_no_hype() -> None:
    found = complaints(JARGON)
    assert not found, "\n".join(found)


def test_nobody_is_shouted_at() -> None:
    found = complaints(re.compile(r"!|\b[A-Z]{5,}\b"))
    assert not found, "\n".join(found)


def test_typography_is_a_printers() -> None:
    found = complaints(re.compile(r"\.\.\.|  |\w'\w|\"| - |\s$|^\s"))
    assert not found, "\n".join(found)


def test_what_is_filled_in_has_a_name() -> None:
    found = [
        f"{place}: {form!r}"
        for place, form in FORMS
        if not all(name.isidentifier() for name in fields(form)) or re.search(r"%[sdn]", form)
    ]
    assert not found, "\n".join(found)


def test_singular_and_plural_are_filled_alike() -> None:
    found = [
        f"{words.place}: {words.forms}"
        for words in ALL
        if len(words.forms) == 2 and not fields(words.forms[0]) <= fields(words.forms[1])
    ]
    assert not found, "\n".join(found)


def test_engagement_is_explained_where_it_is_named() -> None:
    found = [
        f"{place}: {form!r}"
        for place, form in FORMS
        if re.search(r"\bengagement\b", QUOTED.sub("“”", form), re.IGNORECASE)
        and not re.search(r"engagement rate|reacted|answered", form, re.IGNORECASE)
    ]
    assert not found, "\n".join(found)
