"""A finding: whether one thing that was checked is well, a sentence about it, and if it is not well the next step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError


class State(StrEnum):
    """Well, not well, or impossible to check from here."""

    WELL = "well"
    UNWELL = "NOT WELL"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class Finding:
    """The state, a sentence about it, and the next `step`, empty if there is none."""

    state: State
    sentence: str
    step: str = ""

    def told(self) -> str:
        """The finding as it is printed, on one line or two."""
        line = f"{self.state:>8}  {self.sentence}"
        return f"{line}\n          Next: {self.step}" if self.step else line


def well(sentence: str) -> Finding:
    """A finding that all is as it should be."""
    return Finding(State.WELL, sentence)


def unwell(sentence: str, step: str) -> Finding:
    """A finding that somebody has to do something."""
    return Finding(State.UNWELL, sentence, step)


def unproven(sentence: str, step: str = "") -> Finding:
    """A finding about something that cannot be checked from here, or that is optional."""
    return Finding(State.UNPROVEN, sentence, step)


Check = Callable[[Any], Iterable[Finding]]


def examined(patient: object, checks: Iterable[Check]) -> Iterator[Finding]:
    """Every finding as soon as it is made; an error from Amazon, or on the way there, becomes a finding too.

    That finding begins with the first line of the check's docstring.
    """
    for check in checks:
        try:
            yield from check(patient)
        except (BotoCoreError, ClientError) as trouble:
            subject = (check.__doc__ or "").split("\n", maxsplit=1)[0]
            yield unwell(
                f"{subject} Amazon does not tell: {trouble}", "mend that, or ask somebody who has the right to."
            )
