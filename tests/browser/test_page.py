"""The page as people use it: it loads, answers, is interrupted, fits a phone, and needs no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driver import ENTER, TAB, Browser
from tests.entrypoints.running import process

LOG = "return [...document.querySelectorAll('#log li')].map((line) => `${line.className}: ${line.textContent}`);"
IN_LOG = "return [...document.querySelectorAll('#log li')].some((line) => line.textContent.includes(arguments[0]));"
STATE = "return document.getElementById('state').textContent;"


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with process(tmp_path_factory.mktemp("page") / "people.sqlite") as server:
        yield f"http://127.0.0.1:{server.port}/"


@pytest.fixture(name="chromium", scope="module")
def _chromium() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(name="page")
def _page(chromium: Browser, address: str) -> Iterator[Browser]:
    chromium.open(address)
    yield chromium
    assert chromium.complaints() == []


def say(page: Browser, words: str) -> None:
    page.press(words + ENTER)


def test_it_waits_for_words_with_the_cursor_in_its_place(page: Browser) -> None:
    assert page.run(STATE) == "Type what you would say, or press a button."
    assert page.run("return document.activeElement.id;") == "words"
    assert page.run(LOG) == []


def test_words_are_answered_and_shown_as_they_are_heard(page: Browser) -> None:
    say(page, "open gentle back")
    page.wait_for(IN_LOG, "Welcome to Gentle Back.")
    assert page.run(LOG)[0] == "you: open gentle back"
    assert page.run(STATE) == "Playing. Say anything to interrupt."
    assert "Welcome to Gentle Back." in page.run("return document.getElementById('cue').textContent;")
    assert page.run("return window.sent;") == [{"words": "open gentle back", "conversation": None, "after_seconds": 0}]


def test_saying_anything_interrupts_and_tells_how_far_the_reply_had_come(page: Browser) -> None:
    say(page, "start my lower back routine")
    page.wait_for(IN_LOG, "ack")
    page.wait_for("return document.getElementById('cue').textContent;")
    page.run("window.since = performance.now();")
    page.wait_for("return performance.now() - window.since > 500;")
    say(page, "stop")
    page.wait_for("return document.getElementById('state').textContent.startsWith('It has closed');")
    first, second = page.run("return window.sent;")
    assert first["after_seconds"] == 0
    assert 0.5 <= second["after_seconds"] < 5
    assert second["conversation"]["envelope"]["response"]["shouldEndSession"] is False


def test_words_are_shown_as_words_whatever_is_typed(page: Browser) -> None:
    say(page, "<img src=x onerror=alert(1)>")
    page.wait_for("return document.querySelectorAll('#log li').length > 1;")
    assert page.run("return document.querySelectorAll('#log img').length;") == 0
    assert page.run(LOG)[0] == "you: <img src=x onerror=alert(1)>"


def test_everything_can_be_reached_and_done_with_the_keyboard_alone(page: Browser) -> None:
    page.press(TAB)
    assert page.run("return document.activeElement.id;") == "send"
    page.press(TAB)
    assert page.run("return document.activeElement.textContent;") == "open gentle back"
    outline = page.run("return getComputedStyle(document.activeElement).outlineStyle;")
    assert outline == "solid", "nobody would see where they are"
    page.press(ENTER)
    page.wait_for(IN_LOG, "entle")
    assert page.run("return window.sent[0].words;") == "open gentle back"


def test_it_fits_the_narrowest_phone(page: Browser, address: str, tmp_path: Path) -> None:
    page.open(address, width=360)
    say(page, "start my lower back routine")
    page.wait_for("return document.getElementById('cue').textContent;")
    assert page.run("return document.documentElement.scrollWidth;") <= 360
    small = "return [...document.querySelectorAll('button')].filter((one) => one.offsetHeight < 44).length;"
    assert page.run(small) == 0, "a thumb needs forty-four pixels"
    page.picture(tmp_path / "phone.png")
    assert (tmp_path / "phone.png").stat().st_size > 10_000


def test_a_server_that_has_gone_is_told_in_words(chromium: Browser, tmp_path: Path) -> None:
    with process(tmp_path / "people.sqlite") as server:
        chromium.open(f"http://127.0.0.1:{server.port}/")
    say(chromium, "open gentle back")
    chromium.wait_for("return document.getElementById('state').textContent.startsWith('The skill does not answer.');")
    assert all("ERR_CONNECTION_REFUSED" in complaint for complaint in chromium.complaints())
