"""What is said about taking everything away and about deleting everything."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from socialcoach.services.deleting import StillKept
from socialcoach.services.words.errors import explain_code


def error_sentences() -> dict[str, str]:
    """Return the sentence for each code of an export."""
    return {
        "export.stopped": _("Stopped. No file was written, and nothing was changed."),
        "export.failed": _(
            "The export could not be written in {folder}. Please choose another folder or make "
            "some room. Nothing was left there, and your data is fine."
        ),
        "export.exists": _(
            "There is a file named {file} already. Please choose another name. Nothing was written."
        ),
    }


def export_meaning() -> str:
    """Return what an export is."""
    return _(
        "One file with all you have here: your posts, pictures, people and notes. "
        "There are tables you can open without SocialCoach. No passwords are in it."
    )


def export_progress(done: int, total: int) -> str:
    """Return how far an export is."""
    return _("Writing: {done} of {total} files").format(done=done, total=total)


def delete_meaning() -> str:
    """Return what deleting everything is for, before anything is opened."""
    return _("When you stop, or want to begin again. You will be asked once more.")


def what_goes(*, is_sample: bool) -> tuple[str, ...]:
    """Return what deleting takes away, one line each."""
    always = (
        _("Your plan, posts, figures, people and notes"),
        _("The pictures, and what was saved for people who asked"),
        _("All daily copies, and the notes about things that went wrong"),
    )
    passwords = _("The passwords of connected accounts, in this computer’s store for passwords")
    return always if is_sample else (*always, passwords)


def what_stays(*, is_sample: bool) -> tuple[str, ...]:
    """Return what deleting leaves alone, one line each."""
    always = (
        _("What you posted stays on the platforms"),
        _("Files you exported or saved elsewhere"),
        _("Files in the folder that SocialCoach did not make"),
    )
    sample = _("Your own business and its passwords: this is only the sample")
    return (sample, *always) if is_sample else always


def confirm_word(business: str) -> str:
    """Return what has to be typed: the business’s name, or one word when it has none."""
    return " ".join(business.split()) or _("Delete")


def is_confirmed(typed: str, business: str) -> bool:
    """Tell whether what was typed is the word asked for; capitals and curls do not matter."""
    return _alike(typed) == _alike(confirm_word(business))


def _alike(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def confirm_question(business: str) -> str:
    """Return what to type, as a question over the field."""
    return _("Type “{word}” to go on").format(word=confirm_word(business))


def still_kept(left: Sequence[StillKept]) -> str:
    """Say whose passwords the computer’s store did not give up, and what to do."""
    who = ", ".join(f"@{one.account.handle}" for one in left)
    said = _("The password of {who} is still in the computer’s store. Nothing was deleted yet.")
    advice = _("Try again, or delete all else and remove that entry (“SocialCoach”) yourself.")
    return " ".join((said.format(who=who), explain_code(left[0].code, {}), advice))


def deleted_sentence(left: Sequence[Path], folder: Path, *, is_sample: bool) -> str:
    """Say that everything was deleted, or what was not."""
    if left:
        names = ", ".join(path.relative_to(folder).as_posix() for path in left[:5])
        return _("Not all was deleted. Still there: {names}. The folder is {folder}.").format(
            names=names, folder=folder
        )
    if is_sample:
        return _("Everything was deleted. This is the sample, fresh from the start.")
    return _("Everything was deleted. SocialCoach starts anew.")
