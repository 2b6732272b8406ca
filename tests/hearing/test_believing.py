"""What is believed of two ears that hear differently: what moves or deletes needs both, what must not be missed one."""

from dataclasses import dataclass
from functools import partial
from itertools import combinations

import pytest

from skill.assembly import the_templates
from skill.hearing.both_ears import UNCLEAR, BothEars
from skill.hearing.consequences import LASTING, TELLING, URGENT
from skill.hearing.ear import Certainty, Ear, Transcript
from skill.home import _expected, the_recognizer
from skill.ports.evidence import Evidence
from skill.sound.sound import Sound, silence

STRANGE, UNSURE, SURE = Certainty
SILENT = silence(1, 16_000)
NOTHING = "AMAZON.FallbackIntent"


@dataclass
class Says(Ear):
    """An ear that hears these words, whatever is said."""

    words: str
    certainty: Certainty = SURE
    name: str = "says"
    else_words: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        del sound, expected
        return Transcript(self.name, self.words, self.certainty, self.else_words, self.shares)


def heard(*ears: Ear, known: Evidence | None = None) -> tuple[str, str]:
    both = BothEars(the_recognizer("en-US"), ears).heard(silence(1, 16_000), known or Evidence())
    return both.words, both.understood.intent


@pytest.mark.parametrize(
    ("large", "small", "words", "intent"),
    [
        ("Next.", "next", "Next.", "AMAZON.NextIntent"),
        ("Open Gentle Back.", "open gentle back", "Open Gentle Back.", "LaunchRequest"),
        ("Start the bridge.", "start bridge pose", "Start the bridge.", "StartStretchIntent"),
        ("Next.", "text", UNCLEAR, NOTHING),
        ("Start the bridge.", "start the cobra", UNCLEAR, NOTHING),
        ("Delete everything.", "left everything", UNCLEAR, NOTHING),
        ("Can you pass me the salt?", "keep asking this all", UNCLEAR, NOTHING),
        ("How long is left?", "how lung is", "How long is left?", "TimeLeftIntent"),
        ("Boss.", "pause", "pause", "AMAZON.PauseIntent"),
        ("It's raining.", "stop", "stop", "AMAZON.StopIntent"),
        ("Start the bridge.", "i have chest pain", "i have chest pain", "RedFlagIntent"),
        ("Stop.", "that hurts", "that hurts", "PainIntent"),
    ],
)
def test_two_ears_move_nothing_unless_they_agree_and_one_is_enough_to_stop(
    large: str, small: str, words: str, intent: str
) -> None:
    assert heard(Says(large), Says(small)) == (words, intent)


def thinks(*words: str, certainty: Certainty = SURE) -> Says:
    return Says(words[0], certainty, else_words=words[1:])


@pytest.mark.parametrize(
    ("ears", "words", "intent"),
    [
        ((Says("Next."), Says("text"), Says("next")), "Next.", "AMAZON.NextIntent"),
        ((Says("text"), Says("Next."), Says("next")), "Next.", "AMAZON.NextIntent"),
        ((Says("text"), Says("vexed"), Says("next")), UNCLEAR, NOTHING),
        ((Says("next"), Says("ready"), Says("ready")), "ready", "ReadyIntent"),
        ((thinks("text", "next"), Says("next")), "next", "AMAZON.NextIntent"),
        ((thinks("text", "next"), thinks("vexed", "next")), "next", "AMAZON.NextIntent"),
        ((thinks("yes lower", "yes, slower"), thinks("yes floor", "yes slower")), "yes, slower", "SlowerIntent"),
        ((thinks("next", "ready"), thinks("next", "ready")), "next", "AMAZON.NextIntent"),
        ((thinks("text", "stop"), Says("vexed")), UNCLEAR, NOTHING),
        ((thinks("text", "how long is left"), Says("vexed")), UNCLEAR, NOTHING),
        ((thinks("forget bee", "forget me"), Says("forget me")), UNCLEAR, NOTHING),
        ((Says("forget me"), Says("forget me"), Says("forget bee")), "forget me", "ForgetMeIntent"),
        ((Says("next"), Says("next"), Says("chest pain")), "chest pain", "RedFlagIntent"),
        ((Says("next"), Says("next", STRANGE), Says("", STRANGE)), UNCLEAR, NOTHING),
    ],
)
def test_two_ears_agree_in_what_they_thought_of_and_in_what_lasts_in_what_they_heard_first(
    ears: tuple[Ear, ...], words: str, intent: str
) -> None:
    assert heard(*ears) == (words, intent)


def test_of_two_things_that_as_many_ears_thought_of_the_answer_to_the_open_question_is_meant() -> None:
    alike = thinks("rest", "yes"), thinks("yes", "rest"), thinks("")
    asked = Evidence(question="go-on", answers=frozenset({"AMAZON.YesIntent"}))
    assert heard(*alike, known=asked) == ("yes", "AMAZON.YesIntent")
    assert heard(thinks("rest"), thinks("rest"), thinks("yes"), known=asked)[1] == "StartRoutineIntent"


