"""Writes a picture as Alexa Vector Graphics for a screen; its colours are parameters, so that night can change them.

A response to Alexa has little room. So neighbours that look alike become one path, and a path that is drawn twice (as
an edge and as itself) is written once, as a parameter.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from skill.drawing.colours import DAY
from skill.drawing.picture import Picture
from skill.drawing.shapes import Shape
from skill.replaced import replace

VERSION = "1.1"
"""The first version of AVG with round line ends (Amazon's page on the format)."""


def avg(picture: Picture, description: str, *, mirrored: bool = False) -> dict[str, Any]:
    """The picture as an AVG object of an APL document; `mirrored` shows the other side."""
    shapes = _joined(picture.shapes)
    used = {name for shape in shapes for name in (shape.fill, shape.line) if name}
    twice = [path for path, times in Counter(shape.path for shape in shapes).items() if times > 1]
    names = {path: f"path{number}" for number, path in enumerate(twice)}
    left = round(picture.left + picture.width, 1) if mirrored else -picture.left
    moved = {"type": "group", "translateX": left, "translateY": -picture.top, "scaleX": -1 if mirrored else 1}
    colours = [{"name": colour_name(name), "type": "color", "default": DAY[name]} for name in DAY if name in used]
    paths = [{"name": name, "type": "string", "default": path} for path, name in names.items()]
    return {
        "type": "AVG",
        "version": VERSION,
        "description": description,
        "width": picture.width,
        "height": picture.height,
        "viewportWidth": picture.width,
        "viewportHeight": picture.height,
        "parameters": [*colours, *paths],
        "items": [{**moved, "items": [_path(shape, names) for shape in shapes]}],
    }


def colour_name(colour: str) -> str:
    """The name of a colour's parameter, in camel case: a hyphen would be a minus there."""
    first, *others = colour.split("-")
    return first + "".join(word.title() for word in others)


def _joined(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes, with neighbours that look alike joined; only limbs and ovals, whose outlines have one direction.

    Where outlines of opposite directions overlap, nothing would be painted.
    """
    looks = groupby(shapes, key=lambda shape: (_runs_round(shape), replace(shape, path="")))
    joined: list[Shape] = []
    for (runs, look), alike in looks:
        paths = [shape.path for shape in alike]
        joined += [replace(look, path="".join(paths))] if runs else [replace(look, path=path) for path in paths]
    return joined


def _runs_round(shape: Shape) -> bool:
    return "A" in shape.path and shape.strength == 1


def _path(shape: Shape, names: dict[str, str]) -> dict[str, Any]:
    path: dict[str, Any] = {"type": "path"}
    path["pathData"] = f"${{{names[shape.path]}}}" if shape.path in names else shape.path
    if shape.fill:
        path["fill"] = f"${{{colour_name(shape.fill)}}}"
    if shape.line:
        path |= {"stroke": f"${{{colour_name(shape.line)}}}", "strokeWidth": shape.width}
    if shape.line and not _runs_round(shape):
        path |= {"strokeLineCap": "round", "strokeLineJoin": "round"}
    if shape.strength < 1:
        path |= {"strokeOpacity": shape.strength, "fillOpacity": shape.strength}
    return path
