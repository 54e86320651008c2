"""The meter behind a door that opens when first needed: its model takes a moment to load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock

from socialcoach.core.meter import Context, Meter, Reading
from socialcoach.core.meter.learning import NOTHING_LEARNED
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.core.text import words_of_name


class MeterReader:
    """Loads the meter once and reads texts with it, from any thread, one at a time."""

    def __init__(self) -> None:
        self._meter: Meter | None = None
        self._learned = NOTHING_LEARNED
        self._lock = Lock()

    def warm_up(self) -> None:
        """Load the model now; called in the background after the first window."""
        with self._lock:
            self._loaded()

    def read(self, text: str, context: Context) -> Reading:
        """Return what the meter says of a text."""
        with self._lock:
            return self._loaded().read(text, replace(context, learned=self._learned))

    def learn(self, said: Sequence[tuple[str, bool]], context: Context) -> None:
        """Take the owner's word on texts (True sells) to heart; what was learnt before is gone.

        The change is bounded, so that a few clicks cannot turn the meter upside down.
        """
        with self._lock:
            meter = self._loaded()
            heard = [meter.correction(text, selling, context) for text, selling in said]
            self._learned = meter.learn(heard) if heard else NOTHING_LEARNED

    def _loaded(self) -> Meter:
        if self._meter is None:
            self._meter = Meter.load()
        return self._meter


def context_of(strategy: Strategy, *, typing: bool = False) -> Context:
    """Return what the meter should know of the business.

    The shop's own name does not count against a text by itself. ``typing`` keeps the unfinished
    last word from being judged.
    """
    return Context(
        business_words=frozenset(words_of_name(strategy.business.name)),
        is_brand=strategy.business.is_brand,
        unfinished_last_word=typing,
    )
