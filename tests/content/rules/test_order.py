"""Our own routines keep the order that a body likes; where an article's order differs, it is known how and why."""

from pathlib import Path

import pytest

from skill.content.library import Library
from skill.content.library_from_files import read_library
from skill.content.model import Posture
from skill.content.rules.daily_rules import most_a_day_seconds
from skill.content.rules.order_rules import ORDER_RULES, order_complaints
from tests.cases.each_of import each_of

PUBLISHED_AS_IT_IS = {
    # Begins with sphinx, stands up in the middle, and arches twice in a row with nothing in between.
    "eight-stretches": {
        "movement_first",
        "strong_in_the_middle",
        "few_changes",
        "on_the_way_up",
        "flat_between_arches",
    },
    # Begins in child's pose, and goes to a bed and back in the middle.
    "six-stretches": {"movement_first", "few_changes", "on_the_way_up"},
    # Begins with a knee hug, lies down again for the bridge, and ends in a standing fold.
    "seven-stretches": {"movement_first", "strong_in_the_middle", "few_changes", "on_the_way_up"},
    # Begins with the knee press, and tilts the hips after it.
    "four-stretches": {"movement_first"},
    # Begins in child's pose, and goes from hands and knees down onto the front, then onto the back.
    "five-stretches": {"movement_first", "on_the_way_up"},
}
"""The rules that an article's own order does not keep: it is told as published, with a word of it beforehand."""


def test_every_rule_holds_for_every_routine_of_ours(library: Library) -> None:
    own = [routine for routine in library.routines.values() if routine.source == "house"]
    assert {routine.slug: list(order_complaints(library.course(routine))) for routine in own} == {
        routine.slug: [] for routine in own
    }


def test_the_articles_differ_only_where_it_is_known(library: Library) -> None:
    courses = {slug: library.course(library.routine(slug)) for slug in PUBLISHED_AS_IT_IS}
    differing = {slug: {rule.__name__ for rule in ORDER_RULES if [*rule(course)]} for slug, course in courses.items()}
    assert differing == PUBLISHED_AS_IT_IS
    assert {routine.slug for routine in library.routines.values() if routine.source != "house"} == set(courses)


@each_of(
    ("stretch", "most"),
    [
        ("childs-pose", 150),
        ("bridge", 60),
        ("standing-forward-fold", 60),
        ("piriformis", 60),
        ("chair-figure-four", 60),
        ("pelvic-tilts", None),
        ("quiet-rest", None),
    ],
)
def test_a_day_has_its_bounds_for_holds_but_not_for_moving_freely(
    stretch: str, most: int | None, library: Library
) -> None:
    assert most_a_day_seconds(library.stretch(stretch)) == most


def test_one_knee_at_a_time_is_no_deep_bend_but_both_are(library: Library) -> None:
    bends = {
        routine: [one.bend for one in library.course(library.routine(routine)).numbered if one.step.key == "knee-press"]
        for routine in ("morning", "bedtime")
    }
    assert bends == {"morning": [None], "bedtime": ["deep"]}


def test_both_knees_at_once_count_for_each_side(library: Library) -> None:
    steps = {one.step.key: one for one in library.course(library.routine("bedtime")).numbered}
    assert steps["knee-press"].seconds_a_side == 40
    assert steps["knee-rolls"].seconds_a_side == 10


def test_an_easier_step_is_told_in_its_easier_words(library: Library) -> None:
    easier, usual = library.routine("standing").steps[1:3]
    words = library.stretch_of(easier).words["en"]
    assert words.enter == (
        "Knees bent, both hands on the worktop or desk.",
        "Lean forward, head no lower than your hips.",
    )
    assert words.short == "Both hands on the worktop or desk, and lean forward."
    assert words.again is None
    assert words.release == library.stretch("standing-forward-fold").words["en"].release
    assert library.stretch_of(usual) is library.stretch("standing-forward-fold")


def test_whoever_is_in_bed_stays_there(library: Library) -> None:
    for slug in ("in-bed", "bedtime"):
        assert library.course(library.routine(slug)).postures == (Posture.BED,)
    assert library.stretch("pelvic-tilts").posture is Posture.BACK


def test_an_easier_form_without_words_is_refused(folder: Path) -> None:
    fold = folder / "stretches" / "standing-forward-fold.toml"
    fold.write_text(fold.read_text("utf-8").partition("[words.en.easier]")[0], "utf-8")
    with pytest.raises(Exception, match="form: standing-forward-fold has no words for an easier form") as refused:
        read_library(folder)
    assert str(refused.value).splitlines() == [
        "routines/desk-published.toml: line 8: steps.1.form: standing-forward-fold has no words for an easier form",
        "routines/standing.toml: line 8: steps.1.form: standing-forward-fold has no words for an easier form",
    ]
