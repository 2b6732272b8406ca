"""Replies as they are heard: silences to the sample, sentences with their pauses, all as loud, none spoken twice."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.sound.sound import Sound
from skill.timeline import Moment, Place, Role, Side, Signal, Stress, Timeline
from skill.voice.espeak_ng import EspeakNg
from skill.voice.kept_speech import KeptSpeech
from skill.voice.rendering import LEAST_SECONDS, PAUSE_SECONDS, RATE, Rendering, Spoken, sentences_of
from tests.sound.noise import noise
from tests.voice.here import needs
from tests.voice.made_up import SECONDS_A_LETTER, MadeUpVoice

WORDS = st.lists(st.sampled_from(["Hold.", "Let go", "Now the left side.", "Ready?"]), min_size=1, max_size=3)


def spoken(seconds: float, words: str = "") -> Moment:
    return Moment(Role.NEXT, seconds, words)


def quiet_seconds(sound: Sound) -> list[float]:
    """Every silence inside a sound that is longer than a voice's own, as it would be measured by ear."""
    loud = np.flatnonzero(np.abs(sound.samples.astype(int)) > 40)
    return [round((after - before) / sound.rate, 2) for before, after in pairwise(loud) if after - before > RATE / 2]


@settings(max_examples=25)
@given(st.lists(st.tuples(WORDS, st.integers(6, 100)), min_size=1, max_size=4))
def test_every_silence_is_as_long_as_it_was_sent_however_long_the_words_take(cues: list[tuple[list[str], int]]) -> None:
    moments = [moment for words, tenths in cues for moment in (spoken(9, " ".join(words)), spoken(tenths / 10))]
    whole = Rendering(MadeUpVoice()).whole(Timeline((*moments, spoken(1, "End."))))
    assert quiet_seconds(whole) == pytest.approx([tenths / 10 for _, tenths in cues], abs=0.05)


@needs("espeak-ng")
def test_so_it_is_in_a_real_voice_and_every_cue_is_as_loud() -> None:
    timeline = Timeline(
        (spoken(3, "Lower your back to the mat."), spoken(9.6), spoken(1, "Hold."), spoken(14.2), spoken(1, "Let go."))
    )
    rendering = Rendering(EspeakNg())
    assert quiet_seconds(rendering.whole(timeline)) == pytest.approx([9.6, 14.2], abs=0.05)
    loudness = [sound.loudness_db for sound in rendering.moments(timeline) if sound.loudness_db > -60]
    assert len(loudness) == 3
    assert max(loudness) - min(loudness) < 4


RIGHT, LEFT = Place("wipers", Side.RIGHT), Place("wipers", Side.LEFT)


def hold(place: Place, words: list[str]) -> list[Moment]:
    """Twenty-five seconds that are thought to begin with five of "Hold.", and to have two for each other cue."""
    cues = [part for cue in words for part in (Moment(Role.DURING, 2, cue, place), Moment(Role.DURING, 3, "", place))]
    left = 20.0 - sum(moment.seconds for moment in cues)
    return [Moment(Role.HOLD, 5, "Hold.", place), *cues, Moment(Role.HALFWAY, left, "", place)]


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["Left.", "Middle.", "Go on like that, with your breath."]), max_size=3),
    st.sampled_from([0.5, 1.0, 2.0]),
)
def test_a_hold_is_as_long_as_was_sent_on_either_side_whatever_its_words_take(words: list[str], speed: float) -> None:
    moments = (*hold(RIGHT, words), spoken(1, "Let go."), spoken(4.0), *hold(LEFT, []), spoken(1, "Let go."))
    rendering = Rendering(MadeUpVoice(), speed)
    seconds = [sound.seconds for sound in rendering.moments(Timeline(moments))]
    first = 2 * len(words) + 2
    assert sum(seconds[:first]) == pytest.approx(25, abs=0.002)
    assert sum(seconds[first + 2 : -1]) == pytest.approx(25, abs=0.002)
    assert seconds[first + 1] == pytest.approx(4, abs=0.001)
    within = zip(moments[: first - 1], seconds, strict=False)
    assert all(taken == pytest.approx(sent.seconds, abs=0.001) for sent, taken in within if sent.silent)


def test_of_a_hold_whose_words_take_all_of_it_a_little_quiet_is_left() -> None:
    moments = (Moment(Role.HOLD, 0.2, "Hold. Breathe on, and on, and on.", RIGHT), Moment(Role.HOLD, 1.5, "", RIGHT))
    words, quiet = Rendering(MadeUpVoice(), 0.5).moments(Timeline(moments))
    assert words.seconds > 4
    assert quiet.seconds == pytest.approx(LEAST_SECONDS, abs=0.001)


def test_sentences_have_a_pause_between_them_and_tell_when_they_are_heard() -> None:
    assert sentences_of("Hold. Seven seconds! Ready?  Yes") == ["Hold.", "Seven seconds!", "Ready?", "Yes"]
    for speed in (0.5, 1.0, 2.0):
        cue = Rendering(MadeUpVoice(), speed).cue("Hold. Seven seconds.")
        (start, end, first), (then, last, second) = cue.sentences
        assert (start, first, second) == (0, "Hold.", "Seven seconds.")
        assert end == pytest.approx(5 * SECONDS_A_LETTER / speed, abs=0.06)
        assert then - end == pytest.approx(PAUSE_SECONDS / speed, abs=0.002)
        assert last == pytest.approx(cue.sound.seconds, abs=0.002)
    for wrong in (0.4, 2.1):
        with pytest.raises(ValueError, match=r"is no speed: give 0.5 to 2.0"):
            Rendering(MadeUpVoice(), wrong)


WHOLE = (Stress.REDUCED, Stress.NONE, Stress.MODERATE, Stress.STRONG)


