"""How one content file becomes an object of the model, or a list of complaints.

What checks is loaded with the first file: whoever runs what was compiled does without it.
"""

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from skill.content.reading.faults import Complaint
from skill.content.reading.plain_words import UNKNOWN_KEY, of_shape, of_toml

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

Table = dict[str, Any]
Shape = TypeVar("Shape")


class Unusable(Exception):
    """One file cannot be used; it carries every complaint about it, and what it says besides, where that is clear."""

    def __init__(self, complaints: list[Complaint], understood: Any = None) -> None:
        super().__init__(complaints)
        self.complaints = complaints
        self.understood = understood


def table_of(content: bytes) -> Table:
    """The table that a TOML file holds; raises `Unusable` when it is not UTF-8 or not TOML."""
    import tomllib  # noqa: PLC0415

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unusable([Complaint(f"line {line}", "a letter is not UTF-8: save the file as UTF-8")]) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unusable([of_toml(str(error), text)]) from error


def shaped(shape: type[Shape], table: Table) -> Shape:
    """The table read into its shape; raises `Unusable` with every key that does not fit."""
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        read: Shape = _reader(cast("Any", shape)).validate_python(table)
    except ValidationError as error:
        understood = _understood(shape, table, error)
        raise Unusable([of_shape(shape, detail) for detail in error.errors()], understood) from error
    return read


def _understood(shape: type[Shape], table: Table, error: "ValidationError") -> Shape | None:
    """What the table says without the keys that nobody knows, so that its other faults can be told at once."""
    known = deepcopy(table)
    for detail in error.errors():
        if detail["type"] not in UNKNOWN_KEY:
            return None
        *way, key = detail["loc"]
        inner: Any = known
        for step in way:
            inner = inner[step]
        del inner[key]
    read: Shape = _reader(cast("Any", shape)).validate_python(known)
    return read


@cache
def _reader(shape: Any) -> "TypeAdapter[Any]":
    """What reads tables of this shape, built with the first of them."""
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(shape)
