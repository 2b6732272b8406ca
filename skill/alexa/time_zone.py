"""Asks Alexa for the time zone of a device: once, within half a second, and without ever raising."""

import json
import logging
from collections.abc import Set as AbstractSet
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from skill.alexa.in_time import ENDPOINTS, in_time
from skill.ports.time_zones import Device

ASKING_SECONDS = 0.5
"""From looking up the name to the last byte, while a listener waits."""

LONGEST_ANSWER_BYTES = 100

_OK = 200
_log = logging.getLogger(__name__)


class AlexaTimeZones:
    """Alexa's settings service, which tells any skill the time zone of a device, without a permission."""

    def __init__(self, endpoints: AbstractSet[str] = ENDPOINTS, seconds: float = ASKING_SECONDS) -> None:
        self._endpoints = endpoints
        self._seconds = seconds

    def zone_of(self, device: Device) -> str | None:
        """The name of the device's time zone, or None."""
        if device.endpoint.rstrip("/") not in self._endpoints or not device.id or not device.token:
            return None
        told = in_time(lambda: self._asked(device), self._seconds)
        if told is None:
            _log.info("no time zone: no answer in time")
        return told or None

    def _asked(self, device: Device) -> str:
        """The zone, or an empty string where the answer has none."""
        # The HTTP client takes as long to load as a turn, and few turns ask.
        from http.client import HTTPException  # noqa: PLC0415

        from skill.alexa.api_client import connection  # noqa: PLC0415

        asked = connection(device.endpoint, self._seconds)
        try:
            path = f"/v2/devices/{quote(device.id, safe='')}/settings/System.timeZone"
            asked.request("GET", path, headers={"Authorization": f"Bearer {device.token}"})
            answer = asked.getresponse()
            return _zone_in(answer.status, answer.read(LONGEST_ANSWER_BYTES))
        except (OSError, HTTPException, ValueError) as trouble:
            # A ValueError is a token that no header can carry; its message would repeat the token.
            _log.info("no time zone: %s", type(trouble).__name__)
            return ""
        finally:
            asked.close()


def _zone_in(status: int, body: bytes) -> str:
    """The zone in an answer: a JSON string that names a known zone; else empty."""
    if status != _OK:
        _log.info("no time zone: status %s", status)
        return ""
    try:
        return ZoneInfo(_text(json.loads(body))).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _log.info("no time zone: the answer names none")
        return ""


def _text(answer: object) -> str:
    """The answer, if it is a name; raises ValueError. An empty one would be looked up as a folder."""
    if isinstance(answer, str) and answer:
        return answer
    raise ValueError("no name")
