"""Reads every file of the content folder, each into its class, and collects the faults of each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import permutations
from types import MappingProxyType
from typing import Any, Protocol, TypeVar, cast

from skill.content.language.locales import LOCALE_RULES, Locale, called_otherwise, languages_of, locale_from
from skill.content.language.phrase_keys import Gaps, WrittenKeys, unasked, unwritten
from skill.content.language.phrases import Phrases, phrases_from, spoken
from skill.content.language.signs import SIGN_RULES, Signs
from skill.content.language.spoken_rules import languages
from skill.content.language.warnings import WARNING_RULES, Warnings
from skill.content.model import Frozen, Posture, Routine, Stretch, Transition
from skill.content.model.ends import Ends
from skill.content.model.limits import Limit
from skill.content.model.programmes import Programme
from skill.content.reading.ends import WrittenEnds, ends_from
from skill.content.reading.faults import Complaint, Fault
from skill.content.reading.folder import Files
from skill.content.reading.reading import Table, Unusable, shaped, table_of
from skill.content.reading.routines import WrittenRoutine, routine_from
from skill.content.rules.areas import Areas, WrittenAreas, unknown_areas
from skill.content.rules.limit_rules import LIMIT_RULES, unknown_stretches
from skill.content.rules.names import Named, name_faults
from skill.content.rules.programme_rules import PROGRAMME_RULES
from skill.content.rules.routine_rules import ROUTINE_RULES, WAY_RULES
from skill.content.rules.stretch_rules import STRETCH_RULES


class _HasWords(Protocol):
    """Content with words by language."""

    @property
    def words(self) -> Mapping[str, Any]: ...


Read = TypeVar("Read")
Worded = TypeVar("Worded", bound=_HasWords)
Rules = Iterable[Callable[[Read], Iterator[Complaint]]]
Ways = Mapping[tuple[Posture, Posture], Transition]

WAYS_FILE, ENDS_FILE, AREAS_FILE = "transitions.toml", "beginnings_and_ends.toml", "areas.toml"
KEYS_FILE = "phrase_keys.toml"
ALONE = (WAYS_FILE, ENDS_FILE, AREAS_FILE, KEYS_FILE)
"""Files outside of any folder."""

LookedAt = dict[tuple[object, ...], tuple[Any, list[Fault]]]
"""By a file's name, its bytes and all languages: what it holds, and the faults in it by itself."""
SHELVES = (
    "figures",
    "page",
    "locales",
    "stretches",
    "routines",
    "programmes",
    "limits",
    "phrases",
    "warnings",
    "signs",
)


class WrittenWays(Frozen):
    """The file of all ways between postures."""

    transitions: tuple[Transition, ...]


