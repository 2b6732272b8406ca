"""A conversation as a file holds it: remarks, what happens in the room, what is said, and the reply it should get.

# Why this conversation is worth reading.
> alexa, open gentle back         what a person says
  Welcome back.                   the reply: a line a cue, long ones a sentence a line
  Hold. Twenty seconds. [18.4 s]  with the silence after it
  …                               any number of lines that do not matter here
  [listens]                       or [listens: the whole reprompt], or [closes]
(the next day)                    what happens in the room: see events.py
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

_INDENT = "  "


@dataclass(frozen=True)
class Remark:
    """A comment or an empty line: for readers only."""

    text: str

    def lines(self) -> Iterable[str]:
        return (self.text,)


@dataclass(frozen=True)
class Event:
    """Something that happens in the room, in words."""

    text: str

    def lines(self) -> Iterable[str]:
        return (f"({self.text})",)


@dataclass(frozen=True)
class Exchange:
    """Words that somebody says, and the lines of the reply."""

    words: str
    reply: tuple[str, ...]

    def lines(self) -> Iterable[str]:
        return (f"> {self.words}", *(_INDENT + line for line in self.reply))


Piece = Remark | Event | Exchange


def read(text: str) -> tuple[Piece, ...]:
    """The pieces of a conversation in order; raises ValueError for a line that is none of them."""
    lines = text.splitlines()
    return tuple(
        _piece(line, takewhile(_in_reply, lines[number:]))
        for number, line in enumerate(lines, start=1)
        if not _in_reply(line)
    )


def written(pieces: Iterable[Piece]) -> str:
    """The file that holds these pieces."""
    return "".join(f"{line}\n" for piece in pieces for line in piece.lines())


def _in_reply(line: str) -> bool:
    return line.startswith(_INDENT)


def _piece(line: str, reply: Iterable[str]) -> Piece:
    if line.startswith("> "):
        return Exchange(line.removeprefix("> "), tuple(told.removeprefix(_INDENT) for told in reply))
    if line.startswith("(") and line.endswith(")"):
        return Event(line[1:-1])
    if not line or line.startswith("#"):
        return Remark(line)
    raise ValueError(f"neither a remark, an event, nor something said: {line!r}")
