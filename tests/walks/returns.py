"""Whoever breaks off a routine and comes back goes on at the hold that was not finished, and no launch is endless.

`python -m tests.walks.returns` prints what went wrong; with a number it walks so many returns instead of all.
"""

import logging
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from skill.assembly import the_library
from skill.ports.turn import Slot
from skill.timeline import Place, Side
from tests.walks.extent import some
from tests.walks.judging import by_words, cold, estimate, how_far, truly
from tests.walks.people.somebody import A_DAY, Endless, Heard, Hold, Somebody
from tests.walks.practising import SILENCE, Group, Stop, start, stops
from tests.walks.report import counted, transcript

RATES = (0.92, 1.0, 1.08, 1.4)
GROUPS = tuple(Group(*group) for group in product(sorted(the_library().routines), (False, True), RATES))
MOST_TURNS = 10
_MINUTE, _HOUR = 60, 3600


def _at_once(somebody: Somebody, _: str) -> None:
    somebody.say("open gentle back", 2 * _MINUTE)


def _same_day(somebody: Somebody, _: str) -> None:
    somebody.say("open gentle back", 3 * _HOUR)


def _next_day(somebody: Somebody, _: str) -> None:
    somebody.say("open gentle back", A_DAY)


def _second_practice(somebody: Somebody, routine: str) -> None:
    """Another routine is begun and broken off; the next day this one is asked for by its name."""
    start(somebody, _another(routine), after=_HOUR)
    somebody.say("alexa, stop", 40)
    _by_name(somebody, routine)


def _limit_in_a_second_practice(somebody: Somebody, routine: str) -> None:
    """In a hold of another routine somebody says what they cannot do."""
    start(somebody, _another(routine), after=2 * _HOUR)
    holds = somebody.last.holds(somebody.rate)
    somebody.cut_in("alexa, i can't lie flat today", holds[0].at(0.5) if holds else 60)
    somebody.say("stop")
    _by_name(somebody, routine)


def _not_kneeling(somebody: Somebody, _: str) -> None:
    somebody.say("ask gentle back i can't kneel today", A_DAY)
    somebody.say("open gentle back", _MINUTE)


def _not_flat(somebody: Somebody, _: str) -> None:
    somebody.say("ask gentle back i can't lie flat today", A_DAY)
    somebody.say("open gentle back", _MINUTE)


def _by_name(somebody: Somebody, routine: str) -> None:
    somebody.mean("ResumeRoutineIntent", {"routine": Slot(routine, (routine,))}, "resume it", after=A_DAY)


def _another(routine: str) -> str:
    return "no-kneeling" if routine != "no-kneeling" else "lower-back"


RETURNS: Mapping[str, Callable[[Somebody, str], None]] = {
    "after two minutes": _at_once,
    "after three hours": _same_day,
    "the next day": _next_day,
    "after another routine": _second_practice,
    "after a limit in another routine": _limit_in_a_second_practice,
    "not kneeling today": _not_kneeling,
    "not lying flat today": _not_flat,
}
COLD = frozenset(RETURNS) - {"after two minutes"}
"""Ways to come back so late that nobody is warm enough for a strong stretch."""
WITH_A_LIMIT = frozenset({"after a limit in another routine", "not kneeling today", "not lying flat today"})


@dataclass(frozen=True)
class Return:
    """One coming back: where somebody broke off, how they came back, what they heard, and what is wrong with it."""

    group: Group
    stop: Stop
    way: str
    heard: tuple[Heard, ...]
    kept: Place | None
    found: Place | None
    faults: tuple[str, ...]

    def __str__(self) -> str:
        group = self.group
        who = f"{group.routine}, {'known' if group.known else 'new'}, {group.rate}"
        places = f"unfinished {_short(self.stop.unfinished)}, kept {_short(self.kept)}, led {_short(self.found)}"
        return (
            f"{who}, {self.stop.how}, {self.way}: {', '.join(self.faults)}\n    {places}\n    {transcript(self.heard)}"
        )


Case = tuple[Group, int, str]


def cases(groups: Iterable[Group]) -> list[Case]:
    """Every stop of these groups with every way to come back."""
    return [(group, number, way) for group in groups for number in range(len(stops(group))) for way in RETURNS]


