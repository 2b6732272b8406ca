"""Finds what somebody would like who only mentions what suits them, in no known sentence, with nothing under way."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.ports.evidence import Evidence
from skill.recognizer.reader.mentions import Mentions, mentions_in
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.sentences import Filled, Match
from skill.recognizer.sentences.units import is_of_seconds
from skill.recognizer.templates.manners import Manners, Words

_AT_THE_DOOR = ("", "wish", "begin", "first", "which", "go-on", "last-done")
"""Questions at which one may say what one would like instead: none, and those that offer something."""
_PHASES = ("", "idle", "unfinished")
_DENIED_WITHIN = 6
_FEWEST = 3
"""Words of fewer than so many are an answer, or too little to tell what of."""
_ROUTINE, _SETTING, _AREA, _TIME = "routine", "setting", "area", "duration"
_WISHES = (
    ("StartRoutineIntent", (_ROUTINE,)),
    ("ByTimeIntent", (_TIME, _SETTING)),
    ("BySettingIntent", (_SETTING,)),
    ("ByAreaInTimeIntent", (_AREA, _TIME)),
    ("ByAreaIntent", (_AREA,)),
    ("ByTimeIntent", (_TIME,)),
)
"""What is wished where these are mentioned, the most telling first."""
CANNOT = "CannotIntent"


@dataclass(frozen=True)
class Gist:
    """Finds what is mentioned, and whether it is asked for."""

    manners: Manners
    names: AllNames

    def of(self, words: Words, known: Evidence, *, asked: bool) -> tuple[Match, ...]:
        """The wish that is mentioned, with what cannot be done besides; none where nothing is asked for, or in doubt.

        Where the words weigh most for choosing something it is `asked` for anyway, and so it is where an answer begins
        with it.
        """
        if known.phase not in _PHASES or known.question not in _AT_THE_DOOR or len(words) < _FEWEST:
            return ()
        mentions = mentions_in(words, self.names)
        wish = _wish(tuple(self._not_begun(tuple(self._meant(mentions)), self._wonders(words))))
        chosen = bool(known.question) and self._is_all(mentions.typed)
        # A name asks for nothing by its own words: "I've six stretches left".
        if wish is None or not (asked or chosen or set(self.manners.asking).intersection(mentions.typed)):
            return ()
        changed = not self._conditions.isdisjoint(words)
        cannot = Match(CANNOT, mentions.of("limit")[-1:]) if mentions.of("limit") and changed else None
        if changed and cannot is None:
            return ()
        return (wish, cannot) if cannot else (wish,)

    def _is_all(self, typed: Words) -> bool:
        """Whether a routine is named, and nothing that tells more is behind it."""
        telling = (word for word in typed if not word.startswith("{"))
        return typed[:1] == (f"{{{_ROUTINE}}}",) and set(self.manners.light_words).issuperset(telling)

    @property
    def _conditions(self) -> frozenset[str]:
        """What may change the wish, and is no denial: that is looked at where it stands."""
        return frozenset(self.manners.conditions) - frozenset(self.manners.negations)

    def _meant(self, mentions: Mentions) -> Iterator[Filled]:
        """What is mentioned and not denied a few words before; nothing is done in seconds: "this one a second time"."""
        there = {f"{{{filled.slot}}}" for filled in mentions.filled}
        filled = iter(mentions.filled)
        for at, word in enumerate(mentions.typed):
            if word in there:
                one = next(filled)
                if one.slot == _TIME and is_of_seconds(one.slugs[0]):
                    continue
                if set(self.manners.negations).isdisjoint(mentions.typed[max(0, at - _DENIED_WITHIN) : at]):
                    yield one

    def _wonders(self, words: Words) -> bool:
        """Whether it is asked which: "my hips hurt, which one should I do"."""
        said = f" {' '.join(words)} "
        return any(f" {phrase} " in said for phrase in self.manners.wondering)

    def _not_begun(self, meant: tuple[Filled, ...], wonders: bool) -> Iterator[Filled]:
        """A name of a part, or a place, is no routine's with a length of time beside it: "lower back ten minutes".

        Nor where somebody asks: they are offered something, and nothing is begun by a question.
        """
        apart = wonders or any(one.slot == _TIME for one in meant)
        for one in meant:
            named = apart and one.slot == _ROUTINE and not {*one.said} & {*self.manners.kinds_of_thing}
            areas = self.names[_AREA].slugs(one.said) if named else ()
            where = self._where(one.said) if named and not areas else ()
            yield Filled(_AREA, one.said, areas) if areas else Filled(_SETTING, one.said, where) if where else one

    def _where(self, said: Words) -> tuple[str, ...]:
        """The setting that a place is which is named: "at my desk"."""
        places = (self.manners.placed[word] for word in said if word in self.manners.placed)
        return next((self.names[_SETTING].slugs(tuple(place.split())) for place in places), ())


def _wish(meant: tuple[Filled, ...]) -> Match | None:
    last = {one.slot: one for one in meant if len(one.slugs) == 1}
    wished = ((intent, slots) for intent, slots in _WISHES if last.keys() >= set(slots))
    intent, slots = next(wished, ("", ()))
    return Match(intent, tuple(last[slot] for slot in slots)) if intent else None
