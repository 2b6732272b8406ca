"""Everybody can use the page: axe-core finds nothing, and eyes, ears and hands that differ are thought of."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.driver import ENTER, ESCAPE, TAB, Browser
from tests.browser.practising import (
    FASTER,
    IN_LOG,
    LISTENS,
    PRESS,
    SHOWN,
    SHOWS,
    TILL_IT_LISTENS,
    led,
    picture,
    say,
)

AXE = Path(__file__).parents[1] / "engines" / "node_modules" / "axe-core" / "axe.min.js"
LOOKED = (
    "const told = (node) => `${node.html.slice(0, 90)} ${node.any.map((why) => why.message)}`;"
    "return window.axe.run(document, arguments[0]).then((found) => "
    "found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map(told)}`));"
)
COLOURS = {"runOnly": ["color-contrast"]}
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here: make engines")
LIVE = (
    "return [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')]"
    ".filter((one) => one.checkVisibility() && one.textContent).map((one) => `${one.id} ${one.ariaLive}`);"
)
READ_OUT = (
    # What is written, one after the other, where a screen reader reads out what is new.
    "window.read = []; new MutationObserver((seen) => { for (const { target } of seen) {"
    "  const live = (target.closest ? target : target.parentElement).closest('[aria-live=polite], [role=status]');"
    "  if (live?.textContent) window.read.push(`${live.id}: ${live.textContent}`); } })"
    ".observe(document.getElementById('stands'), { subtree: true, childList: true, characterData: true });"
)
PRESSED_TWICE = (
    "const one = [...document.querySelectorAll('#buttons button')].find((one) => one.textContent === arguments[0]);"
    "for (const detail of [1, 2]) one.dispatchEvent(new MouseEvent('click', { detail }));"
)
FIRST_BUTTON = "return document.querySelector('#buttons button').textContent === arguments[0];"
FOCUSED = "return document.activeElement.textContent;"
SENT_WITHOUT_A_KEY = (
    "document.getElementById('words').value = arguments[0]; document.getElementById('say').requestSubmit();"
)
HELD_DOWN = (
    "for (let times = 0; times < 20; times++)"
    "  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', repeat: times > 0 }));"
)
AWAKE = (
    "window.locks = []; navigator.wakeLock.request = (kind) => { window.locks.push(kind);"
    "return Promise.resolve({ released: false, release: () => window.locks.push('released') }); };"
)


def found(page: Browser) -> Iterator[str]:
    """What axe finds by day, and of the colours by night."""
    page.likes(prefers_color_scheme="light")
    page.run(AXE.read_text("utf-8"))
    yield from page.run(LOOKED, {})
    page.likes(prefers_color_scheme="dark")
    yield from (f"by night: {one}" for one in page.run(LOOKED, COLOURS))


def asked(page: Browser) -> None:
    say(page, "start the bridge")
    page.wait_for("return document.querySelector('#log .cue');")


def in_an_emergency(page: Browser) -> None:
    say(page, "i have chest pain and cannot breathe")
    page.wait_for("return document.body.dataset.view === 'emergency';")


def asked_a_question(page: Browser) -> None:
    page.run(FASTER + TILL_IT_LISTENS)
    say(page, "open gentle back")
    page.wait_for(LISTENS)


def paused(page: Browser) -> None:
    led(page)
    page.run(TILL_IT_LISTENS + "window.speed = 60;")
    page.run(PRESS, "pause")
    page.wait_for(LISTENS)


def ended(page: Browser) -> None:
    led(page)
    page.run("window.speed = 60;")
    page.run(PRESS, "stop")
    page.wait_for(SHOWS, "state", "It is over.")


def shown_how_it_goes(page: Browser) -> None:
    say(page, "how do i do the bridge")
    page.wait_for("return document.body.dataset.view === 'shown' && document.getElementById('figure').naturalWidth;")


def answered_by_nobody(page: Browser) -> None:
    page.run("window.fetch = () => Promise.reject(new Error('gone'));")
    say(page, "open gentle back")
    page.wait_for(SHOWS, "state", "The skill does not answer.")


def an_open_drawer(name: str) -> Callable[[Browser], None]:
    def state(page: Browser) -> None:
        asked(page)
        page.run("document.getElementById(arguments[0]).open = true;", name)
        page.run("document.getElementById(arguments[0]).parentElement.open = true;", name)  # that it may be in

    return state


STATES: dict[str, Callable[[Browser], None]] = {
    "waiting": lambda _: None,
    "asking": asked_a_question,
    "practising": led,
    "paused": paused,
    "ended": ended,
    "shown": shown_how_it_goes,
    "emergency": in_an_emergency,
    "gone": answered_by_nobody,
    "said": an_open_drawer("drawer"),
    "voice": an_open_drawer("voice"),
    "author": an_open_drawer("author"),
}
"""What the page to practise on looks like, by how it comes to that."""


@needs_axe
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_any_state(page: Browser, name: str) -> None:
    STATES[name](page)
    assert [*found(page)] == []
    picture(page, f"night-{name}")
    page.likes(prefers_color_scheme="light")
    picture(page, f"day-{name}")


@needs_axe
def test_axe_would_find_something(page: Browser) -> None:
    page.run("document.querySelector('main').append(new Image());")
    assert [one.partition(":")[0] for one in found(page)] == ["image-alt"]


@needs_axe
@pytest.mark.parametrize("path", ["", "?place=chair&minutes=5", "routine/lower%20back", "mine"])
def test_axe_finds_nothing_on_pages_to_choose_from_nor_as_they_are_printed(
    page: Browser, address: str, path: str
) -> None:
    page.open(address + path)
    assert [*found(page)] == []
    picture(page, f"night-{path.partition('/')[0].partition('?')[0] or 'choose'}")
    page.likes(media="print", prefers_color_scheme="dark")
    assert page.run(LOOKED, {}) == []


@needs_axe
def test_axe_finds_nothing_wherever_one_goes_after_an_emergency(page: Browser, address: str) -> None:
    in_an_emergency(page)
    page.open(address)
    assert [*found(page)] == []
    picture(page, "night-emergency-elsewhere")


def test_somebody_who_wants_no_motion_gets_none_and_the_seconds_all_the_same(page: Browser) -> None:
    page.likes(prefers_reduced_motion="reduce")
    led(page)
    moving = (
        "return [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);"
        "return style.transitionDuration !== '0s' || style.animationName !== 'none'; }).map((one) => one.id);"
    )
    assert page.run(moving) == []
    before = int(page.run(SHOWN, "timer"))
    page.wait_for("return Number(document.getElementById('timer').textContent) < arguments[0];", before)


def read_aloud(page: Browser) -> list[str]:
    """What is read of a reply; besides, what stands while nothing is said, and what would add ears where none are."""
    return [one for one in page.run(LIVE) if one not in ("ear polite", "standing polite")]


def test_a_screen_reader_reads_a_reply_once_and_not_at_all_where_the_browser_reads_it(page: Browser) -> None:
    asked(page)
    assert read_aloud(page) == ["cue polite"]
    assert page.run("return document.getElementById('log').closest('[aria-live]');") is None
    page.run(
        "const box = document.getElementById('aloud'); box.checked = true; box.dispatchEvent(new Event('change'));"
    )
    assert read_aloud(page) == ["cue off"]


def test_a_screen_reader_reads_it_not_either_after_a_reload(page: Browser, address: str) -> None:
    page.run("document.getElementById('aloud').click();")
    page.open(address + "practise")
    assert read_aloud(page) == ["cue off"]


def test_the_screen_is_kept_awake_until_it_is_over(page: Browser) -> None:
    page.run(AWAKE)
    led(page)
    assert page.run("return window.locks;") == ["screen"]
    say(page, "stop")
    page.wait_for("return window.locks.at(-1) === 'released';")


def test_a_routine_is_chosen_begun_and_stopped_by_keyboard_alone(page: Browser, address: str) -> None:
    page.open(address)
    for _ in range(12):  # past the links above, the three choices, and the first card
        page.press(TAB)
        if page.run("return document.activeElement.className;") == "start":
            break
    page.press(ENTER)
    page.wait_for("return location.pathname === '/practise' && document.querySelector('#log .cue');")
    page.run(FASTER)
    assert page.run("return document.activeElement.id;") == "words"
    page.press(ESCAPE)
    page.wait_for(IN_LOG, "You: stop")


def test_a_button_that_is_pressed_twice_and_a_key_that_is_held_down_are_one_press(page: Browser) -> None:
    led(page)
    page.run(PRESSED_TWICE, "pause")
    page.wait_for(FIRST_BUTTON, "resume")
    page.run(HELD_DOWN)
    page.wait_for(IN_LOG, "Your place is kept.")
    assert page.run("return window.sent.map((one) => one.words);") == ["start cat and cow", "ready", "pause", "stop"]


def test_other_buttons_leave_the_keyboard_where_it_was(page: Browser) -> None:
    led(page)
    page.run("document.querySelectorAll('#buttons button')[3].focus();")
    assert page.run(FOCUSED) == "stop"
    page.run(SENT_WITHOUT_A_KEY, "pause")
    page.wait_for(FIRST_BUTTON, "resume")
    assert page.run(FOCUSED) == "stop"
    page.run("document.querySelector('#buttons button').focus();")
    page.run(SENT_WITHOUT_A_KEY, "resume")
    page.wait_for(FIRST_BUTTON, "pause")
    page.press(TAB)
    assert page.run(FOCUSED) == "pause", "the first of them, and not of the page"


def test_what_stands_once_it_is_over_is_read_out_and_nothing_of_the_page_while_a_reply_is(page: Browser) -> None:
    page.run(READ_OUT)
    ended(page)
    assert page.run("return window.read;") == ["standing: It is over. Your place is kept: to go on, say resume."]
