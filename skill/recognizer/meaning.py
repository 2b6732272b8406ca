"""What somebody means: an intent with what was said in its slots, what is wished besides, and why it was understood so.

What was understood may be only one thing at this moment: a length of time that of a hold, a stretch that of a way on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from skill.ports.evidence import Evidence
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.weighing import FEW_WORDS
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.answering import Answering, Loose
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.units import A_HOLD, MINUTES, length_of_a_change, meant_while_led
from skill.recognizer.templates.manners import Manners
from skill.replaced import replace

JUMPING = "JumpToStretchIntent"
_CANNOT, _LIMIT = "CannotIntent", "limit"
_READY, _SETTING_WISH, _SETTING = "ReadyIntent", "BySettingIntent", "setting"
_REACHED, _HOW_THEY_ARE = "ReachedIntent", "reached"
_PAIN, _A_ROUTINE = "PainIntent", "StartRoutineIntent"
_YES, _BEGINNING, _ALL_WELL = "AMAZON.YesIntent", "begin", "AllWellIntent"
_WAYS_UP = ("up", "standing", "up-yet")
"""Questions that are open while somebody gets up from the floor."""
_OFFERING = (_BEGINNING, "which", "wish")
"""Questions that offer something, or ask what is wished."""
_LISTING = ("own", "more")
"""Questions to which "that's it" is no, whatever else it may be."""
_NO, _STRANGER, _STOP = "AMAZON.NoIntent", "AMAZON.FallbackIntent", "AMAZON.StopIntent"
_GETTING_UP, _OF_PAIN, _UNSURE = "get-up", ("", "ready", "settled"), "UnsureIntent"
"""After pain, and where nothing is asked, "no, leave it" is no answer to an offer."""
_GLAD, _OF_HOW_THEY_ARE = (
    "GladIntent",
    ("", "check", "finish", "first", "settled", "stopped", "steady", "teach", "wish", *_WAYS_UP),
)
"""Questions to which it is an answer to be well, and one that has no yes; in a hold it changes nothing."""
_ASKED_FOR_A_WISH = (_BEGINNING, "wish", "minutes")
_STARTING, _SKIPPING = "StartStretchIntent", "AMAZON.NextIntent"
_IN_TIME, _STOPPING_SOON, _BRIEFLY = "ByTimeIntent", "HaveToStopIntent", "FewerWordsIntent"
_TODAY, _EXPLAINING, _WHICH_SIDE = "TodayIntent", "ExplainIntent", "WhichSideIntent"
_OF_SIDES = frozenset({"BothSidesIntent", "NotSideIntent", "OnlySideIntent", "OnlyThisSideIntent", "SkipSideIntent"})
_LED = ("guiding", "paused")


@dataclass(frozen=True)
class HeardSlot:
    """What was said in a slot, and the slugs it may mean: several when the name is shared, none when it is unknown."""

    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """An intent and its slots by name, and why it was that one."""

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    reason: Reason | None = field(default=None, compare=False)
    also: "Understood | None" = None
    """What is wished besides, in the same breath."""


def together(wishes: Sequence[Understood]) -> Understood | None:
    """The first of these wishes, with the others besides."""
    if not wishes:
        return None
    also = together(wishes[1:])
    return replace(wishes[0], also=also, reason=Reason(TakenBy.SEVERAL, within=wishes[0].reason))


def the_same(wishes: Sequence[Understood | None]) -> Understood | None:
    """The wish that all of them are; None where they are several, or none."""
    return wishes[0] if wishes and all(wish == wishes[0] for wish in wishes) else None


def skips_to(heard: Understood) -> bool:
    """Whether something is skipped, and a stretch named in the same breath: "skip it, just do the twisty one"."""
    return heard.intent == _STARTING and heard.also is not None and heard.also.intent == _SKIPPING


@dataclass(frozen=True)
class ThisMoment:
    """Reads what was understood in the light of what is going on."""

    manners: Manners
    names: AllNames

    @cached_property
    def _answering(self) -> Answering:
        return Answering(self.manners)

    def meant(self, heard: Understood, words: str, known: Evidence) -> Understood:
        """What was heard, a length of time as what it can only be of now, and what is skipped to as that."""
        if known.phase != "idle" and skips_to(heard):
            heard = replace(heard, intent=JUMPING, also=None)
        if meant := self._offered(heard, words, known) or self._how_they_are(heard, words, known):
            return meant
        if self._declines(heard, words, known):
            return Understood(_NO, reason=heard.reason)
        if self._is_too_much_to_weigh(heard, words, known):
            return Understood(_STRANGER, reason=heard.reason)
        if self._ends_at_once(heard, words):
            return Understood(_STOP, reason=heard.reason)
        heard = self._asking_for_nothing(heard, words, known)
        heard = self._while_led(heard, words) if known.phase in _LED else self._at_rest(heard, words, known)
        length = heard.slots.get("duration")
        if length is None:
            said = length_of_a_change(heard.intent, self.manners.written_out(words), self.names, known)
            return replace(heard, intent=A_HOLD, slots={"duration": HeardSlot(said, ())}) if said else heard
        intent = meant_while_led(heard.intent, length.said, self.manners.plain(words), known)
        return heard if intent == heard.intent else replace(heard, intent=intent)

    def _ends_at_once(self, heard: Understood, words: str) -> bool:
        """Whether who has to stop, as far as that is only weighed, names nothing that is to come before."""
        weighed = heard.reason is not None and heard.reason.step is TakenBy.READER
        soon = heard.intent == _STOPPING_SOON and not heard.slots
        return weighed and soon and set(self.manners.written_out(words)).isdisjoint(self.manners.before_ending)

    def _is_too_much_to_weigh(self, heard: Understood, words: str, known: Evidence) -> bool:
        """Whether it is only weighed, and too much hangs by it: an end that nobody names, or help that is declined.

        As in "I don't think I can get up", or in "could I have a few more minutes".
        """
        if heard.reason is None or heard.reason.step is not TakenBy.READER:
            return False
        said = set(self.manners.written_out(words))
        if heard.intent == _STOPPING_SOON and not heard.slots:
            return said.isdisjoint(self.manners.ending)
        denied = not said.isdisjoint({*self.manners.negations} - {"no"})
        return known.question == _GETTING_UP and heard.intent == _NO and denied

    def _declines(self, heard: Understood, words: str, known: Evidence) -> bool:
        """Whether somebody is through: with a list of their own, with what they did, or without any help."""
        said = self.manners.written_out(words)
        if self._answering.declined(_loosely(heard), words, known):
            return True
        if known.question == _GETTING_UP and heard.intent in (_READY, _ALL_WELL):
            plain = (f" {' '.join(one)}" for one in (said, self.manners.without_manners(said)))
            managing = tuple(f" {phrase}" for phrase in self.manners.managing)
            return any(one.endswith(managing) for one in plain)
        if heard.intent == _UNSURE and known.question not in _OF_PAIN:
            return said[:1] == ("no",)
        through = heard.intent == _READY and known.question in _OFFERING and known.phase != "guiding"
        return (known.question in _LISTING or through) and " ".join(said) in self.manners.no_more

    def _asking_for_nothing(self, heard: Understood, words: str, known: Evidence) -> Understood:
        """What is only told, or denied, by words that are also a wish or an answer."""
        if limit := self._denied_by_a_name(heard, words, known):
            return replace(heard, intent=_CANNOT, slots={_LIMIT: limit})
        told = heard.intent == _ALL_WELL and self._only_tells_how_they_are(heard, words, known)
        return replace(heard, intent=_GLAD) if told else heard

    def _denied_by_a_name(self, heard: Understood, words: str, known: Evidence) -> HeardSlot | None:
        """What somebody cannot do whose words are also a routine's name that nothing asks for: "no kneeling either"."""
        name = heard.slots.get("routine") if heard.intent == _A_ROUTINE and not heard.also else None
        named = self.manners.written_out(name.said) if name else ()
        if set(named[:1]).isdisjoint(self.manners.negations):
            return None
        said = self.manners.written_out(words)
        asking = {
            *self.manners.kinds_of_thing,
            *self.manners.pointing,
            *self.manners.asking,
            *self.manners.begins_a_wish,
        }
        asked = not asking.isdisjoint(said) or (said == named and known.phase not in _LED)
        ids = self.names[_LIMIT].slugs(named[1:])
        return HeardSlot(" ".join(named[1:]), ids) if ids and not asked else None

    def _only_tells_how_they_are(self, heard: Understood, words: str, known: Evidence) -> bool:
        """Whether nobody asked, and it says more than that they agree: "I can nearly touch my toes" begins nothing."""
        told = heard.reason is not None and heard.reason.step in (TakenBy.READER, TakenBy.DENIED)
        much = len(self.manners.written_out(words)) > FEW_WORDS
        return told and much and known.question not in _OF_HOW_THEY_ARE

    def _while_led(self, heard: Understood, words: str) -> Understood:
        """On the mat who asks what to do means the stretch, unless a day is named; and "both or only this" asks."""
        said = self.manners.written_out(words)
        named = mentions_in(said, self.names)
        if heard.intent == _TODAY and not (named.of("day") or named.of("days")):
            return replace(heard, intent=_EXPLAINING)
        asks = heard.intent in _OF_SIDES and not set(self.manners.either).isdisjoint(said)
        return replace(heard, intent=_WHICH_SIDE, slots={}) if asks else heard

    def _at_rest(self, heard: Understood, words: str, known: Evidence) -> Understood:
        """With nothing under way who has only so long, or wants it brief and says how long, wants something in that."""
        exactly = heard.reason is not None and heard.reason.step is TakenBy.KNOWN
        if known.phase != "idle" or heard.intent not in (_STOPPING_SOON, _BRIEFLY) or exactly:
            return heard
        lengths = mentions_in(self.manners.written_out(words), self.names).of("duration")
        said = heard.slots.get("duration") or (HeardSlot(lengths[-1].slugs[0], ()) if lengths else None)
        return replace(heard, intent=_IN_TIME, slots={"duration": said}) if said else heard

    def _offered(self, heard: Understood, words: str, known: Evidence) -> Understood | None:
        """What little words mean to an offer: "please" takes it, "ten" wants so many minutes, "I'm sat" a chair."""
        if answer := self._answering.accepted(_loosely(heard), words, known):
            return Understood(answer, reason=heard.reason)
        wished = known.question in _ASKED_FOR_A_WISH and _loosely(heard).says_little
        if wished and (length := self._bare_minutes(words)):
            return Understood(_IN_TIME, {"duration": HeardSlot(length, ())}, heard.reason)
        there = self._there(heard, words, known)
        return replace(heard, intent=_SETTING_WISH, slots={_SETTING: there}) if there else None

    def _how_they_are(self, heard: Understood, words: str, known: Evidence) -> Understood | None:
        """What somebody says of how they lie, who is led: it is ready only where that is how they are to lie."""
        if heard.intent == _CANNOT and self._is_there(words):
            return Understood(_READY, reason=heard.reason)
        if known.phase == "guiding" and not known.question and self._is_of_a_part(heard, words):
            return Understood(_PAIN, reason=heard.reason)
        says_so = heard.intent == _READY and known.phase in _LED
        tells = set(self.manners.written_out(words)).isdisjoint(self.manners.asking)  # and wants nothing on a chair
        sits_up = heard.intent == _SETTING_WISH and known.question in _WAYS_UP and tells
        lies = self.manners.as_they_lie(words) if says_so or sits_up else ""
        return replace(heard, intent=_REACHED, slots={_HOW_THEY_ARE: HeardSlot(words, (lies,))}) if lies else None

    def _is_of_a_part(self, heard: Understood, words: str) -> bool:
        """Whether a part of the body is all that is said, and no name: in a hold that is where it hurts."""
        said = self.manners.written_out(words)
        named = any(len(slot.ids) == 1 for slot in heard.slots.values())
        behind = (said[len(whose) :] for whose in map(_words, self.manners.whose) if said[: len(whose)] == whose)
        alone = any(part and self.names["part"].slugs(part) for part in behind)
        return alone and (not named or heard.intent == _A_ROUTINE)

    def _bare_minutes(self, words: str) -> str:
        """The length of a bare number, as an answer to an offer: so many minutes; empty where it is none."""
        said = self._answering.unhedged(words)
        lengths = self.names["duration"].slugs((*said, MINUTES)) if said and MINUTES not in said else ()
        return lengths[0] if lengths else ""

    def _is_there(self, words: str) -> bool:
        """Whether somebody says that they are down, in words that are nearly those of not being able to."""
        said = self.manners.without_fillers(self.manners.written_out(words))
        return any(" ".join(one) in self.manners.arrived for one in (said, self.manners.without_manners(said)))

    def _there(self, heard: Understood, words: str, known: Evidence) -> HeardSlot | None:
        """Where somebody says they are who is offered something: that is no yes to it, "I'm sat"."""
        if heard.intent != _READY or known.question not in _OFFERING or known.phase == "guiding":
            return None
        placed = (self.manners.placed[word] for word in self.manners.written_out(words) if word in self.manners.placed)
        place = next(placed, "")
        ids = self.names[_SETTING].slugs(tuple(place.split())) if place else ()
        return HeardSlot(place, ids) if ids else None


def _loosely(heard: Understood) -> Loose:
    return Loose(heard.intent, heard.reason is not None and heard.reason.step is TakenBy.READER)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())
