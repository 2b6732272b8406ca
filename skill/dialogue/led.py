"""What was led: one routine on one day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Led:
    """Seconds of a routine, by its slug, on a day (a proleptic ordinal), and how often it was led to its end."""

    routine: str
    day: int
    seconds: int = 0
    finished: int = 0
