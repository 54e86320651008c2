"""What the meter is told of the business, and that it loads once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from socialcoach.core.meter import Context, Meter
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.meter.reader import MeterReader, context_of
from tests.worlds import reader


def test_the_context_names_the_business_and_whether_the_owner_is_the_brand():
    strategy = Strategy(business=Business(name="Ann & Tom’s Garden Café", is_brand=True))
    context = context_of(strategy, typing=True)
    assert context.business_words == frozenset({"ann", "tom", "garden", "café"})
    assert context.is_brand
    assert context.unfinished_last_word
    assert not context_of(strategy).unfinished_last_word


def test_the_model_is_loaded_once_however_many_threads_ask(monkeypatch: pytest.MonkeyPatch):
    loaded: list[Meter] = []
    kept = reader().read("", Context())
    load = Meter.load

    def counted() -> Meter:
        loaded.append(load())
        return loaded[-1]

    monkeypatch.setattr(Meter, "load", counted)
    fresh = MeterReader()
    with ThreadPoolExecutor(4) as pool:
        for _ in range(4):
            pool.submit(fresh.warm_up)
    assert fresh.read("", Context()).version == kept.version
    assert len(loaded) == 1
