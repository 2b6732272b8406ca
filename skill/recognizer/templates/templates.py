"""Reads the templates of a language: how people say each wish; reports the faults of all files at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.folders import folder_of
from skill.recognizer.templates.amounts import Amounts
from skill.recognizer.templates.expansion import SLOTS_OF_CONTENT, TemplateFault, expanded, parsed, rules_in
from skill.recognizer.templates.invocation import WaysIn
from skill.recognizer.templates.manners import Manners
from skill.recognizer.templates.preambles import Preambles, faults_of
from skill.recognizer.templates.slots import (
    MoreNames,
    SlotType,
    SlotTypes,
    filled_by_language,
)
from skill.recognizer.templates.sources import Sources

TEMPLATES_FOLDER = folder_of("interaction_model")
"""The folder with the templates: one folder for each language, and one for each locale that differs."""

_RULES, _MANNERS, _SLOTS, _AMOUNTS, _NAMES = "rules.yaml", "manners.yaml", "slots.yaml", "amounts.yaml", "names.yaml"
FIRST_WORDS = "first_words.yaml"
"""The file with the sentences to know first, by situation, each with its wish."""
VOICE_COMMANDS = "voice_commands.yaml"
"""The file with the order and the titles of all wishes on the page for people."""
SUGGESTIONS = "suggestions.yaml"
"""The file with what somebody might say next."""
_INVOCATION = "invocation.yaml"
_PREAMBLES = "preambles.yaml"
"""The optional file with the preambles, which only Alexa needs."""
_FOR_PEOPLE = (FIRST_WORDS, VOICE_COMMANDS, SUGGESTIONS)
_NO_WISHES = (_RULES, _MANNERS, _SLOTS, _AMOUNTS, _NAMES, _INVOCATION, _PREAMBLES, *_FOR_PEOPLE)
_ALEXA_KNOWS, _EXCUSES = "alexa_knows.yaml", "excuses.yaml"
_WISHES_SHAPE = dict[str, list[str]]
_Wishes = dict[str, dict[str, list[str]]]
"""The templates by file and intent."""


class TemplateFaults(ValueError):
    """The templates cannot be used; the message lists every fault, one a line, each with its file."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True)
class Template:
    """One template: its intent, and the samples that it stands for, with `{slots}` kept."""

    intent: str
    text: str
    samples: tuple[str, ...]
    known_to_alexa: bool
    """Whether Alexa matches it to a built-in intent by itself, so that only our recognizer needs it."""
    is_excuse: bool = False
    """Whether it says that somebody is called away, and may stand before a wish."""


@dataclass(frozen=True)
class Templates:
    """The templates and words of one language; `intents` has those without samples too, in the order of the files."""

    intents: tuple[str, ...]
    written: tuple[Template, ...]
    manners: Manners
    slot_types: tuple[SlotType, ...]
    """The slot types that the language defines, beside those of the content."""
    names: MoreNames
    """Further names of the content's values."""
    ways_in: WaysIn
    """How people open the skill, or ask it for something at once."""
    preambles: Preambles
    """How people begin to tell something, by intent."""


def read_templates(*folders: Path) -> Templates:
    """The templates in the first folder (a language), with the differences of the others. Raises TemplateFaults."""
    reading = _Reading(Sources(folders))
    templates = reading.templates()
    if templates is None or reading.sources.faults:
        raise TemplateFaults(reading.sources.faults)
    return templates


@dataclass
class _Reading:
    """Reads all files once, and goes on after a fault, so that all are found."""

    sources: Sources

    def templates(self) -> Templates | None:
        slot_types = self._slot_types()
        slots = (*SLOTS_OF_CONTENT, *(slot_type.slot for slot_type in slot_types))
        wishes = {name: self.sources.read(name, _WISHES_SHAPE) or {} for name in self._wish_files()}
        written = tuple(self._written(wishes, dict(self._rules()), slots))
        self._refuse_twins(written)
        manners = self.sources.read(_MANNERS, Manners)
        ways_in = self.sources.read(_INVOCATION, WaysIn)
        names = self.sources.read(_NAMES, MoreNames) or {}
        intents = tuple(dict.fromkeys(intent for said in wishes.values() for intent in said))
        if manners is None or ways_in is None:
            return None
        preambles = self._preambles()
        self.sources.faults += [f"{_PREAMBLES}: {fault}" for fault in faults_of(preambles, manners)]
        return Templates(intents, written, manners, slot_types, names, ways_in, preambles)

    def _preambles(self) -> Preambles:
        said = self.sources.read(_PREAMBLES, _WISHES_SHAPE) if _PREAMBLES in self.sources.names else {}
        return {intent: tuple(ways) for intent, ways in (said or {}).items()}

    def _slot_types(self) -> tuple[SlotType, ...]:
        amounts = self.sources.read(_AMOUNTS, Amounts)
        filled = self.sources.read(_SLOTS, SlotTypes) or {}
        return (*filled_by_language(filled), *(amounts.slot_types() if amounts else ()))

    def _wish_files(self) -> list[str]:
        return [name for name in self.sources.names if name not in _NO_WISHES]

    def _rules(self) -> Iterator[tuple[str, str]]:
        for name, template in (self.sources.read(_RULES, dict[str, str]) or {}).items():
            try:
                parsed(template)
            except TemplateFault as fault:
                self.sources.faults.append(f"{_RULES}: {name}: {fault}")
            else:
                yield name, template

    def _written(self, wishes: _Wishes, rules: Mapping[str, str], slots: tuple[str, ...]) -> Iterator[Template]:
        for file, intent, template in _each(wishes):
            try:
                samples = expanded(template, rules_in(template, rules), slots)
                yield Template(intent, template, samples, file == _ALEXA_KNOWS, file == _EXCUSES)
            except TemplateFault as fault:
                self.sources.faults.append(f"{file}: {intent}: {template}: {fault}")

    def _refuse_twins(self, written: tuple[Template, ...]) -> None:
        owners: dict[str, str] = {}
        for template in written:
            for sample in template.samples:
                owner = owners.setdefault(sample, template.intent)
                if owner != template.intent:
                    self.sources.faults.append(f"{sample}: said for {owner} and for {template.intent}")


def _each(wishes: _Wishes) -> Iterator[tuple[str, str, str]]:
    """Every file, intent and template."""
    for file, said in wishes.items():
        yield from ((file, intent, template) for intent, templates in said.items() for template in templates)
