"""A reply as a conversation writes it down: a line a cue, with the silence after it, and the microphone last."""

import re
from collections.abc import Iterator

from skill.device.playing import Playing
from skill.speech.plain import shown
from skill.timeline import Timeline

_LONG = 100
_SENTENCE = re.compile(r"(?<=[.?!]) ")


def reply_lines(playing: Playing) -> tuple[str, ...]:
    """Every line of the reply."""
    return (*_heard(playing.speech), _microphone(playing))


def _heard(speech: Timeline) -> Iterator[str]:
    """Cues with the silence after them; a long cue is written a sentence a line."""
    lines: list[str] = []
    for moment in speech.moments:
        if moment.sound:
            lines.append(f"[{moment.sound}]")
        elif not moment.silent:
            lines += _SENTENCE.split(moment.words) if len(moment.words) > _LONG else [moment.words]
        elif lines:
            yield from lines[:-1]
            yield f"{lines[-1]} [{shown(moment.seconds)} s]"
            lines = []
        else:
            yield f"[{shown(moment.seconds)} s]"
    yield from lines


def _microphone(playing: Playing) -> str:
    return f"[listens: {' '.join(_heard(playing.reprompt))}]" if playing.listens else "[closes]"
