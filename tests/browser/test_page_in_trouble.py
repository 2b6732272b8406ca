"""Whatever goes wrong around the page is said plainly, and it goes on or offers to try again; nothing is lost."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.browser.driver import STRANGER, Browser
from tests.browser.practising import BUTTONS, FASTER, IN_A_HOLD, IN_LOG, PRESS, SHOWN, SHOWS, STATE, led, picture, say
from tests.entrypoints.running import process

SHOWN_IN_MAIN = "return document.querySelector('main').textContent;"
FRAMED = (
    "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame);"
    "return new Promise((done) => { frame.onload = () => done(frame.contentDocument === null); });"
)
POSTED = (
    "return fetch(arguments[0] + 'page/turn', { method: 'POST', mode: 'no-cors',"
    "body: JSON.stringify({ words: 'never give me cobra again' }) }).then(() => true, () => true);"
)
FROM_ELSEWHERE = (
    "return fetch('http://example.org/', { method: 'POST', body: '{}' }).then(() => 'fetched', () => {"
    "const inline = document.createElement('script'); inline.textContent = 'window.ran = true;';"
    "document.body.append(inline); return window.ran ? 'ran' : 'refused'; });"
)


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Another program writes, and lets nobody else."""
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.fixture(name="trouble")
def _trouble(page: Browser) -> Iterator[Browser]:
    """A page that may have something to complain of."""
    yield page
    page.complaints()


def test_a_second_window_takes_over_and_the_first_one_says_so_and_can_take_it_back(page: Browser, address: str) -> None:
    led(page)
    first = page.another_window()
    page.open(address + "practise")
    say(page, "how long is left")
    page.wait_for("return document.querySelector('#log .cue');")
    page.close_window()
    page.window(first)
    page.wait_for(SHOWS, "state", "It goes on in another window.")
    assert page.run(BUTTONS) == ["Go on here"]
    assert page.run(SHOWN, "timer") != "", "it stands where it was"
    page.run(PRESS, "Go on here")
    page.wait_for(IN_LOG, "You: open gentle back")


def test_a_server_stopped_in_mid_reply_is_told_and_tried_again_from_the_same_place(
    chromium: Browser, tmp_path: Path
) -> None:
    store = tmp_path / "people.sqlite"
    with process(store) as server:
        chromium.open(f"http://127.0.0.1:{server.port}/practise")
        led(chromium)
        server.stop(signal.SIGTERM)
    say(chromium, "how long is left")
    chromium.wait_for(SHOWS, "state", "The skill does not answer.")
    assert chromium.run("return document.getElementById('state').role;") == "alert"
    assert chromium.run(BUTTONS) == ["Try again"]
    assert chromium.run(SHOWN, "name") == "cat and cow"
    picture(chromium, "server-gone")
    with process(store, port=server.port):
        chromium.run(PRESS, "Try again")
        chromium.wait_for(IN_A_HOLD)
        assert chromium.run(SHOWN, "side") == "one of five"
    assert all("net::ERR_" in complaint for complaint in chromium.complaints())


def test_while_a_store_is_locked_nothing_is_promised_and_nothing_is_lost(trouble: Browser, store: Path) -> None:
    led(trouble)
    trouble.run("window.speed = 30;")
    with locked(store):
        say(trouble, "pause")
        trouble.wait_for("return document.querySelector('#log li:last-child').className === 'cue';")
        trouble.wait_for(IN_LOG, "I cannot keep your place just now.")
        assert trouble.run(SHOWN, "name") == "cat and cow"
        picture(trouble, "store-locked")
        say(trouble, "stop")
        trouble.wait_for(SHOWS, "state", "It is over.")
        assert "our place is kept" not in trouble.run(SHOWN, "log"), "nobody knows"
    say(trouble, "open gentle back")
    trouble.wait_for(IN_LOG, "Cat and cow, one of five")


def test_without_scripts_one_chooses_and_is_told_where_to_practise(trouble: Browser, address: str) -> None:
    trouble.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        trouble.open_without_scripts(address + "practise")
        picture(trouble, "no-scripts")
        assert trouble.seen("noscript p")
        assert not trouble.seen("#say")
        trouble.open_without_scripts(address + "?place=chair")
        assert trouble.seen("a.start")
    finally:
        trouble.tell("Emulation.setScriptExecutionDisabled", value=False)


