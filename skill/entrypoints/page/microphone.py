"""What the page's microphone hears: sound comes in tenths of a second, and the answer says what to do.

The sound is kept in memory until its sentence is over, and nowhere else; it never leaves this machine.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, Response, jsonify, request
from pydantic import BaseModel, Field, JsonValue, ValidationError
from werkzeug.exceptions import BadRequest, NotFound

from skill.entrypoints.page.headers import HEADERS

if TYPE_CHECKING:
    from skill.hearing.both_ears import HeardWords
    from skill.hearing.microphones import Microphones
    from skill.sound.sound import Samples, Sound

Json = dict[str, Any]
Shape = TypeVar("Shape", bound=BaseModel)
Understands = Callable[[Json, "Sound"], "HeardWords"]
"""What was said, in the light of the conversation that the page sends along."""

MOST_BYTES = 200_000
"""Of one piece, with what was played: a second of a fine microphone. A page that was held up sends tenths at once."""


class Piece(BaseModel):
    """What comes with a piece of sound, in the address."""

    microphone: str = Field(pattern=r"^[0-9a-z-]{1,40}$")
    wake_word: str = Field(max_length=20)
    at_seconds: float = Field(ge=0, allow_inf_nan=False)
    question: int = Field(default=0, ge=0)
    ours: bool = False
    played: bool = False
    """Whether what the window played meanwhile follows what was heard, as many samples of it."""
    rate: int = Field(default=16_000, ge=8_000, le=96_000)


class SentenceRequest(BaseModel):
    """Whose sentence is to be understood, and what was going on."""

    microphone: str = Field(max_length=40)
    conversation: JsonValue = None
    after_seconds: float = Field(default=0, ge=0, le=86_400, allow_inf_nan=False)


def listen_for_the_page(app: Flask, understands: Understands, get_ready: Callable[[], object]) -> None:
    """Add the addresses that listen to the application; only where the libraries are that hear.

    `get_ready` loads what hears: it takes some seconds, and the first time a minute. Raises EarFailed.
    """
    from skill.hearing.microphones import Microphones  # noqa: PLC0415

    microphones = Microphones(_made)

    @app.post("/page/ear")
    def ear() -> Response:
        return _heard(microphones, _checked(Piece, request.args.to_dict()))

    @app.post("/page/ear/ready")
    def ready() -> Response:
        return _or_failed(lambda: _answer(ready=bool(get_ready())))

    @app.post("/page/ear/words")
    def words() -> Response:
        sent = request.get_json(force=True, silent=True)
        return _understood(microphones, understands, _checked(SentenceRequest, sent))


def _made(wake_word: str) -> Any:
    from skill.hearing.echo import EchoCanceller  # noqa: PLC0415
    from skill.hearing.end_of_speech import SpeechMeter  # noqa: PLC0415
    from skill.hearing.listening import AFTER_WAKE_SECONDS, BEFORE_WAKE_SECONDS, Listening  # noqa: PLC0415
    from skill.hearing.wake_word import USUAL, WAKE_WORDS, WakeWord  # noqa: PLC0415

    if wake_word not in WAKE_WORDS:
        raise NotFound
    # What the skill is called with everywhere its ears have learned; any other word they would make something else of.
    before = BEFORE_WAKE_SECONDS if wake_word == USUAL else AFTER_WAKE_SECONDS
    return Listening(WakeWord(wake_word), SpeechMeter(), EchoCanceller(), before=before)


def _checked(shape: type[Shape], sent: Any) -> Shape:
    try:
        return shape.model_validate(sent)
    except ValidationError as error:
        fault = error.errors()[0]
        raise BadRequest(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}.") from error


def _heard(microphones: "Microphones", piece: Piece) -> Response:
    from skill.hearing.listening import Around  # noqa: PLC0415

    around = Around(piece.at_seconds, piece.question, piece.ours)
    heard, *played = _samples(piece)
    told = microphones.hear((piece.microphone, piece.wake_word), heard, around, *played)
    return _answer(state=told.state, woken=told.woken, nobody=told.nobody, slept=told.slept)


def _samples(piece: Piece) -> "list[Samples]":
    """What was heard, and where it was sent what was played meanwhile."""
    import numpy as np  # noqa: PLC0415 - only where anything is heard

    from skill.hearing.ear import RATE  # noqa: PLC0415
    from skill.sound.sound import Sound  # noqa: PLC0415

    sent, channels = request.get_data(), 2 if piece.played else 1
    if not sent or len(sent) % (2 * channels) or len(sent) > MOST_BYTES:
        raise BadRequest("The body is no sound of 16 bits.")
    each = np.split(np.frombuffer(sent, dtype="<i2").astype(np.int16), channels)
    return [Sound(samples, piece.rate).at_rate(RATE).samples for samples in each]


def _understood(microphones: "Microphones", understands: Understands, sent: SentenceRequest) -> Response:
    said = microphones.take(sent.microphone)
    if said is None:
        raise NotFound

    def answer() -> Response:
        from skill.hearing.both_ears import UNCLEAR  # noqa: PLC0415

        heard = understands(sent.model_dump(), said.sound)
        words = heard.words or (UNCLEAR if said.woken else "")
        if not words:
            microphones.go_on(sent.microphone)
        return _answer(words=words, unclear=words == UNCLEAR, perhaps=heard.perhaps)

    return _or_failed(answer)


def _or_failed(answer: Callable[[], Response]) -> Response:
    """The answer, or one sentence why nothing can be heard."""
    from skill.hearing.ear import EarFailed  # noqa: PLC0415

    try:
        return answer()
    except EarFailed as failed:
        told = _answer(error=str(failed))
        told.status_code = 503
        return told
    except ValueError as error:  # a conversation that is none of ours
        raise BadRequest(str(error)) from error


def _answer(**told: Any) -> Response:
    answer = jsonify(told)
    answer.headers.update(HEADERS)
    return answer