class Shelves:
    """Reads files by name, shelf by shelf, and collects their `faults`."""

    def __init__(self, files: Files, looked_at: LookedAt | None = None) -> None:
        self.files = files
        self._looked_at = {} if looked_at is None else looked_at
        self.faults: list[Fault] = [Fault(name, "", "belongs nowhere") for name in files if not _has_place(name)]
        self.languages = languages_of(name.removesuffix(".toml") for name in _in("locales", files))
        self.faults += [Fault(name, "", "missing") for name in _lacking(files, self.languages)]

    def locales(self) -> Mapping[str, Locale]:
        """Every locale by its tag, such as en-GB; there is no other list of them than these files."""
        read = self._shelf("locales", locale_from, LOCALE_RULES)
        locales = {tag: locale for tag, locale in read.items() if locale}
        for tag, locale in locales.items():
            self._complain(f"locales/{tag}.toml", called_otherwise(locale, locales.values()))
        return MappingProxyType(locales)

    def stretches(self) -> Mapping[str, Stretch | None]:
        """Every stretch by its slug; None for a faulty file."""
        read = self._shelf(
            "stretches", lambda slug, table: shaped(Stretch, _named(table, slug)), self._in_words(STRETCH_RULES)
        )
        self._compare_names("stretches", {slug: stretch.words for slug, stretch in read.items() if stretch})
        return MappingProxyType(read)

    def routines(self, stretches: Mapping[str, Stretch | None]) -> Mapping[str, Routine]:
        """Every routine without a fault, by its slug."""
        read = self._shelf("routines", lambda _, table: shaped(WrittenRoutine, table), self._in_words(ROUTINE_RULES))
        written = {slug: routine for slug, routine in read.items() if routine}
        self._compare_names("routines", {slug: routine.words for slug, routine in written.items()})
        settled: dict[str, Routine] = {}
        for slug, routine in written.items():
            try:
                settled[slug] = routine_from(slug, routine, stretches)
            except Unusable as refused:
                self._complain(f"routines/{slug}.toml", refused.complaints)
        return MappingProxyType(settled)

    def limits(self, stretches: Mapping[str, Stretch | None]) -> Mapping[str, Limit]:
        """Every limit by its slug."""
        read = self._shelf(
            "limits", lambda slug, table: shaped(Limit, _named(table, slug)), self._in_words(LIMIT_RULES)
        )
        limits = {slug: limit for slug, limit in read.items() if limit}
        self._compare_names("limits", {slug: limit.words for slug, limit in limits.items()})
        for slug, limit in limits.items():
            self._complain(f"limits/{slug}.toml", unknown_stretches(limit, stretches))
            self._complain(f"limits/{slug}.toml", _told_ways(limit.ways, "ways", self._in_words(WAY_RULES)))
        return MappingProxyType(limits)

    def programmes(self) -> Mapping[str, Programme]:
        """Every programme by its slug."""
        read = self._shelf(
            "programmes", lambda slug, table: shaped(Programme, _named(table, slug)), self._in_words(PROGRAMME_RULES)
        )
        programmes = {slug: programme for slug, programme in read.items() if programme}
        self._compare_names("programmes", {slug: programme.words for slug, programme in programmes.items()})
        return MappingProxyType(programmes)

    def transitions(self) -> Ways:
        """The ways from each posture to each other."""
        if WAYS_FILE not in self.files:
            return {}
        complete = (lambda read: _way_complaints(read.transitions, self._in_words(WAY_RULES)),)
        read = self._looked(WAYS_FILE, lambda table: shaped(WrittenWays, table), complete)
        return MappingProxyType({(way.start, way.end): way for way in read.transitions}) if read else {}

    def ends(self, stretches: Mapping[str, Stretch | None]) -> Ends:
        """What is put before and after a routine; nothing if the file is faulty."""
        if ENDS_FILE not in self.files:
            return Ends()
        read, _ = self._read(ENDS_FILE, lambda table: ends_from(shaped(WrittenEnds, table), stretches))
        return read or Ends()

    def areas(self, stretches: Mapping[str, Stretch | None], routines: Mapping[str, Routine]) -> Areas:
        """By what people name, the parts of the body that they mean; every part that is used has to be in the list."""
        read = (
            self._looked(AREAS_FILE, lambda table: shaped(WrittenAreas, table), ())
            if AREAS_FILE in self.files
            else None
        )
        if read is None:
            return {}
        named = {f"named.{area}.{at}": part for area, parts in read.named.items() for at, part in enumerate(parts)}
        self._complain(AREAS_FILE, unknown_areas(named, read.areas))
        for slug, stretch in stretches.items():
            named = {f"areas.{number}": area for number, area in enumerate(stretch.areas if stretch else ())}
            self._complain(f"stretches/{slug}.toml", unknown_areas(named, read.areas))
        for slug, routine in routines.items():
            named = {f"suits.areas.{area}": area for area in routine.suits.areas}
            self._complain(f"routines/{slug}.toml", unknown_areas(named, read.areas))
        return MappingProxyType({area: frozenset(parts) for area, parts in read.named.items()})

    def phrases(self) -> Mapping[str, Phrases]:
        """Every phrase by language and key, from all files of the language."""
        read: dict[str, Phrases | None] = {}
        for language in dict.fromkeys(file.partition("/")[0] for file in sorted(_in("phrases", self.files))):
            asked = (partial(spoken, language=language),)
            shelf = self._shelf(f"phrases/{language}", lambda _, table: phrases_from(table), asked)
            read |= {f"{language}/{file}": phrases for file, phrases in shelf.items()}
        by_language: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for file, phrases in read.items():
            language = file.partition("/")[0]
            known = by_language[language]
            twice = [Complaint(key, "said in another file already") for key in phrases or {} if key in known]
            self._complain(f"phrases/{file}.toml", twice)
            known.update(phrases or {})
        self._check_keys(read, by_language)
        return MappingProxyType({language: MappingProxyType(phrases) for language, phrases in by_language.items()})

    def _check_keys(self, files: Mapping[str, Phrases | None], languages: Mapping[str, Phrases]) -> None:
        """Complain of phrases that a language lacks, and of those that the program never asks for."""
        gaps = self._keys()
        if gaps is None:
            return
        for file, phrases in files.items():
            self._complain(f"phrases/{file}.toml", unasked(phrases or {}, gaps))
        for language, written in languages.items() if None not in files.values() else ():
            self._complain(f"phrases/{language}", unwritten(written, gaps))

    def _keys(self) -> Gaps | None:
        """The phrases that the program asks for; None if that file is faulty or missing."""
        if KEYS_FILE not in self.files:
            return None
        read = self._looked(KEYS_FILE, lambda table: shaped(WrittenKeys, table), ())
        return read.root if read else None

    def warnings(self) -> Mapping[str, Warnings]:
        """The warning words of each language."""
        read = self._shelf("warnings", lambda _, table: shaped(Warnings, table), WARNING_RULES)
        return MappingProxyType({language: warnings for language, warnings in read.items() if warnings})

    def signs(self) -> Mapping[str, Signs]:
        """The signs of danger of each language that has them."""
        read = self._shelf("signs", lambda _, table: shaped(Signs, table), SIGN_RULES)
        return MappingProxyType({language: signs for language, signs in read.items() if signs})

    def _in_words(self, rules: Rules[Worded]) -> Rules[Worded]:
        """The rules, with the one that there are words in every language."""
        return (*rules, lambda item: languages(item.words, self.languages))

    def _shelf(self, shelf: str, read: Callable[[str, Table], Read], rules: Rules[Read]) -> dict[str, Read | None]:
        """The files of one folder by their slugs, read and checked by these rules."""
        found: dict[str, Read | None] = {}
        for file in sorted(self.files):
            if file.startswith(f"{shelf}/") and _has_place(file):
                slug = file.removeprefix(f"{shelf}/").removesuffix(".toml")
                found[slug] = self._looked(file, partial(read, slug), rules)
        return found

    def _looked(self, file: str, read: Callable[[Table], Read], rules: Rules[Read]) -> Read | None:
        """What a file holds, or None; the complaints of its rules are added to the faults."""
        known = (file, self.files[file], tuple(self.languages))
        if known not in self._looked_at:
            already = len(self.faults)
            item, understood = self._read(file, read)
            if understood is not None:
                self._complain(file, (complaint for rule in rules for complaint in rule(understood)))
            self._looked_at[known] = (item, self.faults[already:])
            return item
        held, faults = self._looked_at[known]
        self.faults += faults
        return cast("Read | None", held)

    def _read(self, file: str, read: Callable[[Table], Read]) -> tuple[Read | None, Read | None]:
        """What the file holds, or None; and as much of it as can be understood despite its faults."""
        try:
            item = read(table_of(self.files[file]))
        except Unusable as refused:
            self._complain(file, refused.complaints)
            return None, refused.understood
        return item, item

    def _complain(self, file: str, complaints: Iterable[Complaint]) -> None:
        self.faults += [Fault(file, path, text) for path, text in complaints]

    def _compare_names(self, shelf: str, words: Mapping[str, Mapping[str, Named]]) -> None:
        self.faults += name_faults({f"{shelf}/{slug}.toml": named for slug, named in words.items()})


