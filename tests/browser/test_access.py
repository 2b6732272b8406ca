"""Everybody can use the page: axe-core finds nothing, and eyes, ears and hands that differ are thought of."""

from collections.abc import Callable, Iterator
from math import radians, tan
from pathlib import Path

import pytest

from tests.browser.driver import ENTER, ESCAPE, TAB, Browser
from tests.browser.practising import (
    FASTER,
    IN_LOG,
    LISTENS,
    PRESS,
    SCROLLS,
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
PIXEL_METRES = 0.0254 / 96
"""By definition of the CSS pixel, at arm's length; a television's is larger."""
CAPITAL = 0.7
"""How high a capital letter is, of the size of its font."""
LIVE = (
    "return [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')]"
    ".filter((one) => one.checkVisibility()).map((one) => `${one.id} ${one.ariaLive}`);"
)
CUT_OFF = (
    "return ['figure', 'ring', 'name', 'side', 'next', 'cue', 'buttons'].filter((id) => {"
    "const one = document.getElementById(id), { top, right, bottom } = one.getBoundingClientRect();"
    "const outside = top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;"
    "const over = [...one.parentElement.children].some((other) => other !== one && other.checkVisibility()"
    " && top + 1 < other.getBoundingClientRect().bottom && other.getBoundingClientRect().top + 1 < bottom"
    " && one.getBoundingClientRect().left + 1 < other.getBoundingClientRect().right"
    " && other.getBoundingClientRect().left + 1 < right);"
    "return over || outside || one.scrollHeight > one.clientHeight + 3; });"
)
SMALL = (
    "return [...document.querySelectorAll('button, .button')]"
    ".filter((one) => one.checkVisibility() && one.offsetHeight < 44).map((one) => one.textContent);"
)
SIZES = {
    "phone": (390, 844),
    "phone-lying": (844, 390),
    "small-phone": (320, 568),
    "desktop": (1280, 800),
    "television": (1920, 1080),
}
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


def test_a_screen_reader_reads_a_reply_once_and_not_at_all_where_the_browser_reads_it(page: Browser) -> None:
    asked(page)
    assert page.run(LIVE) == ["cue polite"]
    assert page.run("return document.getElementById('log').closest('[aria-live]');") is None
    page.run(
        "const box = document.getElementById('aloud'); box.checked = true; box.dispatchEvent(new Event('change'));"
    )
    assert page.run(LIVE) == ["cue off"]


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


def test_at_every_size_all_is_seen_nothing_scrolls_and_a_thumb_finds_its_button(page: Browser) -> None:
    led(page, "lumbar rotation with flexed knees")
    from_three_metres(page)
    for name, (width, height) in SIZES.items():
        page.size(width, height)
        picture(page, name)
        assert page.run(SCROLLS) is False, name
        assert page.run(CUT_OFF) == [], name
        assert page.run("return document.getElementById('figure').clientHeight / innerHeight;") > 0.15, name
        assert page.run(SMALL) == [], f"{name}: a thumb needs forty-four pixels"
    assert page.run(PRESS, "stop"), "what stops is always there"


def test_in_an_emergency_the_number_and_what_to_do_are_seen_whole_at_every_size(page: Browser) -> None:
    in_an_emergency(page)
    beyond = (
        "return ['call', 'what'].filter((id) => { const box = document.getElementById(id).getBoundingClientRect();"
        "const around = document.querySelector('main').getBoundingClientRect();"
        "return box.top < around.top || box.bottom > around.bottom + 1 || box.right > innerWidth; });"
    )
    for name, (width, height) in SIZES.items():
        page.size(width, height)
        picture(page, f"emergency-{name}")
        assert page.run(SCROLLS) is False, name
        assert page.run(beyond) == [], name
        assert page.run(SMALL) == [], name


def from_three_metres(page: Browser) -> None:
    """What is looked at from the mat can be read there.

    Ten minutes of arc are twice what an eye without fault can just make out; text to be read has sixteen.
    """
    size = "return parseFloat(getComputedStyle(document.getElementById(arguments[0])).fontSize);"
    for part, minutes in {"timer": 16, "name": 10, "side": 10}.items():
        high = float(page.run(size, part)) * CAPITAL * PIXEL_METRES
        assert high >= 3 * tan(radians(minutes / 60)), part
