"""What somebody means by a sentence: an intent with its slots, or honestly nothing."""

import re

from skill.content.language.signs import Alarm
from skill.content.library import Library
from skill.ports.evidence import NOTHING_KNOWN, Evidence
from skill.ports.intents import GRAVE
from skill.recognizer.afterthoughts import Afterthoughts
from skill.recognizer.alarms import Alarms
from skill.recognizer.beliefs import Beliefs
from skill.recognizer.clauses import ANSWERS, NO, NO_WISHES, YES, Clauses, Reads
from skill.recognizer.gist import Gist
from skill.recognizer.known import Known
from skill.recognizer.meaning import HeardSlot, ThisMoment, Understood, the_same, together
from skill.recognizer.reader.costs import CHOOSING, leads_on_or_deletes, only_tells
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.reader import Reader, Reading
from skill.recognizer.reader.weighing import Weighing
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.reason import Reason, TakenBy
from skill.recognizer.sentences.names import AllNames
from skill.recognizer.sentences.sentences import Sentences
from skill.recognizer.sentences.spelling import Spelling, is_one_slip_away
from skill.recognizer.sentences.units import SECONDS, is_of_seconds, time_in, unit_in, with_unit
from skill.recognizer.templates.behalf import in_their_words
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.compared import compared
from skill.recognizer.templates.invocation import Invocation
from skill.recognizer.templates.manners import Words
from skill.recognizer.templates.templates import TEMPLATES_FOLDER, Templates
from skill.recognizer.their_own import TheirOwn
from skill.replaced import replace

FALLBACK = "AMAZON.FallbackIntent"
WEIGHTS = "reader.weights"
ALL_WELL_INTENT, REMIND_AT = "AllWellIntent", "RemindMeAtIntent"

_CLAUSES = re.compile(r"[,;:.!?]+|\s-\s")
_STRANGE = "kind of green ideas about a leg of a cow"
"""No wish, no name, no danger, but enough words of some to be compared with everything."""
_LENGTHS = ("ByTimeIntent", "HoldForIntent", "MoreOfThisIntent", "PauseForIntent")
"""Wishes that are hardly more than a length of time."""
_THINGS = ("stretch", "routine", "programme", "side", "limit", "area", "setting")
"""What a wish is about: where one of them stands in words that are not understood, they are no mere talk."""
_TAKING = CHOOSING | {"EasierIntent"}
"""By what somebody names what is offered who takes it: 'yes please, the very gentlest one'."""
_NO_MORE_THAN_PAIN = ("PainIntent", "TooMuchIntent")
"""What somebody who is asked whether to go on may make little of."""
_ONLY_NAMED = ("StartStretchIntent", "JumpToStretchIntent")
"""Asked what is to be in a routine of theirs, somebody who names two wants both in it: "the bridge and the cobra"."""
_LEADING_ON = ("and", "but", "so", "then")
_LEAD_IN = (YES, NO, "AMAZON.CancelIntent", "AMAZON.ResumeIntent", "HelloIntent", "ReadyIntent", ALL_WELL_INTENT)
"""Said before a wish as often as by itself."""


