"""Choose the exact versions of all packages, for every system and Python at once."""

from __future__ import annotations

import subprocess
import tempfile
import venv
from pathlib import Path

from dev_environment import LOCK_FILES, python_in
from dev_system import SetupProblem

UV = "uv==0.13.9"  # pip alone chooses for one system only
NOTE = "# Written by `python3 packaging/dev.py lock`; change pyproject.toml instead.\n"


def write(project: Path, words: list[str]) -> int:
    """Write both lock files, for `test` with the same versions as for `run`.

    Without further words every package may move up; `--upgrade-package NAME` moves only that one.
    """
    folder = project / "packaging"
    run_lock, test_lock = folder / LOCK_FILES["run"], folder / LOCK_FILES["test"]
    upgrade = words or ["--upgrade"]
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=True)
        python = str(python_in(Path(place)))
        call([python, "-m", "pip", "install", "--quiet", UV], project)
        compile_one(python, project, run_lock, upgrade)
        also = ["--extra", "test", "--constraints", str(run_lock)]
        compile_one(python, project, test_lock, [*upgrade, *also])
    return 0


def compile_one(python: str, project: Path, target: Path, words: list[str]) -> None:
    """Write one lock file: versions and fingerprints, and no word of where they came from."""
    fixed = ["--universal", "--generate-hashes", "--python-version", "3.11"]
    silent = ["--no-header", "--no-annotate", "--quiet", "--output-file", str(target)]
    call([python, "-m", "uv", "pip", "compile", "pyproject.toml", *fixed, *silent, *words], project)
    pins = target.read_text(encoding="utf-8")
    target.write_text(NOTE + pins.removeprefix(NOTE), encoding="utf-8", newline="\n")


def call(words: list[str], project: Path) -> None:
    """Run a program in the checkout; what it complains about is on the screen already."""
    if subprocess.run(words, cwd=project, check=False).returncode:
        raise SetupProblem("The versions could not be chosen; the lines above say why.")
