"""What every chart offers: a sentence, a picture, and the same figures as a table and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from socialcoach.ui.charts.look import ChartLook

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class TableData:
    """A chart's figures as text; every row is as long as ``head``."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(Protocol):
    """A chart; two equal ones draw the same picture."""

    @property
    def file_name(self) -> str:
        """Return a name to save it under, without ending."""
        ...

    def title(self) -> str:
        """Return what the chart is about."""
        ...

    def sentence(self) -> str:
        """Return what its figures mean, in plain words."""
        ...

    def note(self) -> str:
        """Return how to read it."""
        ...

    def spoken(self) -> str:
        """Return the figures in words, for those who cannot see the picture."""
        ...

    def table(self) -> TableData:
        """Return the same figures as a table."""
        ...

    def has_picture(self) -> bool:
        """Tell whether there is anything to draw."""
        ...

    def draw(self, figure: Figure, look: ChartLook) -> None:
        """Draw into an empty figure. Needs matplotlib, so it may only be called once that is in."""
        ...
