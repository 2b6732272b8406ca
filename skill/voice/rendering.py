"""Renders a reply as sound: sentences in a voice, and silences exactly as long as they were sent.

Only the last silence of a hold differs: it makes up for words in the hold that took more or less time than estimated.
So a minute is a minute in every voice, and the left side takes as long as the right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from skill.sound.chime import chime
from skill.sound.levelling import levelled
from skill.sound.sound import Sound, joined, silence
from skill.timeline import HOLDING, Moment, Place, Stress, Timeline
from skill.voice.kept_speech import KeptSpeech
from skill.voice.voice import FASTEST, SLOWEST, USUAL, Voice

RATE = 22_050
"""The sample rate of everything that is rendered, which is that of Piper and espeak-ng."""

PAUSE_SECONDS = 0.4
"""The pause between two sentences of one cue, at the usual speed; inside a sentence the voice makes its own."""

LEAST_SECONDS = 0.5
"""The least silence at the end of a hold, however long its words took."""

_LOUDER_DB = {Stress.NONE: 0.0, Stress.REDUCED: -3.0, Stress.MODERATE: 2.0, Stress.STRONG: 4.0}
_FASTER = {Stress.NONE: 1.0, Stress.REDUCED: 1.1, Stress.MODERATE: 0.92, Stress.STRONG: 0.85}
"""Emphasis is louder and slower, as Alexa's is; Amazon gives no figures, so these are ours."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=\S)")


@dataclass(frozen=True)
class Spoken:
    """A cue as sound, and for each of its sentences the seconds at which it begins and ends, and its words."""

    sound: Sound
    sentences: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True)
class Rendering:
    """A voice at a speed, with a cache of sentences. Its methods raise VoiceFailed."""

    voice: Voice
    speed: float = USUAL
    kept: KeptSpeech | None = None

    def __post_init__(self) -> None:
        if not SLOWEST <= self.speed <= FASTEST:
            raise ValueError(f"{self.speed} is no speed: give {SLOWEST} to {FASTEST}.")

    def whole(self, timeline: Timeline) -> Sound:
        """The whole timeline as sound."""
        return joined(self.moments(timeline), RATE)

    def moments(self, timeline: Timeline) -> Iterator[Sound]:
        """The sound of each moment: words take as long as they take, but sounds, silences and whole holds are exact."""
        owed, held = 0.0, None
        for moment, following in zip_longest(timeline.moments, timeline.moments[1:]):
            if _hold_of(moment) != held:
                owed, held = 0.0, _hold_of(moment)
            ends = held is not None and held != _hold_of(following)
            sound = self.moment(_giving_back(moment, owed) if ends else moment)
            owed += sound.seconds - moment.seconds
            yield sound

    def moment(self, moment: Moment) -> Sound:
        """The sound of one moment."""
        if moment.words:
            return self.cue(moment.words, moment.stress).sound
        return chime(moment.seconds, RATE) if moment.sound else silence(moment.seconds, RATE)

    def cue(self, words: str, stress: Stress = Stress.NONE) -> Spoken:
        """The cue as sound, with a pause between its sentences; the stress is the same for all."""
        pieces: list[Sound] = []
        sentences: list[tuple[float, float, str]] = []
        at = 0.0
        for sentence in sentences_of(words):
            if pieces:
                pieces.append(silence(PAUSE_SECONDS / self.speed, RATE))
                at += pieces[-1].seconds
            pieces.append(self._sentence(sentence, stress))
            sentences.append((round(at, 3), round(at + pieces[-1].seconds, 3), sentence))
            at += pieces[-1].seconds
        return Spoken(joined(pieces, RATE), tuple(sentences))

    def _sentence(self, words: str, stress: Stress) -> Sound:
        speed = min(FASTEST, max(SLOWEST, self.speed * _FASTER[stress]))
        said = self._said(words, speed)
        return said.louder(_LOUDER_DB[stress]) if stress else said

    def _said(self, words: str, speed: float) -> Sound:
        known = self.kept.find(self.voice.name, speed, words) if self.kept else None
        if known is not None and known.rate == RATE:
            return known
        sound = levelled(self.voice.say(words, speed).at_rate(RATE))
        if self.kept:
            self.kept.keep(self.voice.name, speed, words, sound)
        return sound


def _hold_of(moment: Moment | None) -> Place | None:
    return moment.place if moment is not None and moment.role in HOLDING else None


def _giving_back(moment: Moment, owed: float) -> Moment:
    """The last moment of a hold, shorter by the seconds owed if it is a silence, but not below the least."""
    if moment.words or moment.sound:
        return moment
    return moment._replace(seconds=max(min(moment.seconds, LEAST_SECONDS), moment.seconds - owed))


def sentences_of(words: str) -> list[str]:
    """The sentences of a cue, split at full stops, exclamation marks and question marks."""
    return [sentence for sentence in _SENTENCE_ENDS.split(words.strip()) if sentence]
