"""Checks the phrases of each language against the keys and gaps that the program asks for.

`make accept` generates the table of keys from the program. A phrase that is missing, one that is never used and a gap
that is never filled are faults of the content, reported when it is read.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated

from pydantic import RootModel, StringConstraints

from skill.content.language.phrases import Phrases
from skill.content.reading.faults import Complaint

Gap = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
Gaps = Mapping[str, tuple[str, ...]]

_GAP = re.compile(r"\{([^{}]*)\}|[{}]")
_EXACT = re.compile(r"(unit\.[\w-]+\.)\d+")
"""A key for one number with words of its own, such as "twice": each language has those that it needs."""


class WrittenKeys(RootModel[dict[str, tuple[Gap, ...]]]):
    """The file of all keys, each with the gaps that its phrase may have."""


def unasked(phrases: Phrases, gaps: Gaps) -> Iterator[Complaint]:
    """A complaint about every phrase of one file that the program never uses, and every gap that it never fills."""
    for key, variants in phrases.items():
        known = gaps_of(key, gaps)
        if known is None:
            near = get_close_matches(key, gaps, 1)
            yield Complaint(key, "nobody asks for this phrase" + (f"; is it {near[0]}?" if near else ""))
            continue
        for unknown in sorted({gap for text in variants for gap in _odd_gaps(text, known)}):
            may = ", ".join(f"{{{gap}}}" for gap in known) or "no gap at all"
            yield Complaint(key, f"{unknown} is never filled; what may stand here is {may}")


def unwritten(written: Collection[str], gaps: Gaps) -> Iterator[Complaint]:
    """A complaint about every phrase that the program uses and that is not `written`."""
    for key, known in gaps.items():
        if key not in written:
            may = ", with " + ", ".join(f"{{{gap}}}" for gap in known) if known else ""
            yield Complaint(key, f"is asked for, and nobody wrote it: a sentence, or a list of sentences{may}")


def gaps_of(key: str, gaps: Gaps) -> tuple[str, ...] | None:
    """The gaps that the program fills in the phrase of this key; None where it never uses the key."""
    exact = _EXACT.fullmatch(key) if key.startswith("unit.") else None
    return gaps.get(f"{exact[1]}many" if exact else key)


def _odd_gaps(text: str, known: Collection[str]) -> Iterator[str]:
    for found in _GAP.finditer(text) if "{" in text or "}" in text else ():
        if found[1] is None or found[1] not in known:
            yield found[0]
