"""The skill over HTTP: POST /alexa, GET /health, and at home the turns of the page; errors are answered as JSON."""

import json
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any, Protocol

from flask import Flask, Response, jsonify, request
from pydantic import BaseModel, Field, JsonValue, ValidationError
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, MethodNotAllowed

from skill.alexa.errors import Forged, NotAlexa
from skill.late_shapes import make_now
from skill.settings import on_loopback

Json = dict[str, Any]

LARGEST_BODY_BYTES = 256 * 1024
"""Far more than any request of Alexa's, whose largest responses have half of this."""

SENTENCES = {
    404: "There is nothing at this address.",
    405: "This address takes another method.",
    413: "The request is too large.",
    500: "Something went wrong here; please try again.",
}

LOGGED_AGAIN = timedelta(minutes=1)
"""How long the same reason for a refusal is not logged again, so that nobody who keeps trying fills the disk."""

AT_HOME = (
    "In local mode only this machine is answered. For Alexa, through a tunnel or proxy, serve with --verify: "
    "docs/your-own-echo.md."
)

log = logging.getLogger(__name__)


class WebSkill(Protocol):
    """What the web needs of the skill."""

    def handle(self, envelope: Json) -> Json:
        """The response to Alexa's request; raises `NotAlexa` where it is none."""


class Guard(Protocol):
    """Tells Alexa's requests from all others."""

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Return if the request is Alexa's; raise `Forged` otherwise."""


class PageTurn(BaseModel):
    """What somebody said (empty: nobody answered), the conversation as last given out, and how far its reply played."""

    words: str = Field(max_length=500)
    conversation: JsonValue = None
    after_seconds: float = Field(default=0, ge=0, le=86_400, allow_inf_nan=False)


class RefusalLog:
    """Logs why requests were refused: each reason once a minute, with how often it came meanwhile."""

    def __init__(self) -> None:
        self._logged: dict[str, tuple[datetime, int]] = {}
        """By reason, when it was logged last, and how often it came since."""
        self._lock = Lock()

    def add(self, why: str, now: datetime) -> None:
        """Log or count one more; there are a dozen reasons, whatever is sent."""
        with self._lock:
            at, since = self._logged.get(why, (now - LOGGED_AGAIN, 0))
            due = now - at >= LOGGED_AGAIN
            self._logged[why] = (now, 0) if due else (at, since + 1)
        if due:
            log.warning("Refused a request: %s%s.", why, f" ({since} more since that was told)" if since else "")


def create_app(
    skill: WebSkill,
    store_healthy: Callable[[], bool],
    guard: Guard | None = None,
    page_turn: Callable[[Json], Json] | None = None,
) -> Flask:
    """The WSGI application. With a `guard` it answers only what Alexa signed, with `page_turn` only this machine.

    `page_turn` raises ValueError, with a sentence to show, for a conversation that it did not give out.
    """
    make_now()  # several threads answer
    app = Flask(__name__, static_folder=None, template_folder="page")
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY_BYTES
    _answer_alexa(app, skill, guard)
    _tell_health(app, store_healthy)
    if page_turn is not None:
        _stay_at_home(app)
        _answer_the_page(app, page_turn)
    _answer_errors(app)
    return app


def _answer_alexa(app: Flask, skill: WebSkill, guard: Guard | None) -> None:
    @app.post("/alexa")
    def alexa() -> Response:
        if guard is not None:
            guard.verify(dict(request.headers), request.get_data(), datetime.now(UTC))
        return jsonify(skill.handle(_object_sent()))


def _tell_health(app: Flask, store_healthy: Callable[[], bool]) -> None:
    @app.get("/health")
    def health() -> Response:
        return jsonify(status="ok", store="ok" if store_healthy() else "down")


def _stay_at_home(app: Flask) -> None:
    """Refuse requests from other sites: by their origin, or by a host name that somebody made lead here (rebinding)."""

    @app.before_request
    def from_here() -> None:
        here = request.host_url.rstrip("/")
        if not on_loopback(here) or request.headers.get("Origin", here) != here:
            raise Forbidden(AT_HOME)


def _answer_the_page(app: Flask, page_turn: Callable[[Json], Json]) -> None:
    @app.post("/page/turn")
    def turn() -> Response:
        try:
            sent = PageTurn.model_validate(_object_sent())
        except ValidationError as error:
            fault = error.errors()[0]
            raise BadRequest(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}.") from error
        try:
            return jsonify(page_turn(sent.model_dump()))
        except ValueError as error:
            raise BadRequest(str(error)) from error


def _object_sent() -> Json:
    """The body as a JSON object, whatever its content type says."""
    try:
        sent = json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is no JSON.") from error
    if not isinstance(sent, dict):
        raise BadRequest("The body is no JSON object.")
    return sent


def _answer_errors(app: Flask) -> None:
    refusals = RefusalLog()

    @app.errorhandler(Forged)
    def forged(error: Forged) -> tuple[Response, int]:
        # The sender does not learn which check failed.
        refusals.add(str(error), datetime.now(UTC))
        return jsonify(error="This is no request of Alexa's to this skill."), 400

    @app.errorhandler(NotAlexa)
    def not_alexa(error: NotAlexa) -> tuple[Response, int]:
        return jsonify(error=str(error)), 400

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> Response:
        response = jsonify(error=SENTENCES.get(error.code or 500, error.description))
        response.status_code = error.code or 500
        if isinstance(error, MethodNotAllowed):
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
        return response
