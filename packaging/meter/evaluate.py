"""Print how well the shipped meter judges posts of accounts it has not seen: ``evaluate.py --data DIR``.

First ``check.jsonl``, which no step of training or choosing has touched, then the accounts set aside.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import metrics
from corpus import labelled_posts
from data import Post, labelled

from socialcoach.core.meter import Meter, Reading
from socialcoach.core.meter.model import model_path

CAFES = "small-cafes"


@dataclass(frozen=True)
class Judged:
    """A post with what the meter said of it."""

    post: Post
    reading: Reading


Figure = Callable[[list[Judged]], float]


def judge(meter: Meter, posts: list[Post]) -> list[Judged]:
    """Read every post."""
    return [Judged(post, meter.read(post.text)) for post in posts]


def auc(rows: list[Judged]) -> float:
    """See :func:`metrics.auc`; the score is the log-odds."""
    return metrics.auc([r.post.pitch for r in rows], [r.reading.explained.logit for r in rows])


def balanced(rows: list[Judged]) -> float:
    """Balanced accuracy at the band the owner sees; leaning and selling are selling."""
    truth = [r.post.pitch for r in rows]
    return metrics.balanced_accuracy(truth, [r.reading.selling for r in rows])


def calibration(rows: list[Judged]) -> float:
    """Expected calibration error of the pitch."""
    return metrics.calibration_error([r.post.pitch for r in rows], [r.reading.pitch for r in rows])


def kinds(rows: list[Judged]) -> float:
    """Macro-F1 over the kinds with at least 15 posts."""
    named = [r for r in rows if r.post.kind]
    return metrics.macro_f1([r.post.kind for r in named], [r.reading.kind.value for r in named])


def pressure_error(rows: list[Judged]) -> float:
    """Mean distance of the pressure from the readers' (0 to 3)."""
    return sum(abs(r.post.pressure - r.reading.pressure) for r in rows) / len(rows)


def selling_with_cue(rows: list[Judged]) -> float:
    """Share of the selling posts with at least one cue, of whatever class."""
    return _share(rows, 1, lambda reading: bool(reading.cues))


def selling_with_selling_cue(rows: list[Judged]) -> float:
    """Share of the selling posts with at least one cue that sells."""
    return _share(rows, 1, lambda reading: any(c.reason.sells for c in reading.cues))


def giving_unmarked(rows: list[Judged]) -> float:
    """Share of the giving posts in which nothing is marked as selling."""
    return _share(rows, 0, lambda reading: not any(c.reason.sells for c in reading.cues))


def _share(rows: list[Judged], pitch: int, holds: Callable[[Reading], bool]) -> float:
    chosen = [holds(r.reading) for r in rows if r.post.pitch == pitch]
    return sum(chosen) / len(chosen) if chosen else float("nan")


def table(rows: list[Judged], by_account: bool = False) -> Iterator[str]:
    """The lines of the table: figure, bar, value, 95 % interval (whole accounts drawn if asked)."""
    brand = [r for r in rows if r.post.source != CAFES]
    cafes = [r for r in rows if r.post.source == CAFES]
    figures: list[tuple[str, str, Figure, list[Judged]]] = [
        ("AUC, brand part", ">= 0.91", auc, brand),
        ("AUC, small cafes", ">= 0.89", auc, cafes),
        ("balanced accuracy, brand part", ">= 0.83", balanced, brand),
        ("balanced accuracy, small cafes", ">= 0.78", balanced, cafes),
        ("calibration error, all", "<= 0.05", calibration, rows),
        ("calibration error, brand part", "", calibration, brand),
        ("calibration error, small cafes", "", calibration, cafes),
        ("kind, macro-F1", ">= 0.55", kinds, rows),
        ("pressure, mean distance", "", pressure_error, rows),
        ("selling posts with a cue", ">= 0.95", selling_with_cue, rows),
        ("selling posts with a selling cue", "", selling_with_selling_cue, rows),
        ("giving posts with none that sells", ">= 0.80", giving_unmarked, rows),
    ]
    account = (lambda row: row.post.group) if by_account else None
    for name, bar, figure, of in figures:
        if not of:
            continue
        low, high = metrics.interval(figure, of, account=account)
        yield f"{name:36} {bar:8} {figure(of):6.3f}  ({low:.3f} to {high:.3f}, n {len(of)})"


def by_length(rows: list[Judged]) -> Iterator[str]:
    """AUC and balanced accuracy of short, middling and long posts."""
    for low, high in ((0, 80), (80, 200), (200, 100_000)):
        part = [r for r in rows if low <= len(r.post.text) < high]
        yield f"{low} to {high} characters, n {len(part)}: {auc(part):.3f} {balanced(part):.3f}"


def times(texts: list[str]) -> Iterator[str]:
    """Milliseconds per keystroke for a growing post of 280 and of 3,000 characters."""
    for length in (280, 3000):
        post = " ".join(texts)[:length]
        meter, spent = Meter.load(), []
        for end in range(1, length + 1):
            started = time.perf_counter()
            meter.read(post[:end])
            spent.append(1000 * (time.perf_counter() - started))
        spent.sort()
        middle, late = spent[len(spent) // 2], spent[int(0.95 * len(spent))]
        yield f"keystroke, {length} characters: median {middle:.2f} ms, 95th {late:.2f} ms"


def main() -> None:
    """Judge ``check.jsonl`` and the accounts set aside, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with check.jsonl")
    parser.add_argument("--model", type=Path, help="folder of the model (default: the shipped one)")
    options = parser.parse_args()
    started = time.perf_counter()
    meter = Meter.load(options.model)
    loading = 1000 * (time.perf_counter() - started)
    posts = labelled(options.data / "check.jsonl")
    rows = judge(meter, posts)
    print(*table(rows), *by_length(rows), sep="\n")
    print("accounts set aside in training; thresholds were chosen on them")
    print(*table(judge(meter, labelled_posts(options.data)[1]), by_account=True), sep="\n")
    size = sum(f.stat().st_size for f in (options.model or model_path()).iterdir()) / 1e6
    print(f"loading {loading:.0f} ms, {size:.2f} MB", *times([p.text for p in posts]), sep="\n")


if __name__ == "__main__":
    main()
