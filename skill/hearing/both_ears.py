"""What is made of a sentence that both ears have heard: nothing moves on or is deleted unless they agree.

Stop, pain and emergency need one of them. Where only one ear is here, it may move on where it is sure, and what is kept
for good or deleted has to be typed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from skill.hearing.consequences import Needs, needs_of
from skill.hearing.ear import Certainty, Ear, Transcript
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS
from skill.recognizer.meaning import Understood
from skill.recognizer.reason import Step
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.sound.sound import Sound

UNCLEAR = "…"
"""What is handed on where somebody spoke and it is not known what: no sentence, so that it is asked again."""

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


@dataclass(frozen=True)
class _Meant:
    """What one ear heard, and what that means."""

    transcript: Transcript
    understood: Understood
    needs: Needs

    @property
    def words(self) -> str:
        """Its words."""
        return self.transcript.words


class BothEars:
    """The ears that are here, and what understands their words."""

    def __init__(self, recognizer: Recognizer, ears: Sequence[Ear], expected: tuple[str, ...] = ()) -> None:
        """The ear that writes any word down comes first: where both will do, its words are taken.

        It is told which names to expect.
        """
        self._recognizer = recognizer
        self._expected = expected
        self.ears = tuple(ears)

    def heard(self, sound: Sound, known: Evidence = NOTHING_KNOWN) -> HeardWords:
        """What was said in it. Raises EarFailed."""
        transcripts = tuple(ear.hear(sound, self._expected) for ear in self.ears)
        return self.believed(transcripts, known)

    def believed(self, transcripts: tuple[Transcript, ...], known: Evidence = NOTHING_KNOWN) -> HeardWords:
        """What is believed of what each ear heard."""
        ours = [one for one in transcripts if one.words and one.certainty > Certainty.STRANGE]
        meant = [self._meant(one, known) for one in ours]
        wishes = [one for one in meant if one.understood.intent != FALLBACK]
        chosen = self._urgent(wishes) or self._agreed(wishes) or self._telling(wishes)
        if chosen is not None:
            return HeardWords(chosen.words, chosen.understood, transcripts)
        perhaps = tuple(dict.fromkeys(one.words for one in wishes))
        return HeardWords(UNCLEAR if ours else "", Understood(FALLBACK), transcripts, perhaps)

    def _meant(self, heard: Transcript, known: Evidence) -> _Meant:
        spoken = self._recognizer.invocation.spoken(heard.words)
        if spoken.kind == "open":
            return _Meant(heard, Understood("LaunchRequest"), Needs.BOTH)
        understood = self._recognizer.understand(spoken.rest, known)
        return _Meant(heard, understood, needs_of(understood, known))

    def _urgent(self, wishes: Sequence[_Meant]) -> _Meant | None:
        """The gravest of what one ear is enough for."""
        urgent = [one for one in wishes if one.needs is Needs.ANY]
        return min(urgent, key=_how_grave, default=None)

    def _agreed(self, wishes: Sequence[_Meant]) -> _Meant | None:
        """What every ear understood alike; where there is one ear only, what it is sure of and may do alone."""
        if len(self.ears) > 1:
            return wishes[0] if len(wishes) == len(self.ears) and _alike(wishes) else None
        return _first(wishes, _may_move_alone)

    def _telling(self, wishes: Sequence[_Meant]) -> _Meant | None:
        """What only tells something, as the first ear that understood such a thing heard it."""
        return _first(wishes, lambda one: one.needs is Needs.EITHER)


def _may_move_alone(one: _Meant) -> bool:
    """Whether it is sure, and a sentence of ours word for word: of strange words, too, something can be made."""
    reason = one.understood.reason
    known = reason is None or reason.step in _WORD_FOR_WORD
    return known and one.needs is not Needs.ALWAYS_BOTH and one.transcript.certainty is Certainty.SURE


def _alike(wishes: Iterable[_Meant]) -> bool:
    return len({_mark(one.understood) for one in wishes}) == 1


def _mark(meant: Understood) -> tuple[object, ...]:
    """What is wished, whatever words it was said in; a name that is unknown is its words."""
    slots = sorted((name, slot.ids or (slot.said,)) for name, slot in meant.slots.items())
    return (meant.intent, *slots, *(_mark(meant.also) if meant.also else ()))


def _how_grave(one: _Meant) -> int:
    intent = one.understood.intent
    return _WORST_FIRST.index(intent) if intent in _WORST_FIRST else len(_WORST_FIRST)


def _first(wishes: Iterable[_Meant], wanted: Callable[[_Meant], bool]) -> _Meant | None:
    return next(filter(wanted, wishes), None)
