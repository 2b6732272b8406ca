"""Danger is heard by what is meant, in any order and tense; what is denied, thought of or long ago is not."""

import pytest

from skill.content.language.signs import Danger, Signs, kinds_there
from skill.content.library import Library
from tests.cases.each_of import each_of


@pytest.fixture(name="danger")
def _danger(library: Library) -> Danger:
    return library.danger["en"]


@each_of(
    "said",
    [
        "both feet feel numb",
        "i can't feel either of my legs",
        "numb they are both my feet",
        "between my legs i have no feeling at all",
        "my bladder i can't control it",
        "my arm has gone weak",
        "the whole left side has just gone weak",
        "my face has dropped on one side",
        "there's a weight pressing on my chest",
        "get the paramedics",
        "someone please phone for an ambulance",
        "i banged my head and now i keep being sick",
        "my tongue is swelling",
        "i don't want to live any more",
        "i've been lying on this floor since last night",
        "it was years ago but now i can't feel my legs",
        "my legs won't do what i tell them",
        "my feet don't respond any more",
        "i've got no movement from the hips down",
        "my legs have stopped doing anything",
        "everything's gone double",
        "my words come wrong",
        "i'm seeing double all of a sudden",
        "i have breathing problems right now",
        "breathing problem is coming",
        "i took all my tablets at once",
        "i have taken too many tablets",
        "i took an overdose",
        "i've drunk bleach",
        "i think i've been poisoned",
        "i've been electrocuted",
        "my waters have broken",
        "dial triple nine",
        "please send help",
        "i need urgent medical help",
        "take me to hospital",
        "i need to go to hospital",
        "neither foot will move",
        "face gone droopy",
        "aah my chest",
        "help, help me",
        "ambulance now",
        "please ring my daughter, i'm on the floor",
        "no sensation while going to the latrine",
        "my legs have just, just given way",
        "i feel not my feet, both",
        "i'm not able to breathe properly",
        "my leg is lying at an odd angle",
        "hit my head, it's bleeding",
        "an explosion of pain in the head",
        "i nearly fell and now i can't feel my legs",
        "my legs are like jelly",
        "i can't breathe there is no air in the room",
        "it was the bike years ago and since this morning my legs won't move",
        "ambulance",
        "the paramedics",
        "is this a stroke",
        "something's very wrong with me",
        "something is terribly wrong",
        "there's smoke in the room",
        "somebody's breaking in",
        "i smell gas",
        "my sugar's really low",
        "it's an asthma attack",
        "he's slumped over",
        "nan's had a fall",
        "my foot's turned blue",
        "sharp pain in my calf and now my chest",
        "can you get me help",
        "help, please, anybody",
        "nothing's worth living for",
        "he's swallowed a battery",
        "my toddler's got hold of my pills",
        "everything tingles from the neck down",
        "i'm stuck on the floor and it's been hours",
        "i heard a snap and now i can't stand",
        "i'm having contractions",
        "can you alert my emergency contact",
    ],
)
def test_what_needs_help_now_is_an_emergency(said: str, danger: Danger) -> None:
    assert danger.level_in(said) == "emergency"


@pytest.mark.parametrize(
    "said",
    [
        "i felt a pop in my back",
        "i hit my head",
        "my foot slaps when i walk",
        "one calf is hot and fat",
        "my leg has gone weak",
        "i've lost the feeling in both hands",
        "i'm getting clumsier with my hands every day",
        "electric shocks down both legs when i bend my neck",
        "shooting pains down both legs",
        "the numbness is spreading up",
        "it's spreading to the other leg now",
        "my knee buckles every time and it's getting weaker by the hour",
        "my ankle won't bend up any more",
        "my toes won't move",
        "i've never had pain this bad",
        "one leg is twice the size of the other",
        "my shoulder's out of its socket",
        "i think my ankle's broken",
        "my achilles just went bang",
        "i want to talk to a doctor now",
    ],
)
def test_what_somebody_should_see_today_is_urgent(said: str, danger: Danger) -> None:
    assert danger.level_in(said) == "urgent"


@each_of(
    "said",
    [
        "no weakness in my arms",
        "is it good for weak legs",
        "i fell off my bike years ago",
        "somebody on the telly is having a heart attack",
        "i had a heart attack ten years ago and i'm right as rain",
        "don't call an ambulance",
        "my head is on the pillow",
        "do i need the hospital for a sore back",
        "send help when you can with the next stretch",
        "i took my tablets this morning",
        "i've taken a painkiller",
        "the hospital told me to stretch",
        "i got back from the hospital yesterday",
        "double the time please",
        "i'm partially sighted",
        "my dog won't do what i tell him",
        "nothing happens when i say next",
        "neither foot is on the bed",
        "as child i fell from the horse",
        "my chest hurts not any more",
        "it cracks in the shoulder but without pain",
        "my legs are like jelly from all that holding",
        "i nearly fell off the chair",
        "there is no air in the room",
        "when ought one to call an ambulance for back pain",
        "they gave me a new hip in march",
        "the ambulance is passing",
        "emergency exit is where",
        "the fire alarm is just a test",
        "police story is on",
        "my back cracked nicely",
        "the dog collapsed on my mat",
        "my husband's dead to the world",
        "my wife's having a fit about the mess",
        "are you able to call for help",
        "both hands behind my head",
        "i spread my legs to the other side",
        "my mat's broken",
        "i broke my ankle when i was ten",
        "my dad had a fall last month",
        "my mum's fallen asleep",
        "my legs are on fire",
        "see a doctor now and then",
        "i'll call my son later",
    ],
)
def test_what_is_denied_or_elsewhere_or_only_thought_of_is_none(said: str, danger: Danger) -> None:
    assert danger.level_in(said) not in ("emergency", "urgent")


def test_a_cry_is_one_where_nothing_else_is_said(danger: Danger) -> None:
    assert danger.level_in("fire") == "emergency"
    assert danger.level_in("fire away") is None


def test_the_legs_of_one_leg_are_one(danger: Danger) -> None:
    assert danger.level_in("my leg's gone numb") == "nerve"


def test_every_sign_has_its_words_and_its_source(library: Library) -> None:
    signs = library.signs["en"]
    assert not [*kinds_there(signs)]
    assert all(row.source for row in signs.sign)


def test_words_of_no_sign_and_signs_of_no_words_are_told(library: Library) -> None:
    signs = library.signs["en"]
    row = signs.sign[0].but(all=("no-feeling", "elbow"))
    wrong = Signs(words={"no-feeling": ("numb",), "idle": ("tired",)}, apart=signs.apart, sign=(row,))

    assert [(complaint.path, complaint.text) for complaint in kinds_there(wrong)] == [
        ("sign.0.all", "there are no words of the kind 'elbow'"),
        ("words.idle", "is in no sign"),
    ]
