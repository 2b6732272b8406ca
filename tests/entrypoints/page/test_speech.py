"""What the page has spoken for it: sound, and when each sentence is heard, for this machine alone; or why not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.entrypoints.page.site import show_the_page
from skill.entrypoints.page.speech import speak_for_the_page
from skill.entrypoints.web import create_app
from skill.home import what_is_shown
from skill.settings import models_folder
from skill.sound.files import from_wav
from skill.voice.piper_voice import PiperVoice
from tests.entrypoints.fakes import Echo
from tests.nightly import at_night
from tests.voice.here import PIPER, needs
from tests.voice.made_up import MadeUpVoice
from tests.voice.test_voices import stop_in_the_middle

CUE = {"words": "Hold. Let go.", "voice": "made-up", "speed": 1.0}


@pytest.fixture(name="voice")
def _voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MadeUpVoice:
    monkeypatch.setattr("skill.entrypoints.page.speech.speech_folder", lambda: tmp_path)
    return MadeUpVoice()


@pytest.fixture(name="home")
def _home(voice: MadeUpVoice) -> FlaskClient:
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"))
    speak_for_the_page(app, {voice.name: voice})
    return app.test_client()


def asked(home: FlaskClient, **changed: object) -> TestResponse:
    return home.post("/page/speech", data=json.dumps(CUE | changed))


def test_a_cue_is_sound_and_tells_when_its_sentences_are_heard(home: FlaskClient, voice: MadeUpVoice) -> None:
    response = asked(home)
    assert (response.status_code, response.mimetype) == (200, "audio/wav")
    sentences = json.loads(response.headers["Gentle-Back-Sentences"])
    assert [words for _, _, words in sentences] == ["Hold.", "Let go."]
    assert sentences[-1][1] == pytest.approx(from_wav(response.data).seconds, abs=0.002)
    assert from_wav(asked(home, speed=2.0).data).seconds < 0.6 * from_wav(response.data).seconds
    assert asked(home).data == response.data
    assert voice.said == ["Hold.", "Let go."] * 2  # once at each speed


def test_emphasis_is_heard_on_the_page_too(home: FlaskClient) -> None:
    usual, strong = (from_wav(asked(home, stress=stress).data) for stress in ("", "strong"))
    assert strong.loudness_db - usual.loudness_db == pytest.approx(4, abs=0.4)
    assert strong.seconds > usual.seconds + 0.05


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"voice": "nobody"}, 404),
        ({"words": ""}, 400),
        ({"words": "a" * 2_001}, 400),
        ({"words": 7}, 400),
        ({"speed": 0.1}, 400),
        ({"speed": "fast"}, 400),
        ({"stress": "shouted"}, 400),
    ],
)
def test_what_cannot_be_said_is_refused(home: FlaskClient, changed: dict[str, object], status: int) -> None:
    assert asked(home, **changed).status_code == status
    assert home.post("/page/speech", data=b"\xff").status_code == 400
    assert home.get("/page/speech").status_code == 404


def test_nobody_else_has_anything_spoken(home: FlaskClient, voice: MadeUpVoice) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        assert home.post("/page/speech", data=json.dumps(CUE), headers=headers).status_code == 403
    assert voice.said == []


def test_a_voice_that_fails_says_the_next_step(home: FlaskClient, voice: MadeUpVoice) -> None:
    voice.fails = True
    response = asked(home)
    assert (response.status_code, response.json) == (503, {"error": "The made-up voice fails. Choose another voice."})


@at_night
@needs(PIPER)
def test_piper_that_is_killed_in_the_middle_of_a_reply_costs_no_cue_and_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.entrypoints.page.speech.speech_folder", lambda: tmp_path)
    piper = PiperVoice(models_folder())
    speak_for_the_page(app := create_app(Echo(), lambda: True), {piper.name: piper})
    reply = app.test_client()
    assert asked(reply, voice=piper.name, words="Bring your right knee up.").status_code == 200
    stop_in_the_middle(piper)
    assert from_wav(asked(reply, voice=piper.name, words="Hold it there.").data).seconds > 0.3
    last = piper._process
    piper.close()
    assert last is not None
    assert last.poll() is not None


def test_the_page_says_which_voices_are_here_and_without_any_what_would_add_one(home: FlaskClient) -> None:
    with_one = home.get("/practise").text
    assert '<option value="made-up">made-up</option><option value="">The browser&#39;s own voice</option>' in with_one
    assert "make voice adds a voice" not in with_one  # ears it may lack all the same
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"))
    without = app.test_client().get("/practise").text
    assert "this machine needs ears and a voice: make voice, called once, adds them." in without
    assert without.partition('<select id="whose">')[2].partition("</select>")[0].count("<option") == 1


NO_EAR = "To listen, this machine needs ears: make voice, called once, adds them."
NO_VOICE = (
    "To listen, and to speak nearly as a person does, this machine needs ears and a voice: "
    "make voice, called once, adds them."
)
PageWith = Callable[[tuple[str, ...], tuple[str, ...]], str]


@pytest.fixture(name="page_with")
def _page_with(monkeypatch: pytest.MonkeyPatch) -> PageWith:
    """The page of a machine with these voices and these ears."""

    def page(voices: tuple[str, ...], ears: tuple[str, ...]) -> str:
        monkeypatch.setattr("skill.entrypoints.page.site._wake_words", lambda: ears)
        app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
        show_the_page(app, what_is_shown("en-GB"))
        app.context_processor(lambda: {"voices": voices})
        return app.test_client().get("/practise").text

    return page


@pytest.mark.parametrize(
    ("voices", "ears", "beside", "inside"),
    [
        (("made-up",), ("alexa",), "", ""),
        (("made-up",), (), NO_EAR, NO_EAR),
        ((), ("alexa",), "", NO_VOICE),
        ((), (), NO_VOICE, NO_VOICE),
    ],
)
def test_what_is_missing_is_told_in_one_line_beside_the_switch_that_is_grey_and_in_the_drawer(
    page_with: PageWith, voices: tuple[str, ...], ears: tuple[str, ...], beside: str, inside: str
) -> None:
    shown = page_with(voices, ears)
    line, drawer = shown.partition('<p id="ear"')[2].partition("</p>")[::2]
    assert line.partition(">")[2] == beside
    assert [sentence for sentence in (NO_EAR, NO_VOICE) if sentence in drawer] == ([inside] if inside else [])
    assert ('id="listen" disabled aria-describedby="ear"' in shown) is bool(beside)
