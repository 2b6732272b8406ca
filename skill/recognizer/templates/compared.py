"""Which samples are compared with what somebody says, word for word."""

from collections.abc import Iterable, Iterator

from skill.ports.intents import ALARMS
from skill.recognizer.templates.expansion import CRAMPING, FLARE, WRITTEN_OUT
from skill.recognizer.templates.templates import Skeleton


def compared(skeletons: Iterable[Skeleton]) -> Iterator[tuple[str, str]]:
    """Each with its intent; warnings are not among them: the library hears them, which knows what a denial is."""
    written = tuple(f"{{{level}}}" for level in (*WRITTEN_OUT, FLARE, CRAMPING))
    for skeleton in (skeleton for skeleton in skeletons if not skeleton.is_excuse):
        if skeleton.intent not in ALARMS.values() or skeleton.intent == ALARMS["mild"]:
            for sample in skeleton.samples:
                if not any(level in sample for level in written):
                    yield skeleton.intent, sample
