"""A step is found inside its routine by its key."""

from skill.content.library import Library


def test_a_step_is_found_by_its_key_and_an_unknown_key_is_nowhere(library: Library) -> None:
    lower_back = library.routine("lower-back")
    assert (lower_back.index_of("piriformis"), lower_back.index_of("cobra")) == (3, None)
