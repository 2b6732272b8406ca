"""The doses of the five articles are in the content exactly as published."""

import pytest

from skill.content.library import Library
from skill.content.model import Dose
from tests.cases.each_of import each_of
from tests.content.published import OTHER_NAMES, PUBLISHED, Published


@each_of("row", PUBLISHED)
def test_a_published_dose_is_kept_to_the_figure(row: Published, library: Library) -> None:
    (dose,) = [dose for dose in library.stretch(row.slug).doses if (dose.source, dose.order) == (row.source, row.order)]
    lengths = {"hold": dose.hold, "breaths": dose.breaths, "lasts": dose.lasts}
    assert {unit: length for unit, length in lengths.items() if length is not None} == {row.unit: row.length}
    assert (dose.repetitions, dose.first, dose.house) == (row.repetitions, row.first, row.own)


@each_of("row", PUBLISHED)
def test_a_stretch_is_found_by_what_its_article_calls_it(row: Published, library: Library) -> None:
    words = library.stretch(row.slug).words["en"]
    assert {row.name, *OTHER_NAMES.get(row.slug, ())} <= {words.name, *words.also}


def test_nothing_claims_to_be_published_that_is_not(library: Library) -> None:
    claimed = [(dose.source, dose.order) for stretch in library.stretches.values() for dose in stretch.doses]
    assert sorted(claimed) == [(row.source, row.order) for row in PUBLISHED]


Walked = list[tuple[str, int, int, str, bool]]


def walked(library: Library, routine: str) -> Walked:
    return [(step.stretch, *figures(step.dose)) for step in library.routine(routine).steps]


def figures(dose: Dose) -> tuple[int, int, str, bool]:
    return dose.hold_seconds, dose.repetitions, dose.first, dose.published


SOURCED: dict[str, Walked] = {
    "eight-stretches": [
        ("sphinx", 10, 5, "right", True),
        ("prone-leg-lifts", 5, 5, "right", True),
        ("knee-to-chest", 5, 5, "right", False),
        ("happy-baby", 15, 1, "right", True),
        ("seated-figure-four", 20, 1, "right", True),
        ("standing-side-tilt", 10, 5, "right", True),
        ("cat-and-cow", 10, 5, "right", True),
        ("childs-pose", 20, 3, "right", True),
    ],
    "six-stretches": [
        ("childs-pose", 30, 4, "right", True),
        ("knee-to-chest", 20, 1, "right", True),
        ("elevated-leg", 20, 1, "right", True),
        ("lumbar-rotation", 20, 1, "right", True),
        ("modified-cobra", 10, 4, "right", True),
        ("piriformis", 20, 1, "right", True),
    ],
    "seven-stretches": [
        ("knee-to-chest", 15, 1, "right", False),
        ("cat-cow", 36, 1, "right", False),
        ("downward-dog", 12, 1, "right", True),
        ("bridge", 18, 1, "right", True),
        ("childs-pose", 60, 1, "right", True),
        ("standing-forward-fold", 15, 1, "right", False),
    ],
    "four-stretches": [
        ("knee-press", 15, 1, "left", True),
        ("knee-rolls", 10, 1, "right", True),
        ("pelvic-tilts", 7, 5, "right", True),
        ("chair-twists", 7, 2, "right", True),
    ],
    "five-stretches": [
        ("childs-pose", 30, 1, "right", True),
        ("cat-cow", 30, 1, "right", True),
        ("downward-dog", 30, 1, "right", True),
        ("cobra", 30, 1, "right", True),
        ("windshield-wipers", 60, 1, "right", True),
    ],
}


@pytest.mark.parametrize("routine", SOURCED)
def test_a_published_routine_keeps_order_and_the_low_end_of_each_dose(routine: str, library: Library) -> None:
    assert walked(library, routine) == SOURCED[routine]


def test_the_knee_press_of_the_article_ends_with_both_knees(library: Library) -> None:
    together = {step.stretch for step in library.routine("four-stretches").steps if step.dose.together}
    assert together == {"knee-press"}
