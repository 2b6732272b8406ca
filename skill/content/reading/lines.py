"""In which line of a TOML file something stands: asked of the reader of TOML itself, with less and less of the file.

It does not tell where it found a value, nor does any library that is kept; but a file that ends after the right line
holds the value, and one that ends before does not.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

_ENDINGS = ("", "]", "}]", "]]", "}", '"', '"""', '"""]')
"""What can be open where a file is cut off."""


def line_of(text: str, path: str) -> int | None:
    """The line, from one, in which the value of a path is complete; of what it would be in, where there is none.

    None for the file as a whole, and for one that is no TOML.
    """
    lines = text.splitlines()
    whole = _read(lines)
    parts = path.split(".") if path else []
    while parts and not _has(whole, parts):
        parts.pop()
    if not parts:
        return None
    return bisect_left(range(1, len(lines)), True, key=lambda count: _has(_last_readable(lines, count), parts)) + 1


def _last_readable(lines: Sequence[str], count: int) -> Any:
    """What the first lines hold: so many, or fewer where they break off in the middle of something."""
    return next((read for number in range(count, 0, -1) if (read := _read(lines[:number])) is not None), {})


def _read(lines: Sequence[str]) -> Any:
    """What the lines hold, with whatever is open closed; None when they cannot be read."""
    text = "\n".join(lines)
    for ending in _ENDINGS:
        try:
            return tomllib.loads(text + ending)
        except tomllib.TOMLDecodeError:
            continue
    return None


def _has(node: Any, parts: Sequence[str]) -> bool:
    """Whether the path leads somewhere; keys may have dots in them."""
    if not parts:
        return True
    if isinstance(node, list):
        return parts[0].isdigit() and int(parts[0]) < len(node) and _has(node[int(parts[0])], parts[1:])
    if not isinstance(node, dict):
        return False
    cuts = range(len(parts), 0, -1)
    return any((key := ".".join(parts[:cut])) in node and _has(node[key], parts[cut:]) for cut in cuts)
