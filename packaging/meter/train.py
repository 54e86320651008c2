"""Train the meter's model from the labelled data and write it to ``resources/meter``.

``train.py --data DIR --encoder DIR --work DIR``: ``--data`` as described in ``data.py``; ``--encoder`` a
small sentence encoder of six layers and 384 numbers a word, as the MiniLM family's; ``--work`` keeps the
teacher and what it said, so that a second run starts from there.  Prints the table of ``evaluate.py``.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from corpus import (
    OWN,
    Example,
    examples,
    keys_by_piece,
    labelled_posts,
    set_aside,
    swapped,
    vocabulary,
)
from data import KINDS, Post, labelled, misleading_posts, unlabelled
from decide import (
    UNDECIDED,
    calibrate,
    cue_floors,
    kind_shifts,
    leaning_from,
    selling_from,
)
from evaluate import judge, table
from export import write_model
from lessons import Texts, ask, project
from metrics import auc
from sheets import targets, write_sheets
from student import Course, Lessons, Shape, Student, scores_of, teach
from teacher import Teacher, fine_tune
from vectors import first_vectors

from socialcoach.core.meter import Meter
from socialcoach.core.meter.model import model_path

UNLABELLED, WRITTEN, CROPPED, SWAPPED = 9000, 2500, 6000, 5000
LAST_COURSES = ((3500, 2500), (10_000, 3000))
"""How many real labelled posts, and how many others, stand beside our own in the last courses."""
REAL = ("labelled", "unlabelled")
SMALL_CUE = 0.25


@dataclass(frozen=True)
class Pupil:
    """The student after its course, with all that is needed to ask it."""

    student: Student
    words: list[str]
    shape: Shape

    def ask(self, texts: Texts) -> np.ndarray:
        """What the network says of ``texts``: 17 scores, the first the log-odds of selling."""
        sheets = write_sheets(texts, self.words, self.shape.reach)
        return scores_of(self.student, sheets.rows)


def main() -> None:
    """Teacher, lessons, student, thresholds, table: each step is one function."""
    options = _options()
    torch.set_num_threads(2)
    options.work.mkdir(parents=True, exist_ok=True)
    teacher = trained_teacher(options)
    told = what_it_says(options, teacher)
    pupil = trained_pupil(options, told)
    write_and_decide(options, pupil)
    print(*table(judge(Meter.load(options.out), labelled(options.data / "check.jsonl"))), sep="\n")


def trained_teacher(options: argparse.Namespace) -> Teacher:
    """The teacher after three passes over the labelled posts, the later ones of its upper layers."""
    teacher = Teacher(options.encoder)
    file = options.work / "teacher.pt"
    if file.exists():
        teacher.load_state_dict(torch.load(file))
        return teacher
    learning, _ = labelled_posts(options.data)
    fine_tune(teacher, learning, options.seed, frozen=False, rate=8e-5)
    fine_tune(teacher, learning, options.seed + 1, frozen=True, rate=9e-5)
    fine_tune(teacher, learning, options.seed + 2, frozen=True, rate=6e-5)
    torch.save(teacher.state_dict(), file)
    return teacher


def what_it_says(options: argparse.Namespace, teacher: Teacher) -> dict[str, Any]:
    """The examples, the vocabulary, and the teacher's scores and views of every example."""
    file = options.work / "lessons.pickle"
    if file.exists():
        return pickle.loads(file.read_bytes())  # written by this script, in the owner's own folder
    found = examples(options.data, options.seed, UNLABELLED, WRITTEN, CROPPED)
    open_texts = {p.text for p in unlabelled(options.data) if not set_aside(p)}
    open_texts |= {e.text for e in found if e.origin not in ("aside", "cropped")}
    words = vocabulary(sorted(open_texts), sorted(teacher.tokenizer.get_vocab()))
    known = set(words)
    texts = [keys_by_piece(example.text, known) for example in found]
    directions = project(teacher, texts[:1500])
    scores, views = ask(teacher, texts, directions)
    sheets = write_sheets(texts, words, Shape().reach)
    vectors = first_vectors(teacher, words, sheets.rows, sheets.places, views, Shape().word)
    real = [t for t, e in zip(texts, found, strict=True) if t and e.origin in REAL]
    more = swapped(real, words, vectors, SWAPPED, options.seed)
    more_scores, more_views = ask(teacher, more, directions)
    found += [Example("swapped", "") for _ in more]
    texts += more
    scores = np.concatenate([scores, more_scores])
    told = {
        "examples": found,
        "vocabulary": words,
        "texts": texts,
        "scores": scores,
        "views": views + more_views,
        "vectors": vectors,
    }
    file.write_bytes(pickle.dumps(told))
    return told


