"""Sessions over days, in any order of anything: wishes, silences, pauses, days off, a store that comes and goes.

Fuzzed requests find what a request can break; what only a history leads to, such as a launch that never ends, is found
here. Every answer has to be one that Alexa takes, and nobody hears an apology or is broken off.
"""

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from skill.alexa.identity import Identity
from skill.alexa.requests import LAUNCH_REQUEST, Sender, ended_request, envelope, intent_request
from skill.alexa.skill import AlexaSkill
from skill.assembly import read
from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guide import Guide
from skill.entrypoints.lambda_log import counted_as
from skill.ports.turn import LAUNCH, PERMISSION, TOLD, Slot
from skill.stores.sqlite import SqliteStore
from tests.alexa.kinds import WORDLESS
from tests.alexa.strict import complaints
from tests.library import LIBRARY
from tests.nightly import NIGHTLY
from tests.properties.slots import SLOTS
from tests.properties.unreliable_store import UnreliableStore

SEVEN = datetime(2026, 3, 1, 7, tzinfo=UTC)
A_DAY = 24 * 60 * 60
WISHES = [*sorted(set(ANSWERS) - {LAUNCH, PERMISSION}), "AddedTomorrowIntent"]
ROUTINES = sorted(LIBRARY.routines)
LEADING_ON = ("ReadyIntent", "ReadyIntent", "AMAZON.YesIntent", "AMAZON.NextIntent", "AMAZON.NoIntent")
TOLD_WORDS = ("a sore shoulder", "do the twist", "left knee hurts", "kneel", "blue elephants", "twenty minutes")
SAYS_NOTHING = {"AMAZON.NavigateHomeIntent"}
"""Anybody who has left for the home screen hears nothing more."""

FAILED = {"Apologies", "TurnsWithoutEnd", "UnreadableRecords"}

A_REPLY = st.integers(1, 260)
A_WHILE = st.sampled_from([40, 300, 601, 3_700])
DAYS = st.sampled_from([A_DAY // 2, A_DAY, A_DAY, 2 * A_DAY, 15 * A_DAY, 70 * A_DAY, 400 * A_DAY])


class Troubles(logging.Handler):
    """What is logged that raises an alarm, but for a store that is away."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if counted_as(record) in FAILED:
            self.told.append(record.getMessage())


class Sessions(RuleBasedStateMachine):
    """Somebody with one speaker, for weeks."""

    def __init__(self) -> None:
        super().__init__()
        self.store = UnreliableStore(SqliteStore(":memory:"))
        self.skill = AlexaSkill(Guide(LIBRARY, self.store), Identity(b"key"), read)
        self.troubles = Troubles()
        logging.getLogger("skill").addHandler(self.troubles)
        self.now, self.sent, self.sessions = SEVEN, 0, 0
        self.attributes: dict[str, Any] | None = None
        self.last: dict[str, Any] = {}

    def teardown(self) -> None:
        logging.getLogger("skill").removeHandler(self.troubles)
        self.store.close()

    @initialize()
    def opens_first(self) -> None:
        self._open(LAUNCH_REQUEST)

    @rule(seconds=A_REPLY | A_WHILE | DAYS)
    def opens(self, seconds: int) -> None:
        """Whatever was open has vanished."""
        self.now += timedelta(seconds=seconds)
        self._open(LAUNCH_REQUEST)

    @rule(routine=st.sampled_from(ROUTINES), seconds=A_WHILE | DAYS)
    def asks_for_a_routine(self, routine: str, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self._open(intent_request("StartRoutineIntent", {"routine": Slot(routine, (routine,))}))

    @precondition(lambda self: self.attributes is not None)
    @rule(intent=st.sampled_from(LEADING_ON), seconds=A_REPLY)
    def goes_on(self, intent: str, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self._say(intent_request(intent, {}))

    @precondition(lambda self: self.attributes is not None)
    @rule(choice=st.data(), seconds=A_REPLY | A_WHILE)
    def wishes(self, choice: st.DataObject, seconds: int) -> None:
        intent = choice.draw(st.sampled_from(WISHES))
        self.now += timedelta(seconds=seconds)
        self._say(intent_request(intent, choice.draw(SLOTS.get(intent, st.just({})))))

    @precondition(lambda self: self.attributes is not None)
    @rule(words=st.sampled_from(TOLD_WORDS), seconds=A_REPLY)
    def tells(self, words: str, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self._say(intent_request("TellIHaveIntent", {TOLD: Slot(words)}))

    @precondition(lambda self: self.attributes is not None)
    @rule(reason=st.sampled_from(["EXCEEDED_MAX_REPROMPTS", "USER_INITIATED", "ERROR"]), seconds=A_REPLY)
    def is_silent_or_leaves(self, reason: str, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        assert self._sent(ended_request(reason), self.attributes)["response"] == {}
        self.attributes = None

    @rule(kind=st.sampled_from([kind for kind in WORDLESS if kind != "SessionEndedRequest"]))
    def something_happens(self, kind: str) -> None:
        assert self._sent({"type": kind}, self.attributes)["response"] == {}

    @rule()
    def the_last_request_comes_twice(self) -> None:
        self._check(self.skill.handle(json.loads(json.dumps(self.last))))

    @rule(down=st.booleans())
    def the_store_goes_or_comes(self, down: bool) -> None:
        self.store.down = down

    def _open(self, request: dict[str, Any]) -> None:
        self.sessions += 1
        self.attributes = None
        self._say(request)

    def _say(self, request: dict[str, Any]) -> None:
        response = self._sent(request, self.attributes)
        assert "outputSpeech" in response["response"] or request.get("intent", {}).get("name") in SAYS_NOTHING
        self.attributes = None if response["response"]["shouldEndSession"] else response["sessionAttributes"]

    def _sent(self, request: dict[str, Any], attributes: dict[str, Any] | None) -> dict[str, Any]:
        self.sent += 1
        sender = Sender("somebody", "speaker", f"session {self.sessions}")
        self.last = envelope(sender, {"requestId": f"request {self.sent}", **request}, self.now, attributes)
        return self._check(self.skill.handle(json.loads(json.dumps(self.last))))

    def _check(self, response: dict[str, Any]) -> dict[str, Any]:
        answered: dict[str, Any] = json.loads(json.dumps(response))
        assert complaints(answered) == []
        assert self.troubles.told == []
        return answered


TestSessions = Sessions.TestCase
TestSessions.settings = settings(stateful_step_count=40 if NIGHTLY else 12)