def _has_place(file: str) -> bool:
    shelf, _, name = file.partition("/")
    depth = 1 if shelf == "phrases" else 0
    return file in ALONE or (shelf in SHELVES and name.endswith(".toml") and name.count("/") == depth)


def _in(folder: str, files: Iterable[str]) -> list[str]:
    """The names of the files in a folder, without the folder."""
    return [file.removeprefix(f"{folder}/") for file in files if file.startswith(f"{folder}/")]


def _lacking(files: Iterable[str], spoken: Iterable[str]) -> Iterator[str]:
    """The files and folders that are missing, though everything else needs them."""
    yield from (name for name in (*ALONE, *(f"warnings/{one}.toml" for one in spoken)) if name not in files)
    yield from (folder for folder in ("locales", *(f"phrases/{one}" for one in spoken)) if not _in(folder, files))


def _named(table: Table, slug: str) -> Table:
    if "slug" in table:
        raise Unusable([Complaint("slug", "unknown key")])
    return table | {"slug": slug}


def _way_complaints(ways: tuple[Transition, ...], rules: "Rules[Transition]") -> Iterator[Complaint]:
    yield from _told_ways(ways, "transitions", rules)
    pairs = {(way.start, way.end) for way in ways}
    for start, end in permutations(Posture, 2):
        if (start, end) not in pairs:
            yield Complaint("transitions", f"no way from {start} to {end}")


def _told_ways(ways: tuple[Transition, ...], under: str, rules: "Rules[Transition]") -> Iterator[Complaint]:
    """Complaints about each way by itself, and about those that are there twice."""
    pairs = [(way.start, way.end) for way in ways]
    for index, way in enumerate(ways):
        for rule in rules:
            yield from (Complaint(f"{under}.{index}.{path}", text) for path, text in rule(way))
        if pairs[index] in pairs[:index] or way.start is way.end:
            yield Complaint(f"{under}.{index}", f"{way.start} to {way.end} is told already")
