"""A page with the figure of every stretch beside its words, for whoever looks whether they agree."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from skill.content.library import Library
from skill.content.model import Stretch, StretchWords
from skill.drawing.avg import avg
from skill.drawing.figures import Figure, Figures
from skill.drawing.picture import picture_of
from skill.drawing.svg import style_sheet, svg
from skill.timeline import Side, Telling
from skill.wording.wording import Wording, sentence

_STYLE = """
:root { color-scheme: light dark }
body { margin: 1rem; font: 16px/1.4 system-ui, sans-serif }
body { background: light-dark(#fbfaf6, #14201c); color: light-dark(#1c2421, #edf3f0) }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem; padding: 1rem 0 }
section { break-inside: avoid; border-top: 1px solid #8888 }
figure { margin: 0 }
.figure { width: 100%; height: 15rem }
"""


def write_sheet(library: Library, figures: Figures, path: str) -> str:
    """Write the sheet, and say where it is."""
    Path(path).write_text(sheet(library, figures), "utf-8")
    return f"{len(figures)} figures in {path}: look at each beside its words, by day and by night."


def write_for_a_screen(figures: Figures, folder: str) -> str:
    """Write each figure as a screen takes it, to be tried in Amazon's own tools."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for slug, figure in figures.items():
        for phase, drawn in figure.usual.items():
            name = "-".join(filter(None, (slug, phase)))
            (place / f"{name}.json").write_text(json.dumps(avg(picture_of(drawn), name), indent=1) + "\n", "utf-8")
    return f"{len(figures)} figures in {folder}, as Alexa Vector Graphics."


def sheet(library: Library, figures: Figures) -> str:
    """The whole page."""
    language = library.usual_language
    telling = Telling(Wording(library, language))
    parts = (_section(library.stretches[slug], figures[slug], telling) for slug in sorted(figures))
    head = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Figures</title>'
    return f"{head}<style>{_STYLE}{style_sheet()}</style>{''.join(parts)}</html>\n"


def _section(stretch: Stretch, figure: Figure, telling: Telling) -> str:
    words = telling.words_of(stretch)
    told = "".join(f"<p>{escape(_right(line, telling))}</p>" for line in (*words.setup, *words.enter, words.feel))
    shown = (_figure(picture, _right(caption, telling)) for picture, caption in _shown(figure, words))
    return f"<section><div><h2>{escape(words.name)}</h2>{told}</div>{''.join(shown)}</section>"


def _right(line: str, telling: Telling) -> str:
    """The line for the side that is drawn."""
    return sentence(telling.with_side(line, Side.RIGHT))


def _shown(figure: Figure, words: StretchWords) -> Iterator[tuple[str, str]]:
    """Every posture with the words that lead into it; that of the easier form only where it looks otherwise."""
    for phase, drawn in figure.usual.items():
        told = words.parts[phase].enter if phase in words.parts else ()
        yield svg(picture_of(drawn), words.name), f"{phase} {' '.join(told)}"
    if figure.swings:
        yield svg(picture_of(figure.pose()), words.name, mirrored=True), "and to the other side"
    if figure.easier is not figure.usual and words.easier:
        for phase, drawn in figure.easier.items():
            yield svg(picture_of(drawn), words.name), f"{phase} easier: {' '.join(words.easier.enter)}"


def _figure(picture: str, caption: str) -> str:
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"
