"""Weeks of anybody's practice: any words at any second, days off, other speakers of the same mind; all of it seeded.

`python -m tests.walks.days` walks a hundred such people and prints what went wrong; with a number so many, and with
a second one those from this seed on.
"""

import logging
import random
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from skill.assembly import the_library
from tests.understanding.sentences import sentences
from tests.walks.grid import ASKS_FOR_THE_SAME, SORRY, WORDS
from tests.walks.people.somebody import A_DAY, Endless, Heard, Somebody
from tests.walks.report import counted, transcript

INTO = "alexa, "
"""What is said first by anybody who speaks into a reply."""

GAPS = (A_DAY, A_DAY, A_DAY, 2 * A_DAY, 15 * A_DAY, 70 * A_DAY)
AWAY_SECONDS = (30, 5 * 60, 40 * 60, 3 * 60 * 60)
LEADING_ON = ("ready", "yes", "ready", "okay", "next", "continue")
TAKEN_UP_AGAIN = ("ready", "yes", "okay", "continue")
"""Anybody who says these into the way to a hold has it said once more: they had not heard it to its end."""
VOICES = (0.92, 1.0, 1.08, 1.4)
ENOUGH_STOPS = 2
ENOUGH_ANSWERS = 80
IN_A_LINE = 4


@dataclass(frozen=True)
class Found:
    """What went wrong for whom, on which day, and what was heard last."""

    seed: int
    day: int
    fault: str
    heard: tuple[Heard, ...]

    def __str__(self) -> str:
        return f"person {self.seed}, day {self.day}: {self.fault}\n    {transcript(self.heard[-IN_A_LINE:])}"


def lived(seed: int, days: int, turns: int) -> Iterator[Found]:
    """So many days of this person, of at most so many turns each."""
    dice = random.Random(seed)
    somebody = Somebody(dice.choice(VOICES))
    for day in range(days):
        before = len(somebody.heard)
        try:
            _open(somebody, dice, dice.choice(GAPS) if somebody.heard else None)
            for _ in range(dice.randint(1, turns)):
                _speak(somebody, dice)
            _leave(somebody, dice)
        except Endless as endless:
            yield Found(seed, day, str(endless), somebody.heard)
            return
        heard = somebody.heard[before:]
        yield from (Found(seed, day, fault, until) for fault, until in faults(heard))
        if somebody.last.listens:
            yield Found(seed, day, f"no end after {somebody.last.said!r} again and again", heard)
            somebody.give_up()


def _open(somebody: Somebody, dice: random.Random, after: int | None) -> None:
    """The skill is opened, or asked for a routine at once."""
    routine = dice.choice(_names())
    somebody.say(dice.choice(("open gentle back", f"ask gentle back to start {routine}")), after)


def _speak(somebody: Somebody, dice: random.Random) -> None:
    """Something is said: in answer, into the reply, or after a while."""
    if not somebody.speaker.session:
        _open(somebody, dice, dice.choice(AWAY_SECONDS) + _over(somebody))
        return
    words = dice.choice(dice.choice((LEADING_ON, LEADING_ON, WORDS, _sentences())))
    when = dice.random()
    if when < 0.5:
        somebody.say(words)
    elif when < 0.9:
        somebody.cut_in(f"{INTO}{words}", dice.uniform(0.5, max(1.0, _over(somebody))))
    else:
        somebody.say(f"ask gentle back to {words}", dice.choice(AWAY_SECONDS) + _over(somebody))


def _leave(somebody: Somebody, dice: random.Random) -> None:
    """The end of a day: stop, or whatever is offered is done till nothing is."""
    words, times = dice.choice((("stop", ENOUGH_STOPS), ("ready", ENOUGH_ANSWERS)))
    for _ in range(times):
        if not somebody.last.listens:
            return
        somebody.say(words)


def _over(somebody: Somebody) -> int:
    last = somebody.speaker.last
    return int(last.playing.over_seconds) if last else 0


def faults(heard: Sequence[Heard]) -> Iterator[tuple[str, tuple[Heard, ...]]]:
    """What went wrong in a day, each with what was heard until then; a loop counts once, however long it is."""
    running = 0
    for number, reply in enumerate(heard):
        until = tuple(heard[: number + 1])
        if reply.crash or SORRY in reply.words:
            yield f"sorry: {reply.crash.rpartition(' at ')[2]}", until
        if reply.said.removeprefix(INTO) in ASKS_FOR_THE_SAME and number:
            continue  # what is asked for again is no going round
        same = number and reply.words and reply.words == heard[number - 1].words and not _as_expected(reply)
        running = running + 1 if same else 1
        if running == 3:
            yield f"the same three times running: {_question(reply)}", until


def _question(reply: Heard) -> str:
    """The kind of question in which somebody goes round."""
    return reply.kind or "closed"


def _as_expected(reply: Heard) -> bool:
    """Whether the same is what one may expect: a hold asked for again, or the offer to whoever calls the skill anew."""
    if reply.holds():
        into, words = reply.said.startswith(INTO), reply.said.removeprefix(INTO)
        return words in ASKS_FOR_THE_SAME or (into and words in TAKEN_UP_AGAIN)
    return "gentle back" in reply.said


@cache
def _names() -> tuple[str, ...]:
    return tuple(routine.words["en"].name for routine in the_library().routines.values())


@cache
def _sentences() -> tuple[str, ...]:
    return tuple(sentence.words for sentence in sentences())


def main() -> None:
    """Print what went wrong, and how often."""
    asked = ArgumentParser("python -m tests.walks.days", description=main.__doc__)
    asked.add_argument("people", nargs="?", type=int, default=100, help="how many; 100 without it")
    asked.add_argument("first", nargs="?", type=int, default=0, help="the seed of the first of them")
    people, first = vars(asked.parse_args()).values()
    found = [one for seed in range(first, first + people) for one in lived(seed, days=8, turns=25)]
    print(f"{people} people of eight days, {len(found)} troubles")
    print(counted(one.fault for one in found))
    print()
    for one in found:
        print(one)


if __name__ == "__main__":
    logging.disable()
    main()
