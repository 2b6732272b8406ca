"""Complaints about content: what is wrong, in which file and line; and the exception with all of them."""

from dataclasses import dataclass
from typing import NamedTuple


class Complaint(NamedTuple):
    """Something wrong at a path inside one file, such as `words.en.enter.0`; the empty path is the whole file."""

    path: str
    text: str


@dataclass(frozen=True, order=True)
class Fault:
    """A complaint together with the file it is about, named relative to the content folder."""

    file: str
    path: str
    complaint: str
    line: int | None = None

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        return ": ".join(filter(None, (self.file, line, self.path, self.complaint)))


class ContentFaults(Exception):
    """The content cannot be used; its message lists every fault of every file, one a line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
