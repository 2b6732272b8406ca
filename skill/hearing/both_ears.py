"""What is made of a sentence that several ears have heard: nothing moves on or is deleted unless two of them agree.

They agree in what is meant, and one of them may only have thought of it second or third; for what is kept for good or
deleted, and for a yes to that, both must have heard it first of all. Stop, pain and emergency need one of them; an
emergency of which one only thought is asked about where nothing is agreed. Where only one ear is here, it may move on
where it is sure, and what is kept for good or deleted has to be typed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.hearing.consequences import Needs, needs_of
from skill.hearing.ear import Certainty, Ear, Transcript
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS, RED_FLAG
from skill.recognizer.meaning import Understood
from skill.recognizer.reason import Step
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.sound.sound import Sound

UNCLEAR = "…"
"""What is handed on where somebody spoke and it is not known what: no sentence, so that it is asked again."""

_OPENED = "LaunchRequest"
_WORD_FOR_WORD = (Step.KNOWN, Step.SPELLING)
_WORST_FIRST = (*ALARMS.values(),)


@dataclass(frozen=True)
class HeardWords:
    """What is believed of a sentence: the words to go on with, and what they mean.

    `UNCLEAR` where somebody spoke and nothing is believed; no words where nobody spoke to us. `perhaps` is what one ear
    heard that is not done: somebody may press it.
    """

    words: str
    understood: Understood
    transcripts: tuple[Transcript, ...] = ()
    perhaps: tuple[str, ...] = ()


MOST_PERHAPS = 3
"""Of what is shown to be pressed."""

Expects = Callable[[Evidence], tuple[str, ...]]
"""Which words and names are likely now."""


@dataclass(frozen=True)
class _Meant:
    """What one ear thought of, as its first, second or third thought, and what that means."""

    transcript: Transcript
    words: str
    rank: int
    understood: Understood
    needs: Needs


class BothEars:
    """The ears that are here, and what understands their words."""

    def __init__(self, recognizer: Recognizer, ears: Sequence[Ear], expects: Expects = lambda _: ()) -> None:
        """An ear that writes any word down comes first: where several will do, its words are taken.

        Each is told what to expect.
        """
        self._recognizer = recognizer
        self._expects = expects
        self.ears = tuple(ears)

    def heard(self, sound: Sound, known: Evidence = NOTHING_KNOWN) -> HeardWords:
        """What was said in it. Raises EarFailed."""
        expected = self._expects(known)
        return self.believed(tuple(ear.hear(sound, expected) for ear in self.ears), known)

    def believed(self, transcripts: tuple[Transcript, ...], known: Evidence = NOTHING_KNOWN) -> HeardWords:
        """What is believed of what each ear heard."""
        ours = [one for one in transcripts if one.words and one.certainty > Certainty.STRANGE]
        wishes = [one for heard in ours for one in self._meant(heard, known) if one.understood.intent != FALLBACK]
        first = [one for one in wishes if not one.rank]
        chosen = self._first_of_all(first, wishes, known)
        if chosen is not None:
            return HeardWords(chosen.words, chosen.understood, transcripts)
        perhaps: dict[tuple[object, ...], str] = {}
        for one in sorted(wishes, key=lambda one: one.rank):
            perhaps.setdefault(_mark(one.understood), one.words)
        shown = tuple(perhaps.values())[:MOST_PERHAPS]
        return HeardWords(UNCLEAR if ours else "", Understood(FALLBACK), transcripts, shown)

    def _meant(self, heard: Transcript, known: Evidence) -> Iterator[_Meant]:
        """Each thought of an ear with what it means; what means the same as one before it is left out."""
        seen = set()
        for rank, words in enumerate(heard.thoughts):
            meant = self._understood(words, known)
            if _mark(meant) not in seen:
                seen.add(_mark(meant))
                needs = Needs.BOTH if meant.intent == _OPENED else needs_of(meant, known)
                yield _Meant(heard, words, rank, meant, needs)

    def _understood(self, words: str, known: Evidence) -> Understood:
        spoken = self._recognizer.invocation.spoken(words)
        return Understood(_OPENED) if spoken.kind == "open" else self._recognizer.understand(spoken.rest, known)

    def _first_of_all(self, first: Sequence[_Meant], wishes: Sequence[_Meant], known: Evidence) -> _Meant | None:
        """What is believed of what every ear thought of first, and of all that they thought of."""
        agreed = self._urgent(first) or self._agreed(wishes, known)
        return agreed or _first(wishes, lambda one: one.understood.intent == RED_FLAG) or self._telling(first)

    def _urgent(self, first: Sequence[_Meant]) -> _Meant | None:
        """The gravest of what one ear is enough for."""
        urgent = [one for one in first if one.needs is Needs.ANY]
        return min(urgent, key=_how_grave, default=None)

    def _agreed(self, wishes: Sequence[_Meant], known: Evidence) -> _Meant | None:
        """What most ears understood alike, and two at least; of one ear only, what it is sure of and may do alone.

        What answers the open question counts as if one more had heard it: "yes" and "rest" are much alike.
        """
        if len(self.ears) == 1:
            return _first((one for one in wishes if not one.rank), _may_move_alone)
        alike: dict[tuple[object, ...], list[_Meant]] = {}
        for one in wishes:
            if one.needs is not Needs.ALWAYS_BOTH or not one.rank:
                alike.setdefault(_mark(one.understood), []).append(one)
        enough = [some for some in alike.values() if len(some) > 1]
        return max(enough, key=lambda some: _votes(some, known), default=[None])[0]

    def _telling(self, first: Sequence[_Meant]) -> _Meant | None:
        """What only tells something, as the first ear that understood such a thing heard it."""
        return _first(first, lambda one: one.needs is Needs.EITHER)


def _may_move_alone(one: _Meant) -> bool:
    """Whether it is sure, and a sentence of ours word for word: of strange words, too, something can be made."""
    reason = one.understood.reason
    known = reason is None or reason.step in _WORD_FOR_WORD
    return known and one.needs is not Needs.ALWAYS_BOTH and one.transcript.certainty is Certainty.SURE


def _votes(some: Sequence[_Meant], known: Evidence) -> tuple[int, int]:
    """How many ears heard it, an open question with them, and how soon each of them thought of it."""
    return len(some) + (some[0].understood.intent in known.answers), -sum(one.rank for one in some)


def _mark(meant: Understood) -> tuple[object, ...]:
    """What is wished, whatever words it was said in; a name that is unknown is its words."""
    slots = sorted((name, slot.ids or (slot.said,)) for name, slot in meant.slots.items())
    return (meant.intent, *slots, *(_mark(meant.also) if meant.also else ()))


def _how_grave(one: _Meant) -> int:
    intent = one.understood.intent
    return _WORST_FIRST.index(intent) if intent in _WORST_FIRST else len(_WORST_FIRST)


def _first(wishes: Iterable[_Meant], wanted: Callable[[_Meant], bool]) -> _Meant | None:
    return next(filter(wanted, wishes), None)
