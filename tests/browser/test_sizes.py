"""At every size of a screen all that matters is seen whole, and from the mat what is looked at there."""

import re
from math import radians, tan

from skill.home import what_is_shown
from tests.browser.driver import Browser
from tests.browser.practising import PRESS, SCROLLS, led, picture
from tests.browser.test_access import in_an_emergency

PIXEL_METRES = 0.0254 / 96
"""By definition of the CSS pixel, at arm's length; a television's is larger."""
CAPITAL = 0.7
"""How high a capital letter is, of the size of its font."""
CUT_OFF = (
    "return ['figure', 'ring', 'name', 'side', 'next', 'cue', 'buttons'].filter((id) => {"
    "const one = document.getElementById(id), { top, right, bottom } = one.getBoundingClientRect();"
    "const main = document.querySelector('main').getBoundingClientRect();"
    "const above = one.checkVisibility() && top < (id === 'buttons' ? main.bottom : main.top) - 1;"
    "const outside = above || right > innerWidth + 1 || bottom > innerHeight + 1;"
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
    "phone-in-a-browser": (375, 553),
    "small-phone-lying": (667, 375),
    "desktop": (1280, 800),
    "television": (1920, 1080),
}
LISTENED = (
    # As if the microphone had been opened, and had heard a sentence.
    "const on = (id) => document.getElementById(id), { labels } = document.body.dataset; on('ear').className = '';"
    "on('listen').checked = true; on('mic').dataset.state = 'open'; on('ear').textContent = JSON.parse(labels).private;"
    "on('heard').hidden = false; on('understood').textContent = 'which side is it';"
    "on('heard').append(Object.assign(document.createElement('button'), { id: 'correct', textContent: 'Correct it' }));"
)
IN_TROUBLE = (
    "const on = (id) => document.getElementById(id), labels = JSON.parse(document.body.dataset.labels);"
    "on(arguments[0]).className = 'wrong'; on(arguments[0]).textContent = labels[arguments[1]];"
    "if (arguments[0] === 'ear') on('ear').append("
    "  Object.assign(document.createElement('button'), { id: 'again', textContent: labels.listen_again }));"
)
FROM_THE_MAT = {
    "tablet-lying": (1024, 768, 1),
    "desktop": (1280, 800, 1),
    "television": (1920, 1080, 1),
    "sharp-television": (960, 540, 2),
}
"""And how many of its dots are in a row of a pixel."""
OFFERED = (
    # As where no ears are installed, whatever is here.
    "const ear = document.getElementById('ear'); ear.className = 'offer'; ear.textContent = arguments[0];"
)
BESIDE = ((OFFERED, what_is_shown("en-US").labels.no_voice), (LISTENED,), (IN_TROUBLE, "ear", "mic_busy"))
FONT_SIZE = "return parseFloat(getComputedStyle(document.getElementById(arguments[0])).fontSize);"
NOT_WHOLE = (
    "return arguments[0].filter((id) => { const one = document.getElementById(id);"
    "const { top, left, right, bottom } = one.getBoundingClientRect();"
    "return !one.checkVisibility() || top < 0 || left < 0 || right > innerWidth + 1 || bottom > innerHeight + 1; });"
)
LARGE_LETTERS = ((32, 390, 844), (24, 390, 844), (32, 768, 1024), (32, 1280, 800), (16, 320, 256))
"""How large somebody has set them, of sixteen usually; the last is a window of 1280 by 1024 at four hundred percent."""
ALL_PARTS = ["#figure", "#ring", "#name", "#side", "#cue", "#buttons :nth-child(4)", "#words", "#aloud", "#voice"]
HIDDEN = (
    # What cannot be scrolled to, or lies below something else.
    "return arguments[0].filter((which) => { const one = document.querySelector(which);"
    "one.scrollIntoView({ block: 'center' }); const { x, y, width, height } = one.getBoundingClientRect();"
    "const seen = document.elementFromPoint(x + width / 2, y + height / 2);"
    "return x < 0 || x + width > innerWidth || !one.contains(seen); });"
)
EXAMPLE = (
    "const words = document.getElementById('words');"
    "return [getComputedStyle(words, '::placeholder').color, getComputedStyle(words).backgroundColor];"
)
RIM = (
    "document.getElementById('mic').dataset.state = arguments[0];"
    "const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(document.body, '::after');"
    "const { backgroundColor } = getComputedStyle(document.body);"
    "return [parseFloat(borderTopWidth), borderTopStyle, borderTopColor, backgroundColor];"
)


def test_at_every_size_all_is_seen_nothing_scrolls_and_a_thumb_finds_its_button(page: Browser) -> None:
    led(page, "lumbar rotation with flexed knees")
    for name, (width, height) in SIZES.items():
        page.size(width, height)
        picture(page, name)
        assert page.run(SCROLLS) is False, name
        assert page.run(CUT_OFF) == [], name
        assert page.run("return document.getElementById('figure').clientHeight / innerHeight;") > 0.15, name
        assert page.run(SMALL) == [], f"{name}: a thumb needs forty-four pixels"
    assert page.run(PRESS, "stop"), "what stops is always there"


