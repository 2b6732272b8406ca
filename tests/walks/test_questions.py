"""While a question is open anything may be said: nobody hears an apology, and no question is lost without a reason."""

import pytest

from tests.walks.extent import some
from tests.walks.kinds import KINDS, OPENINGS, PHASES, kind_of, opened
from tests.walks.questions import KEEPING, WISHES, Cell, bad

LADDER = tuple(opening for opening in OPENINGS if kind_of(opening) == "up")


def test_words_are_known_that_open_each_kind_of_question() -> None:
    assert {kind_of(opening) for opening in OPENINGS} == KINDS
    assert [opening for opening in OPENINGS if not any(opened(opening, phase) for phase in PHASES)] == []


@pytest.mark.parametrize("phase", PHASES)
def test_no_question_is_lost_over_help_pardon_hang_on_or_a_misheard_word(phase: str) -> None:
    assert not wrong([(opening, phase, wish) for opening in asked(phase, 6) for wish in sorted(KEEPING)])


@pytest.mark.parametrize("phase", PHASES)
def test_whoever_is_told_how_to_get_up_is_told_nothing_else(phase: str) -> None:
    assert not wrong(some([(opening, phase, wish) for opening in LADDER for wish in WISHES], 16, seed=len(phase)))


@pytest.mark.parametrize("phase", PHASES)
def test_any_wish_is_answered_while_any_question_is_open(phase: str) -> None:
    assert not wrong(some([(opening, phase, wish) for opening in asked(phase, 6) for wish in WISHES], 25))


def asked(phase: str, count: int) -> list[str]:
    """Some of the openings that open their question in this phase, others in each phase."""
    openings = [opening for opening in OPENINGS if opening not in LADDER]
    return [opening for opening in some(openings, count, seed=len(phase)) if opened(opening, phase)]


def wrong(places: list[tuple[str, str, str]]) -> str:
    return "\n".join(map(str, bad(places)))


def test_a_cell_says_what_was_heard() -> None:
    assert "up" in LADDER
    assert str(Cell("up", "led", "HelpIntent", (), ("way up lost",))).startswith("up (led) + HelpIntent")
