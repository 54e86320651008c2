"""Spelling in the owner's words."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext


def language_name(code: str) -> str:
    """Return a language's name."""
    names = {
        "ar": _("Arabic"),
        "cs": _("Czech"),
        "da": _("Danish"),
        "de": _("German"),
        "el": _("Greek"),
        "en": _("English"),
        "es": _("Spanish"),
        "eu": _("Basque"),
        "fa": _("Persian"),
        "fi": _("Finnish"),
        "fr": _("French"),
        "hu": _("Hungarian"),
        "it": _("Italian"),
        "lv": _("Latvian"),
        "nb": _("Norwegian"),
        "nl": _("Dutch"),
        "pl": _("Polish"),
        "pt": _("Portuguese"),
        "ro": _("Romanian"),
        "ru": _("Russian"),
        "sk": _("Slovak"),
        "sv": _("Swedish"),
        "tr": _("Turkish"),
        "uk": _("Ukrainian"),
    }
    return names.get(code, code)


def no_dictionary(language: str) -> str:
    """Return why nothing is marked in a language (code) without a dictionary."""
    return _("This looks like {language}. There is no dictionary for it here.").format(
        language=language_name(language)
    )


def getting_ready(language: str) -> str:
    """Return what stands while a dictionary is fetched."""
    return _("Opening the {language} dictionary…").format(language=language_name(language))


def looked_through(count: int, language: str) -> str:
    """Return how many words the dictionary of a language (code) does not know."""
    name = language_name(language)
    if not count:
        return _("{language}: every word is in the dictionary.").format(language=name)
    return ngettext(
        "{language}: {n} word to look at twice.", "{language}: {n} words to look at twice.", count
    ).format(language=name, n=count)


def unknown_word(word: str) -> str:
    """Return what is said of a marked word."""
    return _("“{word}” is not in the dictionary.").format(word=word)
