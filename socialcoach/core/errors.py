"""The errors an owner can do something about."""

from __future__ import annotations


class UserError(Exception):
    """Something went wrong that the owner can mend.

    ``code`` names the case (``"import.not_an_export"``); ``facts`` hold what the sentence needs
    (a file name, a line number). The sentence itself is made in ``services.words.errors``, so that
    the rules need no language. Anything that is not a ``UserError`` is a bug in SocialCoach.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({details})" if details else self.code
