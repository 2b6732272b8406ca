"""What the page has spoken for it: a cue at a time, ahead of need, in a voice of this machine, as a file of sound."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Flask, Response, jsonify, request
from pydantic import BaseModel, Field, ValidationError
from werkzeug.exceptions import BadRequest, NotFound

from skill.entrypoints.page.headers import HEADERS
from skill.settings import speech_folder
from skill.timeline import Stress

if TYPE_CHECKING:
    from skill.voice.rendering import Spoken
    from skill.voice.voice import Voice

MOST_LETTERS = 2_000
"""Of one cue; the longest that is sent has a fifth of them."""

SENTENCES = "Gentle-Back-Sentences"
"""The header that tells when each sentence begins and ends in the sound, in seconds: a listener then knows what is its
own voice."""


class Cue(BaseModel):
    """What is to be said, by whom, how fast and how emphatically."""

    words: str = Field(min_length=1, max_length=MOST_LETTERS)
    voice: str = Field(max_length=100)
    speed: float = Field(default=1.0, ge=0.5, le=2.0)
    stress: Stress = Stress.NONE


def speak_for_the_page(app: Flask, voices: "Mapping[str, Voice]") -> None:
    """Add the address that speaks to the application, and have the page offer these voices.

    Without it, or without any, the browser speaks, if it has one of its own.
    """
    app.context_processor(lambda: {"voices": tuple(voices)})

    @app.post("/page/speech")
    def speech() -> Response:
        try:
            cue = Cue.model_validate_json(request.get_data())
        except ValidationError as error:
            told = "Words, a voice and a speed from 0.5 to 2 are needed, and no emphasis but Alexa's."
            raise BadRequest(told) from error
        if cue.voice not in voices:
            raise NotFound
        return _answer(voices[cue.voice], cue)


def _answer(voice: "Voice", cue: Cue) -> Response:
    from skill.sound.files import as_wav  # noqa: PLC0415 - only where there is a voice
    from skill.voice.voice import VoiceFailed  # noqa: PLC0415

    try:
        spoken = _spoken(voice, cue)
    except VoiceFailed as failed:
        told = jsonify(error=str(failed))
        told.status_code = 503
        return told
    headers = HEADERS | {SENTENCES: json.dumps(spoken.sentences)}
    return Response(as_wav(spoken.sound), mimetype="audio/wav", headers=headers)


def _spoken(voice: "Voice", cue: Cue) -> "Spoken":
    from skill.voice.kept_speech import KeptSpeech  # noqa: PLC0415
    from skill.voice.rendering import Rendering  # noqa: PLC0415

    return Rendering(voice, cue.speed, KeptSpeech(speech_folder())).cue(cue.words, cue.stress)
