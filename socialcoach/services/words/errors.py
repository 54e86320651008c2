"""A sentence for every error an owner can act on: what happened and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from socialcoach.core.errors import UserError
from socialcoach.services.words import picture_errors


def explain(error: UserError) -> str:
    """Return the sentences for an error, filled with its facts."""
    return explain_code(error.code, error.facts)


def explain_code(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentences for a code, filled with facts.

    A code without a sentence is a bug that a test catches; the owner still gets a calm answer.
    """
    pattern = sentences().get(code)
    if pattern is None:
        return _("That did not work. Nothing was lost. ({code})").format(code=code)
    return pattern.format_map(facts)


def sentences() -> dict[str, str]:
    """Return the sentence for each code; words in braces are facts of the error."""
    from socialcoach.services.words import (
        calendar,
        contacts,
        conversations,
        importing,
        keeping,
        mastodon,
        outreach,
        progress,
        publishing,
        restoring,
    )

    return {
        **_data(),
        **_writing(),
        **picture_errors.error_sentences(),
        **calendar.error_sentences(),
        **contacts.error_sentences(),
        **conversations.error_sentences(),
        **importing.error_sentences(),
        **keeping.error_sentences(),
        **mastodon.error_sentences(),
        **outreach.error_sentences(),
        **progress.error_sentences(),
        **restoring.error_sentences(),
        **publishing.error_sentences(),
    }


def _data() -> dict[str, str]:
    return {
        "data.folder": _(
            "SocialCoach cannot write in its folder {folder}. Please check that the disk is there "
            "and that you may write to it."
        ),
        "screen.none": _(
            "There is no screen to show a window on. Start SocialCoach from your desktop. "
            "“screenshots FOLDER” draws every page as a picture without one."
        ),
        "data.not_sample": _(
            "The folder {folder} holds a business of its own. Choose an empty one for the sample."
        ),
        "data.in_use": _(
            "SocialCoach is already open. Look for its window. If there is none, restart the "
            "computer and try again."
        ),
        "database.newer": _(
            "Your data was last used by a newer SocialCoach. Please install the newest version. "
            "Nothing was changed in {file}."
        ),
        "database.damaged": _(
            "The file with your data is damaged: {file}. The daily copies beside it, in the folder "
            "“backups”, are still there. Nothing was changed."
        ),
        "database.locked": _(
            "Another program is holding the file with your data. Please close it and try again."
        ),
        "database.disk_full": _(
            "The disk is full. Please make some room. What you wrote stays on the screen."
        ),
        "database.read_only": _(
            "The file with your data can be read but not changed: {file}. Please check who may "
            "write to it."
        ),
        "database.unreadable": _(
            "The file with your data cannot be opened: {file}. The daily copies are still there."
        ),
        "backup.failed": _(
            "The copy could not be made in {folder}. Please check that the disk is there and has "
            "room. Your data itself is fine."
        ),
        "strategy.unreadable": _(
            "Your plan could not be read. The daily copies are still there, in the folder "
            "“backups”."
        ),
        "resources.broken": _(
            "A file that belongs to SocialCoach is missing or damaged: {file}. Please install it "
            "again. Your data is fine."
        ),
        "file.not_written": _(
            "{file} could not be written. Please choose another folder or make some room."
        ),
    }


def _writing() -> dict[str, str]:
    return {
        "draft.gone": _("This draft is no longer there. It may have been thrown away."),
        "ending.empty": _("There are no words to save yet. Type an ending first."),
        "ending.long": _("An ending has {limit} letters at most. Please make it shorter."),
        "idea.untitled": _("Give the idea a few words first, so that you know it again."),
        "handover.empty": _(
            "There is nothing to post yet. Write a few words or add a picture first."
        ),
        "handover.server": _(
            "“{server}” is not the name of a server. It looks like mastodon.social, without a path."
        ),
        "handover.gone": _("This entry is no longer there."),
        "handover.link": _(
            "This does not look like a link to a post on {platform}. Copy it from the post itself, "
            "or leave it empty."
        ),
        "handover.browser": _(
            "The browser did not open. Your text is copied. Open {platform} yourself and paste it."
        ),
        "handover.browser_wordless": _(
            "The browser did not open. Open {platform} yourself and add your picture there."
        ),
    }
