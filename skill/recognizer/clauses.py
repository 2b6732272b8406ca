"""Which of the clauses of a sentence are wishes, two at most, and which are only told with them."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from skill.ports.evidence import Evidence
from skill.ports.intents import COMPLAINTS, Wish
from skill.recognizer.reader.costs import AGREEING, leads_on_or_deletes, only_tells
from skill.recognizer.sentences.breaths import Breaths, Clause
from skill.recognizer.templates.manners import Manners, Words

YES, NO = "AMAZON.YesIntent", "AMAZON.NoIntent"
WAITING = ("AMAZON.PauseIntent", "PauseForIntent", "AMAZON.StopIntent")
"""Anybody who says one of these with something else wants that first."""
ANSWERS = frozenset({YES, NO, "ReadyIntent", "AllWellIntent"})
"""Said before a wish as often as by themselves."""
_LITTLE = frozenset(
    {
        "ChooseIntent",
        "CorrectNumberIntent",
        "CorrectSideIntent",
        "CorrectStretchIntent",
        "MoreIntent",
        "NotMeIntent",
        "PardonIntent",
        "UnsureIntent",
    }
)
"""They say something by themselves only: of more words they are but a piece."""
NO_WISHES = frozenset({"AMAZON.FallbackIntent", *_LITTLE, *COMPLAINTS})
"""Strangers and small words are none; and what is wrong with somebody has been heard in the whole."""
_NO_WISH_BESIDE = frozenset({"AMAZON.FallbackIntent", "GladIntent", "HelloIntent"})
"""Talk that may weigh for one of these is still no more than talk."""
_NO_QUESTIONS = NO_WISHES | {"AMAZON.PauseIntent", "MoreTimeIntent", "NotThereYetIntent", "AMAZON.HelpIntent"}
_MANNERS_OF_SPEECH = frozenset({"FewerWordsIntent", "SlowerIntent"})
_WAITING_FOR_THEM = frozenset({"AMAZON.PauseIntent", "MoreTimeIntent", "PauseForIntent"})
_BOTH = 2
_MOST_AFTER_A_YES = 2
"""Words: "yes, talk me", "yes, go on"."""
_MOST_AT_LAST = 3
"""Words behind the hesitation; where there are more, "please" was none: "please wait until I have got there"."""
_LEAST_WORDS = 3
"""So many must a wish have that stands beside words which nobody understands."""
_MOST_TOLD, _MOST_TOLD_BESIDE_A_GUESS = 0.73, 0.5
"""So much of what is said may be told beside a wish that is known, or that is weighed."""
_MOST_IN_THE_END = 5
"""Words by which somebody is waited for: "give me just a minute"."""
_THEREFORE = ("so",)
_ON_THE_MAT = ("guiding", "paused")
_TAKING_TIME = frozenset({"wait", "no", "not", "moment"})


@dataclass(frozen=True)
class Reads(Generic[Wish]):
    """What understands a clause: surely, with half of a name, or by weight; and what makes a wish of an intent."""

    surely: Callable[[Words], Wish | None]
    half: Callable[[Words], Wish | None]
    weighed: Callable[[Words], Wish | None]
    names_a_thing: Callable[[Words], bool]
    bare: Callable[[str], Wish]


class Clauses(Generic[Wish]):
    """Reads a sentence clause by clause."""

    def __init__(self, manners: Manners, reads: Reads[Wish]) -> None:
        self._breaths = Breaths(manners)
        self._conditions = frozenset(manners.conditions)
        self._manners = manners
        self._starts = frozenset(manners.clause_starts)
        self._reasons = frozenset(manners.reasons)
        self._negations = frozenset(manners.negations)
        self._asking = frozenset(manners.asking)
        self._questions = frozenset(manners.questions)
        self._joining = {tuple(phrase.split()) for phrase in manners.joining}
        self._yes = {tuple(phrase.split()) for phrase in manners.agreeing}
        self._light = frozenset((*manners.light_words, *manners.fillers))
        self._calling = {tuple(phrase.split()) for phrase in manners.calling_to_wait}
        self._reads = reads

    def all_of(self, words: str) -> tuple[Wish, ...]:
        """The wishes, two at most, where every clause is one: to wait or to stop first, else what was said last."""
        for clauses in self._breaths.ways(words, joined=True):
            told = [clause for clause in clauses if not self._gives_a_reason(clause)]
            told = [clause for clause in told if not self._manners.are_thanks(clause.words)] or told
            heard = [self._surely(clause) or self._reads.half(clause.words) for clause in told]
            if heard and all(heard) and (wishes := self._two(heard)):
                return wishes
        return ()

    def agreed(self, said: Words) -> Words:
        """What is said after words of agreement but thanks; nothing where somebody wants time, or has not agreed."""
        agreed = self._breaths.agreed(said)
        rest = said[len(agreed) :]
        no_more = not _TAKING_TIME.isdisjoint(rest[:2]) or self._manners.are_thanks(rest)
        return () if not agreed or no_more else rest

    def agrees_all_the_same(self, words: str) -> bool:
        """Whether somebody makes little of what is wrong, and ends in a yes: "it's only the spasm, yes, talk me up"."""
        said = self._manners.without_fillers(self._manners.written_out(words))
        text = f" {' '.join(self._breaths.agreed_at_the_end(said, _MOST_AFTER_A_YES))} "
        return any(f" {phrase} " in text for phrase in self._manners.making_light)

    def says_no_more(self, rest: Words) -> bool:
        """Whether nothing in these words may turn a yes into something else."""
        changes = not self._conditions.isdisjoint(rest) or not _TAKING_TIME.isdisjoint(rest)
        return not changes and not self._reads.names_a_thing(rest)

    def found_in_talk(self, words: str, known: Evidence) -> Wish | None:
        """What is said among talk that nothing else is made of: a yes, what follows from a reason, or to wait."""
        waits = self._waits_in_the_end(words) if known.phase in _ON_THE_MAT else None
        return self._agreed_in_talk(words, known.answers) or self._therefore(words) or waits

    def _therefore(self, words: str) -> Wish | None:
        """The known wish that follows from what is told: "my left knee is the bad one so let us only do the right"."""
        for clauses in self._breaths.ways(words, joined=True):
            last = clauses[-1]
            wish = self._surely(last) if last.joint == _THEREFORE and len(last.words) >= _LEAST_WORDS else None
            if wish and wish.intent not in ANSWERS:
                return wish
        return None

    def _waits_in_the_end(self, words: str) -> Wish | None:
        """The known word for waiting in which somebody's talk ends: "just getting my glasses off hold on"."""
        said = self._manners.without_fillers(self._manners.written_out(words))
        starts: Iterable[int] = range(1, len(said) - 1) if self._questions.isdisjoint(said[:1]) else ()
        starts = (at for at in starts if len(said) - at <= _MOST_IN_THE_END and said[at : at + 2] in self._calling)
        heard = ((self._reads.surely(said[at:]), said[at - 1]) for at in starts)
        waits = (one for one, before in heard if one and before not in self._negations)
        return next((one for one in waits if one.intent in _WAITING_FOR_THEM), None)

    def _agreed_in_talk(self, words: str, answers: Container[str]) -> Wish | None:
        """The known yes in which somebody ends whose other words ask for nothing, and change nothing."""
        if YES not in answers:
            return None
        said = self._manners.without_fillers(self._manners.written_out(words))
        ended = ((tail, said[: -len(tail)]) for tail in self._breaths.tails(words))
        found = ((self._yes_among(part, answers), rest) for part, rest in ended)
        return next((one for one, rest in found if one and self._is_mere_talk(rest)), None)

    def _yes_among(self, part: Words, answers: Container[str]) -> Wish | None:
        """What is plainly a yes here; a small word alone is said by anybody."""
        plain = part in self._yes or not self._light.issuperset(part)
        heard = self._reads.surely(part) if plain else None
        return heard if heard and heard.intent in AGREEING and heard.intent in answers else None

    def _is_mere_talk(self, rest: Words) -> bool:
        rest = rest[:-1] if rest[-1:] in self._joining else rest
        asks = not self._asking.isdisjoint(rest) or bool(self._questions.intersection(rest[:1]))
        if not rest or asks or not self.says_no_more(rest) or not self._negations.isdisjoint(rest):
            return False
        heard = self._reads.surely(rest) or self._reads.weighed(rest)
        return heard is None or heard.intent in ANSWERS or heard.intent in _NO_WISH_BESIDE

    def declined(self, words: str) -> Wish | None:
        """The no of somebody who asks for nothing, and may say why: "no, I had to quit halfway"."""
        said = self._manners.without_fillers(self._manners.written_out(words))
        why = said[len(self._breaths.declined(said)) :]
        if not why:
            return self._reads.bare(NO)
        if why == said or not self._asking.isdisjoint(why):
            return None
        if why[-1:] in self._yes:
            return self._reads.bare(YES)
        return self._reads.bare(NO) if self._is_only_told(Clause(why)) else None

    def best_of(self, words: str) -> tuple[Wish, ...]:
        """The wishes that there are among words that are not all understood; none where a condition is not."""
        if self._takes_back(self._manners.written_out(words)):
            return ()
        read = [self._read(clauses) for clauses in self._breaths.ways(words)]
        return max(filter(None, read), key=lambda one: one[0], default=(0, ()))[1]

    def side_by_side(self, words: str) -> tuple[Wish, ...]:
        """The two wishes that stand side by side with nothing between them: "bin it how many are left"."""
        for clauses in self._breaths.ways(words):
            heard = [self._surely(clause) for clause in clauses if len(clause.words) > 1]
            if len(heard) == len(clauses) and all(one and one.intent not in ANSWERS for one in heard):
                wishes = self._two(heard)
                if len(wishes) == _BOTH:
                    return wishes
        return ()

    def asked_at_the_end(self, words: str) -> Wish | None:
        """The known question in which somebody's talk ends, or how to be spoken to, whatever was told before."""
        tails = (tail for tail in self._breaths.tails(words) if len(tail) >= _LEAST_WORDS)
        heard = ((tail, self._reads.surely(tail)) for tail in tails if not self._light.issuperset(tail))
        denied = self._denied_before(words)
        return next(
            (one for tail, one in heard if one and _costs_nothing(one.intent, len(tail)) and tail not in denied), None
        )

    def _denied_before(self, words: str) -> frozenset[Words]:
        """What stands straight behind a denial: "don't make it slow"."""
        said = self._manners.without_fillers(self._manners.written_out(words))
        return frozenset(said[at + 1 :] for at, word in enumerate(said) if word in self._negations)

    def waits_or_stops(self, words: str) -> Wish | None:
        """The known word for waiting or stopping with which somebody begins who goes on talking of anything."""
        heads = ((head, self._reads.surely(head)) for head in self._breaths.heads(words))
        return next((one for head, one in heads if one and self._leaves(one, head)), None)

    def waits_at_last(self, words: str) -> Wish | None:
        """The word for waiting to which somebody comes after a hesitation: "I'm on my side now, what, ah, wait"."""
        said = self._manners.written_out(words)
        at = max((index for index, word in enumerate(said) if word in self._manners.fillers), default=0)
        last = said[at + 1 :] if at else ()
        waits = self._reads.surely(last) if last and len(last) <= _MOST_AT_LAST else None
        return waits if waits and waits.intent in WAITING else None

    def _leaves(self, one: Wish, head: Words) -> bool:
        says_so = (len(head) > 1 or "wait" in head) and not self._manners.are_thanks(head)
        return one.intent in WAITING and says_so

    def _read(self, clauses: Sequence[Clause]) -> tuple[int, tuple[Wish, ...]] | None:
        """The wishes of these clauses, with how much they say; None where what is left may change them.

        What is weighed counts only where nothing is known for sure, and where it is most of what is said.
        """
        sure = [self._wish(clause) for clause in clauses]
        heard = sure if any(sure) else [self._likely(clause) for clause in clauses]
        left = [clause for clause, wish in zip(clauses, heard, strict=True) if not wish]
        wishes = self._two(heard)
        if all(wish.intent in ANSWERS for wish in wishes) or not all(map(self._is_only_told, left)):
            return None
        said, told = (sum(len(clause.words) for clause in some) for some in (clauses, left))
        most_told = _MOST_TOLD if any(sure) else _MOST_TOLD_BESIDE_A_GUESS
        return (said - told - len(clauses), wishes) if told <= most_told * said else None

    def _wish(self, clause: Clause) -> Wish | None:
        """What a clause surely is, where it says enough to be a wish by itself; beside one, thanks are none."""
        if self._manners.are_thanks(clause.words):
            return None
        wish = self._surely(clause) or self._reads.half(clause.words)
        if wish and wish.intent in WAITING and len(clause.words) > 1:
            return wish
        if wish and wish.intent == NO and len(clause.words) > 1:
            return wish
        little = len(clause.words) < _LEAST_WORDS or self._light.issuperset(clause.words)
        return None if little else wish

    def _likely(self, clause: Clause) -> Wish | None:
        """What a clause weighs for: it must neither lead on nor throw away, nor deny anything."""
        denies = not self._negations.isdisjoint(clause.words)
        if len(clause.words) < _LEAST_WORDS or denies or self._gives_a_reason(clause):
            return None
        read = self._reads.weighed(clause.words)
        return None if read is None or leads_on_or_deletes(read.intent) or read.intent in NO_WISHES else read

    def _surely(self, clause: Clause) -> Wish | None:
        wish = None if self._gives_a_reason(clause) else self._reads.surely(clause.words)
        return None if wish is None or wish.intent in NO_WISHES else wish

    def _gives_a_reason(self, clause: Clause) -> bool:
        begins = (" ".join(clause.joint), *(" ".join(clause.words[:stop]) for stop in (1, 2, len(clause.words))))
        return not self._reasons.isdisjoint(begins)

    def _is_only_told(self, clause: Clause) -> bool:
        """Whether this tells how it comes or how somebody is, and does not change what is understood beside it."""
        if self._gives_a_reason(clause) or self._manners.are_thanks(clause.words):
            return True
        begins = (*clause.joint, *clause.words[:1], " ".join(clause.words[:2]))
        denies = not self._conditions.isdisjoint((*begins, *clause.words[-1:]))
        if denies or self._reads.names_a_thing(clause.words):
            return False
        return not self._starts.isdisjoint(begins) or self._light.issuperset(clause.words)

    def _takes_back(self, said: Words) -> bool:
        text = f" {' '.join(said)} "
        return any(f" {phrase} " in text for phrase in self._manners.taking_back)

    def _two(self, heard: Sequence[Wish | None]) -> tuple[Wish, ...]:
        """The wishes among these, each once; an answer where it is all, and a yes beside what changes something."""
        wishes = list(_each_once(wish for wish in heard if wish and wish.intent not in ANSWERS))
        answers = list(_each_once(wish for wish in heard if wish and wish.intent in ANSWERS))
        if len(wishes) > _BOTH or (not wishes and len(answers) > 1):
            return ()
        if not any(only_tells(wish.intent) for wish in wishes):
            wishes.reverse()
        wishes.sort(key=lambda wish: (wish.intent not in WAITING, only_tells(wish.intent)))
        if len(wishes) == 1 and any(answer.intent == YES for answer in answers) and not only_tells(wishes[0].intent):
            return (wishes[0], self._reads.bare(YES))
        return tuple(wishes) or tuple(answers)


def _costs_nothing(intent: str, words: int) -> bool:
    """Whether this is a question of some words, or changes only how it is said."""
    asks = only_tells(intent) and intent not in _NO_QUESTIONS and words > _LEAST_WORDS
    return asks or intent in _MANNERS_OF_SPEECH


def _each_once(heard: Iterator[Wish]) -> Iterator[Wish]:
    seen: list[Wish] = []
    for wish in heard:
        if wish not in seen:
            seen.append(wish)
            yield wish
