"""Reads the project's own source for the tests that watch over its manners."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path

    @property
    def name(self) -> str:
        """Where it is in the project, with forward slashes."""
        return self.path.relative_to(PROJECT).as_posix()

    @cached_property
    def text(self) -> str:
        """What is written in it."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, filename=str(self.path))

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())

    def at(self, node: ast.stmt | ast.expr) -> str:
        """Name a place in the file, as `folder/file.py:12`."""
        return f"{self.name}:{node.lineno}"

    def functions(self) -> Iterator[Function]:
        """All functions and methods, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """All calls, each with the name as written: `open`, `qtbot.wait`, `datetime.now`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, dotted(node.func)

    def strings(self) -> Iterator[ast.Constant]:
        """All strings that are values; docstrings are not."""
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Module | ast.ClassDef | Function)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Constant) or id(node) in documentation:
                continue
            if isinstance(node.value, str):
                yield node


def dotted(node: ast.expr) -> str:
    """Return a name as written; what is not a name becomes `?`."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def sources(*folders: str) -> list[Source]:
    """Return the Python files below the folders of the project, in order."""
    return [Source(path) for name in folders for path in sorted((PROJECT / name).rglob("*.py"))]


PACKAGE = sources("socialcoach")
TESTS = sources("tests")
SCRIPTS = sources("packaging")
