"""Decides what was said from what several ears heard: nothing moves on or is deleted unless two of them agree.

They agree in the meaning. One of them may have it as a later thought only, or have heard words that sound the same and
mean nothing; but for what is stored for good or deleted, and for a yes to that, it must be the first thought of both.
Of several meanings, the one with the most weight counts, unless an ear is far surer of another. Stop, pain and
emergency need one ear, unless two others outvote it with a whole sentence. Of several complaints the gravest counts,
and is asked about. What only tells something needs one ear that knows any words. If the meaning stays open, one more
ear is asked. With a single ear, it may move on where it is sure; what is stored for good or deleted has to be typed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from skill.hearing.consequences import STOPPING, Needs, needs_of
from skill.hearing.ear import Certainty, Ear, Transcript
from skill.hearing.outvoting import are_clear, heard_otherwise, heard_the_same, is_part_of
from skill.hearing.sound_alike import apart, names_like
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import ALARMS, COMPLAINTS, GRAVE, RED_FLAG
from skill.recognizer.meaning import Understood
from skill.recognizer.reason import TakenBy
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.sound.sound import Sound

UNCLEAR = "…"
"""Stands for speech that was not understood; as no sentence is like it, the person is asked again."""

_OPENED = "LaunchRequest"
_NAMED = ("stretch", "routine")
_WORD_FOR_WORD = (TakenBy.KNOWN, TakenBy.SPELLING)
_WORST_FIRST = (*ALARMS.values(),)
_LEVELS: tuple[str, ...] = (*ALARMS,)

_SHARES = (0.6, 0.25, 0.15)
"""The shares of the thoughts of an ear that does not report how likely each of them is."""
_WEIGHT = {Certainty.SURE: 1.0, Certainty.UNSURE: 0.6, Certainty.STRANGE: 0.0}
"""The weight of an ear by how sure it is of its words. All weights were chosen together, by the sentences of 0084; what
other numbers would have done is in 0092."""
_LATER_WEIGHS_LESS = 0.25
"""Each later ear weighs less: the second four fifths of the first, the third two thirds."""
_LEAST_WEIGHT = 0.3
"""The least weight that two ears together must give a meaning."""
_ANSWER_WEIGHS = 0.3
"""The extra weight of an answer to the open question: as much as what two ears hardly thought of (`_LEAST_WEIGHT`)."""
_HALF = 0.5
"""The share of its weight for a wish with an unknown name: another ear may have heard a known one (0084)."""
_MOSTLY = 0.5
"""With at least this share of its thoughts, an ear counts as having heard what another spelt differently (0084)."""
_PARTLY = 0.3
"""With at least this share of its thoughts, one ear is enough for an emergency that is not its first thought (0084)."""
_SURELY = 0.8
"""With at least this share of its thoughts, an ear may outvote an alarm that another one heard."""
_ALIKE = 0.2
"""How far apart words that sound alike may be: "see the side tilt" and "seated side tilt"."""

Mark = tuple[object, ...]
"""A wish without its words, to compare wishes by."""


@dataclass(frozen=True)
class HeardWords:
    """What is taken to have been said: the words, and what they mean.

    The words are `UNCLEAR` where speech was not understood, and empty where nobody spoke to us. `perhaps` has sentences
    that were heard but are not acted on: the page shows them as buttons.
    """

    words: str
    understood: Understood
    transcripts: tuple[Transcript, ...] = ()
    perhaps: tuple[str, ...] = ()


MOST_PERHAPS = 3
"""The most sentences that are shown as buttons."""

Expects = Callable[[Evidence], tuple[str, ...]]
"""Gives the words and names that are likely now."""


@dataclass(frozen=True)
class _Meant:
    """A wish that one ear thought of, as its first thought or a later one (`rank`).

    `share` is the share of the ear's thoughts that mean the same, and `weight` how much that counts among all ears.
    """

    transcript: Transcript
    words: str
    rank: int
    understood: Understood
    needs: Needs
    share: float = 0.0
    weight: float = 0.0


class BothEars:
    """The installed ears, and the recognizer that understands their words."""

    def __init__(
        self, recognizer: Recognizer, ears: Sequence[Ear], expects: Expects = lambda _: (), in_doubt: Sequence[Ear] = ()
    ) -> None:
        """An ear that knows any words comes first: where several agree, its words are taken.

        Each is told what to expect. Those `in_doubt` are only asked where the others leave it open, to save time.
        """
        self._recognizer = recognizer
        self._expects = expects
        self.ears, self.in_doubt = tuple(ears), tuple(in_doubt)
        free = (ear.name for ear in (*self.ears, *self.in_doubt) if ear.knows_any_words or len(self.ears) == 1)
        self._free = frozenset(free)
        named = chain.from_iterable(recognizer.names[slot].all() for slot in _NAMED)
        self._names = tuple(dict.fromkeys(" ".join(words) for words in named))

    def heard(self, sound: Sound, known: Evidence = NOTHING_KNOWN) -> HeardWords:
        """What was said; if that is unclear, the ears listen once more, with likely names. Raises EarFailed."""
        expected = self._expects(known)
        transcripts = tuple(ear.hear(sound, expected) for ear in self.ears)
        first = self.believed(transcripts, known)
        if _says_something(first.understood) or not first.words:
            return first
        if self.in_doubt:
            transcripts += tuple(ear.hear(sound, expected) for ear in self.in_doubt)
            first = self.believed(transcripts, known)
            if _says_something(first.understood):
                return first
        again = self.believed(tuple(self._heard_again(sound, transcripts, expected)), known)
        return again if _may_be_heard_again(again.understood, known) else first

    def _heard_again(
        self, sound: Sound, before: Sequence[Transcript], expected: tuple[str, ...]
    ) -> Iterator[Transcript]:
        """The transcripts of ears that are told names like those heard before: there are too many to tell them all."""
        ears = (*self.ears, *self.in_doubt)
        told = any(ear.is_told for ear in ears)
        likely = names_like((one.words for one in before if one.words), self._names) if told else ()
        for ear, transcript in zip(ears, before, strict=True):
            yield ear.hear(sound, (*expected[:1], *likely)) if ear.is_told and likely else transcript

    def believed(self, transcripts: tuple[Transcript, ...], known: Evidence) -> HeardWords:
        """What is taken to have been said, from the transcripts of all ears."""
        ours = [one for one in transcripts if one.words and one.certainty > Certainty.STRANGE]
        wishes = [one for heard in ours for one in self._meant(heard, known)]
        chosen = self._chosen(wishes, ours, known)
        if chosen is not None:
            return HeardWords(chosen.words, chosen.understood, transcripts)
        perhaps: dict[Mark, str] = {}
        for one in sorted(wishes, key=lambda one: one.rank):
            perhaps.setdefault(_mark(one.understood), one.words)
        shown = tuple(perhaps.values())[:MOST_PERHAPS]
        return HeardWords(UNCLEAR if ours else "", Understood(FALLBACK), transcripts, shown)

    def _meant(self, heard: Transcript, known: Evidence) -> Iterator[_Meant]:
        """Each wish that an ear thought of; thoughts with the same meaning add to its share."""
        weight = _WEIGHT[heard.certainty] / (1 + _LATER_WEIGHS_LESS * self._place(heard))
        found: dict[Mark, _Meant] = {}
        for rank, (words, share) in enumerate(zip(heard.thoughts, heard.shares or _SHARES, strict=False)):
            meant = self._understood(words, known)
            if meant.intent != FALLBACK:
                needs = Needs.BOTH if meant.intent == _OPENED else needs_of(meant, known)
                one = found.get(_mark(meant)) or _Meant(heard, words, rank, meant, needs)
                found[_mark(meant)] = replace(one, share=one.share + share, weight=one.weight + share * weight)
        yield from found.values()

    def _place(self, heard: Transcript) -> int:
        """The index of the transcript's ear; the ears are in the order of their reliability."""
        ears = enumerate((*self.ears, *self.in_doubt))
        return next((number for number, ear in ears if ear.name == heard.ear), 0)

    def _understood(self, words: str, known: Evidence) -> Understood:
        spoken = self._recognizer.invocation.spoken(words)
        return Understood(_OPENED) if spoken.kind == "open" else self._recognizer.understand(spoken.rest, known)

    def _chosen(self, wishes: Sequence[_Meant], ours: Sequence[Transcript], known: Evidence) -> _Meant | None:
        """The wish that is taken to be meant; None where that stays open."""
        alarms = [one for one in wishes if one.needs is Needs.ANY and not _is_outvoted(one, wishes, ours)]
        only_thought_of = [one for one in alarms if one.understood.intent == RED_FLAG]
        return (
            _urgent(alarms)
            or self._agreed(wishes, ours, known)
            or min(only_thought_of, key=_how_grave, default=None)
            or _first(wishes, lambda one: self._may_be_told(one) and not _is_outvoted(one, wishes, ours))
        )

    def _agreed(self, wishes: Sequence[_Meant], ours: Sequence[Transcript], known: Evidence) -> _Meant | None:
        """The heaviest wish that at least two ears agree in; of a single ear, one that it is sure of and may do alone.

        An answer to the open question weighs more: "yes" and "rest" sound much alike.
        """
        if len(self.ears) == 1:
            return _first((one for one in wishes if not one.rank), _may_move_alone)
        alike: dict[Mark, list[_Meant]] = {}
        for one in wishes:
            if one.needs is not Needs.ALWAYS_BOTH or not one.rank:
                alike.setdefault(_mark(one.understood), []).append(one)
        enough = [some for some in alike.values() if len(some) > 1 or self._sounds_so_to_another(some[0], ours, known)]
        likely = [some for some in enough if _weight(some, known) >= _LEAST_WEIGHT]
        heaviest = max(likely, key=lambda some: _weight(some, known), default=[])
        others = [one for one in wishes if heaviest and one not in heaviest and one.transcript.ear in self._free]
        surer = any(one.share >= _SURELY and one.weight > _weight(heaviest, known) for one in others)
        return None if surer else min(heaviest, key=lambda one: one.rank, default=None)

    def _may_be_told(self, one: _Meant) -> bool:
        """Whether one ear is enough: the wish only tells something, and the ear knows any words, or is the only one."""
        return not one.rank and one.needs is Needs.EITHER and one.transcript.ear in self._free

    def _sounds_so_to_another(self, one: _Meant, ours: Sequence[Transcript], known: Evidence) -> bool:
        """Whether another ear heard words that sound alike and mean nothing: it only spelt them differently."""
        if one.rank or one.share < _MOSTLY or one.needs is not Needs.BOTH or not (_is_known(one) or _names(one)):
            return False
        others = [heard for heard in ours if heard is not one.transcript]
        alike = [words for other in others for words in other.thoughts if apart(words, one.words) <= _ALIKE]
        return any(not _says_something(self._understood(words, known)) for words in alike)


