"""Asks Alexa where a device stands: briefly, one attempt, and whatever goes wrong the answer is "not told"."""

import json
import logging
from collections.abc import Set as AbstractSet
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from skill.dialogue.time_zone import Device

ENDPOINTS = frozenset(
    {"https://api.amazonalexa.com", "https://api.eu.amazonalexa.com", "https://api.fe.amazonalexa.com"}
)
"""North America, Europe, the Far East. A token is shown to nobody else, whatever address a request names."""

ASKING_SECONDS = 0.5
"""From looking the name up to the last byte: a listener waits for it."""

LONGEST_ANSWER_BYTES = 100

_OK = 200
_log = logging.getLogger(__name__)


class AlexaTimeZones:
    """Alexa's settings service: it tells any skill where a device stands, without a permission of the listener's."""

    def __init__(self, endpoints: AbstractSet[str] = ENDPOINTS, seconds: float = ASKING_SECONDS) -> None:
        self._endpoints = endpoints
        self._seconds = seconds

    def zone_of(self, device: Device) -> str | None:
        """The name of the device's zone, or None."""
        if device.endpoint.rstrip("/") not in self._endpoints or not device.id or not device.token:
            return None
        # Time-outs of a connection count for each step anew and not at all for names; so the clock runs out here.
        told: SimpleQueue[str | None] = SimpleQueue()
        Thread(target=lambda: told.put(self._asked(device)), daemon=True).start()
        try:
            return told.get(timeout=self._seconds)
        except Empty:
            _log.info("no time zone: no answer in time")
            return None

    def _asked(self, device: Device) -> str | None:
        connection = self._connection(device.endpoint)
        try:
            path = f"/v2/devices/{quote(device.id, safe='')}/settings/System.timeZone"
            connection.request("GET", path, headers={"Authorization": f"Bearer {device.token}"})
            answer = connection.getresponse()
            return _zone_in(answer.status, answer.read(LONGEST_ANSWER_BYTES))
        except (OSError, HTTPException, ValueError) as trouble:
            # A ValueError is a token that no header can carry; its text would repeat the token.
            _log.info("no time zone: %s", type(trouble).__name__)
            return None
        finally:
            connection.close()

    def _connection(self, endpoint: str) -> HTTPConnection:
        address = urlsplit(endpoint)
        kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
        return kind(address.hostname or "", address.port, timeout=self._seconds)


def _zone_in(status: int, body: bytes) -> str | None:
    """The zone of an answer: a JSON string, if it is one that the world knows."""
    if status != _OK:
        _log.info("no time zone: status %s", status)
        return None
    try:
        return ZoneInfo(_text(json.loads(body))).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _log.info("no time zone: the answer names none")
        return None


def _text(answer: object) -> str:
    """The answer, if it is a name at all; an empty one would be looked up as a folder."""
    if isinstance(answer, str) and answer:
        return answer
    raise ValueError("no name")
