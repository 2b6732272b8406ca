"""The page as people use it: it is chosen from, leads, is interrupted, fits a phone, and needs no mouse."""

import pytest

from tests.browser.driver import DOWN, ENTER, ESCAPE, TAB, Browser
from tests.browser.practising import (
    BUTTONS,
    FASTER,
    IN_A_HOLD,
    IN_LOG,
    LISTENS,
    LOG,
    SHOWN,
    SHOWS,
    STATE,
    TILL_A_HOLD,
    TILL_IT_LISTENS,
    led,
    picture,
    say,
)


def test_it_waits_for_words_with_the_cursor_in_its_place(page: Browser) -> None:
    assert page.run(STATE) == "Say it, or press a button. Escape stops."
    assert page.run("return document.activeElement.id;") == "words"
    assert page.run(SHOWN, "cue") == "What would you like to do?"
    assert page.run(LOG) == []


def test_words_are_answered_and_shown_as_they_are_heard(page: Browser) -> None:
    say(page, "open gentle back")
    page.wait_for("return document.querySelector('#log .cue');")
    assert page.run(LOG)[0] == "you: You: open gentle back"
    assert page.run(STATE) == "Say anything to interrupt."
    assert page.run("return window.sent;") == [{"words": "open gentle back", "conversation": None, "after_seconds": 0}]


def test_a_card_starts_what_is_on_it(page: Browser, address: str) -> None:
    page.open(address)
    start = "return [...document.querySelectorAll('a.start')].find((one) => one.href.includes('start%20bridge'));"
    page.run(start.replace("return ", "").replace(";", ".click();"))
    page.wait_for("return location.pathname === '/practise' && document.querySelectorAll('#log li').length > 1;")
    assert page.run(LOG)[0] == "you: You: start bridge pose"


def test_arrow_keys_choose_nothing_before_the_button_is_pressed(page: Browser, address: str) -> None:
    page.open(address)
    page.run("document.querySelector('select[name=place]').focus();")
    page.press(DOWN + DOWN)
    assert page.run("return document.querySelector('select[name=place]').value;") == "bed"
    assert page.run("return location.search;") == ""
    page.run("document.querySelector('.wanted button').click();")
    page.wait_for("return location.search.startsWith('?place=bed');")
    page.run(
        "const place = document.querySelector('select[name=place]'); place.dispatchEvent(new Event('pointerdown',"
        " { bubbles: true })); place.value = 'chair'; place.dispatchEvent(new Event('change', { bubbles: true }));"
    )
    page.wait_for("return location.search.startsWith('?place=chair');")


def test_after_a_stop_one_is_told_that_the_place_is_kept_and_offered_to_go_on(page: Browser) -> None:
    led(page)
    page.run("window.speed = 60;")
    say(page, "stop")
    page.wait_for(SHOWS, "state", "It is over. Your place is kept: to go on, say resume.")
    assert page.run(BUTTONS)[:2] == ["resume", "open gentle back"]


def test_in_a_hold_there_are_its_figure_its_seconds_and_what_fits(page: Browser) -> None:
    led(page)
    assert page.run(SHOWN, "name") == "cat and cow"
    assert page.run(SHOWN, "side").endswith("of five")
    assert 0 < int(page.run(SHOWN, "timer")) <= 10
    assert page.run(BUTTONS) == ["pause", "next", "that hurts", "stop", "how long is left"]
    assert "/figure/cat-and-cow.svg?" in page.run("return document.getElementById('figure').src;")
    assert page.wait_for("return document.getElementById('figure').naturalWidth;") > 0
    assert page.run("return document.querySelectorAll('#line .now').length;") == 1


def test_what_moves_is_shown_on_its_way_and_each_time_anew(page: Browser) -> None:
    page.run(
        "window.shown = []; new MutationObserver(() => window.shown.push(document.getElementById('figure').src))"
        ".observe(document.getElementById('figure'), { attributeFilter: ['src'] });"
    )
    led(page)
    page.run("window.speed = 30;")
    page.wait_for("return window.shown.filter((one) => one.includes('from=')).length > 2;")
    moved = page.run("return window.shown.filter((one) => one.includes('from=')).slice(0, 3);")
    assert len(set(moved)) == 3
    assert "phase=cow" in moved[0]
    assert "from=cat" in moved[0]
    assert page.wait_for("return document.getElementById('figure').naturalWidth;") > 0


