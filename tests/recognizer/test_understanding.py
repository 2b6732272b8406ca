"""What people say reaches the wish they mean, and what is no wish of ours reaches none."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.content.library import Library
from skill.home import the_recognizer
from skill.recognizer.meaning import HeardSlot
from skill.recognizer.recognizer import FALLBACK, Recognizer
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.samples import written_out
from skill.recognizer.templates.slots import SlotType
from skill.recognizer.templates.templates import Template, Templates
from tests.cases.each_of import each_of
from tests.library import LOCALES
from tests.nightly import NIGHTLY, some_of

FIRST_LOCALE = "en-US"
MANY = 5000 if NIGHTLY else 1000
"""Times that something is said: what grew with the square of them would be noticed by either."""

WISHES = {
    "BeginIntent": "start|let's start|begin a routine|stretch with me|back pain routine",
    "ReadyIntent": "ready|done|okay|ok|uh huh|mm|yes, ready|I'm ready now|finished|I'm there|right|all right"
    "|okay thanks|let's go",
    "ExplainIntent": "explain it|tell me in full|how do I do this one|I don't know how|what do I do now?|step by step",
    "TimeLeftIntent": "how much longer|how long to go|are we nearly done|excuse me, how long is left in the routine",
    "WhatNextIntent": "what is next|what's next|whats next?|what comes after this|and then what|what now",
    "WhereAmIIntent": "which stretch|where am I|I lost count|which repetition is this|am I on the left",
    "ListRoutinesIntent": "what routines are there|list the routines|what have you got|which routines there are"
    "|what can you do for my back",
    "ListStretchesIntent": "which stretches do you know|list stretches|tell me the stretches|which stretches there are",
    "MoreIntent": "more|what else|other ones|go on with the list|any others",
    "AMAZON.NextIntent": "next|skip|skip this one|next one please|move on|next next",
    "AMAZON.PreviousIntent": "go back|back|previous|the one before",
    "AMAZON.RepeatIntent": "repeat|say that again",
    "PardonIntent": "what?|sorry, what|huh|pardon|what did you say",
    "AMAZON.StartOverIntent": "start over|restart|from the beginning|start again",
    "AMAZON.PauseIntent": "pause|wait|no wait|wait, no|I need a break|wait another minute",
    "MoreTimeIntent": "hang on|hold on a second|one moment please|one more quiet minute|I need more time",
    "WhichSideIntent": "which side|left or right|which leg is it",
    "StartMineIntent": "start my own routine|start my routine|my routine",
    "RemindIntent": "remind me|set a reminder|can you remind me",
    "BeginProgrammeIntent": "start a programme|put me on a program",
    "AMAZON.ResumeIntent": "resume|continue|carry on|go on where I was|resume my routine|I'm back|keep going",
    "AMAZON.StopIntent": "stop|I'm done|that's all|good night|enough for today|can we stop now please|goodbye",
    "GladIntent": "thank you|thanks|thanks a lot|thank you so much|cheers",
    "AMAZON.CancelIntent": "cancel|never mind|forget it|maybe later",
    "AMAZON.YesIntent": "yes|yes please|yeah|sure|why not",
    "AMAZON.NoIntent": "no|no thanks|no no no|not yet|I'm not ready|nope|no, I'm fine",
    "AMAZON.HelpIntent": "help|help me|what can I say|what can you do|I'm confused",
    "AMAZON.NavigateHomeIntent": "go home",
    "ForgetMeIntent": "delete my data|forget me|delete everything you know about me|erase my history|forget everything",
    "ForgetHouseholdIntent": "delete everybody's data|forget the whole household|delete all our data|forget us",
}


@each_of(("words", "intent"), [(words, intent) for intent, said in WISHES.items() for words in said.split("|")])
def test_what_people_say_reaches_its_wish(recognizer: Recognizer, words: str, intent: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, dict(understood.slots)) == (intent, {})


@each_of(
    ("words", "intent", "slug"),
    [
        ("start my lower back routine", "StartRoutineIntent", "lower-back"),
        ("lower back", "StartRoutineIntent", "lower-back"),
        ("do the six stretches", "StartRoutineIntent", "six-stretches"),
        ("do 5 gentle minutes please", "StartRoutineIntent", "five-gentle-minutes"),
        ("um, can I have the, er, lower back routine", "StartRoutineIntent", "lower-back"),
        ("want start lower back", "StartRoutineIntent", "lower-back"),
        ("I'd like to stretch my lower back", "ByAreaIntent", "lower-back"),
        ("Child\u2019s pose, please", "StartStretchIntent", "childs-pose"),
        ("childs pose", "StartStretchIntent", "childs-pose"),
        ("I mean the bridge", "StartStretchIntent", "bridge"),
        ("cobra", "StartStretchIntent", "cobra"),
        ("resume my lower back routine", "ResumeRoutineIntent", "lower-back"),
        ("go on with bedtime", "ResumeRoutineIntent", "bedtime"),
        ("no, the bridge", "CorrectStretchIntent", "bridge"),
        ("we were at the bridge", "CorrectStretchIntent", "bridge"),
        ("I was at child's pose", "CorrectStretchIntent", "childs-pose"),
        ("no, it was cobra", "CorrectStretchIntent", "cobra"),
        ("go back to the bridge", "CorrectStretchIntent", "bridge"),
        ("no, the left side", "CorrectSideIntent", "left"),
        ("we were on the left", "CorrectSideIntent", "left"),
        ("left", "CorrectSideIntent", "left"),
        ("it was the right side", "CorrectSideIntent", "right"),
        ("no, right", "CorrectSideIntent", "right"),
        ("both sides", "CorrectSideIntent", "both"),
        ("no, number two", "CorrectNumberIntent", "2"),
        ("it was the third one", "CorrectNumberIntent", "3"),
        ("I was on repetition 12", "CorrectNumberIntent", "12"),
        ("the second one", "ChooseIntent", "second"),
        ("number one please", "ChooseIntent", "first"),
        ("the former", "ChooseIntent", "first"),
        ("the latter", "ChooseIntent", "last"),
        ("could you take me through the bridge", "StartStretchIntent", "bridge"),
        ("how do I do the bridge", "HowToIntent", "bridge"),
        ("what's a pelvic tilt?", "HowToIntent", "pelvic-tilts"),
    ],
)
def test_a_name_reaches_its_slug(recognizer: Recognizer, words: str, intent: str, slug: str) -> None:
    understood = recognizer.understand(words)
    slugs = [slug for slot in understood.slots.values() for slug in slot.ids]
    assert (understood.intent, slugs) == (intent, [slug])


def test_every_name_is_reached_through_start_and_how_do_i_do(
    recognizer: Recognizer, templates: Templates, library: Library
) -> None:
    routines, stretches, *_ = slot_types(library, templates)
    carriers = [
        ("{}", routines, "StartRoutineIntent"),
        ("start {}", routines, "StartRoutineIntent"),
        ("{}", stretches, "StartStretchIntent"),
        ("start {}", stretches, "StartStretchIntent"),
        ("how do i do {}", stretches, "HowToIntent"),
    ]
    for carrier, slot_type, intent in carriers:
        for value in slot_type.values:
            for name in value.names:
                understood = recognizer.understand(carrier.format(name))
                reached = (understood.intent, understood.slots[slot_type.slot].ids)
                assert reached == (intent, (value.slug,)), carrier.format(name)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sample_reaches_its_own_intent_and_no_other(
    library: Library, all_templates: dict[str, Templates], locale: str
) -> None:
    templates = all_templates[locale]
    recognizer = the_recognizer(locale)
    names = own_names(slot_types(library, templates))
    alarming = phrases_of_warning(library, "en")
    elsewhere = {
        (sentence, understood, template.intent)
        for template in own_templates(all_templates, locale)
        for sample in some_of(tuple(written_out(template.samples, alarming)), 50)
        for sentence in [sample.format(**names)]
        if (understood := recognizer.understand(sentence).intent) != template.intent
    }
    assert elsewhere == set()


def own_templates(all_templates: dict[str, Templates], locale: str) -> tuple[Template, ...]:
    """All templates of the first locale; of another one those that the first has not."""
    written = all_templates[locale].written
    first = {template.samples for template in all_templates[FIRST_LOCALE].written if locale != FIRST_LOCALE}
    return tuple(template for template in written if template.samples not in first)


def own_names(types: tuple[SlotType, ...]) -> dict[str, str]:
    """For each slot its shortest name that is no other slot's too."""
    owners = Counter(name for slot_type in types for value in slot_type.values for name in value.names)
    return {
        slot_type.slot: min((name for value in slot_type.values for name in value.names if owners[name] == 1), key=len)
        for slot_type in types
    }


