"""How one content file becomes an object of the model, or a list of complaints."""

import tomllib
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from skill.content.faults import Complaint

Table = dict[str, Any]
Shape = TypeVar("Shape", bound=BaseModel)

UNKNOWN_KEY = "extra_forbidden"

FRIENDLIER = {UNKNOWN_KEY: "unknown key", "missing": "missing"}
"""Pydantic's kinds of error that an author understands better in our words."""


class Refused(Exception):
    """One file cannot be used; it carries every complaint about it, and what it says besides, where that is clear."""

    def __init__(self, complaints: list[Complaint], understood: Any = None) -> None:
        super().__init__(complaints)
        self.complaints = complaints
        self.understood = understood


def table_of(content: bytes) -> Table:
    """The table that a TOML file holds; raises `Refused` when it is not UTF-8 or not TOML."""
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refused([Complaint("", f"not UTF-8 at byte {error.start}")]) from error
    except tomllib.TOMLDecodeError as error:
        raise Refused([Complaint("", f"not TOML: {error}")]) from error


def shaped(shape: type[Shape], table: Table) -> Shape:
    """The table read into its shape; raises `Refused` with every key that does not fit."""
    try:
        return shape.model_validate(table)
    except ValidationError as error:
        understood = _understood(shape, table, error)
        raise Refused([_complaint(detail) for detail in error.errors()], understood) from error


def _understood(shape: type[Shape], table: Table, error: ValidationError) -> Shape | None:
    """What the table says without the keys that nobody knows, so that its other faults can be told at once."""
    known = deepcopy(table)
    for detail in error.errors():
        if detail["type"] != UNKNOWN_KEY:
            return None
        *way, key = detail["loc"]
        inner: Any = known
        for step in way:
            inner = inner[step]
        del inner[key]
    return shape.model_validate(known)


def _complaint(detail: Any) -> Complaint:
    path = ".".join(str(key) for key in detail["loc"])
    text = FRIENDLIER.get(detail["type"], detail["msg"])
    return Complaint(path, text.removeprefix("Value error, "))
