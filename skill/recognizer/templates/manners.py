"""What people put around a wish, and the plain form in which two sentences are the same."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated

from skill.content.model.frozen import Checked, Frozen

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

Words = tuple[str, ...]

_Phrase = Annotated[str, Checked(strict=True, pattern=r"^[\p{Ll}\p{Lo}]+( [\p{Ll}\p{Lo}]+)*$")]
_Shortened = Annotated[str, Checked(strict=True, pattern=r"^([\p{Ll}\p{Lo}]+('[\p{Ll}\p{Lo}]+)?|[0-9]{3})$")]
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\uff07", "'"))
_LONGEST_STUTTER = 3
"""Words that somebody says again in one go."""
_MOST_WITH_PHRASES_AGAIN = 30
"""In longer speeches only single words are looked for."""
_NUMBER_TO_CALL = re.compile(r"(?<![\w.:])[0-9]{3}(?![\w:]|\.[0-9])")
_LONGEST_NUMBER = 2
"""Digits that are spelt out: nobody asks for a hundred of anything here."""


class Manners(Frozen):
    """Words of one language that change little or nothing in a wish, all in lower case and without digits."""

    language: str
    shortened: dict[_Shortened, _Phrase]
    shortened_ends: dict[_Phrase, _Phrase]
    """What is left of a word that is drawn together with any other, by what stands behind the stroke."""
    fillers: tuple[_Phrase, ...]
    before: tuple[_Phrase, ...]
    after: tuple[_Phrase, ...]
    kinds_of_thing: tuple[_Phrase, ...]
    """Words that say what an unknown name must be the name of."""
    small_words: tuple[_Phrase, ...]
    """Words that two names may share without having anything to do with each other."""
    taking_back: tuple[_Phrase, ...]
    """What stands between something said and what is meant after all."""
    perhaps_taking_back: tuple[_Phrase, ...]
    """The same, where what stands before is a wish too."""
    begins_a_wish: tuple[_Phrase, ...]
    """Words that what follows a refusal begins with, where it is a wish and not what is refused."""
    in_place_of: tuple[_Phrase, ...]
    """What stands between what is wanted and what it takes the place of."""
    owning: tuple[_Phrase, ...]
    """What somebody says who wants a routine of their own."""
    withdrawing: tuple[_Phrase, ...]
    """What somebody says who takes a wish back, and has none."""
    thanking: tuple[_Phrase, ...]
    """Words of thanks."""
    praising: tuple[_Phrase, ...]
    """Words that may stand in thanks."""
    said_before: tuple[_Phrase, ...]
    """What stands before a wish that somebody says once more."""
    helping: tuple[_Phrase, ...]
    """Words behind which "not" denies what is said."""
    naming: tuple[_Phrase, ...]
    """What follows one of these is a name that somebody gives to what they made."""
    making_light: tuple[_Phrase, ...]
    """By these somebody makes little of what they tell."""
    no_more: tuple[_Phrase, ...]
    """Whoever is asked what else there is to be, and says one of these, has said that it is all."""
    wondering: tuple[_Phrase, ...]
    """What begins with one of these only asks, and changes nothing."""
    arrived: tuple[_Phrase, ...]
    """Whoever says one of these is there, though it sounds like what somebody cannot do."""
    placed: dict[_Phrase, _Phrase]
    """Words by which somebody says where they are, each with the setting that it is."""
    others: tuple[_Phrase, ...]
    """Whom somebody may help with it."""
    pronouns: tuple[_Phrase, ...]
    """What stands for one of them anywhere; by their names they may be spoken to."""
    of_others: dict[_Phrase, _Phrase]
    """Words of what is said of them, each as they would say it of themselves."""
    whose: tuple[_Phrase, ...]
    """What stands before a part of the body that is all somebody says."""
    greeting: tuple[_Phrase, ...]
    """What begins with one of these is said after a greeting."""
    taking: tuple[_Phrase, ...]
    """By one of these alone somebody takes what is offered, and says little anywhere else."""
    plainly: tuple[_Phrase, ...]
    """A yes in plain words has one of these in it."""
    leaving_to_us: tuple[_Phrase, ...]
    """By one of these alone somebody leaves to us what they are asked."""
    lying: dict[_Phrase, str]
    """Words by which somebody says how they lie, sit or stand, each with what they have reached by it."""
    no_names: tuple[_Phrase, ...]
    """What stands there and is none."""
    taking_out: tuple[_Phrase, ...]
    """What stands before something that is not to be in a routine of somebody's own."""
    seeking: tuple[_Phrase, ...]
    """What somebody says aloud who seeks a name."""
    joining: tuple[_Phrase, ...]
    """What joins two wishes."""
    reasons: tuple[_Phrase, ...]
    """After one of these stands why something is wished."""
    conditions: tuple[_Phrase, ...]
    """What follows one of these may turn the wish into another."""
    questions: tuple[_Phrase, ...]
    """Words that only a question begins with."""
    asking: tuple[_Phrase, ...]
    """One of these is said by somebody who asks for something, however they put it."""
    passing: tuple[_Phrase, ...]
    """By one of these alone what is offered is declined: "no, it's fine"."""
    hedging: tuple[_Phrase, ...]
    """What stands around a number that is said loosely: "ten or so"."""
    calling_to_wait: tuple[_Phrase, ...]
    """The two words with which a call to wait begins that is made to us, and not told of."""
    ending: tuple[_Phrase, ...]
    """Words of which one is said by whoever wants only so much more."""
    before_ending: tuple[_Phrase, ...]
    """Words of which one is said by whoever has to stop after something, and not at once."""
    managing: tuple[_Phrase, ...]
    """By one of these help is declined: "I'm fine"."""
    either: tuple[_Phrase, ...]
    """Anybody who says one of these between two things asks which."""
    asking_back: tuple[_Phrase, ...]
    """Anybody who begins with one of these asks about what was, and begins nothing."""
    clause_starts: tuple[_Phrase, ...]
    """Words that a clause begins with."""
    agreeing: tuple[_Phrase, ...]
    """Whoever begins with one of these has said yes."""
    declining: tuple[_Phrase, ...]
    """Whoever begins with one of these has said no."""
    idioms: tuple[_Phrase, ...]
    """Words among which a name is none: "a right faff"."""
    pointing: tuple[_Phrase, ...]
    """What is said in the place of the rest of a name."""
    misheard: dict[_Phrase, _Phrase]
    """Words that are heard for those of a name, each with what was said."""
    endings: tuple[_Phrase, ...]
    """What a word of a name may end in or not: one roll, rolls, rolling."""
    named_elsewhere: tuple[_Phrase, ...]
    """Words of the names of stretches and exercises that people know, and that are none of ours."""
    refusing: tuple[_Phrase, ...]
    """Words that say of a name behind them that it is to be left, is not meant, or is over."""
    for_all_that: tuple[_Phrase, ...]
    """Words between one of these and a name that is meant all the same."""
    negations: tuple[_Phrase, ...]
    """Words that turn the meaning of a wish round."""
    light_words: tuple[_Phrase, ...]
    """Words that a wish may have more or fewer of and still be the same."""

    def plain(self, sentence: str) -> Words:
        """The words of a sentence without case, punctuation, fillers and manners; never empties one that had words."""
        return self.without_manners(self.written_out(sentence))

    def with_beginning(self, sentence: str) -> Words:
        """The plain form of a sentence that keeps what stands before the wish: "let me go" is more than "go"."""
        words = self.written_out(sentence)
        said = tuple(word for word in words if word not in self.fillers) or words
        while (shorter := self.without_ending(said)) != said and said not in self._whole_ends:
            said = shorter
        return said

    def without_manners(self, words: Words) -> Words:
        """The plain form of words that are written out already."""
        return _without_stutter(self._bare(self.without_fillers(words)))

    def without_fillers(self, words: Words) -> Words:
        """Words that are written out already without those that mean nothing anywhere; never none of them."""
        return tuple(word for word in words if word not in self.fillers) or words

    def after_greeting(self, sentence: str) -> str:
        """What somebody says behind a greeting; empty where they do not greet, or say no more."""
        text = sentence.strip().casefold()
        starts = sorted(self.greeting, key=len, reverse=True)
        greeted = next((start for start in starts if re.match(rf"{start}\b\W", text)), "")
        behind = sentence.strip()[len(greeted) :].lstrip(" ,;:.!") if greeted else ""
        names_it = {*self.kinds_of_thing, *self.pointing}.intersection(self.written_out(behind)[:1])
        return "" if names_it else behind

    def as_they_lie(self, sentence: str) -> str:
        """What somebody has reached who says how they lie, sit or stand; empty where they do not say."""
        text = f" {' '.join(self.written_out(sentence))} "
        return next((reached for said, reached in self.lying.items() if f" {said} " in text), "")

    def are_thanks(self, words: Words) -> bool:
        """Whether nothing is said but thanks."""
        return not {*words}.isdisjoint(self.thanking) and {*words} <= {*self.thanking, *self.praising}

    def thanks(self, sentence: str) -> bool:
        """The same of a sentence as it is said."""
        return self.are_thanks(self.written_out(sentence))

    def with_numbers_said(self, sentence: str) -> str:
        """The sentence, a number to call for help as one says it: that is how every phrase and sign has it."""
        return _NUMBER_TO_CALL.sub(lambda number: self.shortened.get(number[0], number[0]), sentence)

    def written_out(self, sentence: str) -> Words:
        """All the words of a sentence, in small letters, nothing shortened, and no punctuation."""
        said = _WORD.findall(_in_small_letters(sentence))
        if "".join(said).isalpha() and self.shortened.keys().isdisjoint(said):
            return tuple(said)
        words: list[str] = []
        for word in said:
            if word.isalpha() and word not in self.shortened:
                words.append(word)
            else:
                words += self._with_signs_written_out(word)
        return tuple(words)

    def _with_signs_written_out(self, word: str) -> Words:
        """A number, or what has a stroke in it or is short for more."""
        if word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER:
            spelt = _speller(self.language).format_number(int(word)).text
            return tuple(spelt.replace("-", " ").split())
        return tuple(self.shortened.get(word, self._with_end_written_out(word)).split())

    def _with_end_written_out(self, word: str) -> str:
        """A word with a shortened one at its end: whatever may do something ("the second one'll do")."""
        beginning, stroke, end = word.rpartition("'")
        return (
            f"{beginning} {self.shortened_ends[end]}"
            if stroke and end in self.shortened_ends
            else word.replace("'", "")
        )

    def without_seeking(self, words: str) -> str:
        """The words without those by which a name was sought aloud: "the, what's it called, cat one"; else empty."""
        text = f" {' '.join(self.without_fillers(self.written_out(words)))} "
        found = next((phrase for phrase in self.seeking if f" {phrase} " in text), "")
        return text.replace(f" {found} ", " ").strip() if found else ""

    def _bare(self, words: Words) -> Words:
        """The words without manners around them; manners alone ("thanks a lot") are left whole."""
        while words not in self._whole_ends:
            shorter = self._without_start(self.without_ending(words))
            if shorter == words:
                break
            words = shorter
        return words

    def _without_start(self, words: Words) -> Words:
        """The words without the longest of the phrases before a wish, unless nothing would be left."""
        phrases = self._starts.get(words[0], ()) if words else ()
        return next((words[len(p) :] for p in phrases if len(p) < len(words) and words[: len(p)] == p), words)

    def without_ending(self, words: Words) -> Words:
        """The words without the manners in which they end, and nothing else: "just for today, if you would"."""
        phrases = self._ends.get(words[-1], ()) if words else ()
        return next((words[: -len(p)] for p in phrases if len(p) < len(words) and words[-len(p) :] == p), words)

    @cached_property
    def _starts(self) -> Mapping[str, list[Words]]:
        return _by_word_at(0, self.before)

    @cached_property
    def _ends(self) -> Mapping[str, list[Words]]:
        return _by_word_at(-1, self.after)

    @cached_property
    def _whole_ends(self) -> frozenset[Words]:
        return frozenset(tuple(phrase.split()) for phrase in self.after)


