"""Wires outreach and listening; ``app_relations.py`` calls it once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from socialcoach.paths import resource_dir
from socialcoach.services.clock import Clock
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.planning.drafting import Drafting
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.relations.letters import LetterReader, Letters
from socialcoach.services.relations.listening import HeardAndUsed, Listening
from socialcoach.services.relations.listening_words import ListeningWords
from socialcoach.services.relations.outreach import Outreach
from socialcoach.services.relations.outreach_ready import ReadyKeeper
from socialcoach.services.relations.said_no import SaidNo
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.bundled.bundled import Bundled
from socialcoach.storage.bundled.outreach import load_letters, load_searches, load_whom
from socialcoach.storage.relations.listening import Talks
from socialcoach.storage.relations.promoters import Promoters
from socialcoach.storage.settings import SettingStore

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class OutreachParts:
    """Promoters, letters to them, and what was heard."""

    outreach: Outreach
    ready: ReadyKeeper
    letters: Letters
    letter_reader: LetterReader
    listening: Listening
    listening_words: ListeningWords
    heard: HeardAndUsed


@dataclass(frozen=True)
class Others:
    """What outreach needs of the other rooms."""

    planner: Planner
    drafting: Drafting
    clock: Clock
    reader: MeterReader
    bundled: Bundled


def build_outreach(
    database: Database, others: Others, conversations: Conversations, answer_times: AnswerTimes
) -> OutreachParts:
    """Build the parts over one connection; the data files are read when first asked for."""
    planner, clock, folder = others.planner, others.clock, resource_dir()
    promoters, store = Promoters(database), SettingStore(database)
    outreach = Outreach(
        promoters, SaidNo(promoters, store), partial(load_whom, folder), planner, clock
    )
    listening = Listening(Talks(database), clock)
    book = partial(load_searches, folder)
    return OutreachParts(
        outreach=outreach,
        ready=ReadyKeeper(store, planner, answer_times, conversations),
        letters=Letters(promoters, outreach, partial(load_letters, folder), planner, clock),
        letter_reader=LetterReader(others.reader, planner, others.bundled.platforms),
        listening=listening,
        listening_words=ListeningWords(store, planner, others.bundled.trades, book),
        heard=HeardAndUsed(listening, others.drafting, outreach, planner),
    )
