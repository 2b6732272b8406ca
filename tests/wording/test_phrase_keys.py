"""What the program asks for is what authors write: every key in both directions, every gap, and the table of them."""

import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.wording.asked import program

CONTENT = Path(__file__).parents[2] / "content"
TABLE = CONTENT / "phrase_keys.toml"
ACCEPTING = os.environ.get("GENTLE_BACK_ACCEPT") == "1"
EXACT_NUMBER = re.compile(r"unit\.[\w-]+\.\d+")
GAP = re.compile(r"\{(\w*)\}")

HEADING = """\
# Every phrase that the program asks for, with the gaps that it fills: what each language writes in phrases/.
# Made by `make accept` from the program and the English phrases; not to be changed by hand.
"""


def leaves(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{before}{key}.")
        else:
            yield before + key, [value] if isinstance(value, str) else value


# Read without the rest of the content: this table has to be made while the content lacks it.
ENGLISH = {
    key: texts
    for path in sorted((CONTENT / "phrases" / "en").glob("*.toml"))
    for key, texts in leaves(tomllib.loads(path.read_text("utf-8")))
}


def used_in(key: str) -> set[str]:
    return {gap for text in ENGLISH[key] for gap in GAP.findall(text)}


def table() -> dict[str, list[str]]:
    """The table as it should be: what is filled where a key is said as such, else what English has of it.

    What is still asked for stays, also when English has lost it: only the program can drop a phrase.
    """
    kept: dict[str, list[str]] = tomllib.loads(TABLE.read_text("utf-8"))
    gaps = {key: gaps for key, gaps in kept.items() if program().asking_for(key)}
    for key in ENGLISH:
        if not EXACT_NUMBER.fullmatch(key):
            exact = program().exact_gaps(key)
            gaps[key] = sorted(used_in(key) if exact is None else exact)
    return dict(sorted(gaps.items()))


def written(keys: dict[str, list[str]]) -> str:
    rows = (f"{json.dumps(key)} = {json.dumps(gaps)}" for key, gaps in keys.items())
    return HEADING + "\n".join(rows) + "\n"


def test_the_table_of_keys_and_gaps_is_what_the_program_asks_for() -> None:
    if ACCEPTING:
        TABLE.write_text(written(table()), "utf-8")
    assert TABLE.read_text("utf-8") == written(table())


def test_every_key_that_the_program_names_is_written() -> None:
    roots = {key.partition(".")[0] for key in ENGLISH}
    named = {asking.pattern.replace("\\", "") for asking in program().askings if asking.literal}
    assert len(named) > 250
    assert {key for key in named if key.partition(".")[0] in roots and key not in ENGLISH} - NO_PHRASES == set()


def test_every_kind_of_key_that_the_program_puts_together_is_written() -> None:
    patterns = {asking.pattern for asking in program().askings if not asking.literal and asking.gaps is not None}
    assert len(patterns) > 25
    assert {pattern for pattern in patterns if not any(re.fullmatch(pattern, key) for key in ENGLISH)} == set()


def test_every_phrase_that_is_written_is_asked_for() -> None:
    assert [key for key in ENGLISH if not program().asking_for(key)] == []


def test_every_gap_of_a_phrase_can_be_filled_where_its_key_stands() -> None:
    exact = {key: program().exact_gaps(key) for key in ENGLISH}
    gaps = {key: program().possible_gaps(key) if known is None else known for key, known in exact.items()}
    assert {key: used_in(key) - gaps[key] for key in ENGLISH if used_in(key) - gaps[key]} == {}


NO_PHRASES: set[str] = set()
"""What looks like a key and is none."""
