"""The stand-in for Alexa tells no more than she does: the intent, and of a preamble only the words behind it."""

from dataclasses import replace
from functools import cache

import pytest

from skill.assembly import what_reads
from skill.ports.intents import RED_FLAG
from skill.recognizer.recognizer import FALLBACK
from tests.cases.each_of import each_of
from tests.understanding.alexa_stand_in import Classifier, OverAlexa, StandIn, stand_in


@cache
def hearing() -> StandIn:
    """Sure of nothing but samples: what is tried here is what it does with those, and with preambles."""
    nothing_learned = Classifier({"HopIntent": [("hop",)], "SitIntent": [("sit",)]})
    return replace(stand_in("en-US", most_samples=1), classifier=nothing_learned)


@pytest.mark.parametrize(
    ("words", "intent", "told"),
    [
        ("I can't feel my leg", "TellICannotIntent", "feel my leg"),
        ("I can feel my leg", "TellICanIntent", "feel my leg"),
        ("there's a funny feeling in my toes", "TellThereIsIntent", "a funny feeling in my toes"),
        ("there's no feeling in my toes", "TellThereIsNoIntent", "feeling in my toes"),
        ("it isn't quite as bad as that", "TellItIsNotIntent", "quite as bad as that"),
    ],
)
def test_behind_a_preamble_are_words_and_nothing_of_the_preamble(words: str, intent: str, told: str) -> None:
    heard = hearing().understand(words)
    assert (heard.intent, {name: slot.said for name, slot in heard.slots.items()}) == (intent, {"told": told})
    assert [slot.ids for slot in heard.slots.values()] == [()]


@each_of(
    ("words", "intent", "slots"),
    [
        ("next", "AMAZON.NextIntent", {}),
        ("how long is left", "TimeLeftIntent", {}),
        ("start the bridge", "StartStretchIntent", {"stretch": ("bridge",)}),
        ("set a timer for ten minutes", FALLBACK, {}),
        ("xylophone zebra", FALLBACK, {}),
        ("can't breathe", RED_FLAG, {"sign": ("emergency",)}),
    ],
)
def test_a_sample_is_its_intent(words: str, intent: str, slots: dict[str, tuple[str, ...]]) -> None:
    heard = hearing().understand(words)
    assert (heard.intent, {name: slot.ids for name, slot in heard.slots.items()}) == (intent, slots)


def test_what_is_told_comes_to_the_dialogue_as_what_it_means() -> None:
    over_alexa = OverAlexa(hearing(), what_reads("en-US"))
    assert over_alexa.understand("I can't feel my left leg at all").intent == RED_FLAG
    assert over_alexa.understand("there's a parrot in my kitchen").intent == FALLBACK


def test_a_classifier_is_surer_of_what_it_has_seen() -> None:
    classifier = Classifier({"HopIntent": [("hop", "on", "one", "leg")], "SitIntent": [("sit", "down", "again")]})
    meaning, share = classifier.best(("hop", "on", "the", "other", "leg"))
    assert meaning == "HopIntent"
    assert 0.5 < share < classifier.best(("hop", "on", "one", "leg"))[1]
    assert classifier.best(("nothing", "of", "it")) == (FALLBACK, 0.0)