class Recognizer:
    """Understands one language: signs of danger and pain first, then known sentences, else it says it did not."""

    def __init__(self, templates: Templates, library: Library, *, weighs: bool = True, caution: float = 0.0) -> None:
        """With what stands beside the templates of its language; without the reader where nothing is to be weighed."""
        language = templates.manners.language
        self.language = language
        self.invocation = Invocation(library.invocation(language), templates.ways_in)
        self._manners = templates.manners
        self._sentences = Sentences(templates.manners, slot_types(library, templates), compared(templates.written))
        warning = phrases_of_warning(library, language).values()
        alarming = (word for phrases in warning for phrase in phrases for word in phrase.split())
        known = self._sentences.vocabulary().union(alarming)
        self._known = Known(templates.manners, self._sentences, Spelling(known, is_one_slip_away))
        reader = self._reader() if weighs else None
        self._weighing = Weighing(reader, templates.manners, templates.written, caution) if reader else None
        self._alarms = Alarms(library.danger[language], library.warnings[language], known, self._weighing)
        self._reading = self._sentences.remembered.once(self._read)
        """What the words weigh for; not asked where they are a sentence that is known word for word."""
        gist = Gist(templates.manners, self._sentences.names)
        self._beliefs = Beliefs(self._weighing, self._reading, self._known, templates.manners, gist)
        self._weighed_clause = self._sentences.remembered.once(self._beliefs.of_a_clause)
        """What a clause weighs enough for, whatever is known."""
        self._afterthoughts = Afterthoughts[Understood](
            templates, self._sentences.names, self._known.surely, Understood
        )
        self._clauses = Clauses(templates.manners, self._reads_clauses())
        self._this_moment = ThisMoment(templates.manners, self._sentences.names)
        self._own = TheirOwn(templates.manners, self._sentences.names, self._known, self._weighed_clause)

    def _reader(self) -> Reader | None:
        path = TEMPLATES_FOLDER / self.language / WEIGHTS
        return Reader(read_weights(path), self._sentences.names) if path.exists() else None

    def ready(self) -> "Recognizer":
        """The same, with all that it makes only once somebody says what no sentence is."""
        self.understand(_STRANGE)
        return self

    @property
    def names(self) -> AllNames:
        """The names that may stand in each slot."""
        return self._sentences.names

    def written_out(self, words: str) -> Words:
        """All the words, in small letters, nothing shortened."""
        return self._manners.written_out(words)

    def understand(self, words: str, known: Evidence = NOTHING_KNOWN) -> Understood:
        """What the words mean, whatever they are, in the light of what is known of the conversation.

        A wrong wish is worse than none, so doubt is the fallback intent. Danger is danger whatever is known.
        """
        try:
            words = self._known.sought(self._own.by_its_name(self._manners.with_numbers_said(words), known))
            words = (None if self._known.surely(words) else self._manners.after_greeting(words)) or words
            if (heard := self._first_understood(words, known)).intent == FALLBACK:
                heard = self._clauses.found_in_talk(words, known) or self._on_behalf(words, known) or heard
            understood = self._this_moment.meant(heard, words, known)
            if understood.also and understood.also.intent in known.exact:
                understood = replace(understood, also=None)
            exact = understood.intent not in known.exact or self._known.exactly(self._manners.written_out(words))
            if exact and (understood.intent not in known.surely or self._known.surely(words)):
                return (self._own.asked_for(words, known) if understood.intent == FALLBACK else None) or understood
            return Understood(FALLBACK, reason=Reason(TakenBy.INEXACT, understood.intent, understood.reason))
        finally:
            self._sentences.remembered.forget()

    def _on_behalf(self, words: str, known: Evidence) -> Understood | None:
        """What is understood of words that are said of somebody else; never an alarm, which is heard in any words."""
        meant = self._first_understood(theirs, known) if (theirs := in_their_words(words, self._manners)) else None
        unsure = meant is None or meant.intent in GRAVE or not all(slot.ids for slot in meant.slots.values())
        return None if unsure else meant

    def _first_understood(self, words: str, known: Evidence) -> Understood:
        """What the first step understands that understands anything."""
        alarm = self._alarms.heard_in(words, self._reading(words))
        if grave := self._grave(alarm, words, known):
            return grave
        heard = (
            self._own.answered(words, known)
            or self._clauses.waits_at_last(words)
            or self._agreed(words, known)
            or self._after_all(words, known)
            or self._own.named_so(words)
            or self._known.wish(words)
            or (None if self._clauses.waits_or_stops(words) else self._alarms.mild(alarm))
            or self._one_clause(words, known)
            or together(self._clauses.side_by_side(words))
            or self._in_its_unit(words, known)
            or self._asked_at_the_end(words, known)
            or self._known.half_named(words)
            or self._beliefs.named(words, known)
            or (self._clauses.declined(words) if NO in known.answers and not self._alarms.denied_in(words) else None)
        )
        if heard and not self._clauses.waits_or_stops(words):
            return self._beliefs.outweighs(words, heard, known) or heard
        return heard or self._weighed(words, known)

    def _grave(self, alarm: Alarm | None, words: str, known: Evidence) -> Understood | None:
        """What goes before any wish; pain of which somebody makes little who is asked whether to go on is a yes."""
        if alarm and (meant := self._beliefs.in_spite_of(alarm.level, words, known)):
            return meant
        exactly = self._known.exactly(self._manners.written_out(words)) if alarm else None
        grave = self._alarms.answer(alarm, words, exactly)
        hurts = grave is not None and grave.intent in _NO_MORE_THAN_PAIN and YES in known.answers
        if grave is None or not hurts or not self._clauses.agrees_all_the_same(words):
            return grave
        return Understood(YES, reason=Reason(TakenBy.CLAUSE, repr(words), grave.reason))

    def _after_all(self, words: str, known: Evidence) -> Understood | None:
        """What is meant by words that are more than one wish, unless they are a sentence that is known as it is."""
        if self._known.surely(words):
            return None
        meant = (
            (Understood(FALLBACK) if self._afterthoughts.withdrawn(words) else None)
            or self._afterthoughts.meant(words)
            or self._own.listed(words)
            or self._own.wanted_in_it(words)
            or together(self._clauses.all_of(words))
            or self._own.wanted_if_asked(words, known)
            or self._afterthoughts.together(words)
        )
        if meant and meant.intent in _ONLY_NAMED:
            meant = self._own.wanted_if_asked(words, known) or meant
        return meant and replace(meant, reason=Reason(TakenBy.SEVERAL, within=meant.reason))

    def _agreed(self, words: str, known: Evidence) -> Understood | None:
        """The wish of somebody who says yes and more; yes alone, where it is an answer and no more is meant."""
        said = self._manners.without_fillers(self._manners.written_out(words))
        rest = self._clauses.agreed(said)
        if not rest or YES in known.exact or self._known.exactly(said):
            return None
        rest = self._afterthoughts.put_right(" ".join(rest)) or rest
        more = " ".join(rest[1:] if rest[0] in _LEADING_ON and len(rest) > 1 else rest)
        wish = (
            self._known.wish(more)
            or self._known.wish(" ".join(rest))
            or together(self._clauses.all_of(more))
            or self._weighed_clause(rest)
        )
        wish = wish or together(self._clauses.best_of(more))
        length = wish.slots.get("duration") if wish and known.phase != "guiding" else None
        too_short = length is not None and is_of_seconds(length.said)
        chooses = wish is not None and wish.intent in _TAKING and (too_short or not self._known.surely(more))
        if chooses and YES in known.answers:
            # "Yes please, the very gentlest one" takes what is offered, and so does "yeah, twenty seconds".
            wish = None
        if wish is None or wish.intent in NO_WISHES:
            plain = YES in known.answers and self._clauses.says_no_more(rest)
            return Understood(YES, reason=Reason(TakenBy.CLAUSE, repr(words))) if plain else None
        besides = wish.also or (None if only_tells(wish.intent) or wish.intent in ANSWERS else Understood(YES))
        return replace(wish, also=besides, reason=Reason(TakenBy.SEVERAL, within=wish.reason))

    def _in_its_unit(self, words: str, known: Evidence) -> Understood | None:
        """A length whose unit goes without saying, also where it takes another's place: "twenty, um, fifteen"."""
        if at := time_in(self._manners.without_fillers(self._manners.written_out(words)), self.names, known):
            return Understood(REMIND_AT, {"time": HeardSlot(at, ())}, Reason(TakenBy.MENTIONED))
        unit = unit_in(known)
        said = with_unit(self._manners.written_out(words), self.names, unit) if unit else None
        if not said:
            return None
        text = " ".join(said)
        held = self._known.surely(f"hold for {text}") if unit == SECONDS else None
        meant = held or self._known.surely(text) or self._after_all(text, known)
        return meant if meant and meant.intent in _LENGTHS else None

    def _weighed(self, words: str, known: Evidence) -> Understood:
        """The wish that the words weigh enough for; else that all is well, or that nothing was understood."""
        if anew := self._afterthoughts.put_right(words):
            return self._first_understood(" ".join(anew), known)
        belief = self._beliefs.of(words, known)
        wish = self._beliefs.wish(words, belief)
        stranger, wish = (wish, None) if wish and wish.intent == FALLBACK else (None, wish)
        wish = self._beliefs.besides(words, wish, known) or wish
        meant = wish or self._among(words, known) or self._beliefs.mentioned(words, belief, known) or stranger
        waits = self._clauses.waits_or_stops(words)
        if wish and waits and (wish.intent in ANSWERS or leads_on_or_deletes(wish.intent)):
            return waits
        if meant := meant or waits or self._beliefs.refused(words, belief):
            return meant
        if self._alarms.denied_in(words):
            return Understood(ALL_WELL_INTENT, reason=Reason(TakenBy.DENIED))
        return Understood(FALLBACK, reason=Reason(TakenBy.NOTHING, belief=belief))

    def _among(self, words: str, known: Evidence) -> Understood | None:
        """The wishes among words that are not all understood."""
        among = together(self._clauses.best_of(words))
        if among is None or among.intent in known.misplaced or self._known.refuses(words, among):
            return None
        return among if only_tells(among.intent) or not self._known.only_asks(words) else None

    def _reads_clauses(self) -> Reads[Understood]:
        return Reads(self._known.clause, self._half_clause, self._weighed_clause, self._names_a_thing, Understood)

    def _names_a_thing(self, words: Words) -> bool:
        """Whether these words name something that a wish may be about."""
        return any(filled.slot in _THINGS for filled in mentions_in(words, self.names).filled)

    def _is_of_a_stretch_named(self, words: str, asked: Understood) -> bool:
        """Whether a question may be about what was named before, and not about what is under way.

        As it is in "about that bridge thing, how does it go".
        """
        mentioned = mentions_in(self._manners.written_out(words), self.names).of("stretch")
        return bool(mentioned) and only_tells(asked.intent) and not asked.slots

    def _half_clause(self, words: Words) -> Understood | None:
        """A known carrier with some words of a name."""
        half = self._known.half_named(" ".join(words))
        return half if half and any(slot.ids for slot in half.slots.values()) else None

    def _read(self, words: str) -> Reading | None:
        written = self._manners.written_out(words)
        known = self._known.exactly(written) or self._known.exactly(self._manners.plain(words))
        if self._weighing is None or known or self._afterthoughts.is_an_excuse(written):
            return None
        return self._weighing.read(written)

    def _one_clause(self, words: str, known: Evidence) -> Understood | None:
        """The only wish among the clauses of somebody who says more than a wish; yes and no go before many.

        Where a question is open, that may also be the only answer to it.
        """
        clauses = [clause for clause in _CLAUSES.split(words) if clause.strip()]
        # Thanks beside something else that is said are none.
        said = [len(clauses) == 1 or not self._manners.thanks(clause) for clause in clauses]
        heard = [self._known.wish(clause) if says else None for clause, says in zip(clauses, said, strict=True)]
        strong = [wish for wish in heard if wish and wish.intent not in _LEAD_IN]
        wishes = strong if strong or None in heard else heard[-1:]
        answers = [wish for wish in strong if wish.intent in known.answers]
        found = the_same(wishes) or the_same(answers)
        part = next((clause for clause, wish in zip(clauses, heard, strict=True) if wish == found), "")
        if found and self._is_of_a_stretch_named(words, found):
            return None
        return found and replace(found, reason=Reason(TakenBy.CLAUSE, repr(part.strip()), found.reason))

    def _asked_at_the_end(self, words: str, known: Evidence) -> Understood | None:
        """What somebody asks after talk of anything: it changes no question."""
        asked = self._clauses.asked_at_the_end(words)
        if asked is None or asked.intent in known.misplaced or self._is_of_a_stretch_named(words, asked):
            return None
        return asked
