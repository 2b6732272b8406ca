"""What is believed of a reading: of two sides that are mentioned none is taken, and how long it holds is read along."""

from skill.assembly import the_templates, what_reads
from skill.recognizer.reader.belief import Belief
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.reader import Reader, Reading, Weighed
from skill.recognizer.reader.weighing import Weighing
from skill.recognizer.reader.weights import read_weights
from skill.recognizer.recognizer import WEIGHTS
from skill.recognizer.templates.templates import TEMPLATES_FOLDER

NAMES = what_reads("en-US").recognizer.names


def believed(intent: str, words: str) -> Belief | None:
    """What is believed where these words weigh for this intent beyond doubt."""
    reader = Reader(read_weights(TEMPLATES_FOLDER / "en" / WEIGHTS), NAMES)
    weighing = Weighing(reader, (), the_templates("en-US").skeletons)
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
