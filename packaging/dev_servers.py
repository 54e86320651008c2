"""Real servers for the tests marked `integration`, each fetched once into a cache of its own.

    python3 packaging/dev.py servers             fetch all that is missing
    python3 packaging/dev.py servers NAME ...    only these: bluesky, databases, keyring ...

They stand outside the checkout, in `socialcoach-servers` in the user's cache, or in the folder that
SOCIALCOACH_SERVERS names. Nothing of them ships. `ready.txt` in a server's folder is written last,
so a folder without it was interrupted half-way and is made anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import dev_servers_debian as debian
from dev_environment import cache_folder, claim, only_one
from dev_system import SetupProblem

READY = "ready.txt"
PARTS = Path(__file__).resolve().parent.parent / "tests" / "integration"
OLDEST_NODE = 18  # what @atproto/pds 0.4 asks for; its 0.5 wants 22 (checked 2026-11-22)
NO_NODE = "Node.js 18 or newer and its npm are missing."
ROOM_NEEDED = 900  # MB


def servers(arguments: list[str]) -> int:
    """Fetch the named servers, or all; return 1 when one of them cannot be had here."""
    kinds: Mapping[str, Callable[[Path], None]] = {
        "keyring": keyring,
        "databases": databases,
        "snac": snac,
        "front": front,
        "mastodon": mastodon,
        "bluesky": bluesky,
    }
    unknown = [name for name in arguments if name not in kinds]
    if unknown:
        raise SetupProblem(f"There is no server {unknown[0]}. There are: {', '.join(kinds)}.")
    place = folder()
    claim(place)
    with only_one(place):
        results = [fetch(name, kinds[name], place) for name in arguments or kinds]
    return 0 if all(results) else 1


def folder() -> Path:
    """Return where the servers are kept."""
    named = os.environ.get("SOCIALCOACH_SERVERS")
    return Path(named) if named else cache_folder() / "socialcoach-servers"


def fetch(name: str, install: Callable[[Path], None], place: Path) -> bool:
    """Fetch one server and say how it went; a failure leaves the others alone."""
    try:
        install(place / name)
    except (SetupProblem, OSError) as problem:
        print(f"{name}: not there. {problem}", flush=True)
        return False
    print(f"{name}: ready", flush=True)
    return True


def once(place: Path, wanted: str, make: Callable[[Path], None]) -> None:
    """Make a server's folder unless `ready.txt` in it says that it holds what is wanted."""
    mark = hashlib.sha256(wanted.encode()).hexdigest()
    ready = place / READY
    if ready.exists() and ready.read_text(encoding="utf-8").strip() == mark:
        return
    if shutil.disk_usage(place.parent).free // 1_000_000 < ROOM_NEEDED:
        raise SetupProblem(f"It needs {ROOM_NEEDED} MB, and the disk has less.")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    print(f"{place.name}: being fetched, once", flush=True)
    make(place)
    ready.write_text(mark + "\n", encoding="utf-8")


def bluesky(place: Path) -> None:
    """Fetch Bluesky's own servers; one of their parts is compiled, so it takes some minutes."""
    pinned = PARTS / "bluesky_servers"
    lock = (pinned / "package-lock.json").read_text(encoding="utf-8")
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise SetupProblem(NO_NODE)
    version = debian.output([node, "--version"]).strip()
    major = version.removeprefix("v").partition(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        raise SetupProblem(f"{NO_NODE} This is {version}.")

    def make(place: Path) -> None:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(pinned / name, place / name)
        quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
        debian.call([npm, "ci", *quiet], place / "install.log", place, headers(node))

    once(place, lock + (pinned / "package.json").read_text(encoding="utf-8") + major, make)


def headers(node: str) -> dict[str, str]:
    """Point npm at the headers that came with Node, so that none are fetched to compile with."""
    home = Path(node).resolve().parent.parent
    return {"npm_config_nodedir": str(home)} if (home / "include/node/node.h").exists() else {}


def mastodon(place: Path) -> None:
    """Fetch a server that answers as Mastodon does, into a Python environment of its own."""
    pinned = PARTS / "mastodon_servers" / "requirements.txt"

    def make(place: Path) -> None:
        log = place / "install.log"
        python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        debian.call([sys.executable, "-m", "venv", str(place)], log)
        quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
        debian.call([str(python), "-m", "pip", "install", *quiet, "-r", str(pinned)], log)

    once(place, pinned.read_text(encoding="utf-8") + sys.version, make)


def snac(place: Path) -> None:
    """Fetch snac2, a small real server with odd habits; it is unpacked, not installed."""
    once(place, "snac2 " + debian.SNAC, debian.unpack_snac)


def front(_place: Path) -> None:
    """Make sure that the system has nginx, which stands before most servers and has limits too."""
    debian.require(("nginx",), ["nginx"])


def keyring(_place: Path) -> None:
    """Make sure that the system has a real store for passwords and a bus to reach it."""
    programs = ("dbus-run-session", "gnome-keyring-daemon")
    debian.require(programs, ["dbus", "dbus-daemon", "gnome-keyring"])


def databases(_place: Path) -> None:
    """Make sure that the system has the databases a whole Bluesky network keeps its posts in."""
    debian.require(("redis-server", "initdb", "postgres"), ["postgresql", "redis-server"])
