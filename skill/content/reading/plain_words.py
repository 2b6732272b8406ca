"""Puts the faults of a file into an author's words: what is wrong, and what may stand there instead."""

import re
from typing import Any

from skill.content.reading.expected import Expected, expected_in
from skill.content.reading.faults import Complaint

_TOML = {
    r"Invalid value": "no value can be read here: text goes in quotes, a list in [ ]",
    r"Expected '='": "a key must be followed by = and a value",
    r"Expected newline": "something stands after the value: a comma, a quote or a new line is missing",
    r"Unclosed array": "a list is not closed: a comma or ] is missing",
    r"Unclosed inline table": "a table is not closed: a comma or } is missing",
    r"Illegal character|Unterminated string": "a text is not closed: a quote is missing",
    r"Unescaped|escape": "a backslash may not stand in a text",
    r"Cannot|Duplicate": "this is written a second time",
    r"Invalid initial character": "a line begins with a key, with a [heading] or with #",
    r"Expected '\]": "a heading ends with ]",
}
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")

_OWN_WORDS = "value_error"
UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")
_LENGTHS = {
    "string_too_short": "must have at least {min_length} letters",
    "string_too_long": "must have at most {max_length} letters",
    "too_short": "needs at least {min_length} of them",
    "too_long": "has more than {max_length} of them",
}


def of_toml(trouble: str, text: str) -> Complaint:
    """What the reader of TOML says, with the line and what stands in it."""
    found = _AT_LINE.search(trouble)
    lines = text.splitlines()
    line = int(found[1]) if found else len(lines)
    told = next((words for pattern, words in _TOML.items() if re.search(pattern, trouble)), "this cannot be read")
    shown = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Complaint(f"line {line}", f"{told}: {shown}" if shown else told)


def of_shape(shape: type, detail: Any) -> Complaint:
    """One of pydantic's errors, with what may stand there instead."""
    place = [key for key in detail["loc"] if not str(key).startswith("function-")]
    return Complaint(".".join(map(str, place)), _told(expected_in(shape), place, detail))


def _told(expected: Expected, place: list[str | int], detail: Any) -> str:
    kind, may = detail["type"], expected.words(place)
    if kind == _OWN_WORDS:
        return str(detail["msg"]).removeprefix("Value error, ")
    if kind == "missing":
        return f"missing; what belongs here is {may}" if may else "missing"
    if kind in UNKNOWN_KEY:
        return f"unknown key; {expected.nearest(place[:-1], str(place[-1]))}"
    if kind in _LENGTHS:
        return _LENGTHS[kind].format(**detail["ctx"])
    return f"{_shown(detail['input'])} may not stand here; what may is {may or detail['msg']}"


def _shown(value: Any) -> str:
    """What was written, as it is written in TOML, and not too much of it."""
    if isinstance(value, bool):
        return str(value).lower()
    words = f'"{value}"' if isinstance(value, str) else str(value)
    return words if len(words) <= 40 else words[:40] + "…"
