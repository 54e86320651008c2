"""Texts made to mislead a word counter: the meter must read, not count."""

from __future__ import annotations

from itertools import pairwise

import pytest

from socialcoach.core.meter import Band, Context, Meter

SELLING = [
    "Come on down this Saturday, the first batch leaves the oven at eight.",
    "Back by popular demand: our plum dumplings.",
    "You gotta try our new lemon tart.",
    "Do drop by, we saved you a slice of the carrot cake.",
    "Two chairs have just come free for Friday afternoon. Who wants them?",
    "New on the menu: crispy tofu with peanut sauce.",
    "Your weekend treat is waiting for you at the counter.",
]
GIVING = [
    "Free yourself from burnt crusts: three tips. Lower the rack, use foil, trust your nose.",
    "We closed our sale of the old oven today, and everybody cried a little.",
    "How do you keep the order of your spices? Ours stand by colour, and nobody finds the cumin.",
    "Thank you to the neighbours who lent us a fridge when ours gave up.",
    "Which cake would you take to a desert island?",
    "The price of flour has doubled, say the millers in this morning's paper.",
    "A reader asked how to get wax out of a tablecloth. Ice, then a warm iron and brown paper.",
]
GREETINGS = [
    "Goeie môre almal", "Mirëmëngjes", "እንደምን አደራችሁ", "صباح الخير للجميع", "Բարի լույս",
    "Sabahınız xeyir", "Egun on denoi", "Добрай раніцы", "সুপ্রভাত", "Dobro jutro svima",
    "Добро утро", "Bon dia a tothom", "早上好，大家", "Dobré ráno všem", "Godmorgen alle sammen",
    "Goedemorgen allemaal", "Tere hommikust", "Hyvää huomenta kaikille",
    "Bonjour à toutes et à tous", "Bos días a todos", "დილა მშვიდობისა",
    "Guten Morgen zusammen", "Καλημέρα σε όλους", "સુપ્રભાત", "בוקר טוב לכולם", "सुप्रभात",
    "Jó reggelt mindenkinek", "Góðan daginn", "Selamat pagi semua", "Maidin mhaith",
    "Buongiorno a tutti", "おはようございます", "ಶುಭೋದಯ", "Қайырлы таң", "អរុណសួស្តី", "좋은 아침입니다",
    "Labrīt visiem", "Labas rytas visiems", "Добро утро на сите", "സുപ്രഭാതം", "Өглөөний мэнд",
    "God morgen alle sammen", "صبح بخیر", "Dzień dobry wszystkim", "Bom dia a todos",
    "Bună dimineața", "Доброе утро", "Dobré ráno všetkým", "Buenos días a todos",
    "Habari za asubuhi", "God morgon allihopa", "Magandang umaga sa lahat", "காலை வணக்கம்",
    "สวัสดีตอนเช้า", "Günaydın millet", "Доброго ранку", "صبح بخیر سب کو", "Chào buổi sáng",
    "Bore da bawb",
]  # fmt: skip


@pytest.fixture(scope="module")
def meter() -> Meter:
    """One meter for the whole file."""
    return Meter.load()


@pytest.mark.parametrize("text", SELLING)
def test_selling_without_a_word_of_the_shop_window(meter: Meter, text: str) -> None:
    assert meter.read(text).selling


@pytest.mark.parametrize("text", GIVING)
def test_words_of_the_shop_window_without_selling(meter: Meter, text: str) -> None:
    assert not meter.read(text).selling


def test_a_customers_words_of_praise_are_praise_of_oneself(meter: Meter) -> None:
    quoted = (
        "“Best haircut of my life, I will never go anywhere else!” says Anna. Book with us today."
    )
    assert meter.read(quoted).selling


def test_a_joke_about_selling_is_less_than_selling(meter: Meter) -> None:
    joke = "Nobody: ... Me at 3am: should I alphabetise the spice jars again?"
    pitch = "Buy now! Order today and save 20% on all spice jars!"
    assert meter.read(joke).pitch < 0.5 < meter.read(pitch).pitch


@pytest.mark.parametrize(
    "text", ["#love #sunday #coffeetime", "🎂🎂🎂☕", "…", "!!!!", "???", "@someone"]
)
def test_where_there_is_next_to_nothing_nobody_is_called_a_seller(meter: Meter, text: str) -> None:
    assert meter.read(text).band is not Band.SELLING


@pytest.mark.parametrize("greeting", GREETINGS)
def test_greetings_of_the_world_give(meter: Meter, greeting: str) -> None:
    reading = meter.read(greeting)
    assert reading.language != "en"
    assert reading.band is not Band.SELLING


@pytest.mark.parametrize("invisible", ["\u200b", "\u200c", "\u00ad", "\u2060"])
def test_invisible_characters_hide_nothing(meter: Meter, invisible: str) -> None:
    plain = "Order now and save 20% on every cake"
    hidden = plain.replace("rd", f"r{invisible}d").replace("ak", f"a{invisible}k")
    assert meter.read(hidden).pitch == meter.read(plain).pitch


def test_fancy_letters_are_read_as_letters(meter: Meter) -> None:
    assert meter.read("𝗢𝗿𝗱𝗲𝗿 𝗻𝗼𝘄").pitch == meter.read("Order now").pitch


@pytest.mark.parametrize("text", SELLING + GIVING)
def test_the_meter_is_calm_while_a_post_is_being_typed(meter: Meter, text: str) -> None:
    typing = Context(unfinished_last_word=True)
    bands = [meter.read(text[:end], typing).band for end in range(len(text) + 1)]
    changes = sum(one is not other for one, other in pairwise(bands))
    assert changes <= 8
