"""Interruptions simulated: how often the place that the skill computes is the hold that was really under way."""

import random
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from skill.assembly import the_library
from skill.content.model import Dose, Routine, RoutineWords, Step
from skill.limits import LONGEST_BREAK_SECONDS
from skill.pace import Pace, calibrated
from skill.practice import Ending, Practice, Sent, measured_rate, whereabouts
from skill.timeline import HOLDING, Budget, Place, Role, Telling, Timeline, Walk, head, marks, points
from skill.timeline.hold.units import units_of
from skill.wording import Wording

HOLDS: dict[int, tuple[str, int]] = {
    5: ("knee-to-chest", 5),
    7: ("pelvic-tilts", 5),
    10: ("sphinx", 5),
    20: ("piriformis", 2),
    45: ("childs-pose", 3),
}
"""For each length of hold a stretch, and how often it is repeated."""


_UNMEASURED_SHARE = 0.08


@dataclass(frozen=True)
class Voice:
    """A device that really speaks: slower or faster than estimated, and never quite the same twice."""

    dice: random.Random
    rate: float
    break_seconds: float
    unsteady: float = 0.08

    @classmethod
    def some(cls, dice: random.Random) -> "Voice":
        """Any voice: thirty per cent slower to faster, up to a fifth of a second more for each break."""
        return cls.within(0.3, dice)

    @classmethod
    def within(cls, share: float, dice: random.Random) -> "Voice":
        """A voice no more than this share slower or faster than estimated."""
        return cls(dice, dice.uniform(1 - share, 1 + share), dice.uniform(0.0, 0.2))

    def ends(self, timeline: Timeline) -> list[float]:
        """When each moment is really over, from the first word."""
        now, ends = 0.0, []
        for moment in timeline.moments:
            if moment.silent:
                now += moment.seconds + self.break_seconds * ceil(moment.seconds / LONGEST_BREAK_SECONDS)
            else:
                now += moment.seconds * self.rate * self.dice.gauss(1.0, self.unsteady)
            ends.append(now)
        return ends


@cache
def reply_with(hold_seconds: int, said_before_seconds: float = 0.0) -> tuple[Practice, Timeline]:
    """A practice whose last reply has holds of this length, laid out by the skill itself and sent at second nought."""
    slug, repetitions = HOLDS[hold_seconds]
    dose = Dose(hold_seconds=hold_seconds, repetitions=repetitions)
    steps = tuple(Step(key=key, stretch=slug, dose=dose) for key in (slug, f"{slug}-again"))
    words = {"en": RoutineWords(name=slug, before=("Nothing.",), about="Nothing.")}
    return reply_of(Routine(slug=slug, source="house", needs=(), steps=steps, words=words), said_before_seconds)


def reply_of(routine: Routine, said_before_seconds: float = 0.0) -> tuple[Practice, Timeline]:
    """A practice of this routine whose first reply was sent at second nought, after so many seconds of other words."""
    library = the_library()
    telling = Telling(Wording(library, "en"), met=frozenset(library.stretches))
    first = units_of(routine.steps[0], library.stretch_of(routine.steps[0]))[0]
    budget = Budget(before_seconds=said_before_seconds)
    told = head(Walk(routine, telling, first.place, first.stretch.posture), budget)
    ready = telling.cue(Role.QUESTION, telling.wording.say("asked.ready.full"))
    timeline = told.timeline + Timeline((ready,))
    *_, arrives, ends = points(timeline)
    sent = Sent(0, marks(timeline), arrives, ends, ends, told.posture, told.then)
    return Practice(routine.slug, "", first.place, first.stretch.posture, 0, sent=sent), timeline


@dataclass(frozen=True)
class Interruption:
    """A word into a reply: when the request was sent, all places of the reply, and the one that was under way."""

    practice: Practice
    at: int
    places: list[Place | None]
    really: Place | None

    def verdict(self, pace: Pace) -> str:
        """How the place that the skill finds compares with the real one."""
        found = whereabouts(self.practice, self.at, Ending.INTERRUPTED, pace).place
        return _verdict(self.places, found, self.really)


def interruption(reply: tuple[Practice, Timeline], voice: Voice) -> Interruption:
    """This voice tells the reply, and at some second before the end of its last hold somebody interrupts."""
    practice, timeline = reply
    dice, ends = voice.dice, voice.ends(timeline)
    holds = {moment.place: end for moment, end in zip(timeline.moments, ends, strict=True) if moment.role in HOLDING}
    sent_at = dice.random()
    spoken_at = dice.uniform(0.0, max(holds.values()))
    request_at = sent_at + dice.uniform(0.5, 2.5) + spoken_at + max(0.8, dice.gauss(2.2, 0.6))
    really = next(place for place, end in holds.items() if end > spoken_at)
    return Interruption(practice, floor(request_at), list(holds), really)


def measures_of(reply: tuple[Practice, Timeline], voice: Voice, count: int) -> list[float]:
    """What so many answers to this voice's "Ready?" teach; those that cannot be a voice are left out."""
    rates = [_measure(*reply, voice) for _ in range(count)]
    return [rate for rate in rates if rate is not None]


def interrupted(hold_seconds: int, calibrations: int, dice: random.Random) -> str:
    """What becomes of one interruption by somebody who answered "Ready?" so often before.

    Of a voice that has not been measured at all only so much is assumed: that its device is at its usual speed.
    """
    return interrupted_by(
        Voice.some(dice) if calibrations else Voice.within(_UNMEASURED_SHARE, dice), hold_seconds, calibrations
    )


def interrupted_by(voice: Voice, hold_seconds: int, calibrations: int) -> str:
    """What becomes of one interruption of this voice."""
    reply = reply_with(hold_seconds)
    pace = calibrated(measures_of(reply, voice, calibrations))
    return interruption(reply, voice).verdict(pace)


def _measure(practice: Practice, timeline: Timeline, voice: Voice) -> float | None:
    if practice.sent is None:
        return None
    dice = voice.dice
    reacting = 0.3 + dice.expovariate(1.0) + max(0.3, dice.gauss(0.7, 0.2))
    heard_at = dice.random() + dice.uniform(0.5, 2.5) + voice.ends(timeline)[-1]
    return measured_rate(practice.sent, floor(heard_at + reacting), Ending.ANSWERED)


def _verdict(places: list[Place | None], found: Place | None, really: Place | None) -> str:
    """How the place that was found compares with the real one; after the last hold nothing of the reply is left."""
    at = places.index(found) if found in places else len(places)
    early = places.index(really) - at
    if early < 0:
        return "lost"
    return ("right", "one early")[early] if early <= 1 else "two early"


def tally(hold_seconds: int, calibrations: int, trials: int, seed: int = 1) -> Counter[str]:
    """How many of so many interruptions were right, lost, one early, two or more early."""
    dice = random.Random(seed)
    return Counter(interrupted(hold_seconds, calibrations, dice) for _ in range(trials))


def main(trials: int = 4000) -> None:
    """Print the table."""
    print(f"{'hold':>5} {'answers':>8} {'right':>7} {'lost':>7} {'one early':>10} {'two early':>10}   of {trials}")
    for calibrations in (0, 3, 7):
        for hold_seconds in HOLDS:
            counts = tally(hold_seconds, calibrations, trials)
            row = (f"{100 * counts[kind] / trials:.1f}" for kind in ("right", "lost", "one early", "two early"))
            right, lost, one, two = row
            print(f"{hold_seconds:>4}s {calibrations:>8} {right:>7} {lost:>7} {one:>10} {two:>10}")


if __name__ == "__main__":
    main()
