"""What is believed of a reading: of two sides that are mentioned none is taken, and how long it holds is read along."""

from skill.assembly import the_templates, what_reads
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.reader import Reader, Reading, Weighed
from skill.recognizer.reader.weighing import Weighing
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.recognizer import WEIGHTS
from skill.recognizer.templates.templates import TEMPLATES_FOLDER
from skill.replaced import replace

NAMES = what_reads("en-US").recognizer.names


def believed(intent: str, words: str) -> Belief | None:
    """What is believed where these words weigh for this intent beyond doubt."""
    reader = Reader(read_weights(TEMPLATES_FOLDER / "en" / WEIGHTS), NAMES)
    templates = the_templates("en-US")
    weighing = Weighing(reader, replace(templates.manners, negations=()), templates.written)
    mentions = mentions_in(tuple(words.split()), NAMES)
    wishes = (Weighed(intent, 999.0), Weighed("AMAZON.FallbackIntent", 0.0))
    belief = weighing.belief(Reading(wishes, (Weighed("none", 0.0),), mentions))
    return belief if belief.is_enough else None


def ids_of(wish: Belief | None) -> dict[str, tuple[str, ...]]:
    return {filled.slot: filled.slugs for filled in wish.filled} if wish else {}


def test_a_side_and_how_long_are_taken_from_the_words() -> None:
    wish = believed("NotSideIntent", "spare my left leg in all of them")
    assert ids_of(wish) == {"side": ("left",), "span": ("today",)}
    assert ids_of(believed("OnlySideIntent", "just my right hip needs it today")) == {
        "side": ("right",),
        "span": ("today",),
    }


def test_of_two_sides_none_is_taken_where_the_other_would_be_the_opposite() -> None:
    assert believed("NotSideIntent", "the left is out so do the right") is None
    assert believed("OnlySideIntent", "only the left not the right") is None
    assert ids_of(believed("CorrectSideIntent", "not left it was the right")) == {"side": ("right",)}


def test_a_day_stays_a_day_in_the_sentence_that_is_weighed() -> None:
    assert mentions_in(("remind", "me", "today"), NAMES).typed == ("remind", "me", "{days}")
    assert mentions_in(("not", "for", "good"), NAMES).typed == ("not", "for", "good")


def needed(sure_of_it: float, of_strangers: float, intent: str = "TimeLeftIntent") -> float:
    """How sure this wish must be, where the words weigh so much for it and for what strangers say."""
    templates = the_templates("en-US")
    reader = Reader(read_weights(TEMPLATES_FOLDER / "en" / WEIGHTS), NAMES)
    weighing = Weighing(reader, templates.manners, templates.written)
    wishes = (Weighed(intent, sure_of_it), Weighed("AMAZON.FallbackIntent", of_strangers))
    mentions = mentions_in(("how", "far", "is", "it", "still"), NAMES)
    return weighing.belief(Reading(wishes, (Weighed("none", 0.0),), mentions)).needed


def test_a_wish_must_be_the_surer_the_nearer_it_is_to_what_strangers_say() -> None:
    assert needed(0.0, -39.0) == -2.0
    assert needed(0.0, -40.0) == -36.0
    assert needed(0.0, -80.0) == -48.0


def test_what_deletes_must_be_as_sure_however_far_it_is_from_that() -> None:
    assert needed(0.0, -200.0, "ForgetMeIntent") == 70.0


def test_all_the_words_outweigh_a_part_of_them_but_never_a_stop() -> None:
    recognizer = what_reads("en-US").recognizer
    assert recognizer.understand("i have time ten minutes").intent == "ByTimeIntent"
    assert recognizer.understand("please more slow, i not understand fast").intent == "SlowerIntent"
    assert recognizer.understand("the phone is ringing, stop").intent == "AMAZON.StopIntent"


def test_a_phrase_of_danger_in_a_question_about_it_is_none() -> None:
    recognizer = what_reads("en-US").recognizer
    assert recognizer.understand("may i ask, is chest pain a reason not to do these").intent != "RedFlagIntent"
    assert recognizer.understand("i have chest pain").intent == "RedFlagIntent"
    assert recognizer.understand("excuse me but there is this chest pain again").intent == "RedFlagIntent"
