"""Every routine is heard, second by second, as it was reviewed; `make accept` writes it anew for the next review."""

import os
from difflib import unified_diff
from itertools import starmap
from pathlib import Path

import pytest

from skill.timeline.run_sheet import RunSheet
from tests.cases.each_of import each_of
from tests.library import LIBRARY

SHEETS = Path(__file__).parent
ACCEPT = os.environ.get("GENTLE_BACK_ACCEPT") == "1"
FORMS = [(slug, first) for slug in sorted(LIBRARY.routines) for first in (False, True)]


def name_of(slug: str, first: bool) -> str:
    return f"{slug}{'.first' if first else ''}.txt"


def written(slug: str, first: bool) -> str:
    """The sheet with its length on top; its source and version are in the content, and would only change the diff."""
    sheet = RunSheet(LIBRARY, LIBRARY.routine(slug), first)
    return "\n".join([f"{slug}: {sheet.minutes} minutes", *sheet.lines(), ""])


@each_of(("slug", "first"), FORMS)
def test_a_routine_is_heard_as_it_was_reviewed(slug: str, first: bool) -> None:
    path, now = SHEETS / name_of(slug, first), written(slug, first)
    if ACCEPT:
        path.write_text(now, encoding="utf-8")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if before != now:
        changed = unified_diff(before.splitlines(), now.splitlines(), "reviewed", "now", n=2, lineterm="")
        pytest.fail("\n".join(["`make accept` if this is meant:", *changed]), pytrace=False)


def test_no_sheet_is_left_of_a_routine_that_is_gone() -> None:
    left_over = {path.name for path in SHEETS.glob("*.txt")} - set(starmap(name_of, FORMS))
    if ACCEPT:
        for name in left_over:
            (SHEETS / name).unlink()
    assert sorted(path.name for path in SHEETS.glob("*.txt")) == sorted(starmap(name_of, FORMS))
