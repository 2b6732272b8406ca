"""Where a device stands, asked of a service that answers, refuses, breaks off or hangs."""

import json
import logging
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from skill.alexa.time_zone import AlexaTimeZones
from skill.ports.time_zones import Device

TOKEN = "a-token-to-be-told-to-nobody"
Answer = Callable[["Service"], None]


class Service(BaseHTTPRequestHandler):
    """Answers as the test wants, and remembers what it was asked."""

    answer: Answer
    asked: list[tuple[str, str | None]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Authorization"]))
        type(self).answer(self)

    def log_message(self, *_: Any) -> None:
        pass


def says(status: int, body: bytes = b"") -> Answer:
    def answer(service: Service) -> None:
        service.send_response(status)
        service.send_header("Content-Length", str(len(body)))
        service.send_header("Location", "/elsewhere")
        service.end_headers()
        service.wfile.write(body)

    return answer


@pytest.fixture
def over() -> Iterator[Event]:
    """Set when a hanging service may let go."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def service() -> Iterator[tuple[type[Service], str]]:
    class OneTest(Service):
        asked: list[tuple[str, str | None]] = []  # noqa: RUF012

    server = ThreadingHTTPServer(("127.0.0.1", 0), OneTest)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield OneTest, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def zone(service: tuple[type[Service], str], answer: Answer, seconds: float = 5) -> str | None:
    kind, endpoint = service
    kind.answer = answer
    return AlexaTimeZones({endpoint}, seconds).zone_of(Device(f"{endpoint}/", "device/1", TOKEN))


def test_the_zone_is_asked_as_alexa_documents_it(service: tuple[type[Service], str]) -> None:
    assert zone(service, says(200, b'"Europe/London"')) == "Europe/London"
    assert service[0].asked == [("/v2/devices/device%2F1/settings/System.timeZone", f"Bearer {TOKEN}")]


@pytest.mark.parametrize("status", [204, 302, 401, 403, 429, 500, 503])
def test_a_refusal_is_taken_at_once_and_followed_nowhere(service: tuple[type[Service], str], status: int) -> None:
    assert zone(service, says(status)) is None
    assert len(service[0].asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Europe/London",
        b'""',
        b'"Europe"',
        b'"../UTC"',
        b'"Europe/Atlantis"',
        b"null",
        b"{}",
        b'["UTC"]',
        b"\xff",
        b'"' + b"x" * 5000,
    ],
)
def test_an_answer_that_names_no_zone_is_none(service: tuple[type[Service], str], body: bytes) -> None:
    assert zone(service, says(200, body)) is None


def test_a_service_that_hangs_is_not_waited_for(service: tuple[type[Service], str], over: Event) -> None:
    def hang(_: Service) -> None:
        over.wait(20)

    assert zone(service, hang, seconds=0.05) is None
    assert not over.is_set()


def test_a_service_that_drips_is_not_waited_for_either(service: tuple[type[Service], str], over: Event) -> None:
    def drip(kind: Service) -> None:
        kind.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n")
        while not over.wait(0.01):
            kind.wfile.write(b" ")
            kind.wfile.flush()

    # Each byte comes well within the time-out of the connection; only the whole takes too long.
    assert zone(service, drip, seconds=0.2) is None


def test_a_connection_that_breaks_off_is_none(service: tuple[type[Service], str]) -> None:
    def broken(kind: Service) -> None:
        kind.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Le")

    assert zone(service, broken) is None


def test_nobody_but_alexa_is_shown_the_token(service: tuple[type[Service], str]) -> None:
    kind, endpoint = service
    kind.answer = says(200, json.dumps("Europe/London").encode())
    for address in (endpoint, "https://api.amazonalexa.com.evil.example", "http://api.amazonalexa.com", "", "file:///"):
        assert AlexaTimeZones().zone_of(Device(address, "device", TOKEN)) is None
    assert kind.asked == []


def test_without_a_device_or_a_token_nobody_is_asked(service: tuple[type[Service], str]) -> None:
    kind, endpoint = service
    zones = AlexaTimeZones({endpoint})
    assert zones.zone_of(Device(endpoint, "", TOKEN)) is None
    assert zones.zone_of(Device(endpoint, "device", "")) is None
    assert kind.asked == []


def test_neither_the_log_nor_a_device_in_words_tells_ids(
    service: tuple[type[Service], str], caplog: pytest.LogCaptureFixture
) -> None:
    kind, endpoint = service
    kind.answer = says(403)
    device = Device(endpoint, "device-of-anna", f"{TOKEN}\r\n\u2028")
    with caplog.at_level(logging.DEBUG):
        assert AlexaTimeZones({endpoint}).zone_of(device) is None
        assert AlexaTimeZones({endpoint}).zone_of(Device(endpoint, "device-of-anna", TOKEN)) is None
    told = f"{caplog.text} {device}"
    assert "no time zone: status 403" in told
    assert TOKEN not in told
    assert "anna" not in told
