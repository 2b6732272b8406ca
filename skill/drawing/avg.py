"""A picture as Alexa Vector Graphics, for a screen: its colours are parameters, so that it can turn to night."""

from typing import Any

from skill.drawing.colours import DAY
from skill.drawing.picture import Picture
from skill.drawing.shapes import Shape

VERSION = "1.1"
"""The first with round ends of lines (Amazon's page on the format): every screen that draws anything newer has it."""


def avg(picture: Picture, description: str, *, mirrored: bool = False) -> dict[str, Any]:
    """The picture as an object of a document; mirrored it is the other side's."""
    used = {name for shape in picture.shapes for name in (shape.fill, shape.line) if name}
    left = round(picture.left + picture.width, 1) if mirrored else -picture.left
    moved = {"type": "group", "translateX": left, "translateY": -picture.top, "scaleX": -1 if mirrored else 1}
    return {
        "type": "AVG",
        "version": VERSION,
        "description": description,
        "width": picture.width,
        "height": picture.height,
        "viewportWidth": picture.width,
        "viewportHeight": picture.height,
        "parameters": [{"name": _named(name), "type": "color", "default": DAY[name]} for name in DAY if name in used],
        "items": [{**moved, "items": [*map(_path, picture.shapes)]}],
    }


def _path(shape: Shape) -> dict[str, Any]:
    path: dict[str, Any] = {"type": "path", "pathData": shape.path}
    if shape.fill:
        path["fill"] = f"${{{_named(shape.fill)}}}"
    if shape.line:
        path |= {"stroke": f"${{{_named(shape.line)}}}", "strokeWidth": shape.width}
        path |= {"strokeLineCap": "round", "strokeLineJoin": "round"}
    if shape.strength < 1:
        path |= {"strokeOpacity": shape.strength, "fillOpacity": shape.strength}
    return path


def _named(colour: str) -> str:
    """A parameter's name has no hyphen, which would be a minus there."""
    first, *others = colour.split("-")
    return first + "".join(word.title() for word in others)
