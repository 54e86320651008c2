"""The platforms that come with SocialCoach (``resources/platforms/*.toml``)."""

from __future__ import annotations

import re
from pathlib import Path

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.business import AGE_GROUPS
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure


def load_platforms(resources: Path) -> tuple[PlatformFacts, ...]:
    """Read all platforms, ordered by key; ``resources`` is the folder of the bundled data."""
    files = sorted((resources / "platforms").glob("*.toml"))
    if not files:
        raise BundledDataError("platforms", f"there is none in {resources}")
    return tuple(load_platform(path) for path in files)


def load_platform(path: Path) -> PlatformFacts:
    """Read one platform; raises ``BundledDataError`` with the file and the place of a mistake."""
    facts = structure(read_toml(path), PlatformFacts, path.name)
    problem = _problem(facts, path.stem)
    if problem:
        raise BundledDataError(path.name, problem)
    return facts


def _problem(facts: PlatformFacts, stem: str) -> str:
    """Return what is wrong with facts of the right shape, or an empty text."""
    fit = facts.fit
    checks = {
        f"key should be {stem!r}, like the file's name": facts.key == stem,
        "text.limit should be above 0": facts.text.limit > 0,
        "compose.page should begin with https://": facts.compose.page.startswith("https://"),
        "compose.prefill should hold {text}": "{text}" in (facts.compose.prefill or "{text}"),
        "audience.ages knows 18-29, 30-49, 50-64 and 65+": _ages_are_known(facts),
        "fit.minutes_low should be between 1 and minutes_high": (
            0 < fit.minutes_low <= fit.minutes_high
        ),
        "fit.nearby, anywhere and businesses run from 0 to 3": all(
            0 <= points <= 3 for points in (fit.nearby, fit.anywhere, fit.businesses)
        ),
        "fit.looks, know_how and regulars run from 0 to 2": all(
            0 <= points <= 2 for points in (fit.looks, fit.know_how, fit.regulars)
        ),
        "post_link.pattern is not a regular expression": _is_pattern(facts.post_link.pattern),
    }
    return next((words for words, right in checks.items() if not right), "")


def _ages_are_known(facts: PlatformFacts) -> bool:
    return facts.audience is None or set(facts.audience.ages) <= set(AGE_GROUPS)


def _is_pattern(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
