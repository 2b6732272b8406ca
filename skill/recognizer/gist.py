"""Finds the wish in a sentence that is not known but mentions a routine, area, setting or time; only when idle."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.ports.evidence import Evidence
from skill.recognizer.reader.mentions import Mentions, mentions_in
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.sentences import Filled, Match
from skill.recognizer.sentences.units import is_of_seconds
from skill.recognizer.templates.manners import Manners, Words

_AT_THE_DOOR = ("", "wish", "begin", "first", "which", "go-on", "last-done")
"""The open questions during which a mention counts as a wish: none, and those that offer something."""
_PHASES = ("", "idle", "unfinished")
_DENIED_WITHIN = 6
"""A negation within this many words before a mention denies it."""
_FEWEST = 3
"""Words. Anything shorter is an answer, or too little to tell a wish by."""
_ROUTINE, _SETTING, _AREA, _TIME = "routine", "setting", "area", "duration"
_WISHES = (
    ("StartRoutineIntent", (_ROUTINE,)),
    ("ByTimeIntent", (_TIME, _SETTING)),
    ("BySettingIntent", (_SETTING,)),
    ("ByAreaInTimeIntent", (_AREA, _TIME)),
    ("ByAreaIntent", (_AREA,)),
    ("ByTimeIntent", (_TIME,)),
)
"""Each wish with the slots that must all be mentioned for it; the first that fits counts."""
CANNOT = "CannotIntent"


@dataclass(frozen=True)
class Gist:
    """Finds what a sentence mentions, and decides whether it asks for that."""

    manners: Manners
    names: AllNames

    def of(self, words: Words, known: Evidence, *, asked: bool) -> tuple[Match, ...]:
        """The wish by what is mentioned, with a limit if one is told besides; empty without a request, or in doubt.

        It needs a word that asks, unless the caller knows that something is `asked` for (the reader weighs the words
        as choosing something), or unless it answers the open question by the name of a routine.
        """
        if known.phase not in _PHASES or known.question not in _AT_THE_DOOR or len(words) < _FEWEST:
            return ()
        mentions = mentions_in(words, self.names)
        wish = _wish(tuple(self._not_begun(tuple(self._meant(mentions)), self._wonders(words))))
        chosen = bool(known.question) and self._is_all(mentions.typed)
        # The words inside a mention do not count as asking: "I've six stretches left".
        if wish is None or not (asked or chosen or set(self.manners.asking).intersection(mentions.typed)):
            return ()
        changed = not self._conditions.isdisjoint(words)
        cannot = Match(CANNOT, mentions.of("limit")[-1:]) if mentions.of("limit") and changed else None
        if changed and cannot is None:
            return ()
        return (wish, cannot) if cannot else (wish,)

    def _is_all(self, typed: Words) -> bool:
        """Whether the words begin with the name of a routine, and only light words follow."""
        telling = (word for word in typed if not word.startswith("{"))
        return typed[:1] == (f"{{{_ROUTINE}}}",) and set(self.manners.light_words).issuperset(telling)

    @property
    def _conditions(self) -> frozenset[str]:
        """Words that may change the wish, but no negations: those count only before a mention."""
        return frozenset(self.manners.conditions) - frozenset(self.manners.negations)

    def _meant(self, mentions: Mentions) -> Iterator[Filled]:
        """What is mentioned and not denied; a length in seconds is of no routine: "this one a second time"."""
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
        """Whether the words ask for advice: "my hips hurt, which one should I do"."""
        said = f" {' '.join(words)} "
        return any(f" {phrase} " in said for phrase in self.manners.wondering)

    def _not_begun(self, meant: tuple[Filled, ...], wonders: bool) -> Iterator[Filled]:
        """What is meant, with names of routines turned into the area or setting that they also name, in two cases.

        These are a length of time beside the name ("lower back ten minutes"), and a request for advice: then the skill
        offers something, for no question begins a routine.
        """
        apart = wonders or any(one.slot == _TIME for one in meant)
        for one in meant:
            named = apart and one.slot == _ROUTINE and not {*one.said} & {*self.manners.kinds_of_thing}
            areas = self.names[_AREA].slugs(one.said) if named else ()
            where = self._where(one.said) if named and not areas else ()
            yield Filled(_AREA, one.said, areas) if areas else Filled(_SETTING, one.said, where) if where else one

    def _where(self, said: Words) -> tuple[str, ...]:
        """The slugs of the setting of the first place that is named: "at my desk"."""
        places = (self.manners.placed[word] for word in said if word in self.manners.placed)
        return next((self.names[_SETTING].slugs(tuple(place.split())) for place in places), ())


def _wish(meant: tuple[Filled, ...]) -> Match | None:
    last = {one.slot: one for one in meant if len(one.slugs) == 1}
    wished = ((intent, slots) for intent, slots in _WISHES if last.keys() >= set(slots))
    intent, slots = next(wished, ("", ()))
    return Match(intent, tuple(last[slot] for slot in slots)) if intent else None
