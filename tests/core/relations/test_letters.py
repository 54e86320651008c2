"""Letters: filled with what is known, gaps for what only a person can say, links to the shop."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.letter_links import social_links, with_shop_link
from socialcoach.core.relations.letters import (
    LONGEST_MAIL_ADDRESS,
    LetterTemplate,
    filled,
    fitting_templates,
    gaps_in,
    mail_address,
)
from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind, Stage

HOSTS = {"facebook.com": "facebook", "instagram.com": "instagram", "youtu.be": "youtube"}


def template(key: str, **more: object) -> LetterTemplate:
    usual: dict[str, object] = {"stages": (Stage.WARMING_UP,), "subject": "", "text": ""}
    return LetterTemplate(key=key, name=key, when="", **(usual | more))  # type: ignore[arg-type]


def test_what_is_known_is_filled_in_and_the_rest_becomes_a_gap():
    text = filled("Hello {greet}, from {owner} {odd}", {"owner": "Rosa"}, {"greet": "their name"})
    assert text == "Hello [their name], from Rosa {odd}"
    assert gaps_in(text) == ("their name",)


def test_what_the_owner_wrote_in_braces_is_not_filled_again():
    assert filled("{offer}", {"offer": "{owner}", "owner": "Rosa"}, {}) == "{owner}"


@given(st.text(max_size=200))
def test_any_text_can_be_filled_and_searched_for_gaps(text: str):
    gaps_in(filled(text, {"greet": "Kate"}, {"offer": "what"}))


def test_the_stage_decides_which_letter_comes_first_then_the_gift():
    templates = [
        template("thanks", stages=(Stage.WORKING_TOGETHER,)),
        template("prizes", gifts=(Gift.PRIZES,)),
        template("article", gifts=(Gift.GUEST_ARTICLE,)),
        template("school", kinds=(PromoterKind.SCHOOL,)),
        template("hello"),
    ]
    kate = Promoter(1, "Kate", stage=Stage.WARMING_UP, gifts=(Gift.GUEST_ARTICLE,))
    found = [one.key for one in fitting_templates(templates, kate)]
    assert found[:2] == ["article", "hello"]
    assert found[-1] == "thanks"


def test_there_is_no_letter_for_somebody_who_said_no():
    closed = Promoter(1, "Kate", do_not_contact=True)
    assert fitting_templates([template("hello")], closed) == ()


def test_the_mail_program_gets_every_letter_of_it():
    address = mail_address("kate@example.org", "Bread & butter?", "Hello\nKate, 100 % = ok")
    assert address.startswith("mailto:kate@example.org?subject=")
    assert unquote(address.partition("&body=")[2]) == "Hello\r\nKate, 100 % = ok"
    assert "&" not in address.partition("subject=")[2].partition("&body=")[0]


def test_an_address_cannot_smuggle_in_other_readers():
    address = mail_address("kate@example.org?bcc=all@example.org&x=", "Hi", "Hello")
    assert "?bcc=" not in address
    assert address.count("?") == 1


def test_a_letter_too_long_for_an_address_is_left_to_paste():
    address = mail_address("kate@example.org", "Hi", "word " * 600)
    assert "body" not in address
    assert len(address) < LONGEST_MAIL_ADDRESS


@pytest.mark.parametrize(
    ("text", "address", "platform"),
    [
        (
            "see https://www.facebook.com/rosas/ today",
            "https://www.facebook.com/rosas/",
            "facebook",
        ),
        ("find us on instagram.com/rosas.", "instagram.com/rosas", "instagram"),
        ("M.FACEBOOK.COM/rosas", "M.FACEBOOK.COM/rosas", "facebook"),
        ("(https://de-de.facebook.com/rosas)", "https://de-de.facebook.com/rosas", "facebook"),
        ("https://youtu.be/abc?t=1!", "https://youtu.be/abc?t=1", "youtube"),
    ],
)
def test_a_link_to_a_social_page_is_noticed(text: str, address: str, platform: str):
    (link,) = social_links(text, HOSTS)
    assert (link.address, link.platform) == (address, platform)
    assert text[link.start : link.end] == address


@pytest.mark.parametrize(
    "text",
    [
        "rosa@facebook.com",
        "www.rosas.example/order",
        "myfacebook.com/x",
        "Facebook",
        "facebook.community",
    ],
)
def test_other_links_and_addresses_are_left_alone(text: str):
    assert social_links(text, HOSTS) == ()


def test_the_shops_address_takes_the_place_of_the_link():
    text = "Look: https://facebook.com/rosas. Bye"
    (link,) = social_links(text, HOSTS)
    assert with_shop_link(text, link, " rosas.example/order ") == "Look: rosas.example/order. Bye"
