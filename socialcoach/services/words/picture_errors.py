"""A sentence for each picture that cannot be used: what it is and what to do."""

from __future__ import annotations

from gettext import gettext as _


def error_sentences() -> dict[str, str]:
    """Return the sentence for each code; words in braces are facts of the error."""
    return {
        "picture.missing": _(
            "“{file}” is not there any more, or may not be read. Please pick it again."
        ),
        "picture.folder": _("“{file}” is a folder. Please open it and add the pictures in it."),
        "picture.empty": _("“{file}” is empty. Please copy it from your phone or camera again."),
        "picture.too_heavy": _(
            "“{file}” is larger than {most} MB. Please save a smaller copy and add that."
        ),
        "picture.too_many_pixels": _(
            "“{file}” has more than {most} million dots. Please save a smaller copy and add that."
        ),
        "picture.too_small": _(
            "“{file}” is too small or too thin to be seen: {width} by {height} dots."
        ),
        "picture.video": _(
            "“{file}” is a video. SocialCoach takes pictures; add the video on the platform itself."
        ),
        "picture.moving": _(
            "“{file}” is a moving picture. SocialCoach takes still ones; add it on the platform "
            "itself."
        ),
        "picture.heic": _(
            "“{file}” is in the format of newer phones (HEIC), which platforms do not take either. "
            "Open it on your computer and save it as JPEG. On an iPhone, choose Settings, Camera, "
            "Formats, “Most Compatible”."
        ),
        "picture.not_a_picture": _(
            "“{file}” is not a picture SocialCoach can read. JPEG, PNG and WebP always work."
        ),
        "picture.damaged": _(
            "“{file}” is damaged or was not copied to its end. Please copy it again."
        ),
        "picture.enough": _("A post holds {most} pictures at most."),
        "picture.gone": _("This picture is no longer there. Please take it out and add it again."),
        "picture.not_written": _(
            "The picture could not be kept in {folder}. Please check that the disk is there and "
            "has room."
        ),
    }
