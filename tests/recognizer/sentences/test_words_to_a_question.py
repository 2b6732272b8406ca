"""Words that take, decline or leave to us: they answer every offer, and are no yes where only a plain one counts."""

from itertools import product

from skill.assembly import the_templates
from skill.dialogue.answers.conversation.evidence import evidence
from skill.dialogue.answers.conversation.questions import QUESTIONS
from skill.dialogue.memory.question import Ask
from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of
from tests.nightly import some_of

YES, NO, LEFT_TO_US = "AMAZON.YesIntent", "AMAZON.NoIntent", "SurpriseIntent"
MANNERS = the_templates("en-US").manners
OFFERS = tuple(kind for kind, row in QUESTIONS.items() if row.offers)
PLAINLY = tuple(kind for kind, row in QUESTIONS.items() if row.plainly)
TAKEN = tuple(kind for kind in OFFERS if kind not in PLAINLY)
ASKED = tuple(kind for kind in QUESTIONS if kind is not Ask.READY)
LOOSE = ("sounds like a plan", "have a go", "you bet", "let be")
"""Known words for yes, in which no word says so."""
THAT_MAY_BE_ENOUGH = "that will do"


def heard(recognizer: Recognizer, words: str, kind: Ask) -> str:
    return recognizer.understand(words, evidence("guiding", kind)).intent


@each_of(("kind", "words"), some_of([*product(TAKEN, MANNERS.taking)], 331))
def test_an_offer_is_taken(recognizer: Recognizer, kind: Ask, words: str) -> None:
    assert words == THAT_MAY_BE_ENOUGH or heard(recognizer, words, kind) == YES


@each_of(("kind", "words"), some_of([*product(OFFERS, MANNERS.passing)], 211))
def test_an_offer_is_declined(recognizer: Recognizer, kind: Ask, words: str) -> None:
    assert heard(recognizer, words, kind) == NO


@each_of(("kind", "words"), some_of([*product(PLAINLY, (*LOOSE, *MANNERS.taking))], 211))
def test_some_questions_need_a_plain_yes(recognizer: Recognizer, kind: Ask, words: str) -> None:
    row = QUESTIONS[kind]
    assert row.meaning(heard(recognizer, words, kind)) is not row.yes


@each_of(("kind", "words"), some_of([*product(ASKED, MANNERS.leaving_to_us)], 211))
def test_what_is_left_to_us_is_no_wish_for_something_else(recognizer: Recognizer, kind: Ask, words: str) -> None:
    assert heard(recognizer, words, kind) in (YES, LEFT_TO_US)


@each_of(("words", "length"), [("ten or so", "PT10M"), ("say fifteen", "PT15M"), ("five at most", "PT5M")])
def test_a_number_is_said_loosely(recognizer: Recognizer, words: str, length: str) -> None:
    understood = recognizer.understand(words, evidence("idle", Ask.MINUTES))
    assert (understood.intent, understood.slots["duration"].said) == ("ByTimeIntent", length)
