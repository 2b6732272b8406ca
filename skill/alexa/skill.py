"""The skill as Alexa calls it: an envelope in, an envelope out, through one SDK handler over the table of answers."""

import logging
from collections.abc import Callable, Mapping
from traceback import extract_tb
from typing import Any

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

from skill.alexa.identity import Identity
from skill.alexa.reading import read_turn
from skill.alexa.tidying import tidied
from skill.alexa.writing import write
from skill.dialogue.guide import Guide
from skill.ports.turn import EVENT, Turn

_log = logging.getLogger(__name__)

JsonEnvelope = dict[str, Any]
Reads = Callable[[Turn], Turn]


def _as_it_is(turn: Turn) -> Turn:
    return turn


class _Coach(AbstractRequestHandler):
    """Hands every turn to the guide; the turn travels as the SDK's context, already read but for words as they are."""

    def __init__(self, guide: Guide, read: Reads) -> None:
        self._guide = guide
        self._read = read

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Every request: which answer fits is the table's business."""
        return isinstance(handler_input.context, Turn)

    def handle(self, handler_input: HandlerInput) -> Response:
        """The guide's reply as the SDK's response, and the person's copy as session attributes."""
        turn: Turn = handler_input.context
        told = self._guide.answer(self._read(turn) if turn.unread else turn)
        if told.trouble is not None:
            _log.error("no end to %s: %s", turn.intent, told.trouble, exc_info=told.trouble)
        handler_input.attributes_manager.session_attributes = dict(told.copy)
        return write(told.reply, turn, handler_input.response_builder)


class _Apology(AbstractExceptionHandler):
    """Answers for a coach that failed: sorry, the place is kept, and how to come back."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Every failure: silence would be the worst answer to somebody who lies on the floor."""
        return isinstance(handler_input.context, Turn) and isinstance(exception, Exception)

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The kind of turn, the kind of failure and its frames are logged; its message may hold what was said."""
        turn: Turn = handler_input.context
        frames = "\n".join(f"{at.filename}:{at.lineno} in {at.name}" for at in extract_tb(exception.__traceback__))
        _log.error("no answer to %s: %s\n%s", turn.intent, type(exception).__name__, frames)
        handler_input.attributes_manager.session_attributes = dict(turn.copy or {})
        return write(self._guide.apology(turn), turn, handler_input.response_builder)


class AlexaSkill:
    """Answers envelopes. Raises NotAlexa for what is none; everything else gets a reply.

    Words that Alexa hands on as they are become a wish by `read`; without it nobody understands them.
    """

    def __init__(self, guide: Guide, identity: Identity, read: Reads = _as_it_is, *, at_home: bool = False) -> None:
        builder = SkillBuilder()
        builder.add_request_handler(_Coach(guide, read))
        builder.add_exception_handler(_Apology(guide))
        self._sdk = builder.create()
        self._serializer = DefaultSerializer()
        self._guide = guide
        self._identity = identity
        self._at_home = at_home

    def handle(self, envelope: Mapping[str, Any]) -> JsonEnvelope:
        """The response envelope to a request envelope."""
        turn = read_turn(envelope, self._identity, at_home=self._at_home)
        if turn.intent == EVENT:
            self._guide.answer(turn)
            return {"version": "1.0", "response": {}}
        response: Any = self._serializer.serialize(self._sdk.invoke(tidied(turn), turn))
        return dict(response)
