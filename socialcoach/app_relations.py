"""Wires what SocialCoach does with people; ``app.py`` calls it once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from socialcoach.app_outreach import Others, build_outreach
from socialcoach.paths import DataPaths, resource_dir
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.answers import Answers
from socialcoach.services.relations.bundle import RelationServices
from socialcoach.services.relations.contacts import ContactBook
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.relations.inbox import Inbox
from socialcoach.services.relations.person_files import PersonFiles
from socialcoach.services.relations.persons import People
from socialcoach.services.relations.praise import Praise
from socialcoach.services.relations.questions import Questions
from socialcoach.services.relations.taken_away import TakenAway
from socialcoach.storage.bundled.relations import load_columns, load_relation_texts
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons
from socialcoach.storage.relations.same_people import SamePeople
from socialcoach.storage.relations.saved_answers import SavedAnswers
from socialcoach.storage.settings import SettingStore

if TYPE_CHECKING:
    from sqlite_utils import Database


def build_relations(database: Database, others: Others, paths: DataPaths) -> RelationServices:
    """Build the bundle over one connection."""
    planner, drafting, clock = others.planner, others.drafting, others.clock
    messages, persons = Messages(database), Persons(database)
    taken_away = TakenAway(SettingStore(database))
    conversations = Conversations(messages, persons, taken_away, clock)
    answers = Answers(
        SavedAnswers(database),
        SettingStore(database),
        planner,
        partial(load_relation_texts, resource_dir()),
    )
    answer_times = AnswerTimes(messages, planner, clock)
    parts = build_outreach(database, others, conversations, answer_times)
    people = People(persons, messages, SamePeople(database), taken_away, clock)
    return RelationServices(
        conversations=conversations,
        people=people,
        contacts=ContactBook(persons, messages, clock, partial(load_columns, resource_dir())),
        person_files=PersonFiles(people, planner, clock, paths.people),
        answers=answers,
        answer_times=answer_times,
        questions=Questions(messages, persons, answers, drafting, planner, clock),
        praise=Praise(conversations, drafting, planner),
        inbox=Inbox(messages, conversations, answers, taken_away),
        outreach=parts.outreach,
        ready=parts.ready,
        letters=parts.letters,
        letter_reader=parts.letter_reader,
        listening=parts.listening,
        listening_words=parts.listening_words,
        heard=parts.heard,
    )
