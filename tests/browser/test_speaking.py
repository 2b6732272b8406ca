"""The page speaks in a voice of the server, in a real browser: what its audio engine makes of a reply is measured."""

from typing import Any

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import FASTER, STATE, say
from tests.voice.here import needs

pytestmark = needs("espeak-ng")

VOICE = "espeak-ng en-us"
READY = f"localStorage.setItem('gentle-back-voice', JSON.stringify({{ whose: '{VOICE}', aloud: true, volume: 0.5 }}));"
REPLIES = (
    "window.replies = []; const json = Response.prototype.json;"
    "Response.prototype.json = function () {"
    "  return json.call(this).then((one) => { window.replies.push(one); return one; }); };"
)
RENDERED = (
    # The browser's engine, which renders at once what it would have played, on the very same calls.
    "const length = 480 * 22050; window.AudioContext = function () {"
    "  window.rendered = new OfflineAudioContext(1, length, 22050);"
    "  Object.defineProperty(window.rendered, 'state', { value: 'running' }); return window.rendered; };"
    "window.ended = 0; const start = AudioBufferSourceNode.prototype.start;"
    "AudioBufferSourceNode.prototype.start = function (at) {"
    "  window.ended = Math.max(window.ended, at + this.buffer.duration);"
    "  (window.begins ??= []).push(at); window.laid = (window.laid ?? 0) + 1; return start.call(this, at); };"
)
TWICE = (
    # A reply that is as long as two: no reply of a routine takes four minutes.
    "const once = Response.prototype.json;"
    "Response.prototype.json = function () { return once.call(this).then((one) => {"
    "  if (!one.moments) return one; const whole = one.moments.reduce((sum, { seconds }) => sum + seconds, 0);"
    "  const later = ({ start, until, ...more }) => ({ ...more, start: start + whole, until: until + whole });"
    "  one.view.holds.push(...one.view.holds.map(later)); one.moments.push(...one.moments); return one; }); };"
)
LAID = "return window.laid === window.replies[0]?.moments.filter((one) => one.kind === 'cue').length && window.laid;"
SILENCES = (
    "const [done] = arguments; window.rendered.startRendering().then((whole) => {"
    "  const samples = whole.getChannelData(0), found = []; let last = null;"
    "  for (let at = 0; at < samples.length; at++) if (Math.abs(samples[at]) > 0.0005) {"
    "    if (last !== null && at - last > 22050 * 0.5) found.push((at - last) / 22050); last = at; }"
    "  done(found); });"
)
STARTED = (
    "window.started = []; window.stopped = 0; const node = AudioBufferSourceNode.prototype, { start, stop } = node;"
    "node.start = function (at) {"
    "  window.started.push([at, this.buffer.duration, this.context.state]); return start.call(this, at); };"
    "node.stop = function () { window.stopped++; return stop.call(this); };"
)


@pytest.fixture(name="page")
def _page(page: Browser, address: str) -> Browser:
    """The page, with a voice of the server."""
    page.run(READY)
    page.open(address + "practise")
    return page


def sent(page: Browser, what: str) -> list[Any]:
    return [one for one in page.run("return window.sent;") if what in one and "words" in one]


def test_every_silence_of_a_whole_reply_is_what_it_says_as_the_browser_renders_it(page: Browser) -> None:
    page.run("document.getElementById('aloud').checked = false;" + FASTER)
    say(page, "start bedtime")
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';", seconds=10)
    page.run("window.speed = 1;" + RENDERED + TWICE + REPLIES + "document.getElementById('aloud').click();")
    say(page, "ready")
    page.wait_for(LAID, seconds=45)
    expected, last = silences(page.run("return window.replies[0];"))
    heard = [seconds for seconds in page.wait_till_done(SILENCES) if seconds > 0.85]
    assert len(heard) == len(expected)
    same = [(sent, seconds) for sent, seconds, gives in zip(expected, heard, last, strict=True) if not gives]
    assert [seconds for _, seconds in same] == pytest.approx([sent for sent, _ in same], abs=0.05)
    assert len(same) > 50
    assert page.run("return window.ended;") > 240


