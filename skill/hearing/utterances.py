"""The sentences in a whole piece of sound: each from where somebody begins to speak to where they have finished."""

from collections.abc import Iterator

import numpy as np

from skill.hearing.ear import RATE
from skill.hearing.end_of_speech import SpeechMeter
from skill.hearing.listening import Around, Listening, MicrophoneState
from skill.sound.sound import Samples, Sound

_PIECE = RATE // 10
"""Samples at a time: a tenth of a second, as the page posts them."""
_QUIET_AFTER = 2 * RATE
"""Put behind the sound, so that its last sentence is finished."""


class _NeverWakes:
    """A file is listened to from its first moment: no wake word need open it."""

    def hear(self, samples: Samples) -> bool:
        """Never."""
        del samples
        return False


def utterances_in(sound: Sound) -> Iterator[Sound]:
    """Each sentence with a little around it, none longer than somebody may speak; none where nobody speaks."""
    heard = np.concatenate([sound.at_rate(RATE).samples, np.zeros(_QUIET_AFTER, dtype=np.int16)])
    listening, question = Listening(_NeverWakes(), SpeechMeter()), 1
    for start in range(0, len(heard), _PIECE):
        piece = heard[start : start + _PIECE]
        told = listening.hear(piece, Around((start + len(piece)) / RATE, question))
        if told.state is MicrophoneState.THINKING:
            yield listening.take()
        if told.state is not MicrophoneState.OPEN:
            question += 1
