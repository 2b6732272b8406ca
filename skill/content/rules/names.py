"""Rules for names: each can be said, and means one thing only."""

import re
from collections.abc import Iterator, Mapping

from skill.content.model import RoutineWords, StretchWords
from skill.content.model.limits import LimitWords
from skill.content.model.programmes import ProgrammeWords
from skill.content.reading.faults import Fault

SAYABLE = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
"""What Alexa accepts as a name in a catalogue: words of letters, joined by a space, a hyphen or an apostrophe."""

Named = StretchWords | RoutineWords | LimitWords | ProgrammeWords


def name_faults(words_by_file: Mapping[str, Mapping[str, Named]]) -> Iterator[Fault]:
    """A fault for every name that cannot be said, or that an earlier file or the same file has already."""
    owners: dict[tuple[str, str], str] = {}
    for file, words in words_by_file.items():
        for language, named in words.items():
            repeated = _repeated(named)
            for key, name in _names(named):
                path = f"words.{language}.{key}"
                owner = owners.setdefault((language, _as_heard(name)), file)
                if not SAYABLE.fullmatch(name):
                    yield Fault(file, path, f"{name!r} must be letters, with single spaces, hyphens or apostrophes")
                if owner != file or key in repeated:
                    yield Fault(file, path, f"{name!r} is already a name in {owner}")


def _names(named: Named) -> Iterator[tuple[str, str]]:
    yield "name", named.name
    for index, name in enumerate(named.also):
        yield f"also.{index}", name


def _repeated(named: Named) -> set[str]:
    """The keys of the names that stand earlier in the same file."""
    heard = {key: _as_heard(name) for key, name in _names(named)}
    first: dict[str, str] = {}
    return {key for key, name in heard.items() if first.setdefault(name, key) != key}


def _as_heard(name: str) -> str:
    return name.casefold().replace("-", " ")
