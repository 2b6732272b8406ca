"""`gentle-back say`: one conversation on a fixed clock, for people to read and for tools to rely on."""

import re
from pathlib import Path

import pytest

from skill.assembly import the_library
from skill.sound.files import read
from tests.alexa.strict import complaints
from tests.cases.each_of import each_of
from tests.entrypoints.terminal import process, refused, run, said, turns
from tests.voice.here import needs
from tests.voice.made_up import MadeUpVoice

KEYS = {"at", "heard", "intent", "slots", "speech", "silences", "listens", "reprompt", "place", "envelope"}
INTERRUPTED = ("start my lower back routine", "+47s", "alexa, how long is left", "+1d", "open gentle back")


def test_a_conversation_is_printed_as_it_is_heard() -> None:
    words, speech, listens, blank = said("say", "open gentle back").split("\n", 3)
    _, _, question = speech.rpartition(". ")
    assert speech.startswith("Welcome to Gentle Back. ")
    assert question.endswith("?")
    assert question == "Shall we do five gentle minutes?"
    assert (words, blank) == ("> open gentle back", "\n")
    assert listens == "[listens: [silence 4 s] Begin with five gentle minutes?]"


def test_silences_and_the_end_are_shown() -> None:
    begun, left = said("say", "start my lower back routine", "+47s", "stop").split("\n\n")[:2]
    assert begun.startswith("> start my lower back routine\n")
    assert "\n[silence " in begun
    assert begun.splitlines()[-1].startswith("[listens: [silence ")
    assert (left.splitlines()[0], left.splitlines()[-1]) == ("> stop", "[closes]")


def test_what_was_asked_for_in_writing_is_printed() -> None:
    lines = run("say", "alexa, ask gentle back to send me the steps of the bridge").stdout.splitlines()
    assert lines[1].startswith("Here are the steps of bridge pose.")
    assert lines[2:4] == ["[written: Bridge pose]", "[written: This is how bridge pose goes, lying on your back.]"]


def test_the_same_conversation_is_the_same_to_the_letter_in_every_process() -> None:
    first, second = process("say", "--json", *INTERRUPTED).stdout, said("say", "--json", *INTERRUPTED)
    assert first == second
    assert first.count("\n") == 3


def test_every_turn_is_one_json_object_with_everything_a_tool_needs() -> None:
    for turn in turns(*INTERRUPTED):
        assert set(turn) >= KEYS
        assert complaints(turn["envelope"]) == []
        assert turn["listens"] is (turn["envelope"]["response"]["shouldEndSession"] is False)


def test_a_turn_tells_what_was_heard_and_what_came_of_it() -> None:
    begun, asked, back = turns(*INTERRUPTED)
    assert [turn["at"] for turn in (begun, asked, back)] == [
        "2026-01-05T07:00:00Z",
        "2026-01-05T07:00:47Z",
        "2026-01-06T07:00:47Z",
    ]
    assert [turn["heard"] for turn in (begun, asked, back)] == [INTERRUPTED[0], INTERRUPTED[2], INTERRUPTED[4]]
    assert [turn["intent"] for turn in (begun, asked, back)] == [
        "StartRoutineIntent",
        "TimeLeftIntent",
        "LaunchRequest",
    ]
    assert begun["slots"] == {"routine": "lower-back"}
    assert asked["place"]["routine"] == "lower-back"
    assert set(asked["place"]) == {"routine", "step", "side", "repetition", "part"}
    assert "lower back" in back["speech"]
    assert back["reprompt"]


def test_an_ambiguous_name_has_several_meanings_and_an_unknown_one_none() -> None:
    (ambiguous,) = turns("how do i do the knee stretch")
    assert isinstance(ambiguous["slots"].get("stretch", []), list)
    (nobody,) = turns("colourless green ideas")
    assert (nobody["intent"], nobody["slots"], nobody["place"]) == ("AMAZON.FallbackIntent", {}, None)


def test_silences_are_seconds_in_the_order_in_which_they_are_heard() -> None:
    (turn,) = turns("start my lower back routine")
    quiet = [moment["seconds"] for moment in turn["moments"] if moment["kind"] == "silence"]
    assert turn["silences"] == quiet
    assert len(quiet) > 5
    assert turn["seconds"] == pytest.approx(sum(moment["seconds"] for moment in turn["moments"]))


def test_without_a_time_the_person_lets_the_reply_finish_and_then_answers() -> None:
    asked, answered = turns("open gentle back", "no")
    assert asked["at"] == "2026-01-05T07:00:00Z"
    over = 1.5 + asked["seconds"]
    seconds = int(answered["at"][-3:-1]) + 60 * int(answered["at"][-6:-4])
    assert over < seconds < over + 5


def test_times_add_up() -> None:
    (_, late) = turns("help", "+1d", "+2h", "+3m", "+4s", "help")
    assert late["at"] == "2026-01-06T09:03:04Z"


def test_a_conversation_begins_when_it_is_told_to() -> None:
    assert turns("--at", "2027-03-28T01:30:00+02:00", "help")[0]["at"] == "2027-03-27T23:30:00Z"
    assert turns("--at", "2027-03-28T01:30:00", "help")[0]["at"] == "2027-03-28T01:30:00Z"
    assert turns("--at", "2027-03-28", "+5s", "help")[0]["at"] == "2027-03-28T00:00:05Z"


def test_a_store_on_disk_goes_on_where_the_last_call_ended(tmp_path: Path) -> None:
    store = ("--store", f"sqlite:{tmp_path}/people.sqlite")
    turns(*store, "--at", "2026-01-05T07:00:00Z", "start my lower back routine", "+47s", "stop")
    (back,) = turns(*store, "--at", "2026-01-06T07:00:00Z", "open gentle back")
    assert "lower back" in back["speech"]
    (stranger,) = turns("--at", "2026-01-06T07:00:00Z", "open gentle back")
    assert stranger["speech"].startswith("Welcome to Gentle Back.")


