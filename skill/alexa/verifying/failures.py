"""Remembers addresses from which no good certificate came, so that they are not asked again for a while."""

from datetime import datetime, timedelta

from skill.alexa.errors import Forged

REMEMBERED = timedelta(seconds=30)
"""How long an address that failed is not asked again. For so long Alexa itself may be refused, if Amazon's bucket has a
moment's trouble just when a certificate is new."""

MOST_FAILURES = 64
"""How many made-up addresses all strangers together can have tried within that time."""


class Failures:
    """What went wrong at which address, and when. Not thread-safe by itself."""

    def __init__(self) -> None:
        self._lately: dict[str, tuple[datetime, str]] = {}

    def add(self, url: str, now: datetime, why: str) -> None:
        """Remember that this address failed just now."""
        self._lately.pop(url, None)
        self._lately[url] = now, why

    def check(self, url: str, now: datetime, *, known: bool) -> None:
        """Raise `Forged` if this address failed lately or, unless it is `known` as good, too many others did."""
        self._forget(now)
        if url in self._lately:
            raise Forged(f"{self._lately[url][1]}, a moment ago")
        if len(self._lately) >= MOST_FAILURES and not known:
            raise Forged("too many certificates proved nothing of late")

    def _forget(self, now: datetime) -> None:
        """Drop failures that are long enough ago."""
        over = [url for url, (at, _) in self._lately.items() if abs(now - at) > REMEMBERED]
        for url in over:
            del self._lately[url]
