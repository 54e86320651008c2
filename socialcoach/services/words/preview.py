"""The words around the sketch of a post."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.picture_shape import is_out_of_shape
from socialcoach.core.planning.platform_facts import LinkRule, PlatformFacts
from socialcoach.core.planning.preview import PartKind, Sketch
from socialcoach.services.words.planning import facts_note, probably


def sketch_note(facts: PlatformFacts) -> str:
    """Return what the sketch is and how far it can be trusted."""
    words = _("A sketch from what is known of {platform}. The real page looks a little different.")
    return f"{words.format(platform=facts.name)} {facts_note(facts)}"


def seen_note(sketch: Sketch, facts: PlatformFacts) -> str:
    """Return what readers see first; nothing when they see all of it."""
    if not sketch.is_cut:
        return ""
    words = _("Readers see this much before they tap “more”.")
    return probably(words, certain=facts.text.certain)


def link_note(sketch: Sketch, facts: PlatformFacts) -> str:
    """Return what becomes of links in the text; nothing when they work or there are none."""
    if not any(part.kind is PartKind.PLAIN_LINK for part in sketch.whole):
        return ""
    if facts.links.rule is LinkRule.PLAIN:
        return _("The link is plain words there. Nobody can tap it.")
    return _("The link belongs in its own place there, not in the text.")


def shape_note(picture: Picture, platform: str, facts: PlatformFacts) -> str:
    """Return what becomes of a picture's shape."""
    fit = picture.fit_for(platform)
    if fit is Fit.BORDER:
        return _("It goes out with a white border. Your own picture stays as it is.")
    if fit is Fit.CROP:
        return _("Its middle goes out. Your own picture stays as it is.")
    if is_out_of_shape(picture.ratio, facts.pictures):
        words = _("{platform} may cut it like this, or not take it.").format(platform=facts.name)
        return probably(words, certain=facts.pictures.certain)
    return ""


def description_note(picture: Picture) -> str:
    """Return what those who cannot see the picture are told."""
    if picture.alt.strip():
        return _("Read aloud: {words}").format(words=picture.alt.strip())
    return _("Nothing is read aloud for this picture yet.")
