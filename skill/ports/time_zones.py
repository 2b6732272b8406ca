"""What the dialogue asks about time zones: requests carry the time in UTC only."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Device:
    """A device, with the endpoint and token of one request for asking Alexa about it; never stored or logged."""

    endpoint: str = field(repr=False)
    id: str = field(repr=False)
    token: str = field(repr=False)


class TimeZones(Protocol):
    """Knows the time zones of devices."""

    def zone_of(self, device: Device) -> str | None:
        """The zone's name, such as `Europe/London`, within half a second; None where it cannot be found out."""
