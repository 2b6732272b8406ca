"""The sentences that people can say, and the language model that the small ear needs of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from itertools import chain, cycle, product

from pocketsphinx.lm import ArpaBoLM

from skill.content.library import Library
from skill.recognizer.reader.said import DANGER, said_in
from skill.recognizer.suggestions import going_ons, suggestions
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.compared import compared
from skill.recognizer.templates.expansion import any_of
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates

_FILLED_TIMES = 4
"""How many sentences are made of a sample with gaps; the next sample goes on with the next names."""
_COMMON_TIMES = 60
"""How often sentences that fit at every moment are repeated, to make them likelier than others."""
_STRANGER = "AMAZON.FallbackIntent"


def spoken_sentences(library: Library, templates: Templates) -> Iterator[str]:
    """All sentences; common ones are repeated, and contractions are given both ways."""
    language = templates.manners.language
    names = {one.slot: [name for value in one.values for name in value.names] for one in slot_types(library, templates)}
    samples = (sample for intent, sample in compared(templates.written) if intent != _STRANGER)
    warnings = chain.from_iterable(phrases_of_warning(library, language).values())
    danger = (one.words for one in said_in(TEMPLATES_FOLDER / language / DANGER))
    all_names = chain.from_iterable(named for named in names.values() if len(named) < _MOST_NAMES)
    sentences = chain(_filled(samples, names), warnings, danger, all_names, _common(library, templates))
    return _both_ways(sentences, templates.manners.shortened)


_MOST_NAMES = 2_000
"""Slots with fewer names have each name as a sentence too; times and lengths, which have more, are never said alone."""


def language_model(sentences: Iterable[str], is_pronounced: Callable[[str], bool]) -> str:
    """The model in the ARPA format; sentences with a word that cannot be pronounced are left out."""
    known: dict[str, bool] = {}

    def pronounced(word: str) -> bool:
        if word not in known:
            known[word] = is_pronounced(word)
        return known[word]

    kept = (sentence for sentence in sentences if all(map(pronounced, sentence.split())))
    model = ArpaBoLM(text="\n".join(kept), add_start=True)
    model.compute()
    written = StringIO()
    model.write(written)
    return written.getvalue()


def _filled(samples: Iterable[str], names: Mapping[str, list[str]]) -> Iterator[str]:
    """The samples with names in their gaps, in rotation, so that as many names as possible are used."""
    next_of = {slot: cycle(of_it) for slot, of_it in names.items()}
    for sample in samples:
        words = sample.split()
        for _ in range(_FILLED_TIMES if "{" in sample else 1):
            yield " ".join(next(next_of[word[1:-1]]) if word.startswith("{") else word for word in words)


def _common(library: Library, templates: Templates) -> Iterator[str]:
    """Sentences that fit at every moment, and ways to open the skill; each with and without a wake word."""
    language = templates.manners.language
    name = library.invocation(language)
    ways = chain.from_iterable(map(any_of, templates.ways_in.open))
    opening = (way.replace("{name}", name) for way in ways)
    usual = chain.from_iterable(suggestions(one, language) for one in going_ons())
    wakes = ["", *chain.from_iterable(map(any_of, templates.ways_in.wake))]
    for wake, sentence in product(wakes, chain(opening, chain.from_iterable([one] * _COMMON_TIMES for one in usual))):
        yield f"{wake} {sentence}".strip()


def _both_ways(sentences: Iterable[str], shortened: Mapping[str, str]) -> Iterator[str]:
    """Each sentence in lower case, and again with each contraction that it allows."""
    drawn = {long: short for short, long in shortened.items() if "'" in short}
    for sentence in sentences:
        plain = sentence.lower()
        yield plain
        for long, short in drawn.items():
            if f" {long} " in f" {plain} ":
                yield f" {plain} ".replace(f" {long} ", f" {short} ").strip()
