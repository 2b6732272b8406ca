"""A whole practice at the page: chosen, paused, turned to the other side, finished; and seen, printed and deleted."""

import re
from urllib.parse import quote

import pytest

from tests.browser.driver import Browser
from tests.browser.practising import (
    BUTTONS,
    FASTER,
    IN_A_HOLD,
    IN_LOG,
    LISTENS,
    PRESS,
    SHOWN,
    SHOWS,
    TILL_A_HOLD,
    TILL_IT_LISTENS,
    led,
    picture,
    say,
)
from tests.library import LIBRARY
from tests.nightly import NIGHTLY

BY_STEPS = sorted(LIBRARY.routines, key=lambda slug: len(LIBRARY.routines[slug].steps))
LONGEST = BY_STEPS if NIGHTLY else BY_STEPS[-3:]
DAYS = "return document.querySelector('main').textContent.includes(arguments[0]);"


def test_a_stretch_is_chosen_paused_turned_finished_seen_in_the_calendar_and_deleted(
    page: Browser, address: str
) -> None:
    _started_by_its_card(page, address)
    _paused_and_gone_on(page)
    say(page, "other side")
    page.wait_for(SHOWS, "side", "left side")
    page.run(TILL_IT_LISTENS + "window.speed = 120;")
    page.wait_for(IN_LOG, "Shall I talk you up?")
    page.wait_for(LISTENS)
    assert page.run(BUTTONS)[:2] == ["yes", "no"]
    page.run("window.speed = 60;")
    page.run(PRESS, "no")
    page.wait_for(SHOWS, "state", "It is over.")
    page.open(address + "mine")
    assert page.run(DAYS, "Days in all: 1.")
    picture(page, "mine")
    _deleted(page, address)


def _started_by_its_card(page: Browser, address: str) -> None:
    page.open(address)
    assert page.run(PRESS, "Start knee to chest stretch")
    page.wait_for("return location.pathname === '/practise' && document.querySelector('#log .cue');")
    page.run(FASTER + TILL_IT_LISTENS)
    page.wait_for(LISTENS)
    assert "ready" in page.run(BUTTONS)
    page.run(TILL_A_HOLD + "window.speed = 60;")
    page.run(PRESS, "ready")
    page.wait_for(IN_A_HOLD)
    assert page.run(SHOWN, "side") == "right side"


def _paused_and_gone_on(page: Browser) -> None:
    left = int(page.run(SHOWN, "timer"))
    assert page.run(PRESS, "pause")
    page.wait_for("return document.querySelector('#log li:last-child').className === 'cue';")
    assert page.run(SHOWN, "timer") == "", "nothing is counted in a pause"
    assert page.run(SHOWN, "name") == "knee to chest stretch"
    page.run(TILL_A_HOLD + "window.speed = 60;")
    say(page, "go on")
    page.wait_for(IN_A_HOLD)
    assert 0 < int(page.run(SHOWN, "timer")) <= left + 15
    assert page.run(SHOWN, "side") == "right side"


def _deleted(page: Browser, address: str) -> None:
    """Asked first, and then nothing is left."""
    assert page.run(PRESS, "forget me")
    page.wait_for("return location.pathname === '/practise' && document.querySelector('#log .cue');")
    page.run(FASTER + TILL_IT_LISTENS)
    page.wait_for(LISTENS)
    assert page.run(BUTTONS)[:2] == ["yes", "no"]
    page.run("window.speed = 60;")
    page.run(PRESS, "yes")
    page.wait_for(SHOWS, "state", "It is over.")
    page.open(address + "mine")
    assert page.run(DAYS, "Days in all: 0.")


def test_a_routine_is_printed_on_one_sheet_when_the_button_is_pressed(page: Browser, address: str) -> None:
    page.open(address + "routine/lower%20back")
    page.run("window.print = () => { window.asked = true; };")
    page.run(PRESS, "Print")
    assert page.run("return window.asked;")
    page.likes(media="print", prefers_color_scheme="dark")
    page.size(720, 1040)
    picture(page, "printed")


@pytest.mark.parametrize("slug", LONGEST)
def test_every_routine_has_room_on_one_sheet(page: Browser, address: str, slug: str) -> None:
    page.open(f"{address}routine/{quote(LIBRARY.routines[slug].words['en'].name)}")
    sheet = page.printed()
    assert sheet.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_what_is_kept_can_be_saved_as_a_file(page: Browser, address: str) -> None:
    led(page)
    page.open(address + "mine")
    saved = "return [...document.querySelectorAll('a[download]')].map((one) => [one.download, one.href]);"
    assert page.run(saved) == [["gentle-back.json", f"{address}mine.json"]]
    kept = page.wait_till_done(
        "const [done] = arguments; fetch('/mine.json', {}).then((given) => given.json()).then(done);"
    )
    assert kept["practices"][0]["routine"] == "stretch/cat-and-cow"
