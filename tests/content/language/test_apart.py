"""What takes a danger away, phrase or sign, and what does not: doubt stays danger."""

from itertools import product

import pytest

from skill.content.language.signs import RED_LEVELS, Danger
from skill.content.language.warnings import LEVELS
from skill.content.library import Library
from tests.cases.each_of import each_of
from tests.nightly import some_of

DANGERS = (
    "chest pain",
    "numbness between my legs",
    "no feeling in both legs",
    "a heart attack",
    "weakness in my legs",
    "trouble breathing",
)
ASIDE = (
    "what should i do if i get {0}",
    "what do i do when i have {0}",
    "how do i know if it's {0}",
    "what are the signs of {0}",
    "i'm afraid of getting {0}",
    "is this safe after {0}",
    "my uncle had {0} last month so i'm careful",
    "a friend of mine had {0} once",
    "they told me to call the doctor if i get {0}",
    "in the film he had {0}",
    "i was watching a show and a man had {0}",
    "i had {0} ten years ago and i'm fine now",
    "i once had {0} at a wedding",
    "i've never had {0}",
    "i'm not having {0}",
    "i haven't got {0}",
    "is {0} a reason to stop",
    "i've heard {0} can come from stretching",
    "they ruled out {0}",
    "i thought it was {0} but it was only wind",
    "a lot of people get {0}",
    "anyone with {0} should see a doctor right",
    "do you ask everybody about {0}",
    "what did you say about {0}",
    "apart from {0} what should i look out for",
    "during my pregnancy i had {0}",
    "how do i avoid {0}",
    "the word {0} scares me",
    "we learned about {0} in first aid",
    "{0} no not me",
    "last time i had {0} you told me to stop",
)
DANGER_ALL_THE_SAME = (
    "no i have {0}",
    "i don't know but i've got {0}",
    "it was fine years ago and now i've got {0}",
    "my husband had it last year and now i have {0}",
    "i was watching television and now i've got {0}",
    "i'm not joking i've got {0}",
    "like in a film i've got {0}",
    "i've never had {0} like this",
    "what is wrong with me i've got {0}",
    "should i stop i've got {0}",
    "i don't know if it's {0}",
    "i feel as if i have {0}",
    "the doctor knows about my back but i've got {0}",
    "as usual i was stretching and now i've got {0}",
    "no thank you but i've got {0}",
    "it's like last time i've got {0}",
    "it's dark in here and i've got {0}",
)


@pytest.fixture(name="danger")
def _danger(library: Library) -> Danger:
    return library.danger["en"]


def test_no_danger_is_heard_in_what_is_told_otherwise(danger: Danger) -> None:
    said = tuple(how.format(what) for how, what in product(ASIDE, DANGERS))
    assert [one for one in some_of(said, 100) if danger.level_in(one) in RED_LEVELS] == []


def test_what_only_sounds_like_a_denial_leaves_the_danger(danger: Danger) -> None:
    said = tuple(how.format(what) for how, what in product(DANGER_ALL_THE_SAME, DANGERS))
    assert [one for one in some_of(said, 100) if danger.level_in(one) not in RED_LEVELS] == []


@each_of(
    "said",
    [
        "no both legs are numb",
        "no no i fainted",
        "no legs won't move",
        "if i stand up my legs give way",
        "if i breathe in my chest hurts",
        "what do i do i can't feel my legs",
        "is it normal that my chest hurts",
        "am i having a stroke",
        "why do i have chest pain",
        "i was watching tv when my face dropped",
        "turn off the tv i can't breathe",
        "the baby is not breathing",
        "can you call an ambulance",
        "call an ambulance for my husband",
        "papa has fallen down and he is unconscious",
        "my wife fell last week and she can't move",
        "without warning my legs went numb",
        "nothing helps i have chest pain",
        "the cat tripped me i hit my head",
        "since the operation last year i can't control my bladder",
        "the doctor said go to hospital if my legs go numb and they are",
        "it isn't the television i've got chest pain",
        "my heart is racing and i feel faint",
        "everything's going black",
        "can't shift me leg",
        "my left arm is suddenly weaker than my right",
        "my feet slipped and i hit my head",
        "my chest pain has gone into my arm",
        "the lights went and i can't breathe",
        "i wet myself when i coughed and my legs are numb",
    ],
)
def test_doubt_stays_danger(said: str, danger: Danger) -> None:
    assert danger.level_in(said) in RED_LEVELS


@each_of(
    "said",
    [
        "in my country we call one one two not nine one one",
        "my mum always says if you get chest pain call nine one one but i've never had any",
        "the doctor asked about numbness between the legs and i've none",
        "they're calling an ambulance on the telly",
        "i can't see the screen the sun is in my eyes",
        "i'm gasping for a cuppa",
        "gosh i'm dying that was hard",
        "my cake collapsed",
        "my laptop has died and i can't see the picture",
        "my legs have gone to jelly from all that holding",
        "my bum's gone numb from this hard chair",
        "i can't feel my face it's so cold out there",
        "do you call an ambulance if i fall",
        "i can't lift my leg that high",
        "i'm not dying just groaning",
        "my left arm is weaker than my right, i'm right handed",
        "my hand slipped off the chair",
        "the cat has collapsed on my chest and now i can't move",
        "it's dark in here, i can't see a thing",
        "my back went pop and it felt wonderful",
        "my headache has gone",
        "i'm shivering, let me close the window",
        "the paralysed arm of my brother, can he do also",
        "the stretch across my chest hurts a bit",
        "i can't breathe out that long",
        "doctor has checked, my head got hit but nothing is there",
    ],
)
def test_a_danger_that_is_denied_asked_about_or_long_over_is_no_danger(said: str, danger: Danger) -> None:
    assert danger.level_in(said) not in RED_LEVELS


def test_no_way_takes_a_phrase_away_by_its_own_words(danger: Danger, library: Library) -> None:
    warnings = library.warnings["en"]
    phrases = [(phrase, level) for level in LEVELS for phrase in getattr(warnings, level)]
    lost = [
        phrase for phrase, level in phrases if LEVELS.index(danger.level_in(phrase) or "mild") > LEVELS.index(level)
    ]
    assert lost == []


def test_every_way_apart_has_a_source_and_stands_once(library: Library) -> None:
    ways = library.signs["en"].apart.way
    assert [way.kind for way in ways if not way.source] == []
    assert len({way.kind for way in ways}) == len(ways)


@each_of(
    ("harmless", "danger"),
    [
        ("the vase fell off the shelf above my bike", "my husband fell off his bike"),
        ("my watch strap is too tight on my chest", "my chest is too tight"),
        ("the neighbour's kid fell off his bike, he's fine", "the neighbour's kid fell off his bike"),
        ("i can't feel it in my legs", "i can't feel my legs"),
        ("i can't breathe and count at the same time", "i can't breathe"),
        ("i can't move my shoulders much", "i can't move at all"),
    ],
)
def test_a_thing_a_range_and_a_stretch_that_is_felt_are_none(harmless: str, danger: str, library: Library) -> None:
    heard = library.danger["en"]
    assert heard.level_in(harmless) not in RED_LEVELS
    assert heard.level_in(danger) == "emergency"