def emphasised(rendering: Rendering) -> list[Sound]:
    """The same words, from little emphasis to much."""
    return [rendering.moment(Moment(Role.NEXT, 3, "The left side now.", stress=stress)) for stress in WHOLE]


def test_emphasis_is_heard_as_louder_and_slower_words(tmp_path: Path) -> None:
    said = emphasised(Rendering(MadeUpVoice(), kept=KeptSpeech(tmp_path)))
    usual = said[1]
    assert [sound.loudness_db - usual.loudness_db for sound in said] == pytest.approx([-3, 0, 2, 4], abs=0.1)
    assert [sound.seconds / usual.seconds for sound in said] == pytest.approx([0.91, 1, 1.09, 1.18], abs=0.02)
    assert emphasised(Rendering(MadeUpVoice(), kept=KeptSpeech(tmp_path))) == said  # kept, and not louder again
    slowest, fastest = emphasised(Rendering(MadeUpVoice(), 0.5)), emphasised(Rendering(MadeUpVoice(), 2.0))
    assert slowest[3].seconds == pytest.approx(slowest[1].seconds, abs=0.002)  # no voice speaks slower than half
    assert fastest[0].seconds == pytest.approx(fastest[1].seconds, abs=0.002)


@needs("espeak-ng")
def test_so_it_is_in_a_real_voice_and_in_the_speed_that_was_chosen() -> None:
    for speed in (0.85, 1.0, 1.2):
        said = emphasised(Rendering(EspeakNg(), speed))
        loudness, seconds = [sound.loudness_db for sound in said], [sound.seconds for sound in said]
        assert [after - before for before, after in pairwise(loudness)] == pytest.approx([3, 2, 2], abs=1)
        assert seconds == sorted(seconds)
        assert seconds[3] / seconds[1] == pytest.approx(1.18, abs=0.05)


@needs("espeak-ng")
def test_the_speed_that_was_chosen_is_heard_in_the_words_and_between_two_sentences() -> None:
    said = {speed: Rendering(EspeakNg(), speed).cue("The left side now. Both legs long.") for speed in (0.85, 1.0, 1.2)}
    words = {speed: sum(end - start for start, end, _ in cue.sentences) for speed, cue in said.items()}
    pauses = {speed: quiet_seconds_between(cue) for speed, cue in said.items()}
    assert words[0.85] / words[1.0] == pytest.approx(1.18, abs=0.04)
    assert words[1.2] / words[1.0] == pytest.approx(0.83, abs=0.04)
    assert [pauses[speed] for speed in said] == pytest.approx([0.47, 0.4, 0.33], abs=0.05)


def quiet_seconds_between(cue: Spoken) -> float:
    """The quiet between the two sentences of a cue, as it would be measured by ear."""
    (_, end, _), (then, _, _) = cue.sentences
    loud = np.abs(cue.sound.samples.astype(int)) > 40
    before, after = np.flatnonzero(loud[: round((end + then) / 2 * RATE)]), np.flatnonzero(loud[round(end * RATE) :])
    return float((round(end * RATE) + after[after > (then - end) * RATE / 2][0] - before[-1]) / RATE)


def test_a_chime_is_our_own_and_as_long_as_it_says() -> None:
    (sound,) = Rendering(MadeUpVoice()).moments(Timeline((Moment(Role.REST, 2.0, sound=Signal.CHIME),)))
    assert sound.seconds == 2
    assert -40 < sound.loudness_db < -20
    assert sound.cut(0, 0.5).loudness_db > sound.cut(1.5).loudness_db + 20
    assert Rendering(MadeUpVoice()).whole(Timeline()).seconds == 0


def test_what_was_said_before_is_kept_by_voice_and_speed_and_what_is_damaged_is_said_anew(tmp_path: Path) -> None:
    kept, voice = KeptSpeech(tmp_path), MadeUpVoice()
    first = Rendering(voice, kept=kept).cue("Hold. Let go. Hold.")
    assert voice.said == ["Hold.", "Let go."]
    assert Rendering(voice, kept=KeptSpeech(tmp_path)).cue("Hold. Let go. Hold.") == first
    assert len(voice.said) == 2
    Rendering(voice, 1.5, kept).cue("Hold.")
    Rendering(MadeUpVoice("another"), kept=kept).cue("Hold.")
    assert len([*tmp_path.iterdir()]) == 4
    for file in tmp_path.iterdir():
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content[: len(content) // 2] if len(content) % 4 else content)
    assert Rendering(voice, kept=kept).cue("Hold.").sound.seconds == pytest.approx(0.33, abs=0.05)
    assert voice.said == ["Hold.", "Let go.", "Hold.", "Hold."]


def test_no_more_is_kept_than_there_is_room_for_and_what_was_asked_for_last_stays(tmp_path: Path) -> None:
    kept, sound = KeptSpeech(tmp_path, largest_bytes=100_000), noise(0.5, RATE, seed=1)  # of 22 kilobytes
    for number in range(20):
        kept.keep("voice", 1, f"sentence {number}", sound)
        assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 100_000
        assert kept.find("voice", 1, f"sentence {number}") == sound
    assert kept.find("voice", 1, "sentence 0") is None


def test_where_nothing_can_be_written_everything_is_said_anew(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    voice = MadeUpVoice()
    for _ in range(2):
        assert Rendering(voice, kept=KeptSpeech(tmp_path / "file")).cue("Hold.").sound.seconds > 0.2
    assert voice.said == ["Hold.", "Hold."]


def test_words_of_which_nothing_is_heard_take_no_time() -> None:
    class Mute(MadeUpVoice):
        def say(self, words: str, speed: float = 1.0) -> Sound:
            return super().say(words, speed).louder(-200)

    assert Rendering(Mute()).cue("Hold.").sound.seconds == 0
