"""What an Alexa screen is told to show of a reply: one document with its data, or nothing."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from skill.alexa.screens.documents import Drawing, document
from skill.content.library import Library
from skill.dialogue.guide import Answered
from skill.dialogue.scene.scene import Scene
from skill.drawing.figures import Figures
from skill.ports.reply import AskLeave
from skill.ports.turn import ENDED, Turn, short_id
from skill.screen.holds import SeenFigure, SeenHold
from skill.screen.view import SeenChoice, SeenRoutine, SeenWords, view_of

Json = dict[str, Any]

RENDER = "Alexa.Presentation.APL.RenderDocument"

_NEVER = 86_400_000
"""A day in milliseconds: no reply lasts so long."""

_LENGTHS = (60, 150, 260)
"""In characters: what is longer than each is written a step smaller."""

_LONG_NAME = 20
"""A longer name has two lines, and is written smaller."""

_ICONS = {
    "previous": "M12 10L12 38M36 10L36 38L16 24Z",
    "pause": "M15 10L20 10L20 38L15 38ZM28 10L33 10L33 38L28 38Z",
    "next": "M36 10L36 38M12 10L12 38L32 24Z",
}
"""What stands on the round buttons, in a square of forty-eight; again has an arrow of its own."""


class Screens:
    """Makes directives that render a reply; figures are read only once a screen has to show one."""

    def __init__(self, library: Library, figures: Callable[[], Figures]) -> None:
        self._library = library
        self._figures = figures

    def directive(self, turn: Turn, answered: Answered) -> Json | None:
        """The directive that renders this reply; None where the screen keeps what it shows."""
        silent = not answered.reply.timeline.moments
        if turn.intent == ENDED or silent or isinstance(answered.reply.microphone, AskLeave):
            return None
        view = view_of(Scene(self._library, turn, answered.person), answered.reply)
        drawing, mark = Drawing(self._figures()), short_id(turn.id)
        seen = _led(view, drawing) if isinstance(view, SeenRoutine) else _said(view, drawing)
        name = "led" if isinstance(view, SeenRoutine) else "said"
        payload = {"screen": {"reply": mark, **seen}, "icons": _ICONS}
        return {
            "type": RENDER,
            "token": mark or name,
            "document": document(name, drawing.graphics),
            "datasources": payload,
        }


def _led(view: SeenRoutine, drawing: Drawing) -> Json:
    """The data of a routine as it is led; all times are milliseconds of the reply."""
    return {
        "holds": [_hold(hold, later) for hold, later in pairwise((*view.holds, None)) if hold],
        "figures": [*_followed(view.holds, drawing)],
        # No screen can change the size of its letters while it is shown.
        "long": any(len(hold.name) > _LONG_NAME for hold in view.holds),
        "ends": _milliseconds(view.ends_seconds),
        "onward": _milliseconds(view.onward_seconds or 0.0),
        "question": view.question,
        "answers": [_choice(choice) for choice in view.answers],
        "choices": [_choice(choice) for choice in view.choices],
    }


def _hold(hold: SeenHold, later: SeenHold | None) -> Json:
    return {
        # What only lies ahead is not counted: it is shown as it will be.
        "start": _milliseconds(hold.start) if hold.until else _NEVER,
        "until": _milliseconds(hold.until) or _NEVER,
        "leaves": _milliseconds(later.begins) if later else _NEVER,
        "seconds": hold.hold_seconds,
        "name": hold.name[:1].upper() + hold.name[1:],
        "line": ", ".join(filter(None, (hold.side, hold.count))),
        "next": hold.next,
    }


def _followed(holds: tuple[SeenHold, ...], drawing: Drawing) -> list[Json]:
    """Each figure from when it is seen until the next one is."""
    seen: list[tuple[float, SeenFigure]] = []
    for number, hold in enumerate(holds):
        begins = hold.begins if number else 0.0
        seen += [(max(begins, figure.at), figure) for figure in hold.figures]
    shown: list[Json] = []
    for at, figure in seen:
        drawn, since = drawing.shown(figure), _milliseconds(at)
        if shown and drawn and drawn.items() <= shown[-1].items() and shown[-1]["until"] == _NEVER:
            continue
        if shown:
            shown[-1]["until"] = min(shown[-1]["until"], since)
        if drawn:
            shown.append({"from": since, "until": _NEVER, **drawn})
    return shown


def _said(view: SeenWords, drawing: Drawing) -> Json:
    return {
        "kind": view.kind.value,
        "title": view.title,
        "words": view.words,
        "length": sum(len(view.words) > length for length in _LENGTHS),
        "choices": [_choice(choice) for choice in view.choices],
        "figures": [drawn] if view.figure and (drawn := drawing.shown(view.figure)) else [],
    }


def _choice(choice: SeenChoice) -> Json:
    return {"label": choice.label, "does": choice.does, "slug": choice.slug}


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