def silences(reply: dict[str, Any]) -> tuple[list[float], list[bool]]:
    """Each silence that is long enough to be measured, and whether it is the last of a hold, which gives back."""
    planned, found = 0.0, []
    ends = [hold["until"] for hold in reply["view"]["holds"]]
    for moment in reply["moments"]:
        planned += moment["seconds"]
        if moment["kind"] == "silence" and moment["seconds"] >= 0.9:
            found.append((moment["seconds"], any(abs(end - planned) < 0.06 for end in ends)))
    return [seconds for seconds, _ in found], [last for _, last in found]


def test_a_hold_takes_as_long_as_was_said_by_a_slow_voice_as_well(page: Browser) -> None:
    page.run("document.getElementById('aloud').checked = false;" + FASTER)
    say(page, "start bedtime")
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';", seconds=10)
    page.run("document.getElementById('speed').value = '0.8';")
    page.run("window.speed = 1;" + RENDERED + REPLIES + "document.getElementById('aloud').click();")
    say(page, "ready")
    page.wait_for(LAID, seconds=45)
    reply, begins = page.run("return window.replies[0];"), iter(page.run("return window.begins;"))
    planned, cues = 0.0, []
    for moment in reply["moments"]:
        if moment["kind"] == "cue":
            cues.append((round(planned, 1), next(begins)))
        planned += moment["seconds"]
    off = []
    for hold in reply["view"]["holds"]:
        began = [at for second, at in cues if abs(second - hold["start"]) < 0.06]
        ended = [at for second, at in cues if abs(second - hold["until"]) < 0.06]
        off += [ended[0] - began[0] - (hold["until"] - hold["start"])] if began and ended else []
    assert len(off) == 5
    assert max(map(abs, off)) < 0.3, off


def test_it_is_interrupted_at_once_and_tells_exactly_how_far_it_had_come(page: Browser) -> None:
    page.run(STARTED)
    say(page, "how long is bedtime")
    page.wait_for("return window.started.length;")
    page.wait_for("return document.querySelectorAll('#log .cue').length;")
    page.wait_for("window.since ??= performance.now(); return performance.now() - window.since > 700;")
    (at, seconds, state), *_ = page.run("return window.started;")
    assert (state, seconds > 1) == ("running", True)
    say(page, "stop")
    page.wait_for("return window.sent.filter((one) => 'after_seconds' in one).length > 1;")
    assert page.run("return window.stopped;") >= 1
    _, told = sent(page, "after_seconds")
    assert 0 < told["after_seconds"] < 60
    assert at >= 0


def test_the_place_goes_by_what_was_heard_and_stays_where_it_was_interrupted(page: Browser) -> None:
    seconds = page.wait_till_done(
        "const [done] = arguments; import('/page/playing.js').then(({ Playing }) => {"
        "  const reply = new Playing({}), seen = []; let share = 0.5;"
        "  reply.begin(6.8, () => share); seen.push(reply.seconds);"  # half of a cue, however long the voice takes
        "  reply.end(); reply.begin(20, () => share); share = 0.25; seen.push(reply.seconds);"
        "  reply.interrupt(); share = 1; seen.push(reply.seconds, reply.stop.signal.aborted); done(seen); });"
    )
    assert seconds == [3.4, 11.8, 11.8, True]


def test_a_voice_that_fails_is_told_and_the_reply_goes_on(page: Browser) -> None:
    page.run(
        "const real = window.fetch; window.fetch = (to, what) => to === '/page/speech'"
        '  ? Promise.resolve(new Response(\'{"error": "Piper broke off. Call make voice once more."}\', {status: 503}))'
        "  : real(to, what);"
        "document.getElementById('aloud').click();"
        "document.getElementById('aloud').click();"
    )
    say(page, "how long is bedtime")
    page.wait_for("return document.getElementById('state').textContent.includes('Call make voice once more.');")
    assert page.run("return document.querySelectorAll('#log .trouble').length;") == 1
    assert page.run("return document.getElementById('whose').value;") == ""
    say(page, "thanks")
    page.wait_for("return document.querySelectorAll('#log .you').length > 1;")
    assert page.run(STATE) != ""
