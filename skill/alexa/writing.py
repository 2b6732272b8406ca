"""Writes a reply as the SDK's response: the one place that decides whether the session ends.

Where a question waits for a name, a time or a choice, Alexa is told which slot the answer fills (`Dialog.ElicitSlot`).
"""

from typing import Any, cast

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Intent, IntentConfirmationStatus, Response, Slot, SlotConfirmationStatus
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.interfaces.connections import SendRequestDirective
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from skill.ports.awaited import Awaited
from skill.ports.reply import AskLeave, Listen, Reply, Stay
from skill.ports.turn import ENDED, Turn
from skill.speech.ssml import ssml

REMINDERS = "alexa::alerts:reminders:skill:readwrite"
"""The permission to make, list and cancel reminders of this skill."""


def write(reply: Reply, turn: Turn, builder: ResponseFactory) -> Response:
    """The response: speech, reprompt, and whether the microphone opens; an empty one at the end of a session."""
    if turn.intent == ENDED:
        return builder.response
    if reply.timeline.moments:
        builder.response.output_speech = SsmlOutputSpeech(ssml=ssml(reply.timeline))
    if isinstance(reply.microphone, Listen):
        builder.response.reprompt = Reprompt(output_speech=SsmlOutputSpeech(ssml=ssml(reply.microphone.reprompt)))
        if reply.microphone.awaits:
            builder.add_directive(_listen_for(reply.microphone.awaits))
    if reply.card:
        # A plain dictionary: the SDK's class would be serialized to the same.
        card = {"type": "Simple", "title": reply.card.title, "content": reply.card.text}
        builder.response.card = cast("Any", card)
    if isinstance(reply.microphone, AskLeave):
        builder.add_directive(_ask_for_reminders(reply.microphone.token))
    if not isinstance(reply.microphone, Stay):
        builder.set_should_end_session(not isinstance(reply.microphone, Listen))
    return builder.response


def _listen_for(awaited: Awaited) -> ElicitSlotDirective:
    """Make Alexa listen for this slot first, of a new intent: the turn itself may have had another."""
    slot = Slot(name=awaited.slot, confirmation_status=SlotConfirmationStatus.NONE)
    begun = Intent(awaited.intent, {awaited.slot: slot}, IntentConfirmationStatus.NONE)
    return ElicitSlotDirective(slot_to_elicit=awaited.slot, updated_intent=begun)


def _ask_for_reminders(token: str) -> SendRequestDirective:
    """Make Alexa ask for the permission; it sends the answer, with the token, as a `Connections.Response`."""
    consent: dict[str, object] = {"@type": "AskForPermissionsConsentRequest", "@version": "1"}
    return SendRequestDirective(name="AskFor", payload={**consent, "permissionScope": REMINDERS}, token=token)