def test_after_an_emergency_there_is_only_the_number_and_it_is_there_again_wherever_one_goes(
    page: Browser, address: str
) -> None:
    say(page, "i have chest pain and cannot breathe")
    page.wait_for("return document.body.dataset.view === 'emergency';")
    assert page.run("return document.getElementById('call').href;") == "tel:911"
    assert page.run(SHOWN, "call") == "Call 911"
    assert page.run(BUTTONS) == ["i'm well now", "a doctor has seen me", "that was not me", "stop"]
    page.run(FASTER)
    say(page, "open gentle back")
    page.wait_for("return window.sent.at(-1).words === '';")
    assert page.run(BUTTONS)[:2] == ["i'm well now", "a doctor has seen me"], "also once nobody has answered"
    for path in ("", "mine", "practise"):
        page.open(address + path)
        assert page.run(SHOWN, "call") == "Call 911", path
        assert page.run("return document.querySelectorAll('a.start').length;") == 0
    say(page, "i'm well now")
    page.wait_for("return document.body.dataset.view !== 'emergency';")


def test_saying_anything_interrupts_and_tells_how_far_the_reply_had_come(page: Browser) -> None:
    led(page)
    say(page, "stop")
    page.wait_for("return document.getElementById('state').textContent.startsWith('It is over');")
    first, *_, last = page.run("return window.sent;")
    assert first["after_seconds"] == 0
    assert last["after_seconds"] > 5
    assert last["conversation"]["envelope"]["response"]["shouldEndSession"] is False


NUMBERS = (
    "window.numbers = []; const timer = document.getElementById('timer'), ring = document.getElementById('left');"
    "new MutationObserver(() => window.numbers.push("
    "[timer.textContent, performance.now() / 1000, 1 - Number(ring.style.strokeDashoffset)]))"
    ".observe(timer, { childList: true });"
)


def test_the_ring_counts_a_hold_down_exactly(page: Browser) -> None:
    page.run(FASTER + TILL_IT_LISTENS + NUMBERS)
    say(page, "start cat and cow")
    page.wait_for(LISTENS)
    page.run(TILL_A_HOLD + "window.speed = 60;")
    say(page, "ready")
    page.wait_for("if (window.numbers.length) window.speed = 6; return window.numbers.some(([left]) => left === '');")
    counted = page.run("return window.numbers;")
    counted = counted[: [left for left, _, _ in counted].index("") + 1]
    assert [left for left, _, _ in counted] == [*map(str, range(10, 0, -1)), ""]
    first = counted[0][1]
    assert [at - first for _, at, _ in counted] == pytest.approx(range(11), abs=0.5)


BUTTONS_SEEN = (
    "window.offered = new Set(), window.alone = false; const look = () => {"
    " if (document.getElementById('state').textContent.startsWith('It is over.')) return;"
    " const here = [...document.querySelectorAll('#buttons button')].map((one) => one.textContent);"
    " for (const one of here) window.offered.add(one);"
    " window.alone ||= here.includes('yes') !== here.includes('no'); };"
    "new MutationObserver(look).observe(document.getElementById('buttons'), { childList: true });"
)


def test_all_through_bedtime_nothing_is_offered_that_would_start_another_and_no_yes_stands_alone(
    page: Browser,
) -> None:
    page.run(FASTER + TILL_IT_LISTENS)
    say(page, "start bedtime")
    page.wait_for(LISTENS)
    page.run(BUTTONS_SEEN + "window.speed = 400;")
    say(page, "ready")
    page.wait_for(SHOWS, "state", "It is over.", seconds=60)
    offered = page.run("return [...window.offered];")
    assert {"pause", "stop", "that hurts"} <= set(offered)
    assert not [words for words in offered if words.startswith(("start ", "open ", "i have "))]
    assert page.run("return window.alone;") is False


def test_an_unanswered_ready_leads_on_in_the_browser(page: Browser) -> None:
    page.run(FASTER + TILL_A_HOLD)
    say(page, "start five gentle minutes")
    page.wait_for(IN_A_HOLD, seconds=60)
    assert page.run(IN_LOG, "If you stay quiet, I go on by myself.")
    assert page.run(SHOWN, "name") == "pelvic tilts"


def test_stop_is_three_steps_of_the_tabulator_away_and_one_key(page: Browser) -> None:
    led(page)
    page.run("document.getElementById('words').focus();")
    reached = []
    for _ in range(3):
        page.press_back()
        reached.append(page.run("return document.activeElement.textContent;"))
    assert "stop" in reached


def test_escape_stops(page: Browser) -> None:
    led(page)
    page.press(ESCAPE)
    page.wait_for(IN_LOG, "You: stop")


