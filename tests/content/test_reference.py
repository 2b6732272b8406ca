"""The reference of the content's fields is what the model says, and says something of each."""

from functools import cache

from skill.content import reference as page_of
from skill.content.reference import REFERENCE


@cache
def reference() -> str:
    """The page, made once for all these tests."""
    return page_of.reference()


def rows(page: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split(" | ")] for line in page.splitlines() if line.startswith(("| `", "| **`"))
    ]


def test_the_committed_reference_is_what_the_model_says_now() -> None:
    assert REFERENCE.read_text("utf-8") == reference(), "renew it with: gentle-back model"


def test_every_field_says_what_may_stand_there() -> None:
    assert len(rows(reference())) > 100
    assert [row for row in rows(reference()) if not row[1]] == []


def test_every_field_of_a_stretch_and_a_routine_says_what_it_is_for() -> None:
    written = reference().partition("## stretches")[2].partition("## programmes")[0]
    assert len(rows(written)) > 70
    assert [row[0] for row in rows(written) if row[2].strip("| ") == ""] == []


def test_a_row_is_as_an_author_reads_it() -> None:
    assert (
        "| **`posture`** | back, front, all fours, seated on the floor, chair, standing or bed "
        "| The posture in which it begins. |" in reference().splitlines()
    )
