"""Everything SocialCoach does with people, in one bundle, built in ``app_relations.py``."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.relations.answers import Answers
from socialcoach.services.relations.contacts import ContactBook
from socialcoach.services.relations.conversations import Conversations
from socialcoach.services.relations.inbox import Inbox
from socialcoach.services.relations.letters import LetterReader, Letters
from socialcoach.services.relations.listening import HeardAndUsed, Listening
from socialcoach.services.relations.listening_words import ListeningWords
from socialcoach.services.relations.outreach import Outreach
from socialcoach.services.relations.outreach_ready import ReadyKeeper
from socialcoach.services.relations.person_files import PersonFiles
from socialcoach.services.relations.persons import People
from socialcoach.services.relations.praise import Praise
from socialcoach.services.relations.questions import Questions


@dataclass(frozen=True)
class RelationServices:
    """Conversations, promoters and listening; each field is one use case."""

    conversations: Conversations
    people: People
    person_files: PersonFiles
    contacts: ContactBook
    answers: Answers
    answer_times: AnswerTimes
    questions: Questions
    praise: Praise
    inbox: Inbox
    outreach: Outreach
    ready: ReadyKeeper
    letters: Letters
    letter_reader: LetterReader
    listening: Listening
    listening_words: ListeningWords
    heard: HeardAndUsed