def trained_pupil(options: argparse.Namespace, told: dict[str, Any]) -> Pupil:
    """The student after its course."""
    shape = Shape(near=options.near, far=options.far, dilation=options.dilation)
    words = told["vocabulary"]
    sheets = write_sheets(told["texts"], words, shape.reach)
    chosen = [
        number
        for number, example in enumerate(told["examples"])
        if example.origin != "aside" and sheets.rows[number]
    ]
    wanted, weights = targets(told["examples"], told["scores"])
    lessons = Lessons(
        [sheets.rows[i] for i in chosen],
        [sheets.places[i] for i in chosen],
        torch.tensor(wanted[chosen]),
        torch.tensor(weights[chosen]),
        [told["views"][i] for i in chosen],
    )
    torch.manual_seed(options.seed)
    student = Student(told["vectors"], shape)
    teach(
        student,
        lessons,
        Course(passes=options.passes),
        options.seed,
        _progress(options, words, shape),
    )
    finish(student, told, lessons, chosen, options.seed)
    return Pupil(student, words, shape)


def finish(
    student: Student, told: dict[str, Any], lessons: Lessons, chosen: Sequence[int], seed: int
) -> None:
    """Two short last courses with our own posts, those with misleading words many times over.

    Among them stand real and unlabelled texts, lest the student forget.
    """
    rng = random.Random(seed)
    examples_used = [told["examples"][i] for i in chosen]
    own = [n for n, e in enumerate(examples_used) if e.post is not None and e.post.source == OWN]
    misleading = {post.text for post in misleading_posts()}
    own += [n for n in own if examples_used[n].text in misleading] * 7
    real = [n for n, e in enumerate(examples_used) if e.post is not None and e.post.source != OWN]
    open_ones = [n for n, e in enumerate(examples_used) if e.post is None]
    course = Course(passes=2, word_rate=3e-4, rate=5e-4, view_weight=0.0)
    for number, (real_ones, others) in enumerate(LAST_COURSES):
        picked = own + _some(rng, real, real_ones) + _some(rng, open_ones, others)
        teach(student, lessons.only(picked), course, seed + number)


def _some(rng: random.Random, numbers: list[int], count: int) -> list[int]:
    return rng.sample(numbers, min(count, len(numbers)))


def _aside(options: argparse.Namespace, words: list[str]) -> tuple[list[Post], Texts]:
    _, aside = labelled_posts(options.data)
    known = set(words)
    return aside, [keys_by_piece(post.text, known) for post in aside]


def _progress(
    options: argparse.Namespace, words: list[str], shape: Shape
) -> Callable[[Student], None]:
    posts, texts = _aside(options, words)
    rows = write_sheets(texts, words, shape.reach).rows
    truth = [post.pitch for post in posts]

    def tell(pupil: Student) -> None:
        print(f"set aside: AUC {auc(truth, scores_of(pupil, rows)[:, 0].tolist()):.4f}", flush=True)

    return tell


def write_and_decide(options: argparse.Namespace, pupil: Pupil) -> None:
    """Calibrate on the accounts set aside, then choose thresholds with the meter as it will run."""
    posts, texts = _aside(options, pupil.words)
    truth = [post.pitch for post in posts]
    said = pupil.ask(texts)
    slope, offset = calibrate(truth, said[:, 0])
    print(f"set aside: AUC {auc(truth, said[:, 0].tolist()):.4f}")
    decision = {**UNDECIDED, "slope": slope, "offset": offset}
    decision["bias"] = float(pupil.student.bias.detach()[0])
    header = {
        "version": options.version,
        "kinds": KINDS,
        "dilation": pupil.shape.dilation,
        "decision": decision,
    }
    state = {name: value.numpy().copy() for name, value in pupil.student.state_dict().items()}
    shifts = kind_shifts([post.kind for post in posts], said[:, 4:])
    state["kind.2.bias"][3:] += shifts
    print(f"kinds shifted by {np.round(shifts, 2).tolist()}")
    torch.save((pupil.student.state_dict(), pupil.words, header), options.work / "student.pt")

    def written() -> Meter:
        write_model(options.out, state, pupil.words, header)
        return Meter.load(options.out)

    pitch = [reading.pitch for reading in map(written().read, [post.text for post in posts])]
    decision["leaning_from"] = leaning_from(truth, pitch)
    decision["selling_from"] = selling_from(truth, pitch, decision["leaning_from"])
    decision.update(cue_floors(written(), posts, SMALL_CUE))
    written()
    print(f"set aside, as it runs: AUC {auc(truth, pitch):.4f}; {pupil.shape}; {decision}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=model_path())
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--version", default="3")
    parser.add_argument("--near", type=int, default=Shape.near)
    parser.add_argument("--far", type=int, default=Shape.far)
    parser.add_argument("--dilation", type=int, default=Shape.dilation)
    parser.add_argument("--passes", type=int, default=Course.passes)
    return parser.parse_args()


if __name__ == "__main__":
    np.seterr(over="ignore")
    main()
