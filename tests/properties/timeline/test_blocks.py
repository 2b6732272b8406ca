"""Stretches face down in a row: asked for before the first, stayed in, and cut once at most, as was said before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from skill.content.model import Posture, Routine
from skill.timeline import Budget, Flow, Head, Place, Telling, Walk, head
from skill.timeline.block import Block, block_ahead
from skill.timeline.hold.units import units_of
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLANS, told_briefly, told_in_full
from tests.properties.timeline.walks import asked

FLOWS = (Flow.USUAL, Flow.HANDS_FREE, Flow.ONE_AT_A_TIME)


@dataclass(frozen=True)
class Reply:
    """Where a reply begins, what it has, and which block was told before it."""

    start: Place
    told: Head
    block: Block | None


def replies(routine: Routine, telling: Telling, flow: Flow) -> Iterator[Reply]:
    """The whole routine, from standing."""
    start = units_of(routine.steps[0], LIBRARY.stretch_of(routine.steps[0]))[0].place
    place: Place | None = start
    walk, budget = Walk(routine, telling, start, Posture.STANDING, asks_on_arrival=flow.asks_on_arrival), Budget(flow)
    while place is not None:
        walk = replace(walk, start=place)
        told = head(walk, budget)
        yield Reply(place, told, block_ahead(walk, budget) if walk.heard_out else None)
        place, walk = told.then, replace(asked(walk, told), asks_on_arrival=False)


def face_down(routine: Routine, key: str) -> bool:
    step = routine.steps[routine.index_of(key) or 0]
    return LIBRARY.stretch_of(step).posture is Posture.FRONT


def blocks(routine: Routine) -> list[list[str]]:
    keys = [step.key for step in routine.steps]
    return [list(some) for down, some in groupby(keys, lambda key: face_down(routine, key)) if down]


WITH_BLOCKS = [name for name, routine in PLANS.items() if blocks(routine)]


def test_there_are_blocks_of_one_and_of_several() -> None:
    assert {len(block) for name in WITH_BLOCKS for block in blocks(PLANS[name])} == {1, 2, 3}


@each_of("flow", FLOWS)
@each_of("name", WITH_BLOCKS)
def test_a_block_is_asked_for_and_cut_once_at_most_where_that_was_told(name: str, flow: Flow) -> None:
    routine = PLANS[name]
    for telling in (told_briefly(), told_in_full()):
        heard = [*replies(routine, telling, flow)]
        assert [reply for reply in heard if reply.told.posture is Posture.FRONT] == []
        for block in blocks(routine):
            first, *cuts = [reply for reply in heard if reply.start.step in block and not reply.told.arrives]
            assert [first.start, *(cut.start for cut in cuts)] == [
                opening(routine, key) for key in (block[0], *(cut.start.step for cut in cuts))
            ]
            assert len(cuts) <= 1
            if first is not heard[0]:
                assert first.block is not None
                assert [step.key for step in first.block.steps] == block
                said = first.block.cut_after.key if first.block.cut_after else None
                assert said == (block[block.index(cuts[0].start.step) - 1] if cuts else None)


def opening(routine: Routine, key: str) -> Place:
    """The first hold of a step: a block begins there, and is cut there."""
    step = routine.steps[routine.index_of(key) or 0]
    return units_of(step, LIBRARY.stretch_of(step))[0].place


def test_the_block_of_arch_and_strengthen_is_cut_after_the_second_and_the_first_time_after_the_first() -> None:
    routine = PLANS["arch-and-strengthen"]
    cuts = [
        [name for reply in replies(routine, telling, Flow.USUAL) if (name := cut_told(reply))]
        for telling in (told_briefly(), told_in_full())
    ]
    assert cuts == [["prone-leg-lifts"], ["sphinx"]]


def cut_told(reply: Reply) -> str:
    """The stretch after which one rolls over, as it was said before."""
    after = reply.block.cut_after if reply.block else None
    return after.stretch if after else ""


def test_one_stretch_that_is_longer_than_a_reply_is_cut_once_and_that_is_told_before() -> None:
    routine = PLANS["stretch/sphinx"]
    reach = LIBRARY.stretch("sphinx")
    dose = {"hold_seconds": reach.hold.longest, "repetitions": reach.repetitions.most}
    step = routine.steps[0].but(dose=routine.steps[0].dose.but(**dose))

    way, first, second = replies(routine.but(steps=(step,)), told_in_full(), Flow.USUAL)

    assert way.told.arrives
    assert first.block is not None
    assert second.block is not None
    assert (first.block.cut_inside, second.block.cut_inside) == (True, False)
    assert (first.start.repetition, second.start.repetition) == (1, 5)
