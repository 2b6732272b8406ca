"""What was tried to find places better, by the same simulation: see the decision that puts places a little earlier."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from skill.assembly import the_library
from skill.pace import MEASURES_KEPT, Measure, Pace, calibrated, pace_on, with_measure
from skill.practice import Ending, whereabouts
from skill.timeline import Place
from tests.simulation import HOLDS, Interruption, Voice, interruption, measures_of, reply_of, reply_with

KINDS = ("right", "lost", "one early", "two early")
ROUTINES = ("lower-back", "five-gentle-minutes", "desk")
SHORTENED_BY_SECONDS = (0.0, 60.0, 110.0, 150.0)


def main(trials: int = 4000) -> None:
    """Print one table for each choice."""
    print(f"\ntwo speakers, of which the second answers and is interrupted in one of three; per cent of {trials}")
    for name, second in (("as unlike as voices are", _another), ("a tenth apart", _a_tenth_apart)):
        for answers, kept in product((3, 6, 12), KEPT):
            row = _shares(_two(second, answers, kept), trials)
            print(f"{name:<24}{answers:>3} answers {kept.__doc__:<42}", row)
    print("\nshorter replies, nothing known of the voice")
    for shortened, hold_seconds in product(SHORTENED_BY_SECONDS, (7, 20, 45)):
        seconds = reply_with(hold_seconds, shortened)[1].seconds
        row = _shares(_shorter(hold_seconds, shortened), trials)
        print(f"{shortened:>5.0f} s less, {hold_seconds:>2} s holds, {seconds:>5.0f} s in all", row)
    print("\nasking back only where two stretches are possible; asked is in per cent")
    for answers, routine, asks in product((0, 3), ROUTINES, (False, True)):
        row = _shares(_asking(routine, answers, asks=asks), trials)
        print(f"{answers} answers, {routine:<20} {'asking' if asks else 'not':<7}", row)

    print("\nstop, three seconds after the question; in per cent, what is taken to be so")
    for answers, hold_seconds in product((0, 3), HOLDS):
        print(f"{answers} answers, {hold_seconds:>2} s holds", _stopped(hold_seconds, answers, trials))


Trial = Callable[[random.Random], str]


def _shares(trial: Trial, trials: int) -> str:
    """How often each came of it."""
    dice = random.Random(1)
    counts = Counter(kind for _ in range(trials) for kind in trial(dice).split(" and "))
    kinds = [*KINDS, *(["asked"] if counts["asked"] else [])]
    return ", ".join(f"{kind} {100 * counts[kind] / trials:.1f}" for kind in kinds)


def _another(voice: Voice) -> Voice:
    return Voice.some(voice.dice)


def _a_tenth_apart(voice: Voice) -> Voice:
    return replace(voice, rate=voice.rate * voice.dice.choice((0.9, 1.1)))


def _two(second: Callable[[Voice], Voice], answers: int, kept: Callable[[list[tuple[int, float]], int], Pace]) -> Trial:
    """Answers to both speakers in turn, and then an interruption of either: twice out of three times of the first."""

    def trial(dice: random.Random) -> str:
        reply, first = reply_with(dice.choice(tuple(HOLDS))), Voice.some(dice)
        speakers = (first, second(first))
        turns = [int(number % 3 == 2) for number in range(answers)]
        heard = [(which, rate) for which in turns for rate in measures_of(reply, speakers[which], 1)]
        which = int(dice.random() < 1 / 3)
        return interruption(reply, speakers[which]).verdict(kept(heard, which))

    return trial


def _for_the_person(heard: list[tuple[int, float]], _: int) -> Pace:
    """for the person"""
    return calibrated([rate for _, rate in heard][-MEASURES_KEPT:])


def _for_the_speaker(heard: list[tuple[int, float]], which: int) -> Pace:
    """for each speaker"""
    return calibrated([rate for speaker, rate in heard if speaker == which][-MEASURES_KEPT:])


def _for_the_speaker_else_the_person(heard: list[tuple[int, float]], which: int) -> Pace:
    """for each speaker, till then the person's"""
    own = [rate for speaker, rate in heard if speaker == which]
    return _for_the_speaker(heard, which) if len(own) >= 3 else _for_the_person(heard, which)


def _as_the_skill_does(heard: list[tuple[int, float]], which: int) -> Pace:
    """as the skill does"""
    measures: tuple[Measure, ...] = ()
    for speaker, rate in heard:
        measures = with_measure(measures, Measure(rate, str(speaker)))
    return pace_on(str(which), measures)


def _shorter(hold_seconds: int, by_seconds: float) -> Trial:
    return lambda dice: interruption(reply_with(hold_seconds, by_seconds), Voice.some(dice)).verdict(Pace())


def _asking(routine: str, answers: int, *, asks: bool) -> Trial:
    """Somebody asked which of two stretches it was tells truly, and goes on at the first hold that it can have been."""
    reply = reply_of(the_library().routines[routine])

    def trial(dice: random.Random) -> str:
        voice = Voice.some(dice)
        pace = calibrated(measures_of(reply, voice, answers))
        word = interruption(reply, voice)
        return _told(word, pace) if asks and _doubtful(word, pace) else word.verdict(pace)

    return trial


def _stopped(hold_seconds: int, answers: int, trials: int) -> str:
    """How often somebody who stops after the question is taken to rest, perhaps to rest, or to be in the last hold."""
    dice, counts = random.Random(1), Counter[str]()
    for _ in range(trials):
        reply, voice = reply_with(hold_seconds), Voice.some(dice)
        pace = calibrated(measures_of(reply, voice, answers))
        late = dice.random() + dice.uniform(0.5, 2.5) + max(0.8, dice.gauss(2.2, 0.6))
        found = whereabouts(reply[0], int(voice.ends(reply[1])[-1] + 3.0 + late), Ending.INTERRUPTED, pace)
        counts["in a hold" if found.inside and not found.resting else "perhaps" if found.inside else "resting"] += 1
    return ", ".join(f"{kind} {100 * counts[kind] / trials:.1f}" for kind in ("resting", "perhaps", "in a hold"))


def _doubtful(word: Interruption, pace: Pace) -> bool:
    """Whether it may as well have been in the next stretch as in the one found."""
    found = whereabouts(word.practice, word.at, Ending.INTERRUPTED, pace).place
    latest = whereabouts(word.practice, word.at, Ending.INTERRUPTED, replace(pace, caution=-pace.caution)).place
    return found in word.places and latest in word.places and _step(found) != _step(latest)


def _step(place: Place | None) -> str:
    return place.step if place else ""


def _told(word: Interruption, pace: Pace) -> str:
    found = whereabouts(word.practice, word.at, Ending.INTERRUPTED, pace).place
    first = next(place for place in word.places if _step(place) == _step(word.really))
    same = _step(word.really) == _step(found)
    verdict = word.verdict(pace) if same else ("right" if first == word.really else "one early")
    return f"{verdict} and asked"


KEPT = (
    _for_the_person,
    _for_the_speaker,
    _for_the_speaker_else_the_person,
    _as_the_skill_does,
)

if __name__ == "__main__":
    main()
