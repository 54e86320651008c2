"""Every error an owner can act on has its sentence, and the sentence gets all it needs."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain, sentences
from socialcoach.storage import database
from tests.source import PACKAGE, Source

KINDS = ("UserError", "NetworkTrouble", "NothingSent", "TryLater", "SignInAgain", "AnswerLost")
"""What is raised with a code; all but the first come from networks and are shown the same way."""

KEPT_AS_STATE = {"secrets.for_this_run", "sending.not_there_yet"}
"""Codes that are never raised: one is kept with an account, one is the end of a look."""

MADE_BY_RULE = "socialcoach/storage/database.py"
"""Here the code comes from a table; `test_database.py` tries all of them."""


@dataclass(frozen=True)
class Raised:
    """A place that makes an error."""

    place: str
    code: str
    facts: frozenset[str]


def raised(source: Source) -> Iterator[Raised]:
    """Find `UserError("code", fact=…)`, also where a kind of its own calls `super().__init__`."""
    own_kinds = [
        node
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base) == "UserError" for base in node.bases)
    ]
    inside = {id(call) for kind in own_kinds for call in ast.walk(kind)}
    for call, name in source.calls():
        is_own = id(call) in inside and ast.unparse(call.func) == "super().__init__"
        if name.rpartition(".")[2] in KINDS or is_own:
            facts = frozenset(keyword.arg or "**" for keyword in call.keywords)
            for code in codes_of(call):
                yield Raised(source.at(call), code, facts)


def codes_of(call: ast.Call) -> list[str]:
    """Return the code of an error, or both where one of two is chosen; "" for any other."""
    code = call.args[0] if call.args else None
    choices = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
    return [str(one.value) if isinstance(one, ast.Constant) else "" for one in choices]


ALL = [one for source in PACKAGE for one in raised(source)]
WRITTEN_OUT = [one for one in ALL if one.code]


def needed(code: str) -> set[str]:
    """Return the facts a sentence is filled with."""
    return {name for _, name, _, _ in string.Formatter().parse(sentences()[code]) if name}


def test_there_are_errors_to_look_at():
    assert len({one.code for one in WRITTEN_OUT}) > 15


def test_codes_are_written_out_where_errors_are_made():
    assert {one.place.partition(":")[0] for one in ALL if not one.code} <= {MADE_BY_RULE}


def test_every_code_has_a_sentence():
    codes = {one.code for one in WRITTEN_OUT} | set(database.CODES.values())
    assert codes - set(sentences()) == set()


def test_every_sentence_is_said_somewhere():
    codes = {one.code for one in WRITTEN_OUT} | set(database.CODES.values())
    assert set(sentences()) - codes - {"database.unreadable"} - KEPT_AS_STATE == set()


def test_every_place_gives_what_its_sentence_needs():
    short = [
        f"{one.place}: {one.code} needs {needed(one.code) - one.facts}"
        for one in WRITTEN_OUT
        if one.code in sentences() and not needed(one.code) <= one.facts and "**" not in one.facts
    ]
    assert not short, "\n".join(short)


def test_the_databases_own_errors_give_what_their_sentences_need():
    for code in {*database.CODES.values(), "database.unreadable"}:
        assert needed(code) <= {"file", "folder", "why"}, code


def test_no_sentence_shows_what_only_a_programmer_understands():
    assert not [code for code in sentences() if "why" in needed(code)]


def test_a_sentence_is_filled_with_its_facts():
    said = explain(UserError("database.damaged", file="socialcoach.db", why="SQLITE_CORRUPT"))
    assert "socialcoach.db" in said
    assert "SQLITE" not in said


def test_braces_in_an_owners_file_name_are_taken_as_they_are():
    assert "{odd}.csv" in explain(UserError("import.empty", file="{odd}.csv"))


def test_an_unknown_code_still_gets_a_calm_answer():
    assert explain(UserError("no.such")) == "That did not work. Nothing was lost. (no.such)"


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_says_what_to_do_or_what_is_safe(code: str):
    words = sentences()[code]
    assert words.endswith((".", "?"))
    assert len(words.split()) > 5
