"""What Alexa would take, and still misunderstand: samples and names that get in each other's way, in every locale."""

import re
from collections import Counter, defaultdict
from itertools import chain, combinations, product
from typing import Any

import pytest

from skill.home import the_recognizer
from skill.recognizer.recognizer import FALLBACK
from tests.library import LOCALES
from tests.nightly import some_of

Model = dict[str, Any]

LONGEST_NAME = 140
MOST_INTENTS = 250
SHORT = 7
"""Words: a built-in intent is extended only with what is said in passing."""
SEARCH = "AMAZON.SearchQuery"
FEWEST_SAMPLES, MOST_SAMPLES = 30, 800
"""Of an intent: fewer say too little of a wish, and with more all else sounds like it."""
BY_THEMSELVES = {"AMAZON.NavigateHomeIntent"}
"""Alexa's own, that nobody says in words of ours."""
SHARING = (["days", "time"], ["duration", "setting"], ["area", "duration"], ["side", "span"], ["limit", "span"])
AN_AMISS = re.compile(r"\ba (?!(?:uni|use|eu|one)\w*)[aeiou]\w*|\ban (?!(?:hour|hon)\w*)[^\W_aeiou]\w*")
"""The article of the other sort of word, as two templates written in one leave it: "a easier way"."""
SLOT = re.compile(r"\{(\w+)\}")
LOUDER_THAN_A_CARRIER = {
    *("on the floor", "lying down", "lying flat", "flat on my back", "lying on my back", "kneeling", "kneeling down"),
    *("on my knees", "on the knees", "on knees", "face down", "lying face down", "standing up"),
    *(
        "lying on my front",
        "lying on my belly",
        "lying on my stomach",
        "lying on my tummy",
        "lying on the front",
        "leaning on my hands",
    ),
    *("bending over", "bending down", "bending forward", "turning", "twisting", "looking up"),
}
"""Names of what somebody cannot do that "I'm …" before them makes a whole sample: they have arrived there."""
A_POSTURE = re.compile(
    r"(lying |flat )?on (my|the) (back|front|belly|stomach|tummy|knees|floor)|(lying )?(face down|flat|down)"
    r"|on all fours|(kneeling|standing|bending|leaning|sitting)( up| down| over| forward)?"
)


def names_of(slot_type: Model) -> list[str]:
    return [name for value in slot_type["values"] for name in (value["name"]["value"], *value["name"]["synonyms"])]


def samples_of(model: Model) -> list[tuple[str, str]]:
    return [(intent["name"], sample) for intent in model["intents"] for sample in intent["samples"]]


def test_no_sample_is_in_two_intents_not_even_with_its_apostrophes_away(language_model: Model) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for intent, sample in samples_of(language_model):
        owners[sample.replace("'", "")].add(intent)
    assert {sample: intents for sample, intents in owners.items() if len(intents) > 1} == {}


def test_no_sample_has_the_article_of_another_word(language_model: Model) -> None:
    found = {sample: match[0] for _, sample in samples_of(language_model) if (match := AN_AMISS.search(sample))}
    assert found == {}


@pytest.mark.parametrize("said", ["a easier way", "an gentler one", "back a exercise"])
def test_the_article_of_another_word_is_found(said: str) -> None:
    assert AN_AMISS.search(said)


def test_a_name_belongs_to_one_value_of_its_type(language_model: Model) -> None:
    for slot_type in language_model["types"]:
        assert [name for name, times in Counter(names_of(slot_type)).items() if times > 1] == [], slot_type["name"]


def test_a_stretch_is_never_called_like_a_routine_or_a_programme(language_model: Model) -> None:
    kinds = [names_of(one) for one in language_model["types"] if one["name"] in ("ROUTINE", "STRETCH", "PROGRAMME")]
    assert [name for name, times in Counter(chain.from_iterable(kinds)).items() if times > 1] == []


@pytest.mark.parametrize("language_model", some_of(list(LOCALES), 5, 1), indirect=True)
def test_no_carrier_with_a_name_in_it_is_a_sample_of_another_intent(language_model: Model) -> None:
    owners = {sample: intent for intent, sample in samples_of(language_model) if "{" not in sample}
    names = {slot_type["name"]: names_of(slot_type) for slot_type in language_model["types"]}
    types = {slot["name"]: slot["type"] for intent in language_model["intents"] for slot in intent["slots"]}
    swallowed = [
        (intent, sample, filled)
        for intent, sample in samples_of(language_model)
        for slot in SLOT.findall(sample)[:1]
        for before, _, after in [sample.partition(f"{{{slot}}}")]
        for name in names.get(types[slot], ())
        if (filled := f"{before}{name}{after}") in owners
        if owners[filled] != intent and name not in LOUDER_THAN_A_CARRIER
    ]
    assert swallowed == []


