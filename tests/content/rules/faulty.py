"""One mistake in one content file, and what is to be told of it."""

from typing import NamedTuple


class Faulty(NamedTuple):
    """The first `old` in the file becomes `new`; each complaint is then told, after the name of the file."""

    case: str
    file: str
    old: str
    new: str
    complaints: tuple[str, ...]
