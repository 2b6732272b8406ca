"""The skill as Alexa calls it: an envelope in, an envelope out, through one SDK handler over the table of answers."""

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
from skill.dialogue.guide import Guide, Told
from skill.dialogue.memory.record import Unreadable
from skill.ports.store import JsonRecord, StoreDown
from skill.ports.turn import EVENT, Turn
from skill.replaced import replace

_log = logging.getLogger(__name__)

JsonEnvelope = dict[str, Any]
Reads = Callable[[Turn], Turn]
Shows = Callable[[Turn, Told], JsonEnvelope | None]

_OF_NO_USE = Unreadable("the copy of a conversation is of no use")
"""Told as what it may be: a copy that can be read, and yet cannot be right. It is counted with those that cannot."""


def _as_it_is(turn: Turn) -> Turn:
    return turn


@dataclass(frozen=True)
class _Asked:
    """A turn on its way through the SDK, as its context, and the copy that came with the request."""

    turn: Turn
    brought: JsonRecord | None

    @property
    def by_copy(self) -> bool:
        """Whether it is answered by the copy, so that without it there may yet be an answer."""
        return self.turn.copy is not None


class _Coach(AbstractRequestHandler):
    """Hands every turn to the guide; it is already read but for words as they are. Screens show what `shows` makes."""

    def __init__(self, guide: Guide, read: Reads) -> None:
        self._guide = guide
        self._read = read
        self.shows: Shows | None = None

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Every request: which answer fits is the table's business."""
        return isinstance(handler_input.context, _Asked)

    def handle(self, handler_input: HandlerInput) -> Response:
        """The guide's reply as the SDK's response, and the person's copy as session attributes."""
        turn: Turn = handler_input.context.turn
        told = self._guide.answer(self._read(turn) if turn.unread else turn)
        if told.trouble is not None:
            _log.error("no end to %s: %s", turn.intent, told.trouble, exc_info=told.trouble)
        handler_input.attributes_manager.session_attributes = dict(told.copy)
        response = write(told.reply, turn, handler_input.response_builder)
        if turn.screen and (directive := self._shown(turn, told)):
            # As it is: the SDK's own classes for it would all be loaded to become this again.
            response.directives = [*(response.directives or ()), cast("Any", directive)]
        return response

    def _shown(self, turn: Turn, told: Told) -> JsonEnvelope | None:
        """What the screen is told; nothing where that cannot be made, for what is heard matters more."""
        try:
            return self.shows(turn, told) if self.shows else None
        except Exception as failure:  # noqa: BLE001 (whatever is wrong with a picture, the words are right)
            _log.error("no screen for %s: %s", turn.intent, _places(failure))
            return None


class _Apology(AbstractExceptionHandler):
    """Answers for a coach that failed: sorry, the place is kept, and how to come back."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Every failure that leaves no other way: silence would be the worst answer to somebody on the floor."""
        asked = handler_input.context
        return isinstance(asked, _Asked) and (not asked.by_copy or isinstance(exception, StoreDown))

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The kind of turn, the kind of failure and its frames are logged; its message may hold what was said."""
        turn: Turn = handler_input.context.turn
        _log.error("no answer to %s: %s", turn.intent, _places(exception))
        handler_input.attributes_manager.session_attributes = dict(handler_input.context.brought or {})
        return write(self._guide.apology(turn), turn, handler_input.response_builder)


def _places(failure: Exception) -> str:
    """The kind of a failure, and where in the program it was."""
    frames = (f"{at.filename}:{at.lineno} in {at.name}" for at in extract_tb(failure.__traceback__))
    return "\n".join((type(failure).__name__, *frames))


def nothing() -> JsonEnvelope:
    """The response to what takes no words."""
    return {"version": "1.0", "response": {}}


class AlexaSkill:
    """Answers envelopes. Raises NotAlexa for what is none; else whoever may hear a reply gets one.

    Words that Alexa hands on as they are become a wish by `read`; without it nobody understands them.
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
        """The skill, which from now on shows what it says on devices with a screen."""
        self._coach.shows = shows
        return self

    def handle(self, envelope: Mapping[str, Any]) -> JsonEnvelope:
        """The response envelope to a request envelope."""
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
        except Exception as failure:  # noqa: BLE001 (whatever is wrong with a copy, it is no copy then)
            _log.warning("%s: no answer to %s: %s", _OF_NO_USE, turn.intent, _places(failure))
        return self._invoked(_Asked(replace(turn, copy=None), turn.copy))

    def _invoked(self, asked: _Asked) -> JsonEnvelope:
        """The SDK's response; raises whatever went wrong where the turn is answered by a copy."""
        response: Any = self._serializer.serialize(self._sdk.invoke(tidied(asked.turn), asked))
        return dict(response)