@pytest.mark.parametrize("language_model", some_of(list(LOCALES), len(LOCALES)), indirect=True)
def test_no_sentence_with_a_name_in_it_is_in_two_intents(language_model: Model) -> None:
    """Names that hold or are a name of another type; "one" is left out, a time as well as a choice."""
    names = {one["name"]: names_of(one) for one in language_model["types"] if one["name"] != "WARNING"}
    risky = nested(names)
    owners: dict[str, str] = {}
    several: dict[str, set[str]] = {}
    for intent in language_model["intents"]:
        for slot in intent["slots"]:
            for sample, name in product(intent["samples"], risky.get(slot["type"], ())):
                sentence = sample.replace(f"{{{slot['name']}}}", name)
                first = owners.setdefault(sentence, intent["name"])
                if first != intent["name"]:
                    several.setdefault(sentence, {first}).add(intent["name"])
    assert several == {}


def nested(names: dict[str, list[str]]) -> dict[str, set[str]]:
    """The names of each type that hold a name of another, and those that are held."""
    found: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for kind, name in ((kind, name) for kind, all_names in names.items() for name in all_names):
        owners[name].add(kind)
    for name, kinds in owners.items():
        words = name.split()
        for start, stop in combinations(range(len(words) + 1), 2):
            inner = " ".join(words[start:stop])
            for kind, other in product(kinds, owners.get(inner, set())):
                if kind != other:
                    found[kind].add(name)
                    found[other].add(inner)
    return found


def test_only_what_is_said_together_shares_a_sample_and_what_is_searched_for_stands_alone(
    language_model: Model,
) -> None:
    searching = {slot["name"] for one in language_model["intents"] for slot in one["slots"] if slot["type"] == SEARCH}
    for intent, sample in samples_of(language_model):
        slots = SLOT.findall(sample)
        assert len(slots) < 2 or sorted(slots) in SHARING, (intent, sample)
        assert searching.isdisjoint(slots) or len(slots) == 1, (intent, sample)


def test_built_in_intents_are_extended_with_short_phrases_without_names(language_model: Model) -> None:
    for intent, sample in samples_of(language_model):
        if intent.startswith("AMAZON.") and intent != FALLBACK:
            assert "{" not in sample, (intent, sample)
            assert len(sample.split()) <= SHORT, (intent, sample)


def test_no_intent_is_thin_and_none_so_fat_that_all_else_sounds_like_it(language_model: Model) -> None:
    counted = {intent["name"]: len(intent["samples"]) for intent in language_model["intents"]}
    odd = {name: count for name, count in counted.items() if not FEWEST_SAMPLES <= count <= MOST_SAMPLES}
    preambles = {name for name in odd if name.startswith("Tell")}  # each is one beginning, and nothing else
    assert odd.keys() - preambles == BY_THEMSELVES, odd


def test_names_and_intents_are_within_the_limits(language_model: Model) -> None:
    assert len(language_model["intents"]) <= MOST_INTENTS
    for slot_type in language_model["types"]:
        assert max(map(len, names_of(slot_type))) <= LONGEST_NAME


def test_an_amount_is_never_the_only_word_of_two_intents(language_model: Model) -> None:
    bare = {sample: intent for intent, sample in samples_of(language_model) if SLOT.fullmatch(sample)}
    assert bare == {
        "{stretch}": "StartStretchIntent",
        "{routine}": "StartRoutineIntent",
        "{programme}": "StartProgrammeIntent",
        "{choice}": "ChooseIntent",
        "{duration}": "ByTimeIntent",
        "{time}": "RemindMeAtIntent",
        "{sign}": "RedFlagIntent",
    }


def test_somebody_who_says_how_they_lie_has_arrived_there_and_has_no_limit() -> None:
    arrived = {name: the_recognizer("en-US").understand(f"I'm {name} now").intent for name in LOUDER_THAN_A_CARRIER}
    there = ("ReadyIntent", "ReachedIntent", "AlreadyThereIntent")
    assert {name for name, intent in arrived.items() if intent not in there} == set()


def test_every_posture_that_a_limit_is_called_by_is_one_to_arrive_in() -> None:
    names = {" ".join(words) for words in the_recognizer("en-US").names["limit"].all()}
    postures = {name for name in names if A_POSTURE.fullmatch(name)}
    assert postures - LOUDER_THAN_A_CARRIER == set()
