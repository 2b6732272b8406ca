"""What tests of the page ask it, and how they come into a hold."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.browser.driver import ENTER, Browser

LOG = "return [...document.querySelectorAll('#log li')].map((line) => `${line.className}: ${line.textContent}`);"
IN_LOG = "return [...document.querySelectorAll('#log li')].some((line) => line.textContent.includes(arguments[0]));"
STATE = "return document.getElementById('state').textContent;"
BUTTONS = "return [...document.querySelectorAll('#buttons button')].map((button) => button.textContent);"
SHOWN = "return document.getElementById(arguments[0]).textContent;"
SHOWS = "return document.getElementById(arguments[0]).textContent.includes(arguments[1]);"
SCROLLS = (
    "return document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth;"
)
FASTER = (
    "const real = performance.now.bind(performance), wait = window.setTimeout; let at = real(), now = at;"
    "window.speed = 60;"
    "performance.now = () => { const then = at; at = real(); now += (at - then) * window.speed; return now; };"
    "window.setTimeout = (then, after, ...more) => wait(then, after / window.speed, ...more);"
)
"""A clock that is moved: a minute of the page is a second, until it goes at its own pace again."""
OWN_PACE = (
    "{{ const one = document.getElementById('{id}'), seen = new MutationObserver(() => {{"
    "  if ({test}) {{ window.speed = 1; seen.disconnect(); }} }});"
    "seen.observe(one, {{ childList: true }}); }}"
)
TILL_IT_LISTENS = OWN_PACE.format(id="state", test="one.textContent === 'Listening …'")
TILL_A_HOLD = OWN_PACE.format(id="timer", test="one.textContent")
"""Then the page goes at its own pace: on a busy machine nobody who only looks now and then is quick enough."""
IN_A_HOLD = "const left = document.getElementById('timer').textContent; if (left) window.speed = 1; return left;"
PRESS = (
    "const named = [...document.querySelectorAll('button, a')].find((one) => one.textContent.trim() === arguments[0]);"
    "named?.click(); return Boolean(named);"
)
LISTENS = "return document.getElementById('state').textContent === 'Listening …';"
SCREENSHOTS = Path(os.environ.get("GENTLE_BACK_SCREENSHOTS", "build/screenshots"))
"""Where pictures are kept, to be looked at."""


def say(page: Browser, words: str) -> None:
    page.run("document.getElementById('words').focus();")
    page.press(words + ENTER)


def led(page: Browser, to: str = "cat and cow") -> None:
    """Into the first hold of a stretch that is known to all."""
    page.run(FASTER + TILL_IT_LISTENS)
    say(page, f"start {to}")
    page.wait_for(LISTENS)
    page.run(TILL_A_HOLD + "window.speed = 60;")
    say(page, "ready")
    page.wait_for(IN_A_HOLD)


def picture(page: Browser, name: str) -> None:
    """Keep what is seen, to be looked at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.picture(SCREENSHOTS / f"{name}.png")
    assert (SCREENSHOTS / f"{name}.png").stat().st_size > 4_000, "an empty page"


def never_here(browser: Browser, address: str, store: Path) -> None:
    """Forget whoever practised before, on the server and in the browser."""
    with closing(sqlite3.connect(store)) as kept, kept:
        kept.execute("DELETE FROM people")
    browser.open(address + "mine")
    browser.run("localStorage.clear(); sessionStorage.clear();")
