"""What Debian brings for the test servers: packages installed as root, or one of them unpacked.

snac2 is in Debian's backports and in Debian 13, so it is taken from there without touching the
system's own list of package sources.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev_system import SetupProblem, can_install

SNAC = "2.75"
SUITES = ("bookworm-backports", "trixie")  # where Debian has it (checked 2026-11-22)
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
NOT_DEBIAN = "It comes from Debian, and this system has no apt with Debian's packages."
TAIL = 8  # lines of a log that say what went wrong


def require(programs: Sequence[str], packages: Sequence[str]) -> None:
    """Make sure that programs are there; as root on Debian, install what is missing."""
    if not missing(programs):
        return
    if can_install():
        install(packages)
    if missing(programs):
        names = " ".join(packages)
        raise SetupProblem(f"Missing: {', '.join(missing(programs))} (in Debian: {names}).")


def missing(programs: Sequence[str]) -> list[str]:
    """Return those programs that the system does not have."""
    return [name for name in programs if program(name) is None]


def program(name: str) -> str | None:
    """Find a program; Debian keeps PostgreSQL's own out of the way, one folder a version."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, places), "/usr/sbin"])
    return shutil.which(name, path=path)


def install(packages: Sequence[str]) -> None:
    """Install Debian packages quietly; no service is started by it."""
    get = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    run([*get, "update"], quiet)
    run([*get, "install", "-y", "--no-install-recommends", *packages], quiet)


def unpack_snac(place: Path) -> None:
    """Fetch the package with private lists of sources, and unpack it into the folder."""
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None:
        raise SetupProblem(NOT_DEBIAN)
    mirror = debian_mirror()
    for part in ("lists/partial", "cache/archives/partial"):
        (place / part).mkdir(parents=True)
    problems = []
    for suite in SUITES:
        try:
            package = download(place, mirror, suite)
        except SetupProblem as problem:
            problems.append(f"{suite}: {problem}")
            continue
        run(["dpkg", "-x", str(package), str(place)], {})
        if starts(place / "usr" / "bin" / "snac"):
            return
        problems.append(f"{suite}: it does not start here")
    raise SetupProblem(" ".join(problems))


def debian_mirror() -> str:
    """Return the address from which this system takes Debian's own packages."""
    words = ["apt-get", "indextargets", "--format", "$(REPO_URI)"]
    found = output([*words, "Origin: Debian", "Label: Debian"]).split()
    if not found:
        run(["apt-get", "-qq", "update"], {})  # without its lists apt does not know whose they are
        found = output([*words, "Origin: Debian", "Label: Debian"]).split()
    if not found or not Path(KEYS).exists():
        raise SetupProblem(NOT_DEBIAN)
    return found[0]


def download(place: Path, mirror: str, suite: str) -> Path:
    """Fetch the package of one suite into the folder and return its file."""
    sources = place / "snac.list"
    sources.write_text(f"deb [signed-by={KEYS}] {mirror} {suite} main\n", encoding="utf-8")
    private = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": place / "lists",
        "Dir::Cache": place / "cache",
        "APT::Sandbox::User": "root",
    }
    get = ["apt-get", "-qq"] + [f"-o{name}={value}" for name, value in private.items()]
    run([*get, "update"], {}, place)
    run([*get, "download", f"snac2={SNAC}*"], {}, place)
    return next(place.glob("snac2_*.deb"))


def starts(binary: Path) -> bool:
    """Tell whether a program finds its libraries here; without words it says how it is used."""
    try:
        result = subprocess.run([str(binary)], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return "snac" in result.stdout + result.stderr and "GLIBC" not in result.stderr


def run(words: Sequence[str], variables: Mapping[str, str], place: Path | None = None) -> None:
    """Run a program; what it complained about becomes a problem to read."""
    result = subprocess.run(
        words,
        cwd=place,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise SetupProblem(" ".join(result.stderr.split()[-40:]) or f"{words[0]} failed.")


def call(
    words: Sequence[str],
    log: Path,
    place: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Run a program that says much; its words go to a log, and its last ones into the problem."""
    with log.open("ab") as file:
        done = subprocess.run(
            words,
            cwd=place,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise SetupProblem(f"The end of {log} says why:\n" + "\n".join(lines[-TAIL:]))


def output(words: Sequence[str]) -> str:
    """Return what a program prints; nothing when it fails."""
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout
