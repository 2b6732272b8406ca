"""Expands a template into the samples that it stands for, or says what is wrong with it.

The parser, hassil, is imported with the first template: where all templates are compiled already, nothing waits for it.
"""
# ruff: noqa: PLC0415

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from skill.content.language.warnings import Level

if TYPE_CHECKING:
    from hassil.expression import Sentence

MOST_SAMPLES = 40
"""A template with more samples is really several wishes in one line."""

SLOTS_OF_CONTENT = ("routine", "stretch", "programme", "sign", "limit")
"""Slots whose values come from the content; a language may define others."""

SLOTS_TOGETHER = (
    frozenset({"days", "time"}),
    frozenset({"duration", "setting"}),
    frozenset({"duration", "area"}),
    frozenset({"side", "span"}),
    frozenset({"limit", "span"}),
)
"""The only slots that may share a sample: Alexa seldom understands two names in one sentence."""

FLARE = "flare"
CRAMPING = "cramp"
WRITTEN_OUT: tuple[Level, ...] = ("stuck", "nerve", "dizzy", "pain", "mild")
"""Placeholders that are written like slots, and stand for one sample for each phrase of this level of warning.

`FLARE` and `CRAMPING` are the same for each phrase of a very bad day, and of a cramp.
"""

Rules = tuple[tuple[str, str], ...]
"""Pairs of the name and the template of each rule; templates may refer to rules by name."""

_TEMPLATES_KEPT = 8192
"""More than the templates of a language, nearly all of which its locales have in common."""

_RULE = re.compile(r"<([^<>]+)>")
_SLOT = re.compile(r"\{([a-z]+)\}")
_WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?|\{[a-z]+\}")
"""A word that Alexa allows in a sample: letters of any language, apostrophes, full stops and hyphens, or a slot."""


class TemplateFault(ValueError):
    """A template cannot be used; the message says why."""


@cache
def parsed(template: str) -> "Sentence":
    """The template as parsed by hassil. Raises TemplateFault."""
    from hassil.parse_expression import parse_sentence
    from hassil.parser import ParseError

    try:
        return parse_sentence(template)
    except ParseError as fault:
        raise TemplateFault(f"not a template: {fault}") from fault


def rules_in(template: str, rules: Mapping[str, str]) -> Rules:
    """The rules that a template uses, also through other rules; only these decide what it expands to (a cache key)."""
    named: dict[str, str] = {}
    waiting = [template]
    while waiting:
        for name in _RULE.findall(waiting.pop()):
            if name in rules and name not in named:
                named[name] = rules[name]
                waiting.append(rules[name])
    return tuple(named.items())


@lru_cache(maxsize=_TEMPLATES_KEPT)
def expanded(template: str, rules: Rules, slots: tuple[str, ...]) -> tuple[str, ...]:
    """The samples in the order written, none twice; `slots` are the names that they may have. Raises TemplateFault."""
    from hassil.errors import HassilError
    from hassil.sample import sample_sentence

    try:
        sentences = {name: parsed(rule) for name, rule in rules}
        texts = sample_sentence(parsed(template), expansion_rules=sentences, expand_lists=False)
        samples = tuple(dict.fromkeys(" ".join(text.split()) for text in islice(texts, MOST_SAMPLES + 1)))
    except HassilError as fault:
        raise TemplateFault(str(fault)) from fault
    if len(samples) > MOST_SAMPLES:
        raise TemplateFault(f"stands for more than {MOST_SAMPLES} samples")
    for sample in samples:
        _check(sample, slots)
    return samples


def any_of(template: str) -> tuple[str, ...]:
    """Everything that a template stands for, without a limit or checks, in the order written. Raises TemplateFault."""
    from hassil.sample import sample_sentence

    texts = sample_sentence(parsed(template), expand_lists=False)
    return tuple(dict.fromkeys(" ".join(text.split()) for text in texts))


def slots_in(sample: str) -> tuple[str, ...]:
    """The names of the slots in a sample, in order."""
    return tuple(_SLOT.findall(sample))


def _check(sample: str, slots: Collection[str]) -> None:
    if not sample:
        raise TemplateFault("can be empty")
    strange = [word for word in sample.split() if word != word.lower() or not _WORD.fullmatch(word)]
    if strange:
        raise TemplateFault(f"not allowed in a sample: {' '.join(strange)}")
    names = slots_in(sample)
    if len(names) > 1 and frozenset(names) not in SLOTS_TOGETHER:
        raise TemplateFault("has more than one slot")
    unknown = [name for name in names if name not in (*slots, *WRITTEN_OUT, FLARE, CRAMPING)]
    if unknown:
        raise TemplateFault(f"no such slot: {unknown[0]}")
