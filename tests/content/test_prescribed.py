"""What each of our own routines asks for, what it needs, and how long it takes."""

import pytest

from skill.content.library import Library
from skill.content.model import Posture
from skill.timeline.run_sheet import RunSheet
from tests.cases.each_of import each_of
from tests.content.prescribed import ADDED_MINUTES, MINUTES, PRESCRIBED
from tests.reviewed import ROUTINES, STRETCHES

TOLERANCE = 0.15


@each_of("routine", PRESCRIBED)
def test_a_routine_asks_for_what_the_programme_says(routine: str, library: Library) -> None:
    steps = library.routine(routine).steps
    asked = [(step.stretch, step.dose.hold_seconds, step.dose.repetitions) for step in steps]
    assert asked == PRESCRIBED[routine]
    assert not any(step.dose.published for step in steps)


def test_every_routine_that_was_reviewed_is_prescribed_or_published(library: Library) -> None:
    assert {slug for slug in ROUTINES if library.routine(slug).source == "house"} == set(PRESCRIBED)
    assert set(MINUTES) == set(ROUTINES)


@each_of("routine", MINUTES)
def test_a_routine_takes_about_as_long_as_planned(routine: str, library: Library) -> None:
    planned = MINUTES[routine] + ADDED_MINUTES.get(routine, 0.0)
    assert RunSheet(library, library.routine(routine)).minutes == pytest.approx(planned, rel=TOLERANCE)


def test_only_bedtime_asks_nothing_and_only_early_ones_are_for_a_stiff_back(library: Library) -> None:
    routines = [library.routine(slug) for slug in ROUTINES]
    assert {routine.slug for routine in routines if routine.asks_nothing} == {"bedtime"}
    assert {routine.slug for routine in routines if routine.early} == {"morning", "in-bed"}


def test_rests_and_forms_are_where_the_programme_wants_them(library: Library) -> None:
    steps = [(slug, step) for slug in ROUTINES for step in library.routine(slug).steps]
    assert {(slug, step.key): step.rest_after_seconds for slug, step in steps if step.rest_after_seconds} == {
        ("arch-and-strengthen", "sphinx"): 10,
        ("arch-and-strengthen", "prone-leg-lifts"): 10,
    }
    assert {(slug, step.key) for slug, step in steps if step.form == "easier"} == {
        ("desk-published", "standing-forward-fold"),
        ("standing", "standing-forward-fold"),
    }
    rests = {
        step.stretch: step.dose.rest_seconds
        for step in library.routine("hamstrings").steps
        if step.dose.repetitions == 2
    }
    assert rests == {"knee-to-chest": 0, "downward-dog": 15, "standing-forward-fold": 0}


def test_a_step_that_comes_twice_has_a_key_of_its_own(library: Library) -> None:
    assert [step.key for step in library.routine("standing").steps] == [
        "standing-side-tilt",
        "standing-forward-fold",
        "standing-forward-fold-again",
        "standing-side-tilt-again",
        "standing-tall",
    ]


def test_from_the_floor_everybody_is_told_how_to_stand_up_holding_on(library: Library) -> None:
    last = {library.course(routine).postures[-1] for routine in library.routines.values()}
    assert Posture.FRONT not in last
    for posture in last - {Posture.STANDING, Posture.CHAIR, Posture.BED}:
        way = library.way(posture, Posture.STANDING)
        assert way is not None
        assert any("heavy chair" in move for move in way.words["en"]), posture
        assert way.words["en"][-1] == "Keep holding on, for two breaths."


def test_somebody_who_gets_up_from_a_bed_sits_a_while_first(library: Library) -> None:
    way = library.way(Posture.BED, Posture.STANDING)
    assert way is not None
    assert "Stay sitting a while, feet flat on the floor." in way.words["en"]


def test_no_name_of_a_routine_or_a_stretch_is_an_alarm(library: Library) -> None:
    warnings = library.warnings["en"]
    routines = [words for routine in library.routines.values() for words in routine.words.values()]
    stretches = [words for stretch in library.stretches.values() for words in stretch.words.values()]
    names = [name for words in routines for name in (words.name, *words.also)]
    names += [name for words in stretches for name in (words.name, *words.also)]
    assert [name for name in names if warnings.level_in(f"start {name}")] == []


def test_seated_variants_and_rests_of_ours_claim_no_source(library: Library) -> None:
    ours = {slug for slug in STRETCHES if not library.stretch(slug).doses}
    assert ours == {"seated-cat-cow", "seated-side-tilt", "chair-figure-four", "quiet-rest", "standing-tall"}
    published = {step.stretch for step in library.routine("desk-published").steps}
    assert published.isdisjoint(ours)
