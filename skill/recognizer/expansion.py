"""Writes one template out into the samples it stands for, or says what is wrong with it."""

import re
from collections.abc import Collection, Mapping
from itertools import islice

from hassil.errors import HassilError
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError
from hassil.sample import sample_sentence

MOST_SAMPLES = 40
"""A template that stands for more is several wishes in one line."""

SLOTS_OF_CONTENT = ("routine", "stretch", "sign", "limit")
"""Slots that the content fills; a language may fill others of its own."""

PAIN = "pain"
"""Written like a slot but no slot: one sample for each phrase of pain that the content knows."""

_WORD = re.compile(r"[a-z]+(?:['.-][a-z]+)*\.?|\{[a-z]+\}")
"""What Alexa allows between two spaces: letters, apostrophes, full stops, hyphens, or a slot."""


class TemplateFault(ValueError):
    """One template cannot be used, and why."""


def parsed(template: str) -> Sentence:
    """The template as hassil understands it. Raises TemplateFault."""
    try:
        return parse_sentence(template)
    except ParseError as fault:
        raise TemplateFault(f"not a template: {fault}") from fault


def expanded(template: str, rules: Mapping[str, Sentence], slots: Collection[str]) -> tuple[str, ...]:
    """The samples in the order written, none twice, these slots kept. Raises TemplateFault."""
    try:
        texts = sample_sentence(parsed(template), expansion_rules=dict(rules), expand_lists=False)
        samples = tuple(dict.fromkeys(" ".join(text.split()) for text in islice(texts, MOST_SAMPLES + 1)))
    except HassilError as fault:
        raise TemplateFault(str(fault)) from fault
    if len(samples) > MOST_SAMPLES:
        raise TemplateFault(f"stands for more than {MOST_SAMPLES} samples")
    for sample in samples:
        _check(sample, slots)
    return samples


def slot_in(sample: str) -> str | None:
    """The name of the slot in a sample, None when it has none."""
    found = re.search(r"\{([a-z]+)\}", sample)
    return found.group(1) if found else None


def _check(sample: str, slots: Collection[str]) -> None:
    if not sample:
        raise TemplateFault("can be empty")
    strange = [word for word in sample.split() if not _WORD.fullmatch(word)]
    if strange:
        raise TemplateFault(f"not allowed in a sample: {' '.join(strange)}")
    names = re.findall(r"\{([a-z]+)\}", sample)
    if len(names) > 1:
        raise TemplateFault("has more than one slot")
    if names and names[0] not in (*slots, PAIN):
        raise TemplateFault(f"no such slot: {names[0]}")
