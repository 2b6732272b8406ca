"""Writes a reply as the SDK's response; the one place that decides whether the session ends."""

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Response
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from skill.dialogue.reply import Listen, Reply
from skill.dialogue.turn import ENDED, Turn
from skill.speech.ssml import ssml


def write(reply: Reply, turn: Turn, builder: ResponseFactory) -> Response:
    """The response: speech, reprompt, and whether the microphone opens. The end of a session takes no answer."""
    if turn.intent == ENDED:
        return builder.response
    if reply.timeline.moments:
        builder.response.output_speech = SsmlOutputSpeech(ssml=ssml(reply.timeline))
    if isinstance(reply.microphone, Listen):
        builder.response.reprompt = Reprompt(output_speech=SsmlOutputSpeech(ssml=ssml(reply.microphone.reprompt)))
    builder.set_should_end_session(not isinstance(reply.microphone, Listen))
    return builder.response
