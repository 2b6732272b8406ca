"""Reads how the people of one language say each wish, and tells every fault of every file at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from hassil.expression import Sentence
from pydantic import TypeAdapter, ValidationError

from skill.recognizer.amounts import Amounts
from skill.recognizer.expansion import SLOTS_OF_CONTENT, TemplateFault, expanded, parsed
from skill.recognizer.manners import Manners
from skill.recognizer.slots import SLOT_TYPES_SHAPE, SlotType, filled_by_language
from skill.recognizer.strict_yaml import YamlFault, read_yaml

TEMPLATES_FOLDER = Path(__file__).resolve().parents[2] / "interaction_model"
"""Where the authors' templates lie: beside the package, one folder a language."""

_RULES, _MANNERS, _SLOTS, _AMOUNTS = "rules.yaml", "manners.yaml", "slots.yaml", "amounts.yaml"
_ALEXA_KNOWS = "alexa_knows.yaml"
_RULES_SHAPE = TypeAdapter(dict[str, str])
_WISHES_SHAPE = TypeAdapter(dict[str, list[str]])
_Shape = TypeVar("_Shape")
_Wishes = dict[str, dict[str, list[str]]]
"""The templates by their file and intent."""


class TemplateFaults(ValueError):
    """The templates cannot be used; the message lists every fault, one a line, each with its file."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True)
class Skeleton:
    """One template: whose wish it is, and the samples it stands for, with `{slots}` kept."""

    intent: str
    template: str
    samples: tuple[str, ...]
    known_to_alexa: bool
    """Alexa matches it to its own intent unasked: only our recognizer has to be told."""


@dataclass(frozen=True)
class Templates:
    """How people of one language say things; `intents` has those without a sample too, in the order of the files."""

    intents: tuple[str, ...]
    skeletons: tuple[Skeleton, ...]
    manners: Manners
    slot_types: tuple[SlotType, ...]
    """Those that the language fills, beside the content's."""


def read_templates(folder: Path) -> Templates:
    """The templates in a language's folder. Raises TemplateFaults."""
    reading = _Reading(folder)
    templates = reading.templates()
    if templates is None or reading.faults:
        raise TemplateFaults(reading.faults)
    return templates


@dataclass
class _Reading:
    """One pass over a folder that goes on after a fault, so that all are found."""

    folder: Path
    faults: list[str] = field(default_factory=list)

    def templates(self) -> Templates | None:
        amounts = self._shaped(self.folder / _AMOUNTS, TypeAdapter(Amounts))
        slot_types = filled_by_language(self._shaped(self.folder / _SLOTS, SLOT_TYPES_SHAPE) or {})
        slot_types += amounts.slot_types() if amounts else ()
        slots = (*SLOTS_OF_CONTENT, *(slot_type.slot for slot_type in slot_types))
        wishes = {path.name: self._shaped(path, _WISHES_SHAPE) or {} for path in self._wish_files()}
        skeletons = tuple(self._skeletons(wishes, dict(self._rules()), slots))
        self._refuse_twins(skeletons)
        manners = self._shaped(self.folder / _MANNERS, TypeAdapter(Manners))
        intents = tuple(dict.fromkeys(intent for said in wishes.values() for intent in said))
        return None if manners is None else Templates(intents, skeletons, manners, slot_types)

    def _wish_files(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*.yaml") if path.name not in (_RULES, _MANNERS, _SLOTS, _AMOUNTS))

    def _shaped(self, path: Path, shape: TypeAdapter[_Shape]) -> _Shape | None:
        try:
            return shape.validate_python(read_yaml(path))
        except (YamlFault, OSError) as fault:
            self.faults.append(f"{path.name}: {fault}")
        except ValidationError as fault:
            self.faults += [f"{path.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in fault.errors()]
        return None

    def _rules(self) -> Iterator[tuple[str, Sentence]]:
        for name, template in (self._shaped(self.folder / _RULES, _RULES_SHAPE) or {}).items():
            try:
                yield name, parsed(template)
            except TemplateFault as fault:
                self.faults.append(f"{_RULES}: {name}: {fault}")

    def _skeletons(self, wishes: _Wishes, rules: dict[str, Sentence], slots: tuple[str, ...]) -> Iterator[Skeleton]:
        for file, intent, template in _each(wishes):
            try:
                yield Skeleton(intent, template, expanded(template, rules, slots), file == _ALEXA_KNOWS)
            except TemplateFault as fault:
                self.faults.append(f"{file}: {intent}: {template}: {fault}")

    def _refuse_twins(self, skeletons: tuple[Skeleton, ...]) -> None:
        owners: dict[str, str] = {}
        for skeleton in skeletons:
            for sample in skeleton.samples:
                owner = owners.setdefault(sample, skeleton.intent)
                if owner != skeleton.intent:
                    self.faults.append(f"{sample}: said for {owner} and for {skeleton.intent}")


def _each(wishes: _Wishes) -> Iterator[tuple[str, str, str]]:
    """Every template with its file and intent."""
    for file, said in wishes.items():
        yield from ((file, intent, template) for intent, templates in said.items() for template in templates)
