"""What the dialogue asks of whatever knows a listener's time zone: requests tell the time of Greenwich only."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Device:
    """A speaker, and the permission to ask about it that came with one request: neither is kept or logged."""

    endpoint: str = field(repr=False)
    id: str = field(repr=False)
    token: str = field(repr=False)


class TimeZones(Protocol):
    """Knows where devices stand."""

    def zone_of(self, device: Device) -> str | None:
        """The zone's name, such as `Europe/London`; None when it is not told, which takes half a second at most."""
