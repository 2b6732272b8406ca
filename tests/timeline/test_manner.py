"""Fewer words, more words, only the counting; slower and faster: what stays, and what goes."""

from dataclasses import replace

from skill.content.model import Posture
from skill.timeline import HOLDING, Moment, Place, Role, Telling, Timeline, Walk, marks
from skill.timeline.hold.holding import hold
from skill.timeline.hold.units import Unit
from skill.timeline.hold.ways import way
from skill.timeline.manner import Amount, Manner
from tests.cases.each_of import each_of
from tests.library import LIBRARY, PLANS, holds, told_briefly, told_in_full, units

SPARING = (Amount.FEWER, Amount.COUNTING)


def in_manner(telling: Telling, amount: Amount = Amount.USUAL, breath_seconds: int = 6) -> Telling:
    return replace(telling, manner=Manner(amount, breath_seconds))


def told(name: str, telling: Telling) -> list[Moment]:
    routine = PLANS[name]
    first = units(routine)[0]
    walk = Walk(routine, telling, first.place, first.stretch.posture)
    return [moment for stage in walk.stages() for moment in stage.moments]


def said(name: str, telling: Telling, *roles: Role) -> list[str]:
    return [moment.words for moment in told(name, telling) if moment.words and (not roles or moment.role in roles)]


def test_just_the_counting_is_names_sides_counts_and_releases() -> None:
    assert said("stretch/knee-to-chest", in_manner(told_briefly(), Amount.COUNTING)) == [
        "Knee to chest stretch.",
        "Right side.",
        "Hold. Twenty seconds.",
        "Ten more seconds.",
        "Let go, and lower the leg slowly.",
        "The left side now.",
        "Hold. Twenty seconds for this one, too.",
        "Ten more seconds.",
        "Let go, and lower the leg slowly.",
        "And that is all of it.",
    ]


def test_a_long_hold_is_counted_down_every_ten_seconds() -> None:
    telling = in_manner(told_briefly(), Amount.COUNTING)
    cues = [moment.words for moment in hold(holds("childs-pose", hold_seconds=60)[0], telling) if moment.words]
    assert cues == [
        "Hold. One minute.",
        "Fifty more seconds.",
        "Forty more seconds.",
        "Thirty more seconds.",
        "Twenty more seconds.",
        "Ten more seconds.",
    ]


def test_fewer_words_leave_the_short_cue_and_what_some_do_otherwise_for_a_first_meeting() -> None:
    assert said("stretch/knee-rolls", in_manner(told_in_full(), Amount.FEWER))[:3] == [
        "Knee rolls.",
        "New hip: pillow between, or move less.",
        "Both knees to the right.",
    ]


def test_more_words_tell_a_known_stretch_in_full() -> None:
    more = said("stretch/knee-to-chest", in_manner(told_briefly(), Amount.MORE), Role.SETUP, Role.ENTER)
    assert more[:3] == [
        "Both legs long.",
        "Draw your right knee towards your chest.",
        "Both hands hold it, wherever is easy.",
    ]


def test_what_was_asked_about_is_explained_however_few_words_are_wanted() -> None:
    telling = replace(in_manner(told_briefly(), Amount.COUNTING), explained="knee-to-chest")
    assert "Both hands hold it, wherever is easy." in said("stretch/knee-to-chest", telling)


@each_of("amount", SPARING)
@each_of("name", PLANS)
def test_releases_and_ways_are_told_however_few_words_are_wanted(name: str, amount: Amount) -> None:
    roles = (Role.RELEASE, Role.POSTURE, Role.SIDES)
    usual, sparing = said(name, told_briefly(), *roles), said(name, in_manner(told_briefly(), amount), *roles)
    told = [words for words in usual if words not in NAMES_A_SIDE]
    assert told
    assert [words for words in sparing if words in told] == told


NAMES_A_SIDE = ("The left side now.", "The right side now.", "Now the left side.", "Now the right side.")
"""Where nothing but the counting is wanted, no way in names the side: so it is named by itself."""


@each_of("amount", Amount)
@each_of("name", PLANS)
def test_every_hold_is_exact_and_has_its_mark_in_every_manner(name: str, amount: Amount) -> None:
    timeline = Timeline(tuple(told(name, in_manner(told_in_full(), amount, breath_seconds=7))))
    held: dict[Place, float] = {}
    for moment in timeline.moments:
        if moment.role in HOLDING and moment.place:
            held[moment.place] = round(held.get(moment.place, 0.0) + moment.seconds, 1)
    assert held == {unit.place: unit.hold_seconds for unit in units(PLANS[name])}
    assert all(mark.begins.seconds(1.0) > 0 or mark == marks(timeline)[0] for mark in marks(timeline))


def seconds_in(stretch: str, breath_seconds: int, role: Role) -> float:
    telling = in_manner(told_briefly(), breath_seconds=breath_seconds)
    return round(sum(m.seconds for m in told(f"stretch/{stretch}", telling) if m.role is role and m.silent), 1)


def test_slower_gives_more_time_to_get_in_and_faster_less() -> None:
    assert [seconds_in("knee-to-chest", breath, Role.SETTLE) for breath in (5, 6, 7)] == [8.4, 10, 11.6]


def test_nobody_is_hurried_in_a_strong_stretch_or_over_to_the_other_side() -> None:
    assert [seconds_in("bridge", breath, Role.SETTLE) for breath in (5, 6, 7)] == [6, 6, 7]
    assert [seconds_in("knee-to-chest", breath, Role.SIDES) for breath in (5, 6, 7)] == [4, 4, 4.7]


def way_seconds(breath_seconds: int) -> int:
    telling = in_manner(told_briefly(), breath_seconds=breath_seconds)
    return round(sum(moment.seconds for moment in way(Posture.BACK, Posture.ALL_FOURS, telling)))


def test_the_way_to_another_posture_is_slow_for_whoever_wants_it_slower_and_never_hurried() -> None:
    assert [way_seconds(breath) for breath in (5, 6, 7)] == [30, 30, 45]


def test_the_words_of_a_rhythm_come_with_the_breath() -> None:
    wipers: Unit = holds("windshield-wipers", hold_seconds=70)[0]
    beats = Timeline(tuple(hold(wipers, in_manner(told_briefly(), breath_seconds=7)))).timed()
    assert [start for start, moment in beats if moment.words in ("Right.", "Middle.", "Left.")][:4] == [
        3.5,
        7,
        10.5,
        14,
    ]


def test_the_breath_has_an_end_either_way() -> None:
    manner = Manner()
    assert [manner.slower(steps).breath_seconds for steps in (-2, -1, 0, 1, 2)] == [5, 5, 6, 7, 7]


def test_a_movement_lasts_as_many_breaths_and_a_hold_as_many_seconds() -> None:
    slow = Manner(breath_seconds=7)
    assert slow.movement_seconds(LIBRARY.stretch("windshield-wipers"), 60) == 70
    assert slow.usual_seconds(LIBRARY.stretch("windshield-wipers"), 70) == 60
    assert slow.movement_seconds(LIBRARY.stretch("knee-to-chest"), 20) == 20
