"""A picture as Scalable Vector Graphics, for a page: its colours are the page's, by day and by night."""

from html import escape

from skill.drawing.colours import DAY, NIGHT
from skill.drawing.picture import Picture
from skill.drawing.shapes import Shape


def svg(picture: Picture, title: str, *, mirrored: bool = False) -> str:
    """The picture as an element of a page; mirrored it is the other side's."""
    box = f"{picture.left:g} {picture.top:g} {picture.width:g} {picture.height:g}"
    middle = round(2 * picture.left + picture.width, 1)
    turned = f' transform="matrix(-1 0 0 1 {middle:g} 0)"' if mirrored else ""
    paths = "".join(map(_path, picture.shapes))
    return f'<svg class="figure" role="img" viewBox="{box}"><title>{escape(title)}</title><g{turned}>{paths}</g></svg>'


def style_sheet() -> str:
    """The classes of the paths, and the colours by day and by night, which a page may set for itself."""
    fills = "".join(f".f-{name}{{fill:var(--{name})}}.l-{name}{{stroke:var(--{name})}}" for name in DAY)
    day = "".join(f"--{name}:light-dark({DAY[name]},{NIGHT[name]});" for name in DAY)
    line = ".figure path{fill:none;stroke:none;stroke-linecap:round;stroke-linejoin:round}"
    return f".figure{{{day}}}{line}{fills.replace('.f-', '.figure .f-').replace('.l-', '.figure .l-')}"


def _path(shape: Shape) -> str:
    names = [f"f-{shape.fill}"] * bool(shape.fill) + [f"l-{shape.line}"] * bool(shape.line)
    width = f' stroke-width="{shape.width:g}"' if shape.line else ""
    strength = f' opacity="{shape.strength:g}"' if shape.strength < 1 else ""
    return f'<path class="{" ".join(names)}"{width}{strength} d="{shape.path}"/>'
