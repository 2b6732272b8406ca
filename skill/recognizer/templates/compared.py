"""Which samples are compared with what somebody says, word for word."""

from collections.abc import Iterable, Iterator

from skill.ports.intents import ALARMS
from skill.recognizer.templates.expansion import CRAMPING, FLARE, WRITTEN_OUT
from skill.recognizer.templates.templates import Template


def compared(templates: Iterable[Template]) -> Iterator[tuple[str, str]]:
    """Each with its intent; warnings are not among them: the library hears them, which knows what a denial is."""
    written = tuple(f"{{{level}}}" for level in (*WRITTEN_OUT, FLARE, CRAMPING))
    for template in (template for template in templates if not template.is_excuse):
        if template.intent not in ALARMS.values() or template.intent == ALARMS["mild"]:
            for sample in template.samples:
                if not any(level in sample for level in written):
                    yield template.intent, sample
