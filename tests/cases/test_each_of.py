"""What is asked of many cases in one test is asked of all of them, and each that fails is named."""

import pytest

from tests.cases.each_of import each_of


@pytest.fixture
def three() -> int:
    return 3


def test_every_case_is_asked_and_all_that_fail_are_told() -> None:
    asked = []

    @each_of("number", range(5))
    def even(number: int) -> None:
        asked.append(number)
        assert number % 2 == 0, f"{number} is odd"

    with pytest.raises(ExceptionGroup, match="2 of 5 cases") as told:
        even()
    assert asked == [0, 1, 2, 3, 4]
    assert [str(one).splitlines()[0] for one in told.value.exceptions] == ["1 is odd", "3 is odd"]
    assert [one.__notes__ for one in told.value.exceptions] == [
        ["in the case {'number': 1}"],
        ["in the case {'number': 3}"],
    ]


@each_of("times", (1, 2))
@each_of(("first", "then"), [(3, 6), (30, 60)])
def test_fixtures_and_parameters_reach_every_case(three: int, times: int, first: int, then: int) -> None:
    assert then * times == 2 * first * times
    assert first % three == 0


def test_a_test_of_no_cases_is_none_and_a_case_that_is_not_asked_for_is_told() -> None:
    with pytest.raises(AssertionError, match="cannot fail"):
        each_of("number", [])

    def of_nothing() -> None:
        raise AssertionError

    with pytest.raises(AssertionError, match="not all asked for"):
        each_of("number", [1])(of_nothing)
