"""What the page's addresses give: cards to choose from, a place to practise, figures, and nothing from elsewhere."""

import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from skill.entrypoints.page.site import show_the_page
from skill.entrypoints.sheets.figures import figures_of
from skill.entrypoints.web import create_app
from skill.home import what_is_shown
from tests.entrypoints.fakes import Echo
from tests.entrypoints.terminal import ROOT
from tests.library import LIBRARY


@pytest.fixture(name="home", scope="module")
def _home() -> FlaskClient:
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"))
    return app.test_client()


def cards(page: str) -> dict[str, str]:
    """Each card by its name."""
    return {re.findall(r"<h3>(.*?)</h3>", card)[0]: card for card in re.findall(r"<li>.*?</li>", page, re.DOTALL)}


@pytest.mark.parametrize("path", ["/", "/practise", "/routine/lower%20back"])
def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing_that_is_written_into_it(
    home: FlaskClient, path: str
) -> None:
    page = home.get(path)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    policy = page.headers["Content-Security-Policy"].split("; ")
    assert policy[:3] == ["default-src 'none'", "script-src 'self'", "style-src 'self'"]
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?://|<script>|<style| style=| on[a-z]+=", page.text)
    linked = sorted(set(re.findall(r'(?:href|src)="(/[^"?]*)', page.text)))
    figures = [link for link in linked if link.startswith("/figure/")]
    for part in (*figures[:2], *(link for link in linked if link not in figures)):
        assert home.get(part).status_code == 200, part


def test_its_parts_are_served(home: FlaskClient) -> None:
    folder = ROOT / "skill" / "entrypoints" / "page"
    parts = [path.name for path in folder.iterdir() if path.suffix in (".js", ".css")]
    assert len(parts) > 5
    for part in (*parts, "figures.css"):
        assert home.get(f"/page/{part}").status_code == 200, part


def test_no_recognizer_of_the_browsers_is_asked_for_it_sends_sound_away(home: FlaskClient) -> None:
    scripts = (ROOT / "skill" / "entrypoints" / "page").glob("*.js")
    assert [path.name for path in scripts if "SpeechRecognition" in home.get(f"/page/{path.name}").text] == []


def test_the_page_never_claims_to_be_a_device_of_alexas(home: FlaskClient) -> None:
    folder = ROOT / "skill" / "entrypoints" / "page"
    scripts = [path.name for path in folder.iterdir() if path.suffix == ".js"]
    written = [re.sub(r"//.*|/\*.*?\*/", "", home.get(f"/page/{name}").text, flags=re.DOTALL) for name in scripts]
    shown = [home.get(path).text for path in ("/", "/practise", "/routine/lower%20back", "/mine")]
    labels = str(what_is_shown("en-GB").labels)
    for text in (*written, *(page.replace("<option>alexa</option>", "") for page in shown), labels):
        assert set(re.findall(r"\w*(?:alexa|amazon|echo)\w*", text, re.IGNORECASE)) <= {"echoCancellation"}


@pytest.mark.parametrize("path", ["/page/../web.py", "/page/..%2fweb.py", "/page/%2e%2e/web.py", "/page//etc/passwd"])
def test_nothing_but_the_page_is_served(home: FlaskClient, path: str) -> None:
    assert home.get(path).status_code == 404


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
@pytest.mark.parametrize("path", ["/", "/practise", "/figure/bridge.svg"])
def test_no_name_made_to_lead_here_is_answered(home: FlaskClient, path: str, headers: dict[str, str]) -> None:
    assert home.get(path, headers=headers).status_code == 403


FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def test_every_routine_and_every_stretch_has_its_card(home: FlaskClient) -> None:
    shown, library = cards(home.get("/").text), what_is_shown("en-GB").library
    named = [routine.words["en"].name for routine in library.routines.values()]
    named += [stretch.words["en"].name for stretch in library.stretches.values()]
    assert sorted(shown) == sorted(name.replace("'", "&#39;") for name in named)


def test_a_card_tells_minutes_needs_who_takes_care_and_starts_it(home: FlaskClient) -> None:
    card = cards(home.get("/").text)["lower back"]
    assert "16 minutes the first time, until you stand" in card
    assert "<b>You need</b> room on the floor<" in card
    assert "a new or operated hip" in card
    assert 'href="/practise?say=start%20lower%20back"' in card
    assert card.count("<rect") == 20


