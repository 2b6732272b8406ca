"""What people say when they want a routine: for a part of the back, a place, an hour, or the time they have."""

from skill.recognizer.recognizer import Recognizer
from tests.cases.each_of import each_of

ASKED = {
    "bedtime": "something before bed|I want something for before bed|something for bed|do my stretches before bed"
    "|start a bedtime routine|something in the evening|I would like some stretches before I go to bed",
    "morning": "something for when I wake up|stretches for the morning|start the morning routine|wake up stretches",
    "in-bed": "stretch in bed|what can I do in bed|something I can do in bed|start in bed",
    "desk": "something for my desk|what can I do at my desk|stretch at work|something for the office|seated stretches",
    "desk-published": "start the desk with published stretches only|desk and standing",
    "standing": "start the standing routine|something without lying down",
    "hips": "start hips",
    "hamstrings": "start hamstrings|do the hamstring routine",
    "no-kneeling": "something for bad knees|something without kneeling|start no kneeling",
    "upper-back": "start the upper back routine",
    "arch-and-strengthen": "I want to strengthen my back|start arch and strengthen|do something for a stronger back",
    "unhurried-twenty": "start the long one",
    "five-gentle-minutes": "five gentle minutes|do the five minute relief",
    "lower-back": "do the lower back routine before bed",
}
BY_AREA = {
    "hips": "something for my hips|my hips are tight|loosen my hips|something for tight hips",
    "hamstrings": "stretch my hamstrings|something for my legs|my hamstrings feel tight",
    "upper-back": "something for my neck|do something for my upper back|something for my shoulders",
    "lower-back": "something for my lower back",
}
BY_TIME = {
    "PT20M": "I have twenty minutes|twenty minutes|start a 20 minute routine",
    "PT5M": "five minutes|I only have five minutes|a five minute routine",
}


@each_of(("words", "slug"), [(words, slug) for slug, said in ASKED.items() for words in said.split("|")])
def test_a_routine_is_found_by_what_it_is_wanted_for(recognizer: Recognizer, words: str, slug: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["routine"].ids) == ("StartRoutineIntent", (slug,))


@each_of(("words", "area"), [(words, area) for area, said in BY_AREA.items() for words in said.split("|")])
def test_a_part_of_the_body_is_more_than_the_name_of_a_routine(recognizer: Recognizer, words: str, area: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["area"].ids) == ("ByAreaIntent", (area,))


@each_of(("words", "length"), [(words, length) for length, said in BY_TIME.items() for words in said.split("|")])
def test_the_time_somebody_has_is_a_length_and_no_name(recognizer: Recognizer, words: str, length: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["duration"].said) == ("ByTimeIntent", length)


@each_of(
    ("words", "intent"),
    [
        ("good night", "AMAZON.StopIntent"),
        ("I'm in bed", "InBedIntent"),
        ("I'm standing", "UpAgainIntent"),
        ("I am sitting now", "ReadyIntent"),
        ("what can I do", "AMAZON.HelpIntent"),
        ("go to bed", "AMAZON.FallbackIntent"),
        ("set an alarm for the morning", "AMAZON.FallbackIntent"),
        ("my knees hurt", "PainIntent"),
    ],
)
def test_an_hour_or_a_place_alone_starts_nothing(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent
