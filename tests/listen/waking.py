"""The wake word: what of our own voice wakes us, and whether "Alexa" is found while a reply is played."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle, islice, product
from typing import Any

import numpy as np

from skill.assembly import the_library
from skill.entrypoints.sheets.rehearsal import rehearsals
from skill.hearing.echo import EchoCanceller
from skill.hearing.wake_word import WakeWord
from skill.settings import speech_folder
from skill.sound.sound import Sound, joined
from skill.timeline import Moment, Role
from skill.voice.kept_speech import KeptSpeech
from skill.voice.rendering import RATE, Rendering
from tests.hearing.waking import FOUND_AFTER_SECONDS, woken_at
from tests.listen.progress import watched
from tests.listen.rooms import Room
from tests.listen.speakers import RATE_HERTZ, SPEEDS, Speaker, the_voices

MINUTES, CALLS = 30.0, 200
SAMPLE_MINUTES, SAMPLE_CALLS = 3.0, 24

ECHO_BELOW_DB = 10.0
"""How much softer our own voice comes back than the person's. In a room nobody has measured it."""

WISHES = ("next", "pause", "stop", "which side is it", "how long is left", "skip this one", "that hurts", "go back")
_WORD = "Alexa"
_REST_SECONDS = 2.0
_LEARNT_SECONDS = 20.0
"""Before a call so much of the reply has been played: from that it is known how it comes back."""
_LATE_SECONDS = FOUND_AFTER_SECONDS + 0.3
"""Piper's pause after the word counts as part of it here."""


@dataclass(frozen=True)
class OwnVoice:
    """So much of what we say, and when we say the wake word ourselves."""

    sound: Sound
    named_at: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Call:
    """Each caller, and whether the call is found: with our own voice taken out, as on the page, and with all of it."""

    speaker: Speaker
    found: bool
    found_in_all: bool


def main(*, sample: bool) -> None:
    """Print both figures."""
    own = own_voice(SAMPLE_MINUTES if sample else MINUTES)
    named, unnamed = false_wakings(own)
    print(f"{own.sound.seconds / 60:.0f} minutes of our own voice, silences and all, by {next(iter(the_voices()))}:")
    print(f"  woken {len(unnamed)} times by what is no wake word{_times(unnamed)}, and {len(named)} times by our own")
    print(f'  "{_WORD}", which is said {len(own.named_at)} times: when that is, the speaker knows.')
    calls = list(islice(called(), SAMPLE_CALLS if sample else CALLS))
    found = list(watched(found_calls(own, calls), "calls"))
    print(f'  "{_WORD}, …" over a reply {ECHO_BELOW_DB:.0f} dB softer:')
    for voice in the_voices():
        print(f"  {_line(voice, [one for one in found if one.speaker.voice == voice])}")
    print(f"  {_line('all', found)}")


def _line(name: str, calls: list[Call]) -> str:
    with_all = sum(one.found_in_all for one in calls)
    return f"{name}: {sum(one.found for one in calls)} of {len(calls)} found, {with_all} with our voice left in"


def own_voice(minutes: float) -> OwnVoice:
    """Replies of one routine after the other, until there are so many minutes; Piper speaks, where it is here."""
    rendering = Rendering(next(iter(the_voices().values())), kept=KeptSpeech(speech_folder()))
    pieces: list[Sound] = []
    named: list[tuple[float, float]] = []
    at = 0.0
    for moment in _said():
        pieces.append(rendering.moment(moment))
        if _WORD in moment.words:
            named.append((at, at + pieces[-1].seconds + FOUND_AFTER_SECONDS))
        at += pieces[-1].seconds
        if at > minutes * 60:
            break
    return OwnVoice(joined(pieces, RATE).at_rate(RATE_HERTZ), tuple(named))


def false_wakings(own: OwnVoice) -> tuple[list[float], list[float]]:
    """When we are woken by our own wake word, and when by anything else that we say."""
    woken = woken_at(WakeWord(), own.sound)
    named = [at for at in woken if any(start <= at <= end for start, end in own.named_at)]
    return named, [at for at in woken if at not in named]


def called() -> Iterator[Speaker]:
    """The callers, one voice and speed after the other."""
    return cycle(Speaker(voice, speed, "clean") for speed, voice in product(SPEEDS, the_voices()))


def found_calls(own: OwnVoice, calls: list[Speaker]) -> Iterator[Call]:
    """Whether each call over our own voice is found, and not late; each in a room of its own."""
    starts = np.random.default_rng(16).uniform(0, own.sound.seconds - 12, len(calls))
    for number, (speaker, wish, start) in enumerate(zip(calls, cycle(WISHES), starts, strict=False)):
        word, whole = speaker.say(f"{_WORD}."), speaker.say(f"{_WORD}, {wish}.")
        before = min(_LEARNT_SECONDS, float(start))
        played = own.sound.cut(float(start) - before, float(start) + 8)
        heard = Room(number, ECHO_BELOW_DB).echo_of(played).over(whole, before + 3.0)
        heard = heard.cut(0, played.seconds)
        without = Sound(EchoCanceller().without_echo(heard.samples, played.samples), RATE_HERTZ)
        called_in = before + 3.0, before + 3.0 + word.seconds + _LATE_SECONDS
        yield Call(speaker, _is_found(without, before, called_in), _is_found(heard, before, called_in))


def _is_found(heard: Sound, since: float, between: tuple[float, float]) -> bool:
    first, last = between
    return any(first <= since + at <= last for at in woken_at(WakeWord(), heard.cut(since)))


def _said() -> Iterator[Moment]:
    """Every sentence of ours with the wake word in it first, and then routines."""
    for words in _texts(the_library().phrases["en"]):
        if _WORD in words and "{" not in words:
            yield Moment(Role.NEXT, 0.0, words)
            yield Moment(Role.REST, _REST_SECONDS)
    for slug in the_library().routines:
        for rehearsal in rehearsals(the_library(), slug):
            yield from rehearsal.moments


def _texts(phrases: Any) -> Iterator[str]:
    if isinstance(phrases, str):
        yield phrases
    else:
        for one in phrases.values() if isinstance(phrases, Mapping) else phrases:
            yield from _texts(one)


def _times(woken: list[float]) -> str:
    return f" ({', '.join(f'{at // 60:.0f}:{at % 60:04.1f}' for at in woken)})" if woken else ""
