"""When a wake word is found in a whole piece of sound, for tests and for the bench."""

from typing import TYPE_CHECKING

from skill.hearing.ear import RATE
from skill.sound.sound import Sound, joined, silence

if TYPE_CHECKING:  # it loads the ears themselves, and whoever only asks how soon they are to find may have none
    from skill.hearing.wake_word import WakeWord

FOUND_AFTER_SECONDS = 0.35
"""So long after its last sound it is found at the latest: 0.21 to 0.36 s with four voices of espeak-ng and flite."""

_PIECE = RATE // 10


def woken_at(wakes: "WakeWord", sound: Sound) -> list[float]:
    """The seconds at which it is found; none of them is after the end."""
    samples = joined([sound, silence(1, RATE)], RATE).samples
    found = [end / RATE for end in range(_PIECE, len(samples), _PIECE) if wakes.hear(samples[end - _PIECE : end])]
    return [min(at, sound.seconds) for at in found]
