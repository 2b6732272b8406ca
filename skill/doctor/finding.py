"""A finding: a sentence about one thing that was checked, whether it is well, and if not the next step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError


class State(StrEnum):
    """Well, or not; or nobody could tell from here."""

    WELL = "well"
    UNWELL = "NOT WELL"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class Finding:
    """What was found, as a sentence; `step` is what to do about it."""

    state: State
    sentence: str
    step: str = ""

    def told(self) -> str:
        """As it is printed."""
        line = f"{self.state:>8}  {self.sentence}"
        return f"{line}\n          Next: {self.step}" if self.step else line


def well(sentence: str) -> Finding:
    """All is as it should be."""
    return Finding(State.WELL, sentence)


def unwell(sentence: str, step: str) -> Finding:
    """Somebody has to do something."""
    return Finding(State.UNWELL, sentence, step)


def unproven(sentence: str, step: str = "") -> Finding:
    """It cannot be asked from here, or need not be so."""
    return Finding(State.UNPROVEN, sentence, step)


Check = Callable[[Any], Iterable[Finding]]


def examined(patient: object, checks: Iterable[Check]) -> Iterator[Finding]:
    """Every finding as soon as it is made; where Amazon refuses or is not reached, that is one."""
    for check in checks:
        try:
            yield from check(patient)
        except (BotoCoreError, ClientError) as trouble:
            subject = (check.__doc__ or "").split("\n", maxsplit=1)[0]
            yield unwell(
                f"{subject} Amazon does not tell: {trouble}", "mend that, or ask somebody who has the right to."
            )
