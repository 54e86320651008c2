"""How the database grew, one module a step. Steps are only ever added at the end, never changed.

A step joins the list when its module is imported, so the imports below are the order.
"""

from socialcoach.storage.migrations import step_001_first_tables as _001  # noqa: F401
from socialcoach.storage.migrations import step_002_imports_can_be_undone as _002  # noqa: F401
from socialcoach.storage.migrations import step_003_experiments as _003  # noqa: F401
from socialcoach.storage.migrations import step_004_months_typed_in as _004  # noqa: F401
from socialcoach.storage.migrations import step_005_planned_and_sent as _005  # noqa: F401
from socialcoach.storage.migrations import step_007_versions_and_pictures as _007  # noqa: F401
from socialcoach.storage.migrations import (
    step_008_endings_history_search_and_ideas as _008,  # noqa: F401
)
from socialcoach.storage.migrations import step_009_conversations as _009  # noqa: F401
from socialcoach.storage.migrations import (
    step_010_outreach_and_listening as _010,  # noqa: F401
)
from socialcoach.storage.migrations import step_011_today_and_plan as _011  # noqa: F401
from socialcoach.storage.migrations import step_012_who_sees_a_post as _012  # noqa: F401
from socialcoach.storage.migrations.steps import migrations

__all__ = ["migrations"]
