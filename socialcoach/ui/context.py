"""What every page and step is given: the services, the theme, the hub, tasks and the desktop."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.bundle import Services
from socialcoach.ui.desktop import Desktop
from socialcoach.ui.hub import Hub
from socialcoach.ui.tasks import TaskRunner
from socialcoach.ui.theme.theme import Theme


@dataclass(frozen=True)
class AppContext:
    """Built once in ``app.py`` and passed to constructors."""

    services: Services
    theme: Theme
    hub: Hub
    tasks: TaskRunner
    desktop: Desktop
