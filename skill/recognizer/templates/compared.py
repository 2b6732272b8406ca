"""Selects the samples that the recognizer compares with what somebody says."""

from collections.abc import Iterable, Iterator

from skill.ports.intents import ALARMS
from skill.recognizer.templates.expansion import CRAMPING, FLARE, WRITTEN_OUT
from skill.recognizer.templates.templates import Template


def compared(templates: Iterable[Template]) -> Iterator[tuple[str, str]]:
    """Each sample with its intent, without excuses and warnings: the library detects warnings, and their denials."""
    written = tuple(f"{{{level}}}" for level in (*WRITTEN_OUT, FLARE, CRAMPING))
    for template in (template for template in templates if not template.is_excuse):
        if template.intent not in ALARMS.values() or template.intent == ALARMS["mild"]:
            for sample in template.samples:
                if not any(level in sample for level in written):
                    yield template.intent, sample