def test_after_a_reload_one_can_go_on(page: Browser, address: str) -> None:
    led(page)
    page.open(address + "practise")
    assert page.run(STATE) == "You were in the middle of something."
    assert (page.run(SHOWN, "name"), page.run(SHOWN, "side")) == ("cat and cow", "one of five"), "the place seems lost"
    assert page.wait_for("return document.getElementById('figure').naturalWidth;") > 0
    assert page.run(SHOWN, "timer") == "", "nothing is counted before it goes on"
    picture(page, "reloaded")
    assert page.run(BUTTONS)[0] == "Go on"
    page.run("document.querySelector('#buttons button').click();")
    page.wait_for("return window.sent.length && window.sent[0].conversation && document.querySelector('#log .cue');")


def test_in_the_middle_of_the_second_hold_it_tells_the_left_and_keeps_it_over_a_stop_and_a_reload(
    page: Browser, address: str
) -> None:
    led(page, "knee to chest")
    assert page.run(SHOWN, "side") == "right side"
    page.run("window.speed = 20;")
    page.wait_for("return document.getElementById('side').textContent === 'left side';")
    page.wait_for("const left = Number(document.getElementById('timer').textContent); return 0 < left && left < 15;")
    page.run("window.speed = 1;")
    say(page, "alexa, which side is it")
    page.wait_for(IN_LOG, "The left side")
    assert page.run(SHOWN, "side") == "left side"
    picture(page, "left-asked")
    say(page, "alexa, stop")
    page.wait_for(IN_LOG, "your place is kept")
    picture(page, "left-stopped")
    page.open(address + "practise")
    picture(page, "left-reloaded")
    say(page, "open gentle back")
    page.wait_for(IN_LOG, "left side")
    picture(page, "left-opened")


def test_what_was_asked_for_in_writing_is_shown_here_and_no_app_is_named(page: Browser) -> None:
    say(page, "send me the steps of the bridge")
    page.wait_for(IN_LOG, "Here are the steps of bridge pose.")
    assert page.run("return document.getElementById('drawer').open;")
    assert page.run("return [...document.querySelectorAll('#log .written')].map((one) => one.textContent);")[:3] == [
        "Bridge pose",
        "This is how bridge pose goes, lying on your back.",
        "Knees bent, feet flat.",
    ]
    picture(page, "written")


def test_an_author_sees_why_it_was_understood_so_and_may_have_the_clock_run_faster(page: Browser) -> None:
    say(page, "start the bridge")
    page.wait_for("return document.getElementById('told').textContent;")
    told = page.run("return JSON.parse(document.getElementById('told').textContent);")
    assert (told["intent"], told["slots"]) == ("StartStretchIntent", {"stretch": "bridge"})
    assert told["why"]
    assert "record" in told["envelope"]["sessionAttributes"]


@pytest.mark.parametrize(("rate", "at_most"), [("4", 0.3), ("jumps", 0.1)])
def test_an_author_may_have_the_clock_run_faster_or_jump_to_where_somebody_is_waited_for(
    page: Browser, rate: str, at_most: float
) -> None:
    page.run(
        "const rate = document.getElementById('rate'); rate.value = [...rate.options]"
        ".find((one) => one.text === arguments[0]).value; rate.dispatchEvent(new Event('change'));",
        rate,
    )
    page.run("window.before = performance.now();")
    say(page, "how long is bedtime")
    page.wait_for("return document.getElementById('state').textContent === 'Listening …';")
    real = page.run("return (performance.now() - window.before) / 1000;")
    told = page.run("return JSON.parse(document.getElementById('told').textContent).seconds;")
    assert real < told * at_most + 1.5


def test_words_are_shown_as_words_whatever_is_typed(page: Browser) -> None:
    say(page, "<img src=x onerror=alert(1)>")
    page.wait_for("return document.querySelectorAll('#log li').length > 1;")
    assert page.run("return document.querySelectorAll('#log img').length;") == 0
    assert page.run(LOG)[0] == "you: You: <img src=x onerror=alert(1)>"


def test_everything_can_be_reached_and_done_with_the_keyboard_alone(page: Browser) -> None:
    page.run("document.querySelector('#buttons button').focus();")
    page.press(TAB)
    assert page.run("return document.activeElement.textContent;") == "start my lower back routine"
    outline = page.run("return getComputedStyle(document.activeElement).outlineStyle;")
    assert outline == "solid", "nobody would see where they are"
    page.press(ENTER)
    page.wait_for(IN_LOG, "ack")
    assert page.run("return window.sent[0].words;") == "start my lower back routine"
