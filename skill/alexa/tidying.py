"""Writes a request anew for the SDK, which raises on anything newer than itself, with only the fields it needs."""

from ask_sdk_model import (
    Application,
    Context,
    Intent,
    IntentConfirmationStatus,
    IntentRequest,
    LaunchRequest,
    Request,
    RequestEnvelope,
    Session,
    SessionEndedReason,
    SessionEndedRequest,
    User,
)
from ask_sdk_model.interfaces.system import SystemState

from skill.ports.turn import ENDED, LAUNCH, Turn

_ANONYMOUS = "not-told"


def tidied(turn: Turn) -> RequestEnvelope:
    """The turn as the SDK's request, in fields that every version knows; ids are left out, for the turn has them."""
    application, user = Application(application_id=_ANONYMOUS), User(user_id=_ANONYMOUS)
    return RequestEnvelope(
        version="1.0",
        session=Session(turn.opens, turn.conversation, user, {}, application),
        context=Context(system=SystemState(application=application, user=user)),
        request=_request(turn),
    )


def _request(turn: Turn) -> Request:
    at = turn.at.replace(microsecond=0)
    if turn.intent == LAUNCH:
        return LaunchRequest(turn.id, at, turn.locale)
    if turn.intent == ENDED:
        return SessionEndedRequest(turn.id, at, turn.locale, SessionEndedReason.USER_INITIATED)
    intent = Intent(turn.intent, None, IntentConfirmationStatus.NONE)
    return IntentRequest(turn.id, at, turn.locale, None, intent)
