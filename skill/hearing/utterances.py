"""Splits a whole piece of sound into sentences, each from the beginning of speech to its end."""

from collections.abc import Iterator

import numpy as np

from skill.hearing.ear import RATE
from skill.hearing.end_of_speech import SpeechMeter
from skill.hearing.listening import Around, Listening, MicrophoneState
from skill.sound.sound import Samples, Sound

_PIECE = RATE // 10
"""The number of samples in a piece: a tenth of a second, as the page posts them."""
_QUIET_AFTER = 2 * RATE
"""Samples of silence that are added, so that the last sentence is finished."""


class _NeverWakes:
    """A wake word that is never heard: a file needs none to open the microphone."""

    def hear(self, samples: Samples) -> bool:
        """Never."""
        del samples
        return False


def utterances_in(sound: Sound) -> Iterator[Sound]:
    """Each sentence with a little sound around it, cut off at the longest; none where nobody speaks."""
    heard = np.concatenate([sound.at_rate(RATE).samples, np.zeros(_QUIET_AFTER, dtype=np.int16)])
    listening, question = Listening(_NeverWakes(), SpeechMeter()), 1
    for start in range(0, len(heard), _PIECE):
        piece = heard[start : start + _PIECE]
        told = listening.hear(piece, Around((start + len(piece)) / RATE, question))
        if told.state is MicrophoneState.THINKING:
            yield listening.take()
        if told.state is not MicrophoneState.OPEN:
            question += 1
