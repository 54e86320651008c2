"""What is said while contacts come in from a file."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.relations.contacts import Contact
from socialcoach.services.relations.contacts import ContactsPreview
from socialcoach.services.words.numbers import number


def preview_heading(preview: ContactsPreview) -> str:
    """Return the heading over what a file holds."""
    count = len(preview.new)
    if not count:
        return _("{file} holds nobody new").format(file=preview.file)
    return ngettext("{n} new person in {file}", "{n} new people in {file}", count).format(
        n=number(count), file=preview.file
    )


def preview_lines(preview: ContactsPreview) -> list[str]:
    """Say what a file would change and what it leaves out."""
    lines = []
    if preview.filled:
        count = len(preview.filled)
        lines.append(
            ngettext(
                "{n} person is here already and gets an address or number they lacked.",
                "{n} people are here already and get an address or number they lacked.",
                count,
            ).format(n=number(count))
        )
    if preview.known:
        lines.append(
            ngettext(
                "{n} person is here already and stays as they are.",
                "{n} people are here already and stay as they are.",
                preview.known,
            ).format(n=number(preview.known))
        )
    if preview.skipped:
        lines.append(
            ngettext(
                "{n} entry is left out: it names nobody or is damaged.",
                "{n} entries are left out: they name nobody or are damaged.",
                preview.skipped,
            ).format(n=number(preview.skipped))
        )
    lines.append(_("Bring in only people who would expect to be in your address book."))
    return lines


def contact_line(contact: Contact) -> str:
    """Return how somebody can be reached."""
    return " · ".join(filter(None, (contact.email, contact.phone, contact.place))) or "–"


def bring_button(count: int) -> str:
    """Return the words on the button."""
    return ngettext("Bring in {n} person", "Bring in {n} people", count).format(n=number(count))


def brought_sentence(added: int, filled: int) -> str:
    """Say what came in."""
    words = ngettext("{n} person is in.", "{n} people are in.", added).format(n=number(added))
    if not filled:
        return words
    more = ngettext("{n} got something new.", "{n} got something new.", filled)
    return f"{words} {more.format(n=number(filled))}"


def error_sentences() -> dict[str, str]:
    """Return the sentences for files of contacts that do not come in, by code."""
    return {
        "contacts.nobody": _(
            "SocialCoach found nobody in {file}. It reads CSV tables and vCards (.vcf) with a "
            "name or an e-mail address in each entry."
        ),
        "contacts.spreadsheet": _(
            "{file} is a spreadsheet or a packed file. Please save it as CSV and choose that file."
        ),
        "contacts.too_large": _(
            "{file} is larger than {limit} MB. Please save it without pictures, or in parts."
        ),
        "contacts.too_many": _(
            "The file names more than {limit} people. Please bring it in as several files."
        ),
    }
