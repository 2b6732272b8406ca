"""Rules for routines and for the ways between postures, as authors write them."""

from collections.abc import Callable, Iterator

from skill.content.language.spoken_rules import brief, plain, texts
from skill.content.model import Posture, Transition
from skill.content.reading.faults import Complaint
from skill.content.reading.routines import WrittenRoutine

OTHER_NAMES_AT_LEAST = 2
MOVES_AT_MOST = 4
WORDS_A_MOVE = 12
_LOW = frozenset(Posture) - {Posture.STANDING}


def _other_names(routine: WrittenRoutine) -> Iterator[Complaint]:
    for language, words in routine.words.items():
        if len(words.also) < OTHER_NAMES_AT_LEAST:
            yield Complaint(f"words.{language}.also", f"at least {OTHER_NAMES_AT_LEAST} other names are needed")


def _spoken(heard: WrittenRoutine | Transition) -> Iterator[Complaint]:
    yield from plain(heard.words, "words")
    yield from brief(heard.words, "words")
    for place, text in texts(heard.words, "words"):
        if {"{", "}"}.intersection(text):
            yield Complaint(place, "takes no placeholder")


def _moves(way: Transition) -> Iterator[Complaint]:
    if not way.quick <= way.usual <= way.slow:
        yield Complaint("usual", "quick, usual and slow must rise")
    if way.end is Posture.STANDING and way.start in _LOW and not way.postures:
        yield Complaint("postures", "the way up needs one posture a move")
    for language, moves in way.words.items():
        if way.postures and len(way.postures) != len(moves):
            yield Complaint("postures", f"{len(moves)} moves in {language}, and {len(way.postures)} postures")
        if len(moves) > MOVES_AT_MOST:
            yield Complaint(f"words.{language}", f"{len(moves)} moves, and at most {MOVES_AT_MOST} are allowed")
        for index, move in enumerate(moves):
            if (count := len(move.split())) > WORDS_A_MOVE:
                place = f"words.{language}.{index}"
                yield Complaint(place, f"{count} words, and at most {WORDS_A_MOVE} are allowed in a move")


ROUTINE_RULES: tuple[Callable[[WrittenRoutine], Iterator[Complaint]], ...] = (_other_names, _spoken)
"""The rules for one routine by itself."""

WAY_RULES: tuple[Callable[[Transition], Iterator[Complaint]], ...] = (_spoken, _moves)
"""The rules for one way between two postures."""
