"""Prints what the meter costs per keystroke and per post, beside proselint on the same texts.

Run it with ``python -m tests.benchmarks.bench_meter`` on a machine that does little else.  Without
proselint (``pip install proselint``) it says so.
"""

from __future__ import annotations

import importlib
import random
import sys
import time
from collections.abc import Callable

from socialcoach.core.meter import Meter

SENTENCES = (
    "Our oven was on at four this morning and the whole street smelled of bread. ",
    "Two loaves of rye are left, and we would love to see them go to a good home. ",
    "What did your house smell of on a Sunday when you were small? ",
    "Order your cake by Thursday and we put your name on it for free! ",
    "Thank you to everyone who came to the river with bags and boots on Saturday. ",
    "If the crust burns before the middle is done, move the shelf down and cover it with foil. ",
)
POSTS = 10_000


def typed(length: int) -> str:
    """A post of ``length`` characters."""
    dice = random.Random(3)
    text = ""
    while len(text) < length:
        text += dice.choice(SENTENCES)
    return text[:length]


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def keystrokes(name: str, read: Callable[[str], object], text: str) -> str:
    """A line with the median and the 95th percentile over all keystrokes of typing ``text``."""
    spent = sorted(
        milliseconds(lambda end=end: read(text[:end])) for end in range(1, len(text) + 1)
    )
    middle, late = spent[len(spent) // 2], spent[int(0.95 * len(spent))]
    return f"{name}: {len(text)} characters, median {middle:.2f} ms, 95th percentile {late:.2f} ms"


def proselint_check() -> Callable[[str], object] | None:
    """proselint's check of a text with all its rules, if it is installed."""
    try:
        checks = importlib.import_module("proselint.checks")
        registry = importlib.import_module("proselint.registry")
        tools = importlib.import_module("proselint.tools")
    except ImportError:
        return None
    registry.CheckRegistry().register_many(checks.__register__)
    return lambda text: tools.LintFile(source="post", content=text).lint()


def main() -> None:
    """Print the lines."""
    out = sys.stdout.write
    out(f"loading: {milliseconds(Meter.load):.0f} ms\n")
    for length in (280, 3000):
        out(keystrokes("meter", Meter.load().read, typed(length)) + "\n")
    dice = random.Random(5)
    posts = ["".join(dice.choices(SENTENCES, k=3)) + str(number) for number in range(POSTS)]
    meter = Meter.load()
    out(f"meter: {POSTS} posts, {milliseconds(lambda: list(map(meter.read, posts))):.0f} ms\n")
    check = proselint_check()
    if check is None:
        out("proselint is not installed: nothing to compare with\n")
    else:
        check(typed(10))  # its first call reads its rules
        for length in (280, 3000):
            text = typed(length)
            spent = sorted(milliseconds(lambda text=text: check(text)) for _ in range(20))
            out(f"proselint: {length} characters, {spent[10]:.2f} ms, 95th {spent[18]:.2f} ms\n")


if __name__ == "__main__":
    main()
