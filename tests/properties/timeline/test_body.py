"""From any place and any beginning the body can follow: who has to turn round for a side is told so in that reply."""

from hypothesis import given

from skill.timeline import Moment, Place, Role
from tests.library import LIBRARY, PLACES, PLANS, units
from tests.properties.timeline.walks import Case, cases, heads, places

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