def test_a_card_promises_the_minutes_that_are_said(home: FlaskClient) -> None:
    shown = cards(home.get("/").text)
    assert "7 minutes the first time, until you stand" in shown["five gentle minutes"]
    for slug in ("five-gentle-minutes", "desk", "in-bed"):
        said = figures_of(LIBRARY, slug)[0].minutes_said
        assert f"{said} minutes the first time" in shown[LIBRARY.routine(slug).words["en"].name]


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("place=chair", "desk", "lower back"),
        ("area=hamstrings", "hamstrings", "bedtime"),
        ("minutes=10", "standing", "hips"),
    ],
)
def test_one_chooses_by_place_area_and_time(home: FlaskClient, asked: str, there: str, gone: str) -> None:
    shown = cards(home.get(f"/?{asked}").text)
    assert there in shown
    assert gone not in shown


def test_a_choice_that_nothing_fits_is_said_to_be_so(home: FlaskClient) -> None:
    assert home.get("/?place=bed&area=calves").text.count("Nothing here fits all of that.") == 2


def test_a_number_of_minutes_that_is_none_is_told_so(home: FlaskClient) -> None:
    answer = home.get("/?minutes=soon")
    assert (answer.status_code, answer.json) == (400, {"error": "minutes: a whole number."})


def test_a_routine_is_shown_step_by_step_to_be_printed(home: FlaskClient) -> None:
    page = home.get("/routine/lower%20back").text
    assert "20 s, each side</p>" in page
    assert page.count("<li>") == 7
    assert home.get("/routine/nothing").status_code == 404


def test_what_is_to_be_said_is_words_whatever_is_in_it(home: FlaskClient) -> None:
    page = home.get('/practise?say="><script>alert(1)</script>', headers=FROM_OUR_PAGE).text
    assert "<script>alert" not in page
    assert 'data-begin="&#34;&gt;&lt;script' in page


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
def test_a_link_on_somebody_elses_page_says_nothing_by_itself(home: FlaskClient, site: str) -> None:
    page = home.get("/practise?say=forget%20me", headers={"Sec-Fetch-Site": site}).text
    assert 'data-begin=""' in page
    assert 'value="forget me"' in page


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_link_of_our_own_says_it_at_once(home: FlaskClient, site: str) -> None:
    page = home.get("/practise?say=start%20desk", headers={"Sec-Fetch-Site": site}).text
    assert 'data-begin="start desk"' in page
    assert 'value=""' in page


def test_a_figure_is_a_picture_with_its_own_colours_by_day_and_by_night(home: FlaskClient) -> None:
    figure = home.get("/figure/bridge.svg")
    assert figure.mimetype == "image/svg+xml"
    assert ElementTree.fromstring(figure.text).tag == "{http://www.w3.org/2000/svg}svg"
    assert "prefers-color-scheme:dark" in figure.text
    assert "script" not in figure.headers["Content-Security-Policy"]


def test_the_left_side_is_the_right_one_turned_over_and_what_swings_goes_to_its_mirror_image(
    home: FlaskClient,
) -> None:
    assert "matrix(-1" in home.get("/figure/knee-rolls.svg?side=left").text
    assert "matrix(-1" not in home.get("/figure/knee-rolls.svg?side=right").text
    first, second = (home.get(f"/figure/happy-baby.svg?phase={phase}&side=right").text for phase in ("first", "second"))
    assert first != second
    assert viewed(first) == viewed(second)


def viewed(figure: str) -> str:
    """What of the plane is seen."""
    seen: str = re.findall(r'viewBox="(.*?)"', figure)[0]
    return seen


def test_the_way_to_a_posture_is_seen_in_the_frame_of_both(home: FlaskClient) -> None:
    moving = home.get("/figure/seated-cat-cow.svg?phase=second&from=first").text
    still = [home.get(f"/figure/seated-cat-cow.svg?phase={phase}").text for phase in ("first", "second")]
    assert {viewed(figure) for figure in (moving, *still)} == {viewed(moving)}
    assert moving.count('class="frame"') == 9
    assert 'class="frame"' not in still[0]


def test_phases_and_forms_and_a_bed_are_drawn_otherwise(home: FlaskClient) -> None:
    asked = ("phase=first", "phase=second", "phase=first&form=easier", "phase=first&on=bed")
    drawn = {home.get(f"/figure/cat-cow.svg?{one}").text for one in asked}
    assert len(drawn) == 4
    assert home.get("/figure/nothing.svg").status_code == 404