def test_without_sound_everything_is_shown_all_the_same(page: Browser, address: str) -> None:
    page.run("localStorage.setItem('gentle-back-voice', JSON.stringify({ aloud: true }));")
    silent = page.tell(
        "Page.addScriptToEvaluateOnNewDocument",
        source="for (const name of ['speechSynthesis', 'AudioContext', 'BroadcastChannel']) delete window[name];",
    )
    page.open(address + "practise")
    page.tell("Page.removeScriptToEvaluateOnNewDocument", **silent)
    assert page.run("return 'speechSynthesis' in window;") is False
    assert page.run("const { disabled, checked } = document.getElementById('aloud'); return [disabled, checked];") == [
        True,
        False,
    ]
    led(page)
    assert page.run(SHOWN, "name") == "cat and cow"


def test_a_machine_that_wakes_up_leads_nobody_on_who_may_have_gone_and_goes_on_from_there(page: Browser) -> None:
    led(page)
    page.run("window.speed = 10; const real = Date.now; Date.now = () => real.call(Date) + 7200000;")
    page.wait_for(SHOWS, "state", "This machine was asleep, so it stopped here. Your place is kept.")
    said = page.run(SHOWN, "log")
    assert page.run("return 'speaking' in document.getElementById('mic').dataset;") is False
    assert page.run(BUTTONS) == ["Go on"]
    assert (page.run(SHOWN, "name"), page.run(SHOWN, "side")) == ("cat and cow", "one of five")
    page.run(PRESS, "Go on")
    page.wait_for(IN_A_HOLD)
    assert page.run(SHOWN, "side") == "one of five"
    assert page.run(SHOWN, "log").startswith(said + "You: resume")


@pytest.mark.parametrize(
    "kept", ["{ get() { throw new DOMException('', 'SecurityError'); } }", "{ value: { getItem: () => '{damaged' } }"]
)
def test_a_browser_that_may_keep_nothing_or_has_kept_nonsense_is_led_all_the_same(
    page: Browser, address: str, kept: str
) -> None:
    stores = f"for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {kept});"
    script = page.tell("Page.addScriptToEvaluateOnNewDocument", source=stores)
    page.open(address + "practise")
    page.tell("Page.removeScriptToEvaluateOnNewDocument", **script)
    page.run("document.getElementById('aloud').click();")
    say(page, "how long is bedtime")
    page.wait_for(IN_LOG, "edtime")


def test_a_figure_that_does_not_come_leaves_its_words_and_its_seconds(trouble: Browser) -> None:
    trouble.tell("Network.enable")
    trouble.tell("Network.setBlockedURLs", urls=["*/figure/*"])
    led(trouble)
    trouble.wait_for("return document.getElementById('figure').hidden;")
    assert trouble.run(SHOWN, "name") == "cat and cow"
    assert trouble.run(SHOWN, "timer") != ""
    picture(trouble, "figure-gone")
    trouble.tell("Network.setBlockedURLs", urls=[])
    trouble.run("window.speed = 30;")
    trouble.wait_for("return !document.getElementById('figure').hidden;")


def test_what_a_stranger_asks_is_refused_and_the_page_asks_no_stranger(trouble: Browser, address: str) -> None:
    trouble.open(address + "mine")
    before = trouble.run(SHOWN_IN_MAIN)
    for path in ("", "practise", "mine"):
        trouble.open(address + path)
        asked = trouble.run("return performance.getEntriesByType('resource').map((one) => new URL(one.name).origin);")
        assert {*asked} == {address.removesuffix("/")}, path
    assert trouble.run(FROM_ELSEWHERE) == "refused"
    trouble.open(address.replace("127.0.0.1", STRANGER))
    assert "only this machine is answered" in trouble.run("return document.body.textContent;")
    assert trouble.run(FRAMED, address) is True, "another site shows the page as its own"
    assert trouble.run(POSTED, address) is True
    trouble.open(address + "mine")
    assert trouble.run(SHOWN_IN_MAIN) == before


def test_what_an_author_has_broken_stands_above_the_practice(page: Browser) -> None:
    page.run(FASTER)
    page.run(
        "const real = window.fetch, trouble = arguments[0];"
        "window.fetch = (...asked) => real(...asked).then((given) => given.json())"
        ".then((reply) => ({ json: async () => ({ ...reply, trouble }) }));",
        "stretches/bridge.toml: line 20: words.en.entre: has no meaning here",
    )
    say(page, "how do i do the bridge")
    page.wait_for(SHOWS, "faults", "line 20")
    assert page.run("return document.getElementById('trouble').checkVisibility();")
    assert page.run(STATE)
    picture(page, "broken-content")
