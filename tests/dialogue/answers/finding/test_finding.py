"""What is offered suits the person and the hour: nothing deep early, nothing strong unasked, nothing left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, product, takewhile

import pytest

from skill.content.model import Kind, Routine
from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.memory.days import Days
from skill.dialogue.memory.habit import Habit, Led
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.subject import Offer, OneOf
from skill.dialogue.offers.suitability import offer_for
from skill.dialogue.scene.completeness import led, share_left
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Slot, Turn
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Role
from tests.cases.each_of import each_of
from tests.library import LIBRARY
from tests.nightly import some_of

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
AT_HOME = Person(zone="Europe/London", told=("welcome", "safety", "screening"))
USED_TO_IT = replace(AT_HOME, finished=12)


def scene(intent: str, person: Person = USED_TO_IT, at: datetime = NOON, **slots: str) -> Scene:
    said = {name: Slot(slug, (slug,)) for name, slug in slots.items()}
    return Scene(LIBRARY, Turn("a turn", intent, at, Owner("account"), "a conversation", slots=said), person)


def answered(scene: Scene) -> Outcome:
    return ANSWERS[scene.turn.intent](scene)


def offered(scene: Scene) -> Routine:
    asked = answered(scene).person.asked
    assert asked is not None
    assert isinstance(asked.subject, Offer)
    assert asked.kind is Ask.BEGIN
    return LIBRARY.routine(asked.subject.routine)


def surprises(person: Person) -> Iterator[tuple[int, Routine]]:
    """The hour and what is offered, through four days: by day every seventh, which is nearly every hour of a day."""
    for hours in some_of(range(4 * 24), 7):
        at = NOON + timedelta(hours=hours)
        yield at.hour, offered(scene("SurpriseIntent", person, at))


def strong(routine: Routine) -> bool:
    return any(LIBRARY.stretch(step.stretch).kind is Kind.STRONG for step in routine.steps)


def deep(routine: Routine) -> bool:
    return any(one.bend == "deep" for one in LIBRARY.course(routine).numbered)


A_MONTH_AGO = Habit(days=Days(first=739_648, bits=1))
"""They practised first on the first of February: nothing comes too early."""


@pytest.mark.parametrize("finished", range(3))
def test_the_first_three_times_nothing_strong_is_a_surprise(finished: int) -> None:
    assert [routine.slug for _, routine in surprises(replace(AT_HOME, finished=finished)) if strong(routine)] == []


def test_a_surprise_is_for_its_hour() -> None:
    by_hour = list(surprises(USED_TO_IT))
    assert [routine.slug for hour, routine in by_hour if hour in range(4, 9) and deep(routine)] == []
    by_night = [routine for hour, routine in by_hour if hour >= 20 or hour < 4]
    assert {routine.slug for routine in by_night} == {"bedtime", "gentle-start", "five-gentle-minutes"}
    assert [routine.slug for routine in by_night if strong(routine)] == []


def test_by_day_it_is_another_one_from_day_to_day() -> None:
    assert len({offered(scene("SurpriseIntent", at=NOON + timedelta(days=day))).slug for day in range(10)}) >= 4


def test_what_was_done_yesterday_is_no_surprise_today() -> None:
    today = NOON.date().toordinal()
    first = offered(scene("SurpriseIntent")).slug
    lately = Habit(lately=(Led(first, today - 1, 600, 1),))
    assert offered(scene("SurpriseIntent", replace(USED_TO_IT, habit=lately))).slug != first


LIMITS = [(limit,) for limit in LIBRARY.limits] + list(some_of(list(combinations(LIBRARY.limits, 2)), 7))
LIMITED_ROUTINES = some_of(list(product(LIBRARY.limits, LIBRARY.routines)), 13)


@each_of("limits", LIMITS)
def test_whatever_is_ruled_out_the_offer_has_none_of_it(limits: tuple[str, ...]) -> None:
    limited = replace(USED_TO_IT, tailoring=Tailoring(limits=limits))
    here = scene("AMAZON.YesIntent", limited)
    offer = offer_for(here)
    assert offer is not None
    routine = led(here, offer)
    assert routine is not None
    assert {step.stretch for step in routine.steps} & limited.tailoring.left_out(LIBRARY) == set()
    assert share_left(here, offer) >= max(0.5, share_left(here, "lower-back"))


@each_of("limit", LIBRARY.limits)
def test_a_newcomer_with_a_limit_is_offered_nothing_strong(limit: str) -> None:
    newcomer = replace(AT_HOME, tailoring=Tailoring(limits=(limit,)))
    offer = offer_for(scene("AMAZON.YesIntent", newcomer))
    assert offer is not None
    assert not strong(LIBRARY.routine(offer))


@each_of(("limit", "routine"), LIMITED_ROUTINES)
def test_every_routine_begins_with_what_is_left_of_it_or_another_is_offered(routine: str, limit: str) -> None:
    limited = replace(USED_TO_IT, tailoring=Tailoring(limits=(limit,)), habit=A_MONTH_AGO)
    begun = answered(scene("StartRoutineIntent", limited, routine=routine))
    if begun.person.practice is None:
        assert begun.person.asked is not None
        assert begun.person.asked.kind == "begin"
        assert led(scene("StartRoutineIntent", limited), routine) is None
    else:
        out = limited.tailoring.left_out(LIBRARY)
        place = begun.person.practice.place
        assert place.step.removesuffix("-again") not in out


@pytest.mark.parametrize("limit", LIBRARY.limits)
def test_ten_minutes_can_be_had_with_any_limit(limit: str) -> None:
    limited = replace(USED_TO_IT, tailoring=Tailoring(limits=(limit,)))
    turn = scene("ByTimeIntent", limited)
    begun = answered(replace(turn, turn=replace(turn.turn, slots={"duration": Slot("PT10M")})))
    practice = begun.person.practice
    assert practice is not None
    assert practice.routine == "fitted"
    assert {step.stretch for step in practice.made} & limited.tailoring.left_out(LIBRARY) == set()
    assert "ten minutes" in " ".join(moment.words for moment in begun.reply.timeline.moments[:5])


@pytest.mark.parametrize("told", [(), AT_HOME.told], ids=["new", "known"])
def test_whoever_has_one_minute_holds_within_twenty_seconds(told: tuple[str, ...]) -> None:
    turn = scene("ByTimeIntent", replace(AT_HOME, told=told))
    begun = answered(replace(turn, turn=replace(turn.turn, slots={"duration": Slot("PT1M")})))
    before = takewhile(lambda moment: moment.role is not Role.HOLD, begun.reply.timeline.moments)
    assert sum(moment.seconds for moment in before) <= 20


@each_of("setting", ["chair", "bed", "standing", "floor"])
@each_of("limits", [(), *LIMITS[: len(LIBRARY.limits)]])
def test_a_place_offers_something_that_suits_or_says_that_nothing_does(setting: str, limits: tuple[str, ...]) -> None:
    limited = replace(USED_TO_IT, tailoring=Tailoring(limits=limits))
    asked = answered(scene("BySettingIntent", limited, setting=setting)).person.asked
    assert asked is not None
    assert isinstance(asked.subject, Offer | OneOf)
    names = asked.subject.names if isinstance(asked.subject, OneOf) else (asked.subject.routine,)
    assert len(names) <= 2
    known = [slug for slug in names if slug in LIBRARY.routines]
    assert all(share_left(scene("BySettingIntent", limited), slug) >= 0.5 for slug in known)
