"""The page's addresses: what one can choose, the place to practise, and figures; all of it written on the server."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import BadRequest, NotFound, ServiceUnavailable

from skill.assembly import the_figures
from skill.device.page_view import Shows
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_record
from skill.drawing.figures import Figure, on_bed
from skill.drawing.passage import passage_to
from skill.drawing.picture import picture_of, together
from skill.drawing.svg import alone, moving, style_sheet, svg
from skill.entrypoints.page.cards import PageCard, WantedCards, routine_cards, steps_of, stretch_cards
from skill.entrypoints.page.headers import HEADERS, PICTURE_HEADERS
from skill.entrypoints.page.mine import mine_of
from skill.home import it_can_hear
from skill.recognizer.suggestions import suggestions

Kept = Callable[[], Person | None]
"""Reads what is kept of whoever practises here; None while it cannot be read."""
PAGE = Path(__file__).parent
PARTS = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "elements.js": "text/javascript",
    "listening.js": "text/javascript",
    "voice.js": "text/javascript",
    "choice.js": "text/javascript",
    "kept.js": "text/javascript",
    "speaking.js": "text/javascript",
    "playing.js": "text/javascript",
    "ear.js": "text/javascript",
    "microphone.js": "text/javascript",
    "tones.js": "text/javascript",
    "choosing.js": "text/javascript",
}
MOST_LETTERS = 200
"""Of what an address has the page say."""
_STOP = 3
"""Where among what is said while a reply plays the word to stop is."""
CHOSEN_FROM = ("choose", "routine", "mine")
"""Where one could begin something."""
NOT_FOR_SCRIPT = (
    *("about", "weekdays", "months", "areas", "careful_with", "needs"),
    *("voice", "speed", "volume", "own_voice", "no_voice"),
    *("listen", "wake", "no_ear", "heard"),
)
"""Labels that only the server writes."""
MINUTES = (5, 10, 15, 20)
"""What somebody may have."""


def show_the_page(app: Flask, shows: Shows, kept: Kept = Person, trouble: Callable[[], str] = str) -> None:
    """Add the page's addresses to the application; raises `ContentFaults` where figures are broken.

    `trouble` is what is wrong with what somebody is writing, to be told above everything that is no emergency.
    """
    the_figures()
    app.context_processor(lambda: {"trouble": trouble()})
    _calling(app, shows, kept)
    _choosing(app, shows)
    _practising(app, shows, kept)
    _keeping(app, shows, kept)
    _figures(app)


def _calling(app: Flask, shows: Shows, kept: Kept) -> None:
    """After an emergency whatever is asked for is the number, until somebody says that they are well."""

    @app.before_request
    def call() -> Response | None:
        if request.endpoint not in CHOSEN_FROM or not (alarm := _alarm(shows, kept)):
            return None
        return _html("alarm.html", shows, alarm=alarm)


def _alarm(shows: Shows, kept: Kept) -> dict[str, Any] | None:
    """What is shown to somebody who is to be asked first whether they are well."""
    person = kept()
    if not person or not person.asked_first_until(int(datetime.now(UTC).timestamp())).ask_first_at:
        return None
    during = suggestions("first", shows.language)
    return {"view": shows.alarm(), "moments": [{"words": shows.what_to_do()}], "during": during}


def _keeping(app: Flask, shows: Shows, kept: Kept) -> None:
    @app.get("/mine")
    def mine() -> Response:
        person, today = kept(), datetime.now().astimezone().date()
        page = _html("mine.html", shows, mine=mine_of(person, shows, today) if person else None)
        page.status_code = 200 if person else 503
        return page

    @app.get("/mine.json")
    def export() -> Response:
        person = kept()
        if not person:
            raise ServiceUnavailable(shows.labels.unread)
        return Response(json.dumps(to_record(person), indent=1), mimetype="application/json", headers=HEADERS)


def _choosing(app: Flask, shows: Shows) -> None:
    routines, stretches = cache(lambda: routine_cards(shows)), cache(lambda: stretch_cards(shows))

    @app.get("/")
    def choose() -> Response:
        wanted = _wanted()
        shown = {"routines": wanted.of(routines()), "stretches": wanted.of(stretches())}
        areas = sorted({area for card in (*routines(), *stretches()) for area in card.areas})
        return _html("choose.html", shows, wanted=wanted, areas=areas, minutes=MINUTES, **shown)

    @app.get("/routine/<name>")
    def routine(name: str) -> Response:
        card = _card(routines(), name)
        return _html("routine.html", shows, card=card, steps=steps_of(shows, card.slug))


def _wanted() -> WantedCards:
    """What is asked for in the address."""
    try:
        minutes = int(request.args.get("minutes") or 0)
    except ValueError as error:
        raise BadRequest("minutes: a whole number.") from error
    return WantedCards(request.args.get("place", ""), request.args.get("area", ""), minutes)


def _card(cards: tuple[PageCard, ...], name: str) -> PageCard:
    found = next((card for card in cards if card.name == name), None)
    if found is None:
        raise NotFound
    return found


def _practising(app: Flask, shows: Shows, kept: Kept) -> None:
    # Read once: what is not one of these few files cannot be asked for.
    parts = {name: (PAGE / name).read_text(encoding="utf-8") for name in PARTS}

    @app.get("/practise")
    def practise() -> Response:
        labels = {name: label for name, label in asdict(shows.labels).items() if name not in NOT_FOR_SCRIPT}
        words = request.args.get("say", "")[:MOST_LETTERS]
        told = {"for_script": labels, "words": _words(shows.language), "alarm": _alarm(shows, kept)}
        begin, typed = (words, "") if _asked_by_us() else ("", words)
        return _html("practise.html", shows, begin=begin, typed=typed, wake_words=_wake_words(), **told)

    @app.get("/page/<name>")
    def part(name: str) -> Response:
        if name == "figures.css":
            return Response(style_sheet(), mimetype="text/css", headers=HEADERS)
        if name not in parts:
            raise NotFound
        return Response(parts[name], mimetype=PARTS[name], headers=HEADERS)


def _asked_by_us() -> bool:
    """Whether a link of ours, or an address typed by hand, led here.

    What a link on somebody else's page says is only written down, for the person to send: it might forget them.
    """
    return request.headers.get("Sec-Fetch-Site") in ("same-origin", "none")


def _wake_words() -> tuple[str, ...]:
    """Those that can be chosen, the usual one first; none where nothing hears."""
    if not it_can_hear():
        return ()
    from skill.hearing.wake_word import WAKE_WORDS  # noqa: PLC0415 - its library is on few machines

    return (*WAKE_WORDS,)


def _words(language: str) -> dict[str, Any]:
    """What the page says for somebody: to begin, to go on, and to stop."""
    begin, playing = suggestions("closed", language), suggestions("playing", language)
    return {"begin": begin, "resume": suggestions("paused", language)[0], "stop": playing[_STOP]}


def _figures(app: Flask) -> None:
    @app.get("/figure/<stretch>.svg")
    def figure(stretch: str) -> Response:
        figures = the_figures()
        if stretch not in figures:
            raise NotFound
        drawn = _drawn(stretch, figures[stretch])
        return Response(alone(drawn), mimetype="image/svg+xml", headers=PICTURE_HEADERS)


def _drawn(stretch: str, figure: Figure) -> str:
    """The posture that is asked for, or with `from` the way to it: both in the same frame, so that nothing jumps."""
    asked, moves = request.args, bool(request.args.get("from"))
    phase, form = asked.get("phase", ""), asked.get("form", "usual")
    _, mirrored = figure.seen(phase, asked.get("side", ""), form)
    way = passage_to(figure, phase, form)
    pictures = together([picture_of(on_bed(drawn) if asked.get("on") == "bed" else drawn) for drawn in way])
    turned = mirrored and not figure.swings
    return moving(pictures, stretch, mirrored=turned) if moves else svg(pictures[-1], stretch, mirrored=turned)


def _html(name: str, shows: Shows, **shown: Any) -> Response:
    page = render_template(name, labels=shows.labels, language=shows.language, **shown)
    return Response(page, mimetype="text/html", headers=HEADERS)