def _urgent(alarms: Sequence[_Meant]) -> _Meant | None:
    """The gravest alarm for which one ear is enough; after a complaint, the gravest of all that any ear thought of."""
    heard = [one for one in alarms if not one.rank or (one.understood.intent == RED_FLAG and one.share >= _PARTLY)]
    complains = any(one.understood.intent in COMPLAINTS for one in heard)
    return min(alarms if complains else heard, key=_how_grave, default=None)


def _may_move_alone(one: _Meant) -> bool:
    """Whether a single ear may do it: it is sure, and heard a known sentence word for word, as others may mislead."""
    return _is_known(one) and one.needs is not Needs.ALWAYS_BOTH and one.transcript.certainty is Certainty.SURE


def _is_known(one: _Meant) -> bool:
    reason = one.understood.reason
    return reason is None or reason.step in _WORD_FOR_WORD


def _names(one: _Meant) -> bool:
    """Whether it names something that exists."""
    return bool(one.understood.slots) and _says_something(one.understood)


def _says_something(meant: Understood) -> bool:
    """Whether it is a wish, and names nothing that does not exist."""
    return meant.intent != FALLBACK and all(slot.ids for slot in meant.slots.values())


def _may_be_heard_again(meant: Understood, known: Evidence) -> bool:
    """Whether a second hearing counts: ears hear names too easily that they are told, so never for what is for good."""
    named = any(slot in meant.slots for slot in _NAMED)
    return named and _says_something(meant) and needs_of(meant, known) is not Needs.ALWAYS_BOTH


