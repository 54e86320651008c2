"""The meter: how much of a pitch a text is, which words make it so, and what kind of post it is.

``Meter.load().read(text)`` gives a :class:`Reading`.  Everything here is pure Python: no Qt, no
network, no clock, and no disk beyond loading the bundled model.
"""

from socialcoach.core.meter.engine import Meter
from socialcoach.core.meter.reading import (
    Balance,
    Band,
    Context,
    Cue,
    Kind,
    Reading,
    Reason,
)

__all__ = ["Balance", "Band", "Context", "Cue", "Kind", "Meter", "Reading", "Reason"]
