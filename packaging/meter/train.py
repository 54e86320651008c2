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
from decide import UNDECIDED, calibrate, cue_floors, leaning_from, selling_from
from evaluate import judge, table
from export import write_model
from lessons import ask, project
from metrics import auc
from phrases import Phrases, Texts, shares_of
from sheets import targets, write_sheets
from student import Course, Lessons, Shape, Student, scores_of, teach
from teacher import Teacher, fine_tune
from vectors import first_vectors

from socialcoach.core.meter import Meter
from socialcoach.core.meter.model import model_path

UNLABELLED, WRITTEN, CROPPED, SWAPPED = 9000, 2500, 6000, 5000
REAL = ("labelled", "unlabelled")
SMALL_CUE = 0.25


@dataclass(frozen=True)
class Pupil:
    """The student after its course, with all that is needed to ask it."""

    student: Student
    phrases: Phrases
    words: list[str]
    shape: Shape

    def ask(self, texts: Texts) -> np.ndarray:
        """What the network and the phrases say of ``texts`` (texts x 2)."""
        sheets = write_sheets(texts, self.words, self.shape.reach)
        shares = shares_of(self.student, sheets.rows, sheets.places)
        network = scores_of(self.student, sheets.rows)[:, 0]
        return np.column_stack([network, self.phrases.scores(texts, shares)])


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
    """The teacher after two passes over the labelled posts, the second of its upper layers only."""
    teacher = Teacher(options.encoder)
    file = options.work / "teacher.pt"
    if file.exists():
        teacher.load_state_dict(torch.load(file))
        return teacher
    learning, _ = labelled_posts(options.data)
    fine_tune(teacher, learning, options.seed, frozen=False, rate=8e-5)
    fine_tune(teacher, learning, options.seed + 1, frozen=True, rate=9e-5)
    torch.save(teacher.state_dict(), file)
    return teacher


def second_opinion(
    options: argparse.Namespace,
    teacher: Teacher,
    found: Sequence[Example],
    texts: Texts,
    scores: np.ndarray,
) -> np.ndarray:
    """``scores``, mixed for unlabelled texts with what the teacher says after a third pass."""
    learning, _ = labelled_posts(options.data)
    fine_tune(teacher, learning, options.seed + 2, frozen=True, rate=6e-5)
    chosen = [i for i, example in enumerate(found) if example.post is None]
    later, _ = ask(teacher, [texts[i] for i in chosen], None)
    mixed = scores.copy()
    mixed[chosen] = 0.4 * scores[chosen] + 0.6 * later
    return mixed


def what_it_says(options: argparse.Namespace, teacher: Teacher) -> dict[str, Any]:
    """The examples, the vocabulary, and the teacher's scores and views of every example."""
    file = options.work / "lessons.pickle"
    if file.exists():
        return pickle.loads(file.read_bytes())  # written by this script, in the owner's own folder
    found = examples(options.data, options.seed, UNLABELLED, WRITTEN, CROPPED)
    open_texts = {p.text for p in unlabelled(options.data) if not set_aside(p)}
    open_texts |= {e.text for e in found if e.origin not in ("aside", "cropped")}
    words = vocabulary(sorted(open_texts))
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
        "scores": second_opinion(options, teacher, found, texts, scores),
        "views": views + more_views,
        "vectors": vectors,
    }
    file.write_bytes(pickle.dumps(told))
    return told


def trained_pupil(options: argparse.Namespace, told: dict[str, Any]) -> Pupil:
    """The student after its course, and the phrases beside it."""
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
    texts = [told["texts"][i] for i in chosen]
    finish(student, told, lessons, chosen, options.seed)
    phrases = Phrases(texts, shares_of(student, lessons.rows, lessons.places))
    phrases.fit(wanted[chosen, 0], weights[chosen])
    return Pupil(student, phrases, words, shape)


def finish(
    student: Student, told: dict[str, Any], lessons: Lessons, chosen: Sequence[int], seed: int
) -> None:
    """A short last course with our own posts, those with misleading words many times over.

    Among them stand 3,500 real and 2,500 unlabelled texts, lest the student forget.
    """
    rng = random.Random(seed)
    examples_used = [told["examples"][i] for i in chosen]
    own = [n for n, e in enumerate(examples_used) if e.post is not None and e.post.source == OWN]
    misleading = {post.text for post in misleading_posts()}
    own += [n for n in own if examples_used[n].text in misleading] * 7
    real = [n for n, e in enumerate(examples_used) if e.post is not None and e.post.source != OWN]
    open_ones = [n for n, e in enumerate(examples_used) if e.post is None]
    picked = own + _some(rng, real, 3500) + _some(rng, open_ones, 2500)
    course = Course(passes=2, word_rate=3e-4, rate=5e-4, view_weight=0.0)
    teach(student, lessons.only(picked), course, seed)


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
    network, phrases, offset = calibrate(truth, said).tolist()
    print(f"set aside: AUC {[auc(truth, column.tolist()) for column in said.T]}")
    decision = {**UNDECIDED, "slope": network, "offset": offset}
    decision["bias"] = float(pupil.student.bias.detach()[0])
    table_of_phrases = pupil.phrases.table(phrases / network)
    header = {
        "version": options.version,
        "kinds": KINDS,
        "dilation": pupil.shape.dilation,
        "decision": decision,
    }
    state = {name: value.detach().numpy() for name, value in pupil.student.state_dict().items()}
    torch.save((pupil.student.state_dict(), table_of_phrases, header), options.out / "student.pt")

    def written() -> Meter:
        write_model(options.out, state, pupil.words, table_of_phrases, header)
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
    parser.add_argument("--version", default="2")
    parser.add_argument("--near", type=int, default=Shape.near)
    parser.add_argument("--far", type=int, default=Shape.far)
    parser.add_argument("--dilation", type=int, default=Shape.dilation)
    parser.add_argument("--passes", type=int, default=Course.passes)
    return parser.parse_args()


if __name__ == "__main__":
    np.seterr(over="ignore")
    main()