def walked(group: Group, number: int, way: str) -> Return:
    """Broken off there, and come back this way."""
    stop, somebody = stops(group)[number], Somebody(group.rate)
    stop.break_off(somebody)
    kept, before = _kept(somebody.record(), group.routine), len(somebody.heard) - 1
    try:
        RETURNS[way](somebody, group.routine)
        if _waits(somebody.record(), group.routine):
            _by_name(somebody, group.routine)
        judged = way not in WITH_A_LIMIT or _is_there(somebody.record(), group.routine, kept)
        led, hold, asked = _first_hold(somebody, group, stop.unfinished)
    except Endless:
        return Return(group, stop, way, somebody.heard[before:], kept, None, ("never ends",))
    heard, found = somebody.heard[before:], hold.place if hold else None
    faults = [*_estimated(group, stop, kept)]
    if any(reply.crash for reply in heard):
        faults = ["sorry"]
    elif kept and judged:
        faults += [*_misplaced(group, way, asked or kept, found), *(by_words(led, hold) if led and hold else ())]
    return Return(group, stop, way, heard, kept, found, tuple(faults))


def _first_hold(somebody: Somebody, group: Group, unfinished: Place) -> tuple[Heard | None, Hold | None, Place | None]:
    """The first hold of the routine itself that is led, and the one that was told, where it was asked for.

    Every other question is answered with yes.
    """
    own = {step.key for step in the_library().routine(group.routine).steps}
    asked = None
    for _ in range(MOST_TURNS):
        hold = next((hold for hold in somebody.last.holds(group.rate) if hold.place.step in own), None)
        if hold or not somebody.last.listens:
            return somebody.last, hold, asked
        if somebody.last.kind in ("was-done", "last-done"):
            doubted = _kept(somebody.record(), group.routine)
            asked = truly(group.routine, doubted, unfinished)
            somebody.say("no" if asked == doubted else "yes")
        else:
            somebody.say("ready" if somebody.last.kind == "ready" else "yes")
    return None, None, None


def _misplaced(group: Group, way: str, kept: Place, found: Place | None) -> Iterator[str]:
    """What is wrong with the hold that is led, by its side, number and part."""
    wanted = cold(group.routine, kept) if way in COLD else kept
    if found is None:
        yield "nothing led"
    elif found != wanted:
        yield how_far(group.routine, wanted, found)


def _estimated(group: Group, stop: Stop, kept: Place | None) -> Iterator[str]:
    """What is wrong with the place that was kept: all that is not right where nobody can doubt it, else a lost hold.

    How often the estimate is right at other paces is what the simulation of `make bench` measures.
    """
    found = estimate(group.routine, stop.unfinished, kept)
    certain = stop.how == SILENCE or (group.known and group.rate == 1.0)
    if found != "right" and (certain or (found == "skipped" and group.rate == 1.0)):
        yield f"kept: {found}"


def _kept(record: Mapping[str, Any], routine: str) -> Place | None:
    """Where this routine is kept."""
    practice = next((one for one in record.get("practices", []) if one["routine"] == routine), None)
    return _place(practice.get("kept") or practice["place"]) if practice else None


def _waits(record: Mapping[str, Any], routine: str) -> bool:
    """Whether nothing of this routine is possible on this day."""
    return any(one["routine"] == routine and one.get("aside") for one in record.get("practices", []))


def _is_there(record: Mapping[str, Any], routine: str, kept: Place | None) -> bool:
    """Whether a new limit leaves the step of the kept place there, and it is none that a night moves to another."""
    now = _kept(record, routine)
    return now is not None and kept is not None and now.step == kept.step and cold(routine, kept) == kept


def _place(written: Mapping[str, Any]) -> Place:
    side = written.get("side")
    return Place(written["step"], Side(side) if side else None, written.get("repetition", 1), written.get("part"))


def _short(place: Place | None) -> str:
    if place is None:
        return "nothing"
    parts = (place.step, place.side, str(place.repetition) if place.repetition > 1 else "", place.part)
    return " ".join(part for part in parts if part)


def main() -> None:
    """Print the returns that went wrong, and how many of each kind."""
    asked = ArgumentParser("python -m tests.walks.returns", description=main.__doc__)
    asked.add_argument("number", nargs="?", type=int, help="how many returns are walked; all without it")
    number = asked.parse_args().number
    everything = cases(GROUPS)
    walks = [walked(*case) for case in (everything if number is None else some(everything, number))]
    found = [one for one in walks if one.faults]
    print(f"{len(walks)} of {len(everything)} returns walked, {len(found)} are wrong")
    print(counted(fault for one in found for fault in one.faults))
    print("\nBy way to come back and fault:")
    print(counted(f"{one.way}: {fault}" for one in found for fault in one.faults))
    print("\nBy moment and fault:")
    print(counted(f"{one.stop.how}: {fault}" for one in found for fault in one.faults))
    print("\nThe place that was kept against the one that was true, by voice (a matter of the estimate):")
    print(
        counted(f"{_voice(one.group)}: {estimate(one.group.routine, one.stop.unfinished, one.kept)}" for one in walks)
    )
    print()
    for one in found:
        print(one)


def _voice(group: Group) -> str:
    return f"{group.rate} {'known' if group.known else 'new'}"


if __name__ == "__main__":
    logging.disable()
    main()
