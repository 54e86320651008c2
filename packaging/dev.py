"""Set up and start SocialCoach from its checkout; needs Python 3.11 or newer and nothing else.

    python3 packaging/dev.py run [words for the app]     start SocialCoach
    python3 packaging/dev.py test [words for pytest]     run every test, without a screen
    python3 packaging/dev.py libraries                   name or install what Qt draws with
    python3 packaging/dev.py lint                        check style, formatting and types
    python3 packaging/dev.py servers [names]             fetch real servers for the tests
    python3 packaging/dev.py lock                        choose the packages' versions anew

The first start makes an environment of its own, `.venv`, beside this checkout.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Do what the first word asks; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this script is what an older Python meets first)
        print("SocialCoach needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        print("A newer one is at python.org, or in your system's software list.")
        return 1
    commands = {
        "run": run,
        "test": test,
        "libraries": libraries,
        "lint": lint,
        "servers": servers,
        "lock": lock,
    }
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__)
        return 0 if arguments in (["help"], ["-h"], ["--help"]) else 2
    return guarded(command, arguments[1:])


def guarded(command, arguments: list[str]) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Run one command; what a person can put right is said in a sentence, without a traceback."""
    from dev_system import SetupProblem

    try:
        return int(command(arguments))
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Nothing is broken: the next start finishes what is missing.")
        return 130


def prepare(level: str, *, with_screen: bool) -> Path:
    """Return a Python that has everything; what a person must install is said before fetching."""
    import dev_environment
    import dev_system

    if not dev_environment.is_ready(PROJECT, level):
        dev_environment.require_venv()
    dev_system.require_libraries(with_screen=with_screen)
    return dev_environment.ready(PROJECT, level)


def run(arguments: list[str]) -> int:
    """Start the app with the further arguments; on Linux and macOS this process becomes the app."""
    import dev_system

    variables = dev_system.screen_variables(arguments, os.environ)
    python = prepare("run", with_screen="QT_QPA_PLATFORM" not in variables)
    variables = {**os.environ, **variables, "PYTHONPATH": str(PROJECT)}
    return become([str(python), "-P", "-m", "socialcoach", *arguments], variables)


def test(arguments: list[str]) -> int:
    """Run the tests without a screen; further arguments go to pytest."""
    python = prepare("test", with_screen=False)
    os.chdir(PROJECT)
    if not os.access(PROJECT, os.W_OK):  # nowhere to note what failed last time
        arguments = ["-p", "no:cacheprovider", *arguments]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
    return become([str(python), "-m", "pytest", *arguments], variables)


def libraries(_arguments: list[str]) -> int:
    """Name the system libraries that are missing; as root on Debian, install them."""
    import dev_system

    dev_system.require_libraries(with_screen=True)
    print("The system has all that SocialCoach draws with.")
    return 0


def lint(_arguments: list[str]) -> int:
    """Check style, formatting and types, all three in any case; return 1 if one of them failed."""
    import dev_environment

    python = str(dev_environment.ready(PROJECT, "test"))
    failed = []
    for check in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        print("> " + " ".join(check), flush=True)
        if call([python, "-m", *check]):
            failed.append(" ".join(check))
    print("Failed: " + ", ".join(failed) if failed else "All three are content.")
    return 1 if failed else 0


def servers(arguments: list[str]) -> int:
    """Fetch real servers for the tests marked `integration`, into a cache beside no checkout."""
    import dev_servers

    return dev_servers.servers(arguments)


def lock(arguments: list[str]) -> int:
    """Write both lock files anew from pyproject.toml, with the newest versions that fit."""
    import dev_lock

    return dev_lock.write(PROJECT, arguments)


def call(words: list[str]) -> int:
    """Run a program in the checkout and wait for it."""
    import subprocess

    return subprocess.run(words, cwd=PROJECT, check=False).returncode


def become(words: list[str], variables: dict[str, str]) -> int:
    """Hand this process over to the program (Windows cannot, so there it waits for it)."""
    variables.pop("PYTHONHOME", None)
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(words[0], words, variables)
    import subprocess

    try:
        return subprocess.run(words, env=variables, check=False).returncode
    except KeyboardInterrupt:  # the app was told as well and has closed by itself
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
