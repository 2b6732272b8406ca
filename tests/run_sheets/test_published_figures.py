"""The run sheets of the five published routines hold the published figures, and mark those that are our own."""

from itertools import groupby
from typing import Any

import pytest

from skill.timeline.run_sheet import RunSheet
from tests.library import LIBRARY

Row = tuple[str, str | None, int, int, bool]
"""One run of equal holds: stretch, side, seconds of each, how many, whether an article gives the seconds."""

BOTH_PARTS = 2

SHEETS: dict[str, tuple[str, list[Row]]] = {
    "eight-stretches": (
        "A",
        [
            ("sphinx", None, 10, 5, True),
            ("prone-leg-lifts", None, 5, 5, True),
            ("knee-to-chest", "right", 5, 5, False),
            ("knee-to-chest", "left", 5, 5, False),
            ("happy-baby", None, 15, 1, True),
            ("seated-figure-four", "right", 20, 1, True),
            ("seated-figure-four", "left", 20, 1, True),
            ("standing-side-tilt", "right", 10, 5, True),
            ("standing-side-tilt", "left", 10, 5, True),
            ("cat-and-cow", None, 10, 5 * BOTH_PARTS, True),
            ("childs-pose", None, 20, 3, True),
        ],
    ),
    "six-stretches": (
        "B",
        [
            ("childs-pose", None, 30, 4, True),
            ("knee-to-chest", "right", 20, 1, True),
            ("knee-to-chest", "left", 20, 1, True),
            ("elevated-leg", "right", 20, 1, True),
            ("elevated-leg", "left", 20, 1, True),
            ("lumbar-rotation", "right", 20, 1, True),
            ("lumbar-rotation", "left", 20, 1, True),
            ("modified-cobra", None, 10, 4, True),
            ("piriformis", "right", 20, 1, True),
            ("piriformis", "left", 20, 1, True),
        ],
    ),
    "seven-stretches": (
        "C",
        [
            ("knee-to-chest", "right", 15, 1, False),
            ("knee-to-chest", "left", 15, 1, False),
            ("cat-cow", None, 36, 1, False),
            ("downward-dog", None, 12, 1, True),
            ("bridge", None, 18, 1, True),
            ("childs-pose", None, 60, 1, True),
            ("standing-forward-fold", None, 15, 1, False),
        ],
    ),
    "four-stretches": (
        "D",
        [
            ("knee-press", "left", 15, 1, True),
            ("knee-press", "right", 15, 1, True),
            ("knee-press", "both", 15, 1, True),
            ("knee-rolls", "right", 10, 1, True),
            ("knee-rolls", "left", 10, 1, True),
            ("pelvic-tilts", None, 7, 5 * BOTH_PARTS, True),
            ("chair-twists", "right", 7, 2, True),
            ("chair-twists", "left", 7, 2, True),
        ],
    ),
    "five-stretches": (
        "E",
        [
            ("childs-pose", None, 30, 1, True),
            ("cat-cow", None, 30, 1, True),
            ("downward-dog", None, 30, 1, True),
            ("cobra", None, 30, 1, True),
            ("windshield-wipers", None, 60, 1, True),
        ],
    ),
}

HOLDING = {"hold", "during", "halfway"}
WHERE = ("stretch", "step", "side", "repetition", "part")


def rows_of(moments: list[dict[str, Any]]) -> list[Row]:
    """The holds as they are heard, each with the seconds that its moments really add up to."""
    holds = []
    for where, group in groupby(moments, key=lambda row: tuple(row[key] for key in WHERE)):
        inside = [row for row in group if row["role"] in HOLDING]
        if inside:
            stretch, _, side, _, _ = where
            seconds = round(sum(row["seconds"] for row in inside), 1)
            assert seconds == inside[0]["hold_seconds"]
            holds.append((stretch, side, int(seconds), inside[0]["published"]))
    return [
        (stretch, side, seconds, len(list(group)), known) for (stretch, side, seconds, known), group in groupby(holds)
    ]


@pytest.mark.parametrize("slug", SHEETS)
@pytest.mark.parametrize("first", [False, True], ids=["known", "first"])
def test_a_published_routine_is_heard_with_the_published_figures(slug: str, first: bool) -> None:
    sheet = RunSheet(LIBRARY, LIBRARY.routine(slug), first).as_json()
    source, rows = SHEETS[slug]
    assert (sheet["routine"], sheet["source"], sheet["content_version"]) == (slug, source, LIBRARY.version)
    assert rows_of(sheet["moments"]) == rows


def test_the_repetitions_are_counted_on_each_side() -> None:
    sheet = RunSheet(LIBRARY, LIBRARY.routine("four-stretches")).as_json()
    begun = {
        (row["side"], row["repetition"], row["of"]) for row in sheet["moments"] if row["stretch"] == "chair-twists"
    }
    assert begun == {("right", 1, 2), ("right", 2, 2), ("left", 1, 2), ("left", 2, 2)}


def test_the_moments_of_a_sheet_abut_from_nought_to_its_end() -> None:
    sheet = RunSheet(LIBRARY, LIBRARY.routine("lower-back"), first=True).as_json()
    now = 0.0
    for row in sheet["moments"]:
        assert row["start"] == round(now, 1)
        assert row["kind"] == ("cue" if row["words"] else "silence")
        now += row["seconds"]
    assert sheet["seconds"] == round(now, 1)
