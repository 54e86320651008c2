"""Experiments in words: what was seen, and what a before and after cannot tell."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from socialcoach.core.progress.experiment import FEWEST_DAYS, Experiment, Outcome, Verdict
from socialcoach.core.progress.rates import ENOUGH_POSTS, Rate
from socialcoach.services.words.figures import per_thousand, range_per_thousand
from socialcoach.services.words.moments import short_day


def verdict_sentence(outcome: Outcome) -> str:
    """Say whether people responded differently."""
    rates = {"before": _rate(outcome.before), "since": _rate(outcome.since)}
    return {
        Verdict.BETTER: _("Better: {since} of 1,000 responded, up from {before} before."),
        Verdict.WORSE: _("Worse: {since} of 1,000 responded, down from {before} before."),
        Verdict.SAME: _("No difference we can see: {since} of 1,000 responded, before {before}."),
        Verdict.TOO_EARLY: _(
            "Too early to say. It takes {days} days and {posts} posts with figures."
        ),
        Verdict.TOO_FEW_BEFORE: _(
            "Not enough posts to say: fewer than {posts} before it have figures."
        ),
        Verdict.TOO_FEW_SINCE: _(
            "Not enough posts to say: fewer than {posts} from then have figures."
        ),
    }[outcome.verdict].format(days=FEWEST_DAYS, posts=ENOUGH_POSTS, **rates)


def experiment_days(experiment: Experiment, today: date) -> str:
    """Return from when to when: ``2 October to 30 October``."""
    words = _("{first} to {last}")
    return words.format(
        first=short_day(experiment.first, today), last=short_day(experiment.last, today)
    )


def experiment_note() -> str:
    """Say what a before and after cannot tell."""
    return _(
        "Compared with as many days just before. After an unusually bad or good stretch, figures "
        "come back by themselves. A season or a holiday may also be behind it."
    )


def experiment_intro() -> str:
    """Say what an experiment is, while there is none."""
    return _(
        "Change one thing for a few weeks, such as a question every Tuesday. Note it here, and "
        "see whether people responded differently."
    )


def experiment_head() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (
        _("What you changed"),
        _("From"),
        _("To"),
        _("Before, of 1,000"),
        _("Since, of 1,000"),
        _("What we see"),
    )


def experiment_row(outcome: Outcome) -> tuple[str, ...]:
    """Return an experiment as a row of the table."""
    one = outcome.experiment
    ranges = (_range(rate) for rate in (outcome.before, outcome.since))
    days = (one.first.isoformat(), one.last.isoformat())
    return (one.changed, *days, *ranges, verdict_sentence(outcome))


def error_sentences() -> dict[str, str]:
    """Return the sentence for each error."""
    return {"experiment.no_words": _("Please write a word or two on what you change.")}


def _rate(rate: Rate | None) -> str:
    return per_thousand(rate.value) if rate else ""


def _range(rate: Rate | None) -> str:
    return range_per_thousand(rate.low, rate.high) if rate else ""