def test_every_name_of_a_value_reaches_it_in_the_shortest_sentence_of_every_wish(
    recognizer: Recognizer, templates: Templates
) -> None:
    types = {slot_type.slot: slot_type for slot_type in templates.slot_types if not slot_type.is_amazons}
    samples: dict[tuple[str, str], str] = {}
    for intent, sample in [(template.intent, sample) for template in templates.written for sample in template.samples]:
        slots = slots_in(sample)
        if len(slots) == 1 and slots[0] in types:
            shortest = samples.setdefault((intent, slots[0]), sample)
            samples[intent, slots[0]] = min(shortest, sample, key=len)
    filled = {"choice", "side", "number", "days", "setting", "bodyword", "area", "part", "day", "reached"}
    assert {slot for _, slot in samples} == filled
    for (intent, slot), sample in samples.items():
        for value in types[slot].values:
            for name in value.names:
                words = sample.replace(f"{{{slot}}}", name)
                understood = recognizer.understand(words)
                assert (understood.intent, understood.slots[slot].ids) == (intent, (value.slug,)), words


@each_of(
    ("words", "intent"),
    [
        ("um, could you maybe talk a little less please", "FewerWordsIntent"),
        ("too fast you are going", "SlowerIntent"),
        ("the other side do first", "OtherSideIntent"),
        ("how many more are to go", "HowManyLeftIntent"),
        ("this one I would like easier", "EasierIntent"),
        ("oh, I'm tired, stop", "AMAZON.StopIntent"),
        ("no, next", "AMAZON.NextIntent"),
        ("delete, I mean, something about data", FALLBACK),
        ("do not stop now", FALLBACK),
        ("next, no, stop", "AMAZON.StopIntent"),
    ],
)
def test_order_and_small_words_are_forgiven_and_doubt_is_not_acted_on(
    recognizer: Recognizer, words: str, intent: str
) -> None:
    assert recognizer.understand(words).intent == intent


