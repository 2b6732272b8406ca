"""Our own routines hold what they promise, in the order in which a body likes it."""

from skill.content.library import Library


def own(library: Library, routine: str) -> list[tuple[str, int, int]]:
    steps = library.routine(routine).steps
    assert not any(step.dose.published for step in steps)
    return [(step.stretch, step.dose.hold_seconds, step.dose.repetitions) for step in steps]


def test_lower_back_warms_up_then_holds_then_rests(library: Library) -> None:
    assert own(library, "lower-back") == [
        ("pelvic-tilts", 7, 5),
        ("knee-to-chest", 20, 1),
        ("knee-rolls", 10, 1),
        ("piriformis", 20, 1),
        ("windshield-wipers", 60, 1),
        ("cat-cow", 36, 1),
        ("childs-pose", 30, 2),
    ]


def test_gentle_start_stays_on_the_back_and_ends_at_rest(library: Library) -> None:
    assert own(library, "gentle-start") == [
        ("pelvic-tilts", 3, 3),
        ("knee-rolls", 5, 2),
        ("knee-to-chest", 10, 1),
        ("windshield-wipers", 36, 1),
        ("quiet-rest", 30, 1),
    ]


def test_five_gentle_minutes_are_four_short_stretches(library: Library) -> None:
    assert own(library, "five-gentle-minutes") == [
        ("pelvic-tilts", 5, 3),
        ("knee-to-chest", 15, 1),
        ("knee-rolls", 10, 1),
        ("windshield-wipers", 36, 1),
    ]


def test_no_routine_of_ours_begins_or_ends_strong(library: Library) -> None:
    for routine in library.routines.values():
        ends = {library.stretch(routine.steps[index].stretch).kind.value for index in (0, -1)}
        assert routine.source != "house" or "strong" not in ends, routine.slug


def test_a_step_is_found_by_its_key_and_an_unknown_key_is_nowhere(library: Library) -> None:
    lower_back = library.routine("lower-back")
    assert (lower_back.index_of("piriformis"), lower_back.index_of("cobra")) == (3, None)
