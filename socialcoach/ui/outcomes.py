"""How work in the background ends for the owner: a file was saved, or it did not work."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext


def say_saved(context: AppContext, file: Path) -> None:
    """Say that a file was saved, with a button that opens its folder."""
    words = _("Saved: {name}").format(name=file.name)
    context.hub.notice(words, _("Open"), lambda: context.desktop.open_folder(file.parent))


def say_failed(context: AppContext, error: Exception) -> None:
    """Say what went wrong when the owner can mend it; anything else is a bug and is raised."""
    if not isinstance(error, UserError):
        raise error
    context.hub.notice(explain(error))