def test_a_recognised_voice_has_a_place_of_its_own_on_every_device(tmp_path: Path) -> None:
    store = ("--store", f"sqlite:{tmp_path}/people.sqlite", "--at")
    turns(*store, "2026-01-05T07:00:00Z", "--person", "anna", "start my lower back routine", "+47s", "stop")
    (other,) = turns(*store, "2026-01-06T07:00:00Z", "--person", "ben", "open gentle back")
    assert other["speech"].startswith("Welcome to Gentle Back.")
    (same,) = turns(*store, "2026-01-06T07:00:00Z", "--person", "anna", "--device", "bedroom", "open gentle back")
    assert "lower back" in same["speech"]
    assert same["place"]["routine"] == "lower-back"


def test_a_slower_voice_takes_longer_over_the_same_words_and_as_long_over_the_same_silences() -> None:
    (normal,), (slow,) = (turns("--speech", rate, "open gentle back") for rate in ("1.0", "2.0"))
    assert slow["speech"] == normal["speech"]
    assert slow["silences"] == normal["silences"]
    assert slow["seconds"] == pytest.approx(2 * normal["seconds"], rel=0.01)


def test_a_locale_reaches_the_skill() -> None:
    (american,), (british,) = (turns("--locale", locale, "i can't breathe") for locale in ("en-US", "en-GB"))
    assert "nine one one" in american["speech"]
    assert "nine nine nine" in british["speech"]


@each_of(
    ("arguments", "sentence"),
    [
        (("help", "+1w", "help"), "'+1w' is no time: say +47s, +5m, +2h or +1d (seconds, minutes, hours, days)."),
        (("+99999999999d", "help"), "'+99999999999d' is no time: say +47s, +5m, +2h or +1d "),
        (("help", "+47s"), "Nothing is said after the last time: add a sentence."),
        ((), "Missing argument"),
        (("--at", "soon", "help"), "Invalid value for '--at': 'soon' does not match the formats"),
        (("--speech", "9", "help"), "Invalid value for '--speech': 9.0 is not in the range 0.5<=x<=2.0."),
    ],
)
def test_what_cannot_be_said_is_told_as_wrong_usage(arguments: tuple[str, ...], sentence: str) -> None:
    code, told = refused("say", *arguments)
    assert code == 2
    assert told.startswith(sentence)


def test_words_that_are_no_text_at_all_are_not_understood_and_do_no_harm() -> None:
    (turn,) = turns("open \udcff")
    assert turn["intent"] == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("words", ["i can't breathe", "i have a fever", "i'm stuck"])
def test_an_unknown_locale_hears_no_country_s_number(words: str) -> None:
    (unknown,) = turns("--locale", "en-ZZ", words)
    assert re.search("call your local emergency number", unknown["speech"], re.IGNORECASE)
    numbers = {locale.emergency_number for locale in the_library().locales.values()}
    assert {number for number in numbers if number in unknown["speech"]} == set()


def test_why_each_sentence_was_understood_so_is_told_on_demand() -> None:
    told = said("say", "--why", "open gentle back", "yes", "pelvc tilts").splitlines()
    assert [line for line in told if line.startswith("[why: ")] == [
        "[why: LaunchRequest, the words that open the skill]",
        "[why: AMAZON.YesIntent, a known sentence]",
        "[why: StartStretchIntent, a known sentence, spelt right: pelvic tilts]",
    ]
    assert told[told.index("> yes") + 1].startswith("[why: ")
    assert [turn["why"] for turn in turns("--why", "next")] == ["AMAZON.NextIntent, a known sentence"]
    assert "[why:" not in said("say", "next")


@needs("espeak-ng")
def test_a_conversation_can_be_written_as_it_would_be_heard(tmp_path: Path) -> None:
    out = tmp_path / "heard.wav"
    voices = ("--voice", "espeak-ng en-gb", "--person-voice", "espeak-ng en-us")
    result = run("say", "how long is bedtime", "thanks", "--wav", str(out), *voices)
    assert result.exit_code == 0
    sound = read(out)
    assert f"{out}: {sound.seconds:.0f} seconds, in espeak-ng en-gb and espeak-ng en-us.\n" in result.stderr
    assert sound.loudness_db > -40
    spoken = sum(turn["seconds"] for turn in turns("how long is bedtime", "thanks"))
    assert sound.seconds == pytest.approx(spoken + 7, abs=4)
    assert run("say", "how long is bedtime", "thanks", "--wav", str(out), *voices, "--speech", "1.5").exit_code == 0
    assert read(out).seconds > sound.seconds + 1


def test_without_a_voice_or_with_one_that_is_not_here_the_next_step_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.entrypoints.aloud.voices_here", dict)
    result = run("say", "thanks", "--wav", str(tmp_path / "heard.wav"))
    assert (result.exit_code, "No voice is here. `make voice` adds one" in result.stderr) == (1, True)
    monkeypatch.setattr("skill.entrypoints.aloud.voices_here", lambda: {"made-up": MadeUpVoice(fails=True)})
    result = run("say", "thanks", "--wav", str(tmp_path / "heard.wav"))
    assert (result.exit_code, "The made-up voice fails. Choose another voice." in result.stderr) == (1, True)
    result = run("say", "thanks", "--wav", str(tmp_path / "heard.wav"), "--voice", "nobody")
    assert (result.exit_code, "'nobody' is no voice of this machine: give one of made-up." in result.stderr) == (
        2,
        True,
    )
    assert [*tmp_path.iterdir()] == []
