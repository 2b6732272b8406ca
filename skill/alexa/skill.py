"""The skill as Alexa calls it: a request envelope in, a response envelope out."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from traceback import extract_tb
from typing import Any, cast

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

from skill.alexa.errors import NotAlexa
from skill.alexa.identity import Identity
from skill.alexa.reading import read_turn, takes_words
from skill.alexa.tidying import tidied
from skill.alexa.writing import write
from skill.dialogue.guide import Answered, Guide
from skill.dialogue.memory.record import Unreadable
from skill.ports.store import JsonRecord, StoreDown
from skill.ports.turn import EVENT, Turn
from skill.replaced import replace

_log = logging.getLogger(__name__)

JsonEnvelope = dict[str, Any]
Reads = Callable[[Turn], Turn]
Shows = Callable[[Turn, Answered], JsonEnvelope | None]

_OF_NO_USE = Unreadable("the copy of a conversation is of no use")
"""An argument of the log line, so that a copy that led to a failure is counted with the records that cannot be read."""


def _as_it_is(turn: Turn) -> Turn:
    return turn


@dataclass(frozen=True)
class _Asked:
    """What the SDK hands through as its context: the turn, and the copy that came with the request."""

    turn: Turn
    brought: JsonRecord | None

    @property
    def by_copy(self) -> bool:
        """Whether the person is read from the copy: where that fails, the store is asked instead."""
        return self.turn.copy is not None


class _Coach(AbstractRequestHandler):
    """The SDK's one request handler: lets the guide answer each turn, once its unread words are read."""

    def __init__(self, guide: Guide, read: Reads) -> None:
        self._guide = guide
        self._read = read
        self.shows: Shows | None = None

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Every request; the dialogue's own table finds the answer."""
        return isinstance(handler_input.context, _Asked)

    def handle(self, handler_input: HandlerInput) -> Response:
        """The guide's reply as the SDK's response, and the person's copy as session attributes."""
        turn: Turn = handler_input.context.turn
        answered = self._guide.answer(self._read(turn) if turn.unread else turn)
        if answered.trouble is not None:
            _log.error("no end to %s: %s", turn.intent, answered.trouble, exc_info=answered.trouble)
        handler_input.attributes_manager.session_attributes = dict(answered.copy)
        response = write(answered.reply, turn, handler_input.response_builder)
        if turn.screen and (directive := self._shown(turn, answered)):
            # A plain dictionary: the SDK's classes for screens take long to load, and are serialized to the same.
            response.directives = [*(response.directives or ()), cast("Any", directive)]
        return response

    def _shown(self, turn: Turn, answered: Answered) -> JsonEnvelope | None:
        """The directive for the screen; None where making it fails, for what is heard matters more."""
        try:
            return self.shows(turn, answered) if self.shows else None
        except Exception as failure:  # noqa: BLE001 (whatever is wrong with a picture, the words are right)
            _log.error("no screen for %s: %s", turn.intent, _places(failure))
            return None


class _Apology(AbstractExceptionHandler):
    """The SDK's exception handler: says sorry, that the place is kept, and how to come back."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Every failure, unless the turn may be tried once more from the store instead of the copy."""
        asked = handler_input.context
        return isinstance(asked, _Asked) and (not asked.by_copy or isinstance(exception, StoreDown))

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The apology. Only the kind of failure and its frames are logged: the message may hold what was said."""
        turn: Turn = handler_input.context.turn
        _log.error("no answer to %s: %s", turn.intent, _places(exception))
        handler_input.attributes_manager.session_attributes = dict(handler_input.context.brought or {})
        return write(self._guide.apology(turn), turn, handler_input.response_builder)


def _places(failure: Exception) -> str:
    """The type of a failure and its stack frames, a line each, without its message."""
    frames = (f"{at.filename}:{at.lineno} in {at.name}" for at in extract_tb(failure.__traceback__))
    return "\n".join((type(failure).__name__, *frames))


def nothing() -> JsonEnvelope:
    """The empty response, to requests that must not be answered with speech."""
    return {"version": "1.0", "response": {}}


class AlexaSkill:
    """Answers request envelopes; wherever somebody may be listening, they hear a reply.

    `read` understands words that Alexa hands on as they were said. What only our own devices tell is believed only
    `at_home`.
    """

    def __init__(self, guide: Guide, identity: Identity, read: Reads = _as_it_is, *, at_home: bool = False) -> None:
        builder, self._coach = SkillBuilder(), _Coach(guide, read)
        builder.add_request_handler(self._coach)
        builder.add_exception_handler(_Apology(guide))
        self._sdk = builder.create()
        self._serializer = DefaultSerializer()
        self._guide = guide
        self._identity = identity
        self._at_home = at_home

    def on_screens(self, shows: Shows) -> "AlexaSkill":
        """This skill, with `shows` making what screens are sent from now on."""
        self._coach.shows = shows
        return self

    def handle(self, envelope: Mapping[str, Any]) -> JsonEnvelope:
        """The response envelope to a request envelope; raises NotAlexa where it is none.

        A copy with which a turn fails is taken for damaged, and the turn is answered once more from the store.
        """
        try:
            turn = read_turn(envelope, self._identity, at_home=self._at_home)
        except NotAlexa as trouble:
            if takes_words(envelope):
                raise
            _log.warning("left without an answer: %s", trouble)
            return nothing()
        if turn.intent == EVENT:
            self._guide.answer(turn)
            return nothing()
        try:
            return self._invoked(_Asked(turn, turn.copy))
        except Exception as failure:  # noqa: BLE001 (a damaged copy may fail anywhere)
            _log.warning("%s: no answer to %s: %s", _OF_NO_USE, turn.intent, _places(failure))
        return self._invoked(_Asked(replace(turn, copy=None), turn.copy))

    def _invoked(self, asked: _Asked) -> JsonEnvelope:
        """The SDK's response; where the person was read from a copy, any failure is raised."""
        response: Any = self._serializer.serialize(self._sdk.invoke(tidied(asked.turn), asked))
        return dict(response)
