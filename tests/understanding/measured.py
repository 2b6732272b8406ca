"""How people who had read none of our sentences are understood, in columns.

By the templates alone, by the reader alone, by both, and apart from these over a stand-in for Alexa; then goal by goal.

`python -m tests.understanding.measured` prints it, and so does `make bench`. Of the half that nobody looks at only
these figures are ever seen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from skill.assembly import the_library, what_reads
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.meaning import HeardSlot, Understood
from skill.recognizer.model import templates_of
from skill.recognizer.reader.reader import Reader
from skill.recognizer.reader.weighing import Weighing
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.recognizer import FALLBACK, WEIGHTS, Recognizer
from skill.recognizer.templates.strict_yaml import read_yaml
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, VOICE_COMMANDS
from tests.understanding.alexa_stand_in import OverAlexa, stand_in
from tests.understanding.unseen_sentences import HALVES, Unseen, unseen
from tests.understanding.unseen_sentences import _judged as judged

LOCALE = "en-US"
COLUMNS = ("understood", "in part", "not", "wrong", "strangers taken", "emergencies", "false alarms")
WIDEST = 44


class Hears(Protocol):
    """Whatever makes an intent of a sentence."""

    def understand(self, words: str, known: Evidence = ..., /) -> Understood:
        """What the words mean, by what is known of the moment."""


@dataclass(frozen=True)
class ReaderAlone:
    """What would be understood if no sentence were known word for word."""

    weighing: Weighing
    recognizer: Recognizer

    def understand(self, words: str, known: Evidence = NOTHING_KNOWN, /) -> Understood:
        """What the words weigh for, danger first."""
        reading = self.weighing.read(self.recognizer.written_out(words))
        if reading is None:
            return Understood(FALLBACK)
        level = self.weighing.level(reading, None)
        if level:
            alarm = ALARMS[level]
            return Understood(alarm, {"sign": HeardSlot(words, (level,))} if alarm == RED_FLAG else {})
        belief = self.weighing.belief(reading, known)
        if not belief.is_enough:
            return Understood(FALLBACK)
        return Understood(belief.best.meaning, {one.slot: HeardSlot("", one.slugs) for one in belief.filled})


def report() -> Iterator[str]:
    """The columns of each half, and then of its wishes goal by goal."""
    typed, over_alexa = ways_to_hear()
    goals = _goals()
    for half in HALVES:
        said = unseen(half)
        outcomes = {
            name: [(one, judged(one, how.understand(one.words, one.known))) for one in said]
            for name, how in typed.items()
        }
        yield _row(f"{half}, typed", COLUMNS)
        yield from (_row(f"  {name}", _cells(came_out)) for name, came_out in outcomes.items())
        yield _row(f"{half}, spoken to a stand-in for Alexa*", COLUMNS)
        for name, how in over_alexa.items():
            yield _row(f"  {name}", _cells(_heard(said, how)))
        yield _row(f"{half}, typed, as meant of each goal", ("of", *outcomes))
        yield from _by_goal(outcomes, goals)
    yield "* a classifier trained on the samples of our compiled model; what Alexa makes of them nobody can run here"


def ways_to_hear() -> tuple[Mapping[str, Hears], Mapping[str, Hears]]:
    """What is measured: typed, and over Alexa's stand-in, each by its name."""
    library, templates = the_library(), templates_of(the_library(), LOCALE)
    both, alexa = what_reads(LOCALE), stand_in(LOCALE)
    weights = read_weights(TEMPLATES_FOLDER / templates.manners.language / WEIGHTS)
    weighing = Weighing(Reader(weights, both.recognizer.names), templates.manners, templates.written)
    typed: dict[str, Hears] = {
        "templates alone": Recognizer(templates, library, weighs=False),
        "reader alone": ReaderAlone(weighing, both.recognizer),
        "both": both.recognizer,
    }
    over_alexa: dict[str, Hears] = {
        "her intents alone": OverAlexa(replace(alexa, preambles={}), both),
        "and what is told behind preambles": OverAlexa(alexa, both),
    }
    return typed, over_alexa


def _heard(said: Iterable[Unseen], how: Hears) -> list[tuple[Unseen, str]]:
    return [(one, judged(one, how.understand(one.words, one.known))) for one in said]


def _cells(outcomes: list[tuple[Unseen, str]]) -> Iterator[str]:
    of = Counter(one.sort for one, _ in outcomes)
    came = Counter((one.sort, outcome.split()[0]) for one, outcome in outcomes)
    yield f"{came['wish', 'understood']} of {of['wish']}"
    yield str(came["wish", "half"])
    yield str(came["wish", "not"])
    yield str(came["wish", "wrong"] + came["wish", "alarm"])
    yield f"{came['stranger', 'taken']} of {of['stranger']}"
    yield f"{came['emergency', 'heard']} of {of['emergency']}"
    yield f"{came['near', 'false']} of {of['near']}"


def _by_goal(outcomes: Mapping[str, list[tuple[Unseen, str]]], goals: Mapping[str, str]) -> Iterator[str]:
    """How many wishes of each goal there are, and how many of them are understood by whom."""
    counted = {name: Counter[str]() for name in ("of", *outcomes)}
    for name, came_out in outcomes.items():
        for one, outcome in came_out:
            if one.sort == "wish":
                goal = goals.get(one.expects[0][0], "what has no wish of ours")
                counted[name][goal] += outcome == "understood"
                counted["of"][goal] += name == "both"
    for goal in dict.fromkeys([*goals.values(), "what has no wish of ours"]):
        if counted["of"][goal]:
            yield _row(f"  {goal}", [str(counts[goal]) for counts in counted.values()])


def _goals() -> Mapping[str, str]:
    """The goal of each wish: the chapter of what people can say in which it stands."""
    chapters = read_yaml(TEMPLATES_FOLDER / the_library().language_of(LOCALE) / VOICE_COMMANDS)
    assert isinstance(chapters, dict)
    return {intent: chapter for chapter, wishes in chapters.items() for intent in wishes}


def _row(first: str, others: Iterable[str]) -> str:
    return first.ljust(WIDEST) + "".join(cell.rjust(18) for cell in others)


if __name__ == "__main__":
    print("\n".join(report()))
