"""Numbers are words: a voice never reads a digit."""

from skill.content.language.numbers import spelled
from tests.cases.each_of import each_of


@each_of(
    ("number", "words"),
    [(0, "zero"), (1, "one"), (12, "twelve"), (20, "twenty"), (45, "forty-five"), (100, "one hundred")],
)
def test_a_number_is_spelled_out(number: int, words: str) -> None:
    assert spelled(number, "en") == words
