"""Spoils real exports in many ways and brings each in; prints what came of it.

Run it with ``python -m tests.benchmarks.fuzz_importers FOLDER --cases 20000``, where the folder
holds exports as the platforms write them. They are somebody's own figures and no part of the
project, so the suite fuzzes invented ones. Every case must end in one import error in plain
words, with nothing left behind, or in an import that can be repeated and taken back; the first
that does not is kept as ``spoiled.csv`` and ends the run.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.services.progress.importing.test_fuzz import Bench

Edit = Callable[[bytearray, random.Random], bytearray]

PIECES = (
    *(b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"3.july"),
    *(b"1.8E+16", b"--", b"NaN", b"undefined", b"9" * 400, b"-1", b"1.234,5", b"sep=;\n", b"1e309"),
    *(b"02/30/2025", b"31/12/2025 25:61", b"http://[::1", b"\xe2\x80\xa8", b"{0}", b"%s", b"Total"),
)
ENCODINGS = ("utf-16", "utf-16-be", "utf-8", "cp1252", "cp1251", "utf-32")
LARGEST = 30_000
"""Bytes of a sample that are used, so that one case takes milliseconds."""


def flip(data: bytearray, dice: random.Random) -> bytearray:
    """Turn one bit over."""
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data


def cut_out(data: bytearray, dice: random.Random) -> bytearray:
    """Take a stretch away."""
    at = dice.randrange(len(data))
    del data[at : at + dice.choice((1, 5, 50, 500))]
    return data


def put_in(data: bytearray, dice: random.Random) -> bytearray:
    """Put something strange in."""
    at = dice.randrange(len(data))
    data[at:at] = dice.choice(PIECES)
    return data


def repeat(data: bytearray, dice: random.Random) -> bytearray:
    """Put a stretch in a second time."""
    at, source = dice.randrange(len(data)), dice.randrange(len(data))
    data[at:at] = data[source : source + dice.choice((3, 40, 400))]
    return data


def end_early(data: bytearray, dice: random.Random) -> bytearray:
    """Break off, as a download does."""
    return data[: dice.randrange(len(data)) + 1]


def swap_marks(data: bytearray, dice: random.Random) -> bytearray:
    """Write something else in place of commas, quotes or ends of lines."""
    old = dice.choice((b",", b'"', b";", b"\n", b"/", b"."))
    return bytearray(bytes(data).replace(old, dice.choice(PIECES), dice.choice((1, 3, 10))))


def save_again(data: bytearray, dice: random.Random) -> bytearray:
    """Save in another encoding, as spreadsheet programs do."""
    try:
        text = bytes(data).decode("utf-8-sig")
    except UnicodeError:
        return data
    return bytearray(text.encode(dice.choice(ENCODINGS), "replace"))


def shuffle_lines(data: bytearray, dice: random.Random) -> bytearray:
    """Mix up the order of the lines."""
    lines = bytes(data).split(b"\n")
    dice.shuffle(lines)
    return bytearray(b"\n".join(lines))


EDITS: Sequence[Edit] = (
    *(flip, cut_out, put_in, repeat, end_early, swap_marks, save_again, shuffle_lines),
)


def spoiled(sample: bytes, dice: random.Random) -> bytes:
    """Return a sample with one to thirty edits."""
    data = bytearray(sample)
    for _ in range(dice.choice((1, 1, 2, 3, 8, 30))):
        if data:
            data = dice.choice(EDITS)(data, dice)
    return bytes(data)


def main() -> int:
    """Run the cases; return 1 when one went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    files = sorted(path for path in wanted.samples.rglob("*.*") if path.suffix in (".csv", ".zip"))
    samples = [path.read_bytes()[:LARGEST] for path in files]
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(Path(home))
        for case in range(wanted.cases):
            dice = random.Random(f"{wanted.seed}/{case}")
            data = spoiled(dice.choice(samples), dice)
            try:
                seen[bench.attempt(data)] += 1
            except Exception:
                Path("spoiled.csv").write_bytes(data)
                sys.stdout.write(f"case {case} went wrong; it is kept as spoiled.csv\n")
                raise
    for outcome, count in seen.most_common():
        sys.stdout.write(f"{count:8} {outcome}\n")
    sys.stdout.write(f"{wanted.cases} cases from {len(files)} files, seed {wanted.seed}: 0 bugs\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
