"""Amazon's reminders after its documentation, on this machine: what it takes, what it tells, how it refuses."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from jsonschema import Draft202012Validator

TOKEN = "a-token-to-be-told-to-nobody"
PATH = "/v1/alerts/reminders"

LOCAL_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?$"}
"""Without a zone: with one she refuses it."""

DAY = "(MO|TU|WE|TH|FR|SA|SU)"
RULE = rf"^FREQ=(DAILY|WEEKLY;BYDAY={DAY}(,{DAY})*);BYHOUR=\d+;BYMINUTE=\d+;BYSECOND=0;INTERVAL=1;$"
RECURRENCE = {
    "type": "object",
    "required": ["startDateTime", "recurrenceRules"],
    "properties": {
        "startDateTime": LOCAL_TIME,
        "recurrenceRules": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": RULE}},
    },
    "additionalProperties": False,
}
TRIGGER = {
    "type": "object",
    "required": ["type"],
    "properties": {
        "type": {"const": "SCHEDULED_ABSOLUTE"},
        "scheduledTime": LOCAL_TIME,
        "timeZoneId": {"type": "string", "pattern": r"^[A-Z]\w+(/\w+)*$"},
        "recurrence": RECURRENCE,
    },
    "oneOf": [{"required": ["scheduledTime"]}, {"required": ["recurrence"]}],
    "additionalProperties": False,
}
SPOKEN = {
    "type": "object",
    "required": ["locale", "text"],
    "properties": {"locale": {"type": "string", "pattern": r"^en-[A-Z]{2}$"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
CREATE = Draft202012Validator(
    {
        "type": "object",
        "required": ["requestTime", "trigger", "alertInfo", "pushNotification"],
        "properties": {
            "requestTime": LOCAL_TIME,
            "trigger": TRIGGER,
            "alertInfo": {
                "type": "object",
                "required": ["spokenInfo"],
                "properties": {"spokenInfo": {"properties": {"content": {"items": SPOKEN, "minItems": 1}}}},
                "additionalProperties": False,
            },
            "pushNotification": {"properties": {"status": {"enum": ["ENABLED", "DISABLED"]}}},
        },
        "additionalProperties": False,
    }
)


@dataclass
class Amazon:
    """One household's reminders at Amazon's, and what she is to refuse."""

    endpoint: str = ""
    allowed: bool = True
    created: int = 200
    refuses: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By method: the status, and the body as it is."""
    hangs: str = ""
    """The method that she never answers."""
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    ordered: list[dict[str, Any]] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, str]:
        """The status and the body of what she says."""
        self.asked.append(f"{method} {path}")
        if method == self.hangs:
            self.over.wait(20)
        if not self.allowed:
            return 401, error("UNAUTHORIZED")
        if method in self.refuses:
            return self.refuses[method]
        return {"POST": self._create, "GET": self._all, "DELETE": self._delete}[method](path, body)

    def _create(self, path: str, body: bytes) -> tuple[int, str]:
        order = json.loads(body)
        if path != PATH or not CREATE.is_valid(order):
            return 400, error("INVALID_REQUEST")
        self.ordered.append(order)
        name = f"5c3a/{len(self.ordered)}"
        known = {"createdTime": "2026-01-05T07:00:00.002Z", "updatedTime": "2026-01-05T07:00:00.002Z"}
        self.kept[name] = {"alertToken": name, "status": "ON", "version": "1", **known, **order}
        told = {"alertToken": name, "status": "ON", "version": "1", "href": f"{PATH}/{name}", **known}
        return self.created, json.dumps(told)

    def _all(self, _: str, __: bytes) -> tuple[int, str]:
        alerts = [{key: value for key, value in one.items() if key != "requestTime"} for one in self.kept.values()]
        return (200, json.dumps({"totalCount": str(len(alerts)), "alerts": alerts, "links": None}))

    def _delete(self, path: str, _: bytes) -> tuple[int, str]:
        name = path.removeprefix(f"{PATH}/").replace("%2F", "/")
        return (200, "") if self.kept.pop(name, None) else (404, error("ALERT_NOT_FOUND"))


def error(code: str) -> str:
    """A refusal as she words it."""
    return json.dumps({"code": code, "message": f"{code}, said of {TOKEN}"})


def service_of(amazon: Amazon) -> type[BaseHTTPRequestHandler]:
    """What answers for her: whoever brings another token than hers is sent away."""

    class Service(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            allowed = self.headers["Authorization"] == f"Bearer {TOKEN}"
            status, told = amazon.answer(self.command, self.path, body) if allowed else (401, error("INVALID_TOKEN"))
            self.send_response(status)
            self.send_header("Content-Length", str(len(told.encode())))
            self.end_headers()
            self.wfile.write(told.encode())

        do_GET = do_POST = do_DELETE = _answer  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    return Service


@contextmanager
def serving(amazon: Amazon) -> Iterator[Amazon]:
    """Her service on a port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), service_of(amazon))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    amazon.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield amazon
    finally:
        amazon.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def rule_of(order: dict[str, Any]) -> str:
    """The first rule of an order, without what is always the same."""
    return re.sub(r";BYSECOND=0;INTERVAL=1;$", "", order["trigger"]["recurrence"]["recurrenceRules"][0])
