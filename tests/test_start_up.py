"""Starting the app loads only what its first page needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import PROJECT

HEAVY = ("matplotlib", "numpy", "keyring", "httpx", "cryptography", "python_calamine")
START = """
import sys
from contextlib import nullcontext
from pathlib import Path
import socialcoach.ui
from PySide6.QtCore import QTimer
from socialcoach.app import open_services
from socialcoach.paths import DataPaths
from socialcoach.services.clock import SystemClock
from socialcoach.ui.main_window import MainWindow
from socialcoach.window_app import make_application, make_context, sample_services

def look(window):
    print("shown:", window.isVisible(), *sorted({name.partition(".")[0] for name in sys.modules}))
    app.quit()

app = make_application()
paths = DataPaths(Path(sys.argv[1]))
paths.create()
clock = SystemClock()
is_sample = sys.argv[2] == "sample"
start = sample_services(clock) if is_sample else nullcontext(open_services(paths, clock))
with start as services:
    context = make_context(app, services)
    window = MainWindow(context)
    window.show_first()
    window.show()
    QTimer.singleShot(200, lambda: look(window))
    app.exec()
    context.tasks.close()
"""


@pytest.mark.parametrize("business", ["none yet", "sample"])
def test_showing_the_window_loads_nothing_heavy(business: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", START, str(tmp_path), business]
    variables = {**os.environ, "PYTHONPATH": str(PROJECT)}
    result = subprocess.run(
        words, env=variables, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr
    shown, visible, *loaded = result.stdout.split()
    assert (shown, visible) == ("shown:", "True")
    assert "PySide6" in loaded
    assert not set(HEAVY) & set(loaded)
