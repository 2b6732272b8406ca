"""The APL documents of screens, with the figures that one reply shows drawn into them."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from skill.content.model.drawn import Drawn
from skill.drawing.avg import avg, colour_name
from skill.drawing.colours import DAY, NIGHT
from skill.drawing.figures import Figures, on_bed
from skill.drawing.picture import picture_of
from skill.limits import LARGEST_GRAPHICS_BYTES
from skill.screen.holds import SeenFigure

Json = dict[str, Any]
Graphics = Mapping[str, Json]

_HERE = Path(__file__).parent
_DRAWN_KEPT = 128
"""Every figure there is, in each of its phases: drawing one takes seven milliseconds."""


def document(name: str, graphics: Graphics) -> Json:
    """The document `led` or `said` with these graphics."""
    shared, own = _read("shared"), _read(name)
    layouts = {**shared["layouts"], **own["layouts"], "Drawn": _drawn_in_colours(shared["layouts"]["Drawn"])}
    resources = [_in_colours(*each) for each in zip(shared["resources"], (DAY, NIGHT), strict=True)]
    every = {**shared["graphics"], **graphics}
    return {**own, **shared, "resources": resources, "layouts": layouts, "graphics": every}


class Drawing:
    """Draws the figures of one reply, each once, as long as the response has room for them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._names: dict[Drawn, str] = {}
        self._bytes = 0
        self.graphics: dict[str, Json] = {}

    def shown(self, seen: SeenFigure) -> Json | None:
        """The data by which a document shows a figure: its graphic's name, ratio, and whether it is mirrored.

        None where there is no more room.
        """
        drawn, mirrored = self._figures[seen.stretch].seen(seen.phase, seen.side, seen.form)
        drawn = on_bed(drawn) if seen.on == "bed" else drawn
        graphic, size = _graphic(drawn)
        if drawn not in self._names:
            if self._bytes + size > LARGEST_GRAPHICS_BYTES:
                return None
            self._bytes += size
            self._names[drawn] = f"figure{len(self._names)}"
            self.graphics[self._names[drawn]] = graphic
        ratio = round(graphic["width"] / graphic["height"], 3)
        return {"graphic": self._names[drawn], "left": mirrored, "ratio": ratio}


@lru_cache(maxsize=_DRAWN_KEPT)
def _graphic(drawn: Drawn) -> tuple[Json, int]:
    """The graphic of a figure, and its size in bytes."""
    graphic = avg(picture_of(drawn), "")
    return graphic, len(json.dumps(graphic))


@cache
def _read(name: str) -> Json:
    document: Json = json.loads((_HERE / f"{name}.json").read_text("utf-8"))
    return document


def _in_colours(resource: Json, colours: Mapping[str, str]) -> Json:
    """The document's own colours, and those of figures besides."""
    ours = {colour_name(name): colour for name, colour in colours.items()}
    return {**resource, "colors": {**ours, **resource["colors"]}}


def _drawn_in_colours(layout: Json) -> Json:
    """The layout of a figure, with the colours handed on to its graphic."""
    colours = {colour_name(name): f"@{colour_name(name)}" for name in DAY}
    box, *_ = layout["items"]
    return {**layout, "items": [{**box, "items": [{**graphic, **colours} for graphic in box["items"]]}]}
