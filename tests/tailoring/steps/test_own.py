"""A routine of one's own: whatever is added, in whatever order, a body likes it, or one hears which rule it breaks."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as some

from skill.content.model import Kind, Routine
from skill.content.rules.order_rules import ORDER_RULES, order_complaints
from skill.tailoring.steps.made import MadeStep, made_routine
from skill.tailoring.steps.own import OWN, Added, added, usual_step
from skill.tailoring.steps.packed_steps import packed_steps, unpacked_steps
from skill.tailoring.steps.surrounding import led, rested
from tests.cases.each_of import each_of
from tests.library import LIBRARY

RULES = {rule.__name__.replace("_", "-") for rule in ORDER_RULES}


def own(*stretches: str) -> tuple[MadeStep, ...]:
    """The routine of somebody who added these, one after the other."""
    steps: tuple[MadeStep, ...] = ()
    for slug in stretches:
        steps = added(LIBRARY, steps, usual_step(LIBRARY, slug)).steps
    return steps


def as_led(steps: tuple[MadeStep, ...]) -> Routine | None:
    """The routine of these steps with all that is put around them."""
    routine = made_routine(LIBRARY, OWN, led(LIBRARY, steps))
    return rested(LIBRARY, routine) if routine else None


def names(steps: tuple[MadeStep, ...]) -> list[str]:
    return [step.stretch for step in steps]


@given(some.lists(some.sampled_from(sorted(LIBRARY.stretches)), min_size=1, max_size=12, unique=True))
def test_whatever_is_added_is_led_in_an_order_that_a_body_likes(stretches: list[str]) -> None:
    steps: tuple[MadeStep, ...] = ()
    for slug in stretches:
        wanted = added(LIBRARY, steps, usual_step(LIBRARY, slug))
        assert (wanted.in_the_way in RULES) == (wanted.steps == steps)
        assert (slug in names(wanted.steps)) == (wanted.in_the_way == "")
        steps = wanted.steps
    routine = as_led(steps)
    if routine is not None:
        assert list(order_complaints(LIBRARY.course(routine))) == []
        assert LIBRARY.stretch(routine.steps[0].stretch).kind is Kind.MOVEMENT


@each_of("order", list(permutations(("childs-pose", "bridge", "knee-to-chest", "pelvic-tilts"))))
def test_in_whatever_order_they_come_each_finds_its_place(order: tuple[str, ...]) -> None:
    assert names(own(*order)) == ["pelvic-tilts", "knee-to-chest", "bridge", "childs-pose"]


@each_of(
    ("stretch", "steps"),
    [
        ("knee-to-chest", ["pelvic-tilts", "knee-to-chest"]),
        ("bridge", ["pelvic-tilts", "bridge", "quiet-rest"]),
        ("cobra", ["pelvic-tilts", "cobra", "quiet-rest"]),
        ("downward-dog", ["cat-cow", "downward-dog", "childs-pose"]),
        ("standing-forward-fold", ["standing-side-tilt", "standing-forward-fold", "standing-tall"]),
        ("chair-figure-four", ["seated-cat-cow", "chair-figure-four"]),
        ("knee-rolls", ["knee-rolls"]),
    ],
)
def test_one_held_stretch_gets_a_movement_before_it_and_a_strong_one_rest_after(stretch: str, steps: list[str]) -> None:
    assert names(led(LIBRARY, own(stretch))) == steps


def test_a_third_change_of_posture_stands_in_the_way() -> None:
    steps = own("seated-cat-cow", "bridge", "standing-side-tilt")
    assert added(LIBRARY, steps, usual_step(LIBRARY, "childs-pose")) == Added(steps, "few-changes")


def test_a_second_figure_four_stands_in_the_way() -> None:
    steps = own("piriformis", "knee-rolls")
    assert added(LIBRARY, steps, usual_step(LIBRARY, "seated-figure-four")).in_the_way == "one-of-a-family"


def test_between_two_that_do_not_like_each_other_there_is_a_rest() -> None:
    left = own("knee-rolls", "happy-baby", "bridge")
    routine = as_led(left)
    assert routine is not None
    assert names(left) == ["knee-rolls", "happy-baby", "bridge"]
    assert [step.rest_after_seconds for step in routine.steps] == [0, 15, 0, 0]


def test_nobody_hangs_the_head_who_has_only_just_got_up() -> None:
    steps = led(LIBRARY, own("pelvic-tilts", "standing-forward-fold"))
    assert names(steps) == ["pelvic-tilts", "standing-side-tilt", "standing-forward-fold", "standing-tall"]


def test_what_is_gone_from_the_content_is_not_led() -> None:
    assert led(LIBRARY, (MadeStep("trampoline", 10),)) == ()
    assert names(led(LIBRARY, (MadeStep("knee-rolls", 10), MadeStep("trampoline", 10)))) == ["knee-rolls"]


STEPS = some.builds(
    MadeStep,
    some.sampled_from(sorted(LIBRARY.stretches)),
    some.integers(1, 600),
    some.integers(1, 60),
    easier=some.booleans(),
    together=some.booleans(),
    on_bed=some.booleans(),
)


@given(some.lists(STEPS, max_size=12).map(tuple))
def test_packed_steps_come_back_as_they_were(steps: tuple[MadeStep, ...]) -> None:
    assert unpacked_steps(packed_steps(steps)) == steps