IDLE, LED = Evidence(phase="idle"), Evidence(phase="guiding")


@pytest.mark.parametrize(("known", "intent"), [(IDLE, "StartStretchIntent"), (LED, "AMAZON.StopIntent")])
def test_where_nobody_is_led_one_ear_that_hears_stop_is_outvoted_and_in_a_hold_it_never_is(
    known: Evidence, intent: str
) -> None:
    ears = (thinks("stop, it's down dog", "start a thumb dog"), Says("start down dog"), Says("start downward dog"))
    assert heard(*ears, known=known)[1] == intent
    assert heard(Says("stop"), Says("boss"), known=IDLE) == ("stop", "AMAZON.StopIntent")


def test_an_emergency_that_one_ear_only_thought_of_is_asked_about_where_nothing_is_agreed() -> None:
    unsure = thinks("jazz band", "chest pain")
    assert heard(unsure, Says("just paint")) == ("chest pain", "RedFlagIntent")
    assert heard(unsure, Says("how long is left")) == ("chest pain", "RedFlagIntent")
    assert heard(thinks("next", "chest pain"), Says("next"), known=LED) == ("next", "AMAZON.NextIntent")


def likely(certainty: Certainty = SURE, **thoughts: float) -> Says:
    """An ear that tells how likely each of its thoughts is."""
    words, *others = (thought.replace("_", " ") for thought in thoughts)
    return Says(words, certainty, else_words=tuple(others), shares=tuple(thoughts.values()))


def test_of_what_two_ears_agree_in_what_they_thought_of_most_is_meant() -> None:
    more_cobra = likely(start_the_bridge=0.5, start_the_cobra=0.45), likely(start_the_bridge=0.2, start_the_cobra=0.7)
    assert heard(*more_cobra, known=IDLE) == ("start the cobra", "StartStretchIntent")
    hardly = likely(put_it_there=0.9, next=0.1), likely(put_it_here=0.9, next=0.1)
    assert heard(*hardly, known=LED) == (UNCLEAR, NOTHING)


def test_what_sounds_the_same_to_another_ear_and_means_nothing_was_only_spelt_otherwise() -> None:
    assert heard(Says("tell me sea did side tilt"), Says("tell me seated side tilt"))[1] == "HowToIntent"
    assert heard(Says("start sevassana"), Says("start savasana"), known=IDLE) == (
        "start savasana",
        "StartStretchIntent",
    )
    assert heard(Says("start the cobra"), Says("start the bridge"), known=IDLE) == (UNCLEAR, NOTHING)
    assert heard(Says("forget bee"), Says("forget me")) == (UNCLEAR, NOTHING), "what lasts, both must have heard"
    talk = likely(know_the_other_move_it_is_on_the_couch=0.9), Says("know the other note it is on the couch")
    assert heard(*talk, known=LED)[1] == NOTHING


def test_somebody_who_complains_is_asked_about_the_gravest_that_any_ear_thought_of() -> None:
    ears = likely(that_hurts=0.7, chest_pain=0.1), Says("that hurts")
    assert heard(*ears, known=LED) == ("chest pain", "RedFlagIntent")
    assert heard(likely(next=0.9, chest_pain=0.1), Says("next"), known=LED)[1] == "AMAZON.NextIntent"


class Knows(Says):
    """An ear that knows our sentences alone."""

    knows_any_words = False


def test_an_ear_that_knows_our_sentences_alone_agrees_and_alone_it_only_raises_an_alarm() -> None:
    salt, small = Says("did you pass me the solve"), Knows("how long is left", name="knows")
    assert heard(salt, small, known=LED) == (UNCLEAR, NOTHING)
    assert heard(thinks("did you pass me the solve", "how long is left"), small, known=LED)[1] == "TimeLeftIntent"
    assert heard(Says("upper mac please"), Knows("upper back please", name="knows"))[1] == "StartRoutineIntent"
    assert heard(salt, Knows("i have chest pain", name="knows"), known=LED)[1] == "RedFlagIntent"


def test_what_two_ears_hardly_agree_in_is_not_meant_where_one_thought_of_something_else_far_more() -> None:
    hardly = likely(put_it_over_there=0.9, next=0.1), likely(next=0.5)
    assert heard(likely(start_the_cobra=0.99), *hardly, known=LED) == (UNCLEAR, NOTHING)
    assert heard(likely(start_the_cobra=0.3), *hardly, known=LED)[1] == "AMAZON.NextIntent"


def test_an_ear_alone_does_nothing_that_it_only_thought_of() -> None:
    assert heard(thinks("text", "next")) == (UNCLEAR, NOTHING)
    assert heard(thinks("text", "stop")) == (UNCLEAR, NOTHING)


