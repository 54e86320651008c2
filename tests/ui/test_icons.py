"""Every icon that is asked for by name is in the font."""

from __future__ import annotations

import json
import re
from pathlib import Path

import qtawesome

import socialcoach
from socialcoach.paths import resource_dir
from socialcoach.ui.theme.icons import CHARMAP

ICON = re.compile(r'"ph\.([a-z0-9-]+)"')


def named_icons() -> set[str]:
    """Return the names used in the code and in the bundled data."""
    places = [Path(socialcoach.__file__).parent.rglob("*.py"), resource_dir().rglob("*.toml")]
    texts = [file.read_text(encoding="utf-8") for files in places for file in files]
    return {name for text in texts for name in ICON.findall(text)}


def test_every_icon_named_in_code_and_data_exists():
    fonts = Path(qtawesome.__file__).parent / "fonts"
    known = json.loads(next(fonts.glob(CHARMAP)).read_text(encoding="utf-8"))
    names = named_icons()
    assert len(names) > 20
    assert sorted(names - set(known)) == []
