"""What the operating system must bring: a screen, and on Linux the libraries Qt draws with."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# File name of the library -> Debian package. From `ldd` on the `offscreen`, `xcb` and `wayland`
# plugins of PySide6-Essentials 6.11.3 and 6.12.0 on a bare Debian 12 (checked 2026-11-22).
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOWS_ON_A_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONTS = ("fonts-inter", "fonts-noto-color-emoji")  # the pictures' letters, and the emoji in posts

WORKS_WITHOUT_A_SCREEN = {
    *("--self-test", "--help", "-h", "--version"),
    *("screenshots", "import", "check", "report"),
}

NO_SCREEN = """\
SocialCoach opens a window, and this session has no screen to show it on.
Start it from a desktop session or over `ssh -X`. Or have every page drawn as a picture:
    python3 packaging/dev.py run screenshots FOLDER"""

NO_LIBRARIES = """\
SocialCoach needs libraries that this system does not have yet: {files}.
On Debian or Ubuntu this command installs them (other systems have them under similar names):
    {command}"""


class SetupProblem(Exception):
    """Something a person can put right; its text says what and how, in whole sentences."""


def screen_variables(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Return what must be added to the environment so that the app can draw.

    Without a screen, the commands that need none draw in memory. Raises SetupProblem for the rest.
    """
    if "QT_QPA_PLATFORM" in environment:
        return {"QT_QPA_PLATFORM": environment["QT_QPA_PLATFORM"]}
    if has_screen(environment):
        return {}
    if WORKS_WITHOUT_A_SCREEN.isdisjoint(arguments):
        raise SetupProblem(NO_SCREEN)
    return {"QT_QPA_PLATFORM": "offscreen"}


def has_screen(environment: Mapping[str, str], system: str = sys.platform) -> bool:
    """Tell whether a window can be shown; only Linux sessions come without a screen."""
    if not system.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def require_libraries(*, with_screen: bool) -> None:
    """Make sure that Qt finds its system libraries; as root on Debian, install what is missing."""
    if not sys.platform.startswith("linux"):
        return
    needed = DRAWING | WINDOWS_ON_A_SCREEN if with_screen else DRAWING
    missing = missing_libraries(needed)
    if not missing:
        return
    if can_install():
        install(packages_for(DRAWING | WINDOWS_ON_A_SCREEN))
        missing = missing_libraries(needed)
    if missing:
        raise SetupProblem(explain(missing, needed))


def missing_libraries(names: Mapping[str, str]) -> list[str]:
    """Return those shared libraries that the system's loader does not find."""
    import ctypes

    missing = []
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def packages_for(libraries: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of the libraries, and fonts to write with."""
    return [*sorted(set(libraries.values())), *FONTS]


def explain(missing: Sequence[str], needed: Mapping[str, str]) -> str:
    """Name the missing libraries and the one command that installs them."""
    packages = " ".join(sorted({needed[name] for name in missing}))
    command = f"sudo apt-get update && sudo apt-get install {packages} {FONTS[0]}"
    return NO_LIBRARIES.format(files=", ".join(missing), command=command)


def can_install() -> bool:
    """Tell whether this is root on a Debian-like system."""
    import shutil

    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; a failure is left for the caller, who looks at what is missing."""
    import subprocess

    print(f"Installing what Qt draws with, from Debian: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    for words in ([*get, "update"], [*get, "install", "-y", "--no-install-recommends", *packages]):
        result = subprocess.run(
            words, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if result.returncode:
            print(result.stderr.strip(), file=sys.stderr, flush=True)
