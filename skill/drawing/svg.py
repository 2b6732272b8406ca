"""Writes a picture as SVG for a page, with colours for day and for night as CSS variables."""

from collections.abc import Sequence
from html import escape

from skill.drawing.colours import DAY, NIGHT
from skill.drawing.picture import Picture
from skill.drawing.shapes import Shape

_CLASSES = ".figure path{fill:none;stroke:none;stroke-linecap:round;stroke-linejoin:round}" + "".join(
    f".figure .f-{name}{{fill:var(--{name})}}.figure .l-{name}{{stroke:var(--{name})}}" for name in DAY
)


_FRAME_MS = 170
_MOST_FRAMES = 12
_MOVES = (
    f".frame{{visibility:hidden;animation:frame {_FRAME_MS}ms}}.frame:last-child{{animation-fill-mode:forwards}}"
    + "".join(f".frame:nth-child({n + 1}){{animation-delay:{n * _FRAME_MS}ms}}" for n in range(_MOST_FRAMES))
    + "@keyframes frame{from,to{visibility:visible}}"
    + "@media(prefers-reduced-motion:reduce){.frame{animation:none}.frame:last-child{visibility:visible}}"
)
"""Animates frames one after the other; the last one stays. With reduced motion, only the last one is visible."""


def svg(picture: Picture, title: str, *, mirrored: bool = False) -> str:
    """The picture as an element of a page; `mirrored` shows the other side."""
    return _element(picture, title, "".join(map(_path, picture.shapes)), mirrored)


def moving(pictures: Sequence[Picture], title: str, *, mirrored: bool = False) -> str:
    """An element that plays pictures with the same bounds once, and stays at the last one."""
    frames = (f'<g class="frame">{"".join(map(_path, picture.shapes))}</g>' for picture in pictures)
    return _element(pictures[-1], title, "".join(frames), mirrored)


def _element(picture: Picture, title: str, drawn: str, mirrored: bool) -> str:
    box = f"{picture.left:g} {picture.top:g} {picture.width:g} {picture.height:g}"
    middle = round(2 * picture.left + picture.width, 1)
    turned = f' transform="matrix(-1 0 0 1 {middle:g} 0)"' if mirrored else ""
    return f'<svg class="figure" role="img" viewBox="{box}"><title>{escape(title)}</title><g{turned}>{drawn}</g></svg>'


def style_sheet() -> str:
    """The style sheet for figures in a page: classes for paths, and the colours by day and by night."""
    both = "".join(f"--{name}:light-dark({DAY[name]},{NIGHT[name]});" for name in DAY)
    return f".figure{{{both}}}{_CLASSES}"


def _by_day() -> str:
    return ".figure{" + "".join(f"--{name}:{colour};" for name, colour in DAY.items()) + "}"


def alone(drawn: str) -> str:
    """An element as a file of its own, with its colours and its animation in it."""
    night = "".join(f"--{name}:{colour};" for name, colour in NIGHT.items())
    dark = f"@media(prefers-color-scheme:dark){{.figure{{{night}}}}}"
    motion = _MOVES if 'class="frame"' in drawn else ""
    style = f"<style>{_by_day()}{_CLASSES}{dark}{motion}</style>"
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(
        "<title>", f"{style}<title>", 1
    )


def _path(shape: Shape) -> str:
    names = [f"f-{shape.fill}"] * bool(shape.fill) + [f"l-{shape.line}"] * bool(shape.line)
    width = f' stroke-width="{shape.width:g}"' if shape.line else ""
    strength = f' opacity="{shape.strength:g}"' if shape.strength < 1 else ""
    return f'<path class="{" ".join(names)}"{width}{strength} d="{shape.path}"/>'
