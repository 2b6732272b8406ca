"""Whatever is said, in whatever order, at whatever time: the reply is sound, and nothing private stays."""

import json
import logging
import re
from contextlib import closing
from xml.etree import ElementTree as ET

from hypothesis import given

from skill.content.model import Posture
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person, to_record
from skill.limits import LONGEST_BREAK_SECONDS, LONGEST_REPLY_SECONDS, LONGEST_UNASKED_REPLY_SECONDS
from skill.ports.reply import Listen
from skill.ports.store import JsonRecord
from skill.practice import Practice
from skill.speech.ssml import ssml
from skill.stores.sqlite import SqliteStore
from skill.timeline import Role, Timeline
from tests.library import LIBRARY, PLANS
from tests.properties.listener import CONVERSATIONS, Listener, Wish
from tests.properties.slots import SECRET

LARGEST_RECORD_BYTES = 4_096

PRIVATE = ("pain", "hurt", "numb", "emergency", "urgent", SECRET)


def is_sound(speech: Timeline) -> None:
    root = ET.fromstring(ssml(speech))
    breaks = [int(element.attrib["time"].removesuffix("ms")) / 1000 for element in root.iter("break")]
    assert all(0 < seconds <= LONGEST_BREAK_SECONDS for seconds in breaks)
    for moment in speech.moments:
        assert not re.search(r"[\d{}%/_]|\.\.|\s[.,?]|\s\s|^[.,?]", moment.words), moment.words


@given(CONVERSATIONS)
def test_every_reply_can_be_heard_and_says_what_the_microphone_does(conversation: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            reply = listener.say(wish).reply
            is_sound(reply.timeline)
            assert reply.timeline.seconds <= longest_reply(listener.person().practice)
            if isinstance(reply.microphone, Listen):
                is_sound(reply.microphone.reprompt)
                assert ends_in_a_question(reply.timeline)
                assert ends_in_a_question(reply.microphone.reprompt)
            else:
                assert not ends_in_a_question(reply.timeline)


def longest_reply(practice: Practice | None) -> float:
    """A routine that asks nothing is told in one go."""
    asks_nothing = practice is not None and practice.routine in PLANS and PLANS[practice.routine].asks_nothing
    return LONGEST_UNASKED_REPLY_SECONDS if asks_nothing else LONGEST_REPLY_SECONDS


def ends_in_a_question(speech: Timeline) -> bool:
    return bool(speech.moments) and speech.moments[-1].role is Role.QUESTION


@given(CONVERSATIONS)
def test_nobody_lies_face_down_when_the_microphone_opens(conversation: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            told = listener.say(wish)
            practice = listener.person().practice
            here = practice and practice.conversation == listener.conversation != ""
            if isinstance(told.reply.microphone, Listen) and practice and here:
                posture = practice.sent.posture if practice.sent else practice.posture
                assert posture is not Posture.FRONT


@given(CONVERSATIONS)
def test_what_is_remembered_is_small_and_comes_back_as_it_was(conversation: list[Wish]) -> None:
    with closing(SqliteStore(":memory:")) as store:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            record = record_in(listener.say(wish))
            assert to_record(to_person(json.loads(json.dumps(record)))) == record
            assert to_record(listener.person()) == record
            assert len(json.dumps(record, separators=(",", ":")).encode()) <= LARGEST_RECORD_BYTES


def record_in(told: Answered) -> JsonRecord:
    """What travels on; of somebody who was just forgotten nothing does."""
    record = told.copy.get("record", to_record(Person()))
    assert isinstance(record, dict)
    return record


@given(CONVERSATIONS)
def test_nothing_of_what_hurts_is_remembered_or_logged(conversation: list[Wish]) -> None:
    log = Log()
    with closing(SqliteStore(":memory:")) as store, log:
        listener = Listener(Guide(LIBRARY, store))
        for wish in conversation:
            kept = json.dumps(record_in(listener.say(wish)))
            assert [word for word in PRIVATE if word in kept] == []
    assert [line for line in log.lines if SECRET in line] == []


class Log(logging.Handler):
    """Everything that is logged while it is entered, at any level."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> "Log":
        logger = logging.getLogger()
        self.before = logger.level
        logger.setLevel(logging.DEBUG)
        logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        logging.getLogger().setLevel(self.before)


def test_the_log_would_have_seen_it() -> None:
    with Log() as log:
        logging.getLogger("skill.anything").debug("heard: %s", SECRET)
    assert log.lines == [f"heard: {SECRET}"]