def test_an_ear_alone_moves_on_only_where_it_is_sure_and_never_does_what_lasts() -> None:
    assert heard(Says("next")) == ("next", "AMAZON.NextIntent")
    assert heard(Says("next", UNSURE)) == (UNCLEAR, NOTHING)
    assert heard(Says("stop", UNSURE)) == ("stop", "AMAZON.StopIntent")
    assert heard(Says("how long is left", UNSURE)) == ("how long is left", "TimeLeftIntent")
    for lasting in ("forget me", "never give me cobra again", "remind me every morning at seven"):
        assert heard(Says(lasting)) == (UNCLEAR, NOTHING)
    deleting = Evidence(exact=frozenset({"AMAZON.YesIntent"}))
    assert heard(Says("yes"))[0] == "yes"
    assert heard(Says("yes"), known=deleting)[0] == UNCLEAR
    assert heard(Says("yes"), Says("yes"), known=deleting)[0] == "yes"


def test_what_is_strange_to_every_ear_was_not_said_to_us() -> None:
    assert heard(Says("stop", STRANGE), Says("", STRANGE)) == ("", NOTHING)
    assert heard(Says("chest pain", STRANGE)) == ("", NOTHING)


def test_what_one_ear_heard_and_is_not_done_can_be_pressed() -> None:
    both = BothEars(the_recognizer("en-US"), (Says("Next."), Says("text")))
    assert both.heard(silence(1, 16_000)).perhaps == ("Next.",)
    many = BothEars(
        the_recognizer("en-US"), (thinks("text", "next", "ready"), thinks("vexed", "go back", "other side"))
    )
    assert many.heard(SILENT).perhaps == ("next", "go back", "ready")


def test_an_ear_is_told_beforehand_what_is_said_at_such_a_moment_and_then_the_names() -> None:
    told: list[tuple[str, ...]] = []

    class Listens(Says):
        def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
            told.append(expected)
            return super().hear(sound, expected)

    for known in (Evidence(), Evidence(phase="guiding"), Evidence(phase="guiding", question="start")):
        BothEars(the_recognizer("en-US"), (Listens("next"),), partial(_expected, "en-US")).heard(SILENT, known)
    first, led, asked = told
    assert first[:3] == ("alexa", "open gentle back", "start my lower back routine")
    assert led[:3] == ("alexa", "ready", "next")
    assert asked[:5] == ("alexa", "yes", "no", "help", "ready")
    for expected in told:
        assert {"gentle back", "pelvic tilts", "piriformis muscle stretch"} <= {*map(str.lower, expected)}


@dataclass
class Told(Ear):
    """An ear that hears a name where it is told it, and something like it where it is not."""

    name_told: str
    heard_else: str
    name: str = "told"
    is_told = True

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        assert sound
        return Transcript(self.name, f"start {self.name_told}" if self.name_told in expected else self.heard_else, SURE)


def test_what_names_nothing_is_listened_to_once_more_told_the_names_that_sound_like_it() -> None:
    twice = Told("savasana", "start seva sonar"), Told("savasana", "start sevvy sunna")
    assert heard(*twice, Says("five and"), known=IDLE) == ("start savasana", "StartStretchIntent")
    assert heard(twice[0], Says("five and"), known=IDLE) == (UNCLEAR, NOTHING), "one of two alone moves nothing"
    talk = Told("savasana", "can you pass me the salt"), Told("savasana", "can you pass me the salt")
    assert heard(*talk, known=IDLE) == (UNCLEAR, NOTHING)


def test_what_needs_fewer_ears_are_wishes_that_there_are_and_each_is_in_one_list() -> None:
    there_are = {template.intent for template in the_templates("en-US").written}
    assert there_are >= URGENT | TELLING | LASTING
    assert [one & other for one, other in combinations((URGENT, TELLING, LASTING), 2) if one & other] == []


@dataclass
class Counts(Says):
    """An ear that counts how often it is asked."""

    asked: int = 0

    def hear(self, sound: Sound, expected: tuple[str, ...] = ()) -> Transcript:
        self.asked += 1
        return super().hear(sound, expected)


@pytest.mark.parametrize(
    ("ears", "more", "words", "asked"),
    [
        (("Next.", "next"), "ready", "Next.", 0),
        (("How long is left?", "how lung is"), "ready", "How long is left?", 0),
        (("that hurts", "next"), "next", "that hurts", 0),
        (("Next.", "text"), "next", "Next.", 1),
        (("vexed", "text"), "next", UNCLEAR, 1),
        (("vexed", "text"), "how long is left", "how long is left", 1),
        (("Start the bridge.", "start the cobra"), "start the cobra", "start the cobra", 1),
        (("Delete everything.", "left everything"), "delete everything", "Delete everything.", 1),
        (("Delete everything.", "left everything"), "let everything", UNCLEAR, 1),
        (("", ""), "next", "", 0),
    ],
)
def test_one_ear_more_is_asked_where_the_others_leave_it_open(
    ears: tuple[str, ...], more: str, words: str, asked: int
) -> None:
    in_doubt = Counts(more, name="in doubt")
    says = [Says(heard, name=name) for name, heard in zip(("large", "small"), ears, strict=True)]
    both = BothEars(the_recognizer("en-US"), says, in_doubt=(in_doubt,))
    assert (both.heard(SILENT).words, in_doubt.asked) == (words, asked)
