"""What people say when they want a routine: for a part of the back, a place, an hour, or the time they have."""

import pytest

from skill.recognizer.recognizer import Recognizer

ASKED = {
    "bedtime": "something before bed|I want something for before bed|something for bed|do my stretches before bed"
    "|start a bedtime routine|something in the evening|I would like some stretches before I go to bed",
    "morning": "something for when I wake up|stretches for the morning|start the morning routine|wake up stretches",
    "in-bed": "stretch in bed|what can I do in bed|something I can do in bed|start in bed",
    "desk": "something for my desk|what can I do at my desk|stretch at work|something for the office|seated stretches",
    "desk-published": "start the desk with published stretches only|desk and standing",
    "standing": "something standing|start the standing routine|something without lying down",
    "hips": "something for my hips|my hips are tight|loosen my hips|start hips|I'd like something for tight hips",
    "hamstrings": "stretch my hamstrings|something for my legs|my hamstrings feel tight",
    "no-kneeling": "something for bad knees|something without kneeling|start no kneeling",
    "upper-back": "give me something for my neck|do something for my upper back|something for my shoulders",
    "arch-and-strengthen": "I want to strengthen my back|start arch and strengthen|do something for a stronger back",
    "unhurried-twenty": "I have twenty minutes|start the long one|twenty minutes|start the 20 minute routine",
    "five-gentle-minutes": "five minutes|I only have five minutes|a five minute routine",
    "lower-back": "do the lower back routine before bed|something for my lower back",
}


@pytest.mark.parametrize(
    ("words", "slug"), [(words, slug) for slug, said in ASKED.items() for words in said.split("|")]
)
def test_a_routine_is_found_by_what_it_is_wanted_for(recognizer: Recognizer, words: str, slug: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, understood.slots["routine"].ids) == ("StartRoutineIntent", (slug,))


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("good night", "AMAZON.StopIntent"),
        ("I'm in bed", "ReadyIntent"),
        ("I'm standing", "ReadyIntent"),
        ("I am sitting now", "ReadyIntent"),
        ("what can I do", "AMAZON.HelpIntent"),
        ("go to bed", "AMAZON.FallbackIntent"),
        ("set an alarm for the morning", "AMAZON.FallbackIntent"),
        ("my knees hurt", "PainIntent"),
    ],
)
def test_an_hour_or_a_place_alone_starts_nothing(recognizer: Recognizer, words: str, intent: str) -> None:
    assert recognizer.understand(words).intent == intent
