"""At the start: posts of which nobody knows whether they went out. Nothing is sent by itself."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.text import shorten
from socialcoach.services.words.writing import draft_name
from socialcoach.ui.context import AppContext

NAME_LENGTH = 40


def say_unsure(context: AppContext) -> None:
    """Say that a post may be out or not, with one button that leads to looking it up."""
    unsure = context.services.publishing.sending.unsure()
    if not unsure:
        return
    _entry, post = unsure[0]
    words = _("We are not sure whether this went out: “{post}”")
    said = words.format(post=shorten(draft_name(post), NAME_LENGTH))
    context.hub.notice(said, _("Look"), lambda: context.hub.go_to("write", ("hand_over", post.id)))