def test_at_every_size_what_listens_what_it_heard_and_what_is_wrong_is_seen_beside_the_figure(page: Browser) -> None:
    led(page, "lumbar rotation with flexed knees")
    page.run(LISTENED)
    all_is_seen(page, "heard", ("listen", "mic", "ear", "heard", "correct", "words", "send", "voice"))
    page.run(IN_TROUBLE, "ear", "mic_busy")
    all_is_seen(page, "ear-trouble", ("listen", "ear", "again", "words", "send"))
    page.run(LISTENED)
    page.run(IN_TROUBLE, "state", "gone")
    all_is_seen(page, "gone", ("listen", "mic", "state", "words", "send"))


def test_at_every_size_one_can_look_at_what_was_said_how_it_was_understood_and_choose_a_voice(page: Browser) -> None:
    led(page, "lumbar rotation with flexed knees")
    for name, (width, height) in SIZES.items():
        page.size(width, height)
        assert page.run(NOT_WHOLE, ["drawer", "voice", "words"]) == [], name
        assert page.run("return document.getElementById('words').clientWidth;") >= 120, name
        page.run("document.querySelector('#drawer summary').click();")
        page.run("document.querySelector('#author summary').click(); document.getElementById('told').scrollIntoView();")
        assert page.run("return document.getElementById('told').checkVisibility();"), name
        picture(page, f"understood-{name}")
        page.run(
            "document.querySelector('#author summary').click(); document.querySelector('#drawer summary').click();"
        )


def test_from_the_mat_one_reads_the_seconds_the_name_and_the_side_whatever_is_told_beside_them(page: Browser) -> None:
    """Ten minutes of arc are twice what an eye without fault can just make out; text to be read has sixteen."""
    led(page, "lumbar rotation with flexed knees")
    for beside in BESIDE:
        page.run(*beside)
        for name, (width, height, dots) in FROM_THE_MAT.items():
            page.size(width, height)
            assert page.run(CUT_OFF) == [], name
            for part, minutes in {"timer": 16, "name": 10, "side": 10}.items():
                high = float(page.run(FONT_SIZE, part)) * CAPITAL * PIXEL_METRES * dots
                assert high >= 3 * tan(radians(minutes / 60)), f"{name}: {part} {beside[1:]}"


def test_whoever_needs_large_letters_can_get_at_everything(page: Browser) -> None:
    led(page, "lumbar rotation with flexed knees")
    page.tell("Page.enable")
    for letters, width, height in LARGE_LETTERS:
        page.tell("Page.setFontSizes", fontSizes={"standard": letters})
        page.size(width, height)
        picture(page, f"letters-{letters}-{width}")
        assert page.run(HIDDEN, ALL_PARTS) == [], (letters, width)
    page.tell("Page.setFontSizes", fontSizes={"standard": 16})


def all_is_seen(page: Browser, moment: str, parts: tuple[str, ...]) -> None:
    for name, (width, height) in SIZES.items():
        page.size(width, height)
        picture(page, f"{moment}-{name}")
        told = f"{moment} {name}"
        assert page.run(SCROLLS) is False, told
        assert page.run(NOT_WHOLE, parts) == [], told
        assert page.run(CUT_OFF) == [], told
        assert page.run("return document.getElementById('figure').clientHeight / innerHeight;") > 0.15, told
        assert page.run(SMALL) == [], told


def test_from_the_mat_one_sees_by_the_rim_that_it_listens_and_another_when_it_thinks(page: Browser) -> None:
    for theme in ("light", "dark"):
        page.likes(prefers_color_scheme=theme, prefers_reduced_motion="reduce")
        for state, style in {"open": "solid", "thinking": "dashed"}.items():
            wide, shown, *colours = page.run(RIM, state)
            assert shown == style
            assert wide * PIXEL_METRES >= 3 * tan(radians(4 / 60)), "a line is seen from one minute of arc"
            assert contrast(*map(luminance, colours)) > 3
        for state in ("closed", "off"):
            assert page.run(RIM, state)[1] == "none"
        assert contrast(*map(luminance, page.run(EXAMPLE))) > 4.5, "of what can be typed"


def luminance(colour: str) -> float:
    """Of "rgb(168, 55, 12)", as the guidelines for contrast have it."""
    parts = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def test_in_an_emergency_the_number_and_what_to_do_are_seen_whole_at_every_size(page: Browser) -> None:
    page.tell("Page.enable")
    page.tell("Page.setFontSizes", fontSizes={"standard": 32})
    page.size(390, 500)
    in_an_emergency(page)
    assert page.run(NOT_WHOLE, ["call"]) == [], "with large letters it is scrolled to"
    page.tell("Page.setFontSizes", fontSizes={"standard": 16})
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