def _in_small_letters(sentence: str) -> str:
    """With one sort of stroke and of every letter; it is asked for twenty times while one sentence is understood."""
    if sentence.isascii():
        return sentence.lower().replace("`", "'")
    return unicodedata.normalize("NFKC", sentence.translate(_APOSTROPHES)).casefold()


@cache
def _speller(language: str) -> "RbnfEngine":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415  # most of what is said has no digits

    return RbnfEngine.for_language(language)


def _by_word_at(index: int, phrases: tuple[str, ...]) -> Mapping[str, list[Words]]:
    """The phrases, the longest first, by their first word or their last: most sentences have none of them."""
    by_word: dict[str, list[Words]] = defaultdict(list)
    for phrase in sorted(map(str.split, phrases), key=len, reverse=True):
        by_word[phrase[index]].append(tuple(phrase))
    return by_word


def _without_stutter(words: Words) -> Words:
    """The words without those that only say the ones before again: three times no is no, "hang on hang on" once."""
    if len({*words}) == len(words):
        return words
    longest = _LONGEST_STUTTER if len(words) <= _MOST_WITH_PHRASES_AGAIN else 1
    for length in range(1, longest + 1):
        at = length
        while at + length <= len(words):
            if words[at - length : at] == words[at : at + length]:
                words = words[:at] + words[at + length :]
            else:
                at += 1
    return words
