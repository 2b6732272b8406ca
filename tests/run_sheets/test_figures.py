"""How each routine is heard, in figures: the table of the documents is what the program counts."""

import os
import re
from pathlib import Path

from skill.entrypoints.sheets.figures import table
from tests.library import LIBRARY

COACHING = Path(__file__).parents[2] / "docs" / "coaching.md"
ACCEPT = os.environ.get("GENTLE_BACK_ACCEPT") == "1"
TABLE = re.compile(r"(?<=\n)\| routine \| .*?\n(?=\n)", re.DOTALL)


def test_the_figures_of_every_routine_are_those_of_the_documents() -> None:
    counted = "".join(f"{line}\n" for line in table(LIBRARY, sorted(LIBRARY.routines)))
    written = COACHING.read_text(encoding="utf-8")
    if ACCEPT:
        COACHING.write_text(TABLE.sub(lambda _: counted, written), encoding="utf-8")
        return
    assert TABLE.findall(written) == [counted]
