"""Packs the marks of the last reply, the largest part of a record."""

from collections.abc import Iterator
from typing import Any

_TENTHS = 10
_REPLY_POINTS = ("arrives", "ends", "given_up")
_SINCE = "since"
"""Rows that count from the entry before, which repeat themselves and so deflate well; until then `marks` counted from
the first word of the reply."""


def packed_sent(sent: dict[str, Any]) -> dict[str, Any]:
    """The last reply with its names listed once, a row of figures for each mark, and whole tenths of seconds."""
    names = list(dict.fromkeys(name for mark in sent["marks"] for name in _names(mark["place"])))
    befores = [[0, 0], *(_tenths(mark["begins"]) for mark in sent["marks"])]
    figures = (_figures(mark, names, before) for mark, before in zip(sent["marks"], befores, strict=False))
    rows = " ".join(".".join(map(str, row)) for row in figures)
    points = [tenth for name in _REPLY_POINTS for tenth in _tenths(sent[name])]
    rest = {key: value for key, value in sent.items() if key not in ("marks", *_REPLY_POINTS)}
    return {**rest, "names": " ".join(names), _SINCE: rows, "points": points}


def unpacked_sent(packed: dict[str, Any]) -> dict[str, Any]:
    """The last reply as it was."""
    rest = {key: value for key, value in packed.items() if key not in ("names", "marks", _SINCE, "points")}
    names, since = packed["names"].split(" "), _SINCE in packed
    marks: list[dict[str, Any]] = []
    for row in packed[_SINCE if since else "marks"].split():
        before = _tenths(marks[-1]["begins"]) if since and marks else [0, 0]
        marks.append(_mark([int(figure) for figure in row.split(".")], names, before))
    points = {name: _point(packed["points"][2 * n : 2 * n + 2]) for n, name in enumerate(_REPLY_POINTS)}
    return {**rest, "marks": marks, **points}


def _names(place: dict[str, Any]) -> Iterator[str]:
    """The words of a place; one that it has not is empty, and listed like the others."""
    yield from (place["step"], place.get("side") or "", place.get("part") or "")


def _figures(mark: dict[str, Any], names: list[str], before: list[int]) -> Iterator[int]:
    """Which names, which repetition, how long after the entry `before` this one begins, and how much later it ends."""
    yield from (names.index(name) for name in _names(mark["place"]))
    yield mark["place"].get("repetition", 1)
    begins, ends = _tenths(mark["begins"]), _tenths(mark["ends"])
    yield from (begin - earlier for begin, earlier in zip(begins, before, strict=True))
    yield from (end - begin for begin, end in zip(begins, ends, strict=True))


def _mark(figures: list[int], names: list[str], before: list[int]) -> dict[str, Any]:
    step, side, part, repetition, *points = figures
    begins, lasts = [earlier + begin for earlier, begin in zip(before, points[:2], strict=True)], points[2:]
    ends = [begin + last for begin, last in zip(begins, lasts, strict=True)]
    place = {"step": names[step], "side": names[side] or None, "part": names[part] or None, "repetition": repetition}
    return {"place": place, "begins": _point(begins), "ends": _point(ends)}


def _tenths(point: dict[str, float]) -> list[int]:
    return [round(point.get(kind, 0.0) * _TENTHS) for kind in ("speech", "silence")]


def _point(tenths: list[int]) -> dict[str, float]:
    speech, silence = tenths
    return {"speech": speech / _TENTHS, "silence": silence / _TENTHS}
