"""From any place and any beginning the body can follow: as one reply leaves it, the next one goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import given

from skill.content.model import Posture
from skill.timeline import Announced, Budget, Flow, Moment, Place, Role, Side, Walk, head
from skill.timeline.hold.units import Unit
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLACES, PLANS, told_briefly, told_in_full, units
from tests.nightly import some_of
from tests.properties.timeline.body import Body, CannotFollow
from tests.properties.timeline.walks import Case, asked, cases, heads, places

TURNED_TO = [
    (name, unit.place)
    for name, plan in PLANS.items()
    for unit in units(plan)
    if unit.stretch.words["en"].change and unit.opens_side and not unit.first
]
"""Every second side for which one turns round."""


def test_there_are_sides_to_be_turned_to() -> None:
    assert {place.step for _, place in TURNED_TO} == {"elevated-leg"}


@given(cases())
def test_a_reply_that_begins_on_another_side_tells_how_to_lie_for_it(case: Case) -> None:
    before: Place | None = None
    for reply in heads(case):
        heard = places(reply.timeline.moments)
        if heard and (case.plan, heard[0]) in TURNED_TO and not (before is None and case.introduced):
            assert arranged_for(heard[0], reply.timeline.moments)
        before = heard[-1] if heard else before


def test_whoever_answers_between_the_sides_is_told_to_turn_round() -> None:
    for name, place in TURNED_TO:
        case = Case(name, PLACES[name][PLACES[name].index(place) - 1], LIBRARY.stretch("elevated-leg").posture)
        (_, *later) = list(heads(case))
        for reply in later:
            if places(reply.timeline.moments)[:1] == (place,):
                assert turned(reply.timeline.moments)
    case = Case("in-bed", Place("elevated-leg", PLACES["in-bed"][-1].side), LIBRARY.stretch("elevated-leg").posture)
    assert arranged_for(case.start, next(heads(case)).timeline.moments)


def arranged_for(place: Place, moments: tuple[Moment, ...]) -> bool:
    """Whether it is said how to lie for the side of this hold before it."""
    said = [moment.words for moment in moments if moment.place == place and moment.role is Role.SETUP]
    return f"Lie on your back along the edge, your {place.side} leg nearest to it." in said


def turned(moments: tuple[Moment, ...]) -> bool:
    return "Turn round, so that your head lies at the other end." in [moment.words for moment in moments]


BEGINNINGS = ("they come back", "let out of it", "after the hold before")


@dataclass(frozen=True)
class Start:
    """One beginning of one routine."""

    plan: str
    number: int
    beginning: str
    flow: Flow
    newcomer: bool

    @property
    def place(self) -> Place:
        return PLACES[self.plan][self.number]

    @property
    def holds(self) -> dict[Place, Unit]:
        return {unit.place: unit for unit in units(PLANS[self.plan])}

    @property
    def walk(self) -> Walk:
        """The walk as the skill begins it: from standing, in the posture of the stretch, or from the hold before."""
        telling = told_in_full() if self.newcomer else told_briefly()
        walk = Walk(PLANS[self.plan], telling, self.place, Posture.STANDING, asks_on_arrival=self.flow.asks_on_arrival)
        if self.beginning == "let out of it":
            return replace(walk, posture=asked_in(self.holds[self.place]), announced=Announced(introduced=True))
        if self.beginning == "after the hold before" and self.number:
            return replace(walk, posture=asked_in(self.holds[self.before]), heard_out=True)
        return walk

    @property
    def before(self) -> Place:
        return PLACES[self.plan][self.number - 1]

    @property
    def body(self) -> Body:
        """The body that hears it: anybody who asks for the routine in bed lies there."""
        lies = PLANS[self.plan].suits.only == "bed" and self.walk.posture is Posture.STANDING
        posture = Posture.BED if lies else self.walk.posture
        body = Body(posture, self.holds, limits=PLANS[self.plan].ways_without)
        if self.beginning == "let out of it":
            return replace(body, before=self.place, turned=self.place.side)
        if self.walk.heard_out:
            return replace(body, before=self.before, turned=self.before.side)
        return body


def asked_in(unit: Unit) -> Posture:
    """How somebody is who was in this stretch and is asked something."""
    return Posture.BACK if unit.stretch.posture is Posture.FRONT else unit.stretch.posture


STARTS = [
    Start(plan, number, beginning, flow, newcomer)
    for plan, found in PLACES.items()
    for number in range(len(found))
    for beginning, flow, newcomer in product(BEGINNINGS, Flow, (False, True))
]


def led(start: Start) -> Iterator[tuple[Posture, Body]]:
    """Reply after reply to the end: how the skill thinks that the body is, and how it is."""
    walk, body = start.walk, start.body
    place: Place | None = start.place
    while place is not None:
        told = head(replace(walk, start=place), Budget(start.flow))
        for moment in told.timeline.moments:
            body.hear(moment)
        body.at_the_end()
        yield told.posture, body
        place = told.then
        walk = asked(walk, told)


@each_of("plan", PLANS)
def test_from_any_place_and_any_beginning_the_body_can_follow(plan: str) -> None:
    for start in some_of([start for start in STARTS if start.plan == plan], 149):
        try:
            for thought, body in led(start):
                assert body.posture is thought, start
        except CannotFollow as lost:
            raise AssertionError(start) from lost


def heard(*moments: Moment) -> Body:
    """A body on its back that has heard these, in the bed routine."""
    body = Body(Posture.BACK, {unit.place: unit for unit in units(PLANS["in-bed"])})
    for moment in moments:
        body.hear(moment)
    return body


LEG = Place("elevated-leg", Side.LEFT)
LIES_FOR_IT = Moment(Role.SETUP, 3, "Lie on your back along the edge, your left leg nearest to it.", LEG)
ON_THE_BED = Moment(Role.POSTURE, 2, "On your back, then, if you are not yet.")
HOLD = Moment(Role.HOLD, 1, "Hold.", LEG)
ROLLS = [Moment(Role.POSTURE, 2, words) for words in ("Reach one arm up past your ear.", "You should be standing now.")]


def test_a_body_that_is_told_everything_can_follow() -> None:
    assert heard(ON_THE_BED, LIES_FOR_IT, HOLD).before == LEG


@pytest.mark.parametrize(
    "moments",
    [(LIES_FOR_IT, HOLD), (ON_THE_BED, HOLD), (ON_THE_BED, LIES_FOR_IT, HOLD, LIES_FOR_IT._replace(place=None)), ROLLS],
    ids=["in another posture", "for the other side", "still in it", "by a way that leads elsewhere"],
)
def test_a_body_that_is_not_told_how_cannot(moments: tuple[Moment, ...]) -> None:
    with pytest.raises(CannotFollow):
        heard(*moments).at_the_end()


def test_whoever_is_asked_between_two_repetitions_that_flow_on_is_let_out_before() -> None:
    case = Case(
        "eight-stretches", Place("cat-and-cow", part="cat"), Posture.ALL_FOURS, newcomer=True, before_seconds=45
    )
    told = next(heads(case))
    assert told.then == Place("cat-and-cow", None, 5, "cat")
    assert [moment.words for moment in told.timeline.moments][-2:] == ["Let your back come level, and rest.", ""]