@each_of(
    ("misspelt", "intent"),
    [
        ("start the brigde", "StartStretchIntent"),
        ("how do i do the pelvic tiltss", "HowToIntent"),
        ("start my lower back rotine", "StartRoutineIntent"),
        ("contineu", "AMAZON.ResumeIntent"),
        ("repaet", "AMAZON.RepeatIntent"),
        ("it hurtss", "PainIntent"),
        ("nxet", FALLBACK),
        ("contniueu", FALLBACK),
    ],
)
def test_one_letter_is_forgiven_in_long_words_only(recognizer: Recognizer, misspelt: str, intent: str) -> None:
    assert recognizer.understand(misspelt).intent == intent


@pytest.mark.parametrize(
    ("words", "slot", "heard"),
    [
        ("start my elbow routine", "routine", HeardSlot("elbow", ())),
        ("start the flying camel pose", "stretch", HeardSlot("flying camel", ())),
        ("cat", "stretch", HeardSlot("cat", ("cat-and-cow", "cat-cow", "seated-cat-cow"))),
        ("do the press-up", "stretch", HeardSlot("press up", ("modified-cobra", "sphinx"))),
        ("how do i do the twist", "stretch", HeardSlot("twist", ("chair-twists", "lumbar-rotation"))),
    ],
)
def test_a_name_unknown_or_shared_is_handed_on_to_be_asked_back(
    recognizer: Recognizer, words: str, slot: str, heard: HeardSlot
) -> None:
    assert recognizer.understand(words).slots[slot] == heard


@each_of(
    "words",
    [
        "number thirty one",
        "the last week",
        "the flying one",
        "a lot",
        "back pain stretch chart",
        "what's the weather",
        "stretch my budget",
        "how long is this routine in the making",
        "play child's play",
        "order a pizza",
        "start the car",
        "how do I do my taxes",
        "give me my money back",
        "do the dishes",
        "next week",
        "stop the music",
        "set a timer for five minutes",
        "what is love",
        "baby shark",
        "stop shouting",
        "go to bed",
        "yes or no",
        "I'm not done",
        "don't stop",
        "please",
        "",
        "?!",
        *("\U0001f9d8", "\ud800", "начать"),
    ],
)
def test_what_is_no_wish_of_ours_reaches_the_fallback(recognizer: Recognizer, words: str) -> None:
    understood = recognizer.understand(words)
    assert (understood.intent, dict(understood.slots)) == (FALLBACK, {})


@given(words=st.text(max_size=300))
def test_no_text_whatever_makes_it_raise(recognizer: Recognizer, words: str) -> None:
    assert recognizer.understand(words).intent


@given(picked=st.lists(st.integers(min_value=0, max_value=99_999), max_size=12))
def test_no_salad_of_known_words_makes_it_raise_or_makes_up_a_slug(
    recognizer: Recognizer, library: Library, templates: Templates, picked: list[int]
) -> None:
    words = {word for template in templates.written for word in template.samples[0].split()}
    known = sorted(words | {"cat", "knee", "chest", "lower"})
    salad = " ".join(known[number % len(known)] for number in picked)
    slugs = {slug for slot in recognizer.understand(salad).slots.values() for slug in slot.ids}
    closed = {value.slug for slot_type in templates.slot_types for value in slot_type.values}
    there = {*library.stretches, *library.routines, *library.programmes, *library.limits}
    assert slugs <= there | closed | {"emergency", "urgent"}


def test_a_very_long_speech_is_answered_at_once(recognizer: Recognizer) -> None:
    assert recognizer.understand("start the bridge " * MANY).intent == FALLBACK
    assert recognizer.understand("bla " * MANY + "it hurts").intent == "PainIntent"
