"""The voices of this machine, with the programs themselves: they speak, slower and faster, and fail with a sentence."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from skill.settings import models_folder
from skill.voice.espeak_ng import EspeakNg
from skill.voice.flite import Flite
from skill.voice.piper_voice import MODEL, PiperVoice
from skill.voice.voice import Voice, VoiceFailed
from skill.voice.voices import voices_here
from tests.voice.here import PIPER, needs

WORDS = "Lower your back, slowly."


@pytest.fixture(scope="module")
def piper() -> Iterator[PiperVoice]:
    voice = PiperVoice(models_folder())
    yield voice
    voice.close()


def speaks(voice: Voice) -> bool:
    usual, slow, fast = (voice.say(WORDS, speed) for speed in (1.0, 0.7, 1.5))
    assert -40 < usual.loudness_db < -10
    assert 1.2 < usual.seconds < 4
    assert slow.seconds > 1.2 * usual.seconds > 1.4 * fast.seconds
    return True


@needs("espeak-ng")
def test_espeak_ng_speaks_and_takes_no_words_for_options() -> None:
    assert speaks(EspeakNg("en-gb"))
    assert EspeakNg().say("--version").seconds > 0.5
    assert EspeakNg().say("a\0b\nc").seconds > 0.5


@needs("flite")
def test_flite_speaks_in_each_of_its_voices() -> None:
    assert speaks(Flite())
    assert {Flite(speaker).say("-h").rate for speaker in Flite.SPEAKERS} == {16_000}


def stop_in_the_middle(piper: PiperVoice) -> None:
    """Whatever it is asked now it does not answer any more, and ends while it is waited for."""
    assert piper._process is not None
    os.kill(piper._process.pid, signal.SIGSTOP)
    Timer(0.3, os.kill, (piper._process.pid, signal.SIGKILL)).start()


@needs(PIPER)
def test_piper_speaks_and_is_begun_again_where_it_was_killed(piper: PiperVoice) -> None:
    assert speaks(piper)
    before = piper._process
    assert before is not None
    os.kill(before.pid, signal.SIGKILL)  # as the system does where memory is short: between two sentences,
    assert piper.say("Hold.").seconds > 0.2
    assert piper._process is not before
    stop_in_the_middle(piper)
    assert piper.say("Hold.").seconds > 0.2
    running = piper._process
    assert running is not None
    assert running.stdin is not None
    running.stdin.close()  # as when the server is killed: nobody asks any more, and no process is left behind
    assert running.wait(timeout=20) == 0
    piper.close()
    assert piper._process is None


def test_a_model_that_is_damaged_or_gone_is_told_with_the_next_step(tmp_path: Path) -> None:
    voice = PiperVoice(tmp_path)
    with pytest.raises(VoiceFailed, match=rf"The model {MODEL} is not here any more. Call make voice once more"):
        voice.say("Hold.")
    (tmp_path / MODEL).mkdir()
    (tmp_path / MODEL / f"{MODEL}.onnx").write_bytes(b"half a model")
    with pytest.raises(VoiceFailed, match=r"cannot be loaded: damaged, or of another version. Call make voice"):
        voice.say("Hold.")
    assert voice._process is None


def test_a_process_that_breaks_off_each_time_is_asked_twice_and_never_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / MODEL).mkdir()
    (tmp_path / MODEL / f"{MODEL}.onnx").touch()
    program = tmp_path / "broken.py"
    program.write_text("import sys; print('ready', flush=True); sys.stdin.readline(); print('{\"rate\": 1', end='')")
    monkeypatch.setattr("skill.voice.piper_voice._PROGRAM", program)
    with pytest.raises(VoiceFailed, match=r"Piper broke off twice in the same words. Call make voice once more"):
        PiperVoice(tmp_path).say("Hold.")
    program.write_text("import sys, time; print('ready', flush=True); time.sleep(600)")
    monkeypatch.setattr("skill.voice.piper_voice.LONGEST_WAIT_SECONDS", 0.2)
    with pytest.raises(VoiceFailed, match="Piper broke off twice"):
        PiperVoice(tmp_path).say("Hold.")


def test_a_program_that_is_not_here_hangs_or_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VoiceFailed, match=r"flite is not here any more. Install it, or choose another voice"):
        Flite().say("Hold.")
    program = tmp_path / "flite"
    for script, why in {"exit 1": "flite failed", "exit 0": "wrote no sound", "exec /bin/sleep 60": "hangs"}.items():
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr("skill.voice.program.LONGEST_WAIT_SECONDS", 0.3)
        with pytest.raises(VoiceFailed, match=why):
            Flite().say("Hold.")
    with pytest.raises(VoiceFailed, match=r"more than 2000 letters at once. Give them in sentences"):
        Flite().say("a" * 2_001)


def test_which_voices_are_here_depends_on_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert voices_here(tmp_path) == {}
    (tmp_path / "flite").write_text("#!/bin/sh\n")
    (tmp_path / "flite").chmod(0o755)
    assert [*voices_here(tmp_path)] == ["flite slt", "flite rms", "flite awb", "flite kal16"]