def _is_outvoted(one: _Meant, wishes: Sequence[_Meant], ours: Sequence[Transcript]) -> bool:
    """Whether the others are sure of something else: the same wish, the same words, or words that sound alike.

    Words that only sound alike do not outvote a grave alarm.
    """
    others = [heard for heard in ours if heard is not one.transcript]
    sounds_otherwise = heard_otherwise(one.words, one.transcript, others)
    if sounds_otherwise and one.understood.intent not in GRAVE and not _is_heard_twice(one, wishes):
        return True
    is_part = one.understood.intent in STOPPING and is_part_of(one.words, others)
    if not is_part and not are_clear(one.transcript, others):
        return False
    wished = [other for other in wishes if other.transcript in others and other.share >= _SURELY]
    marks = {_mark(other.understood) for other in wished if other.needs is not Needs.ANY}
    return (len(wished) == len(others) and len(marks) == 1) or heard_the_same(others)


def _is_heard_twice(one: _Meant, wishes: Sequence[_Meant]) -> bool:
    """Whether another ear also heard this alarm first, or any complaint."""
    first = [other for other in wishes if other.transcript is not one.transcript and not other.rank]
    same = _mark(one.understood)
    return any(_mark(other.understood) == same or other.understood.intent in COMPLAINTS for other in first)


def _weight(some: Sequence[_Meant], known: Evidence) -> float:
    """The weight of a wish among all ears, with the extra weight of an answer to the open question.

    A wish with an unknown name counts half, because another ear may have heard a known one.
    """
    meant = some[0].understood
    heard = sum(one.weight for one in some) * (1 if _says_something(meant) else _HALF)
    return heard + _ANSWER_WEIGHS * (meant.intent in known.answers)


def _mark(meant: Understood) -> Mark:
    """The wish without its words, except for an unknown name."""
    slots = sorted((name, slot.ids or (slot.said,)) for name, slot in meant.slots.items())
    return (meant.intent, *slots, *(_mark(meant.also) if meant.also else ()))


def _how_grave(one: _Meant) -> int:
    """The rank of an alarm, nought being the worst; of two with the same answer, by the level of their sign."""
    meant = one.understood
    sign = meant.slots.get("sign") if meant.intent == RED_FLAG else None
    if sign and sign.ids and sign.ids[0] in _LEVELS:
        return _LEVELS.index(sign.ids[0])
    return _WORST_FIRST.index(meant.intent) if meant.intent in _WORST_FIRST else len(_WORST_FIRST)


def _first(wishes: Iterable[_Meant], wanted: Callable[[_Meant], bool]) -> _Meant | None:
    return next(filter(wanted, wishes), None)
