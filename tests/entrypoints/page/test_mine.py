"""What the page shows of what is kept of somebody, and, after an emergency, whatever they ask for."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient

from skill.assembly import build_skill
from skill.device.page_turns import PageClock
from skill.dialogue.memory.days import Days
from skill.dialogue.memory.habit import Habit
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.record import to_person
from skill.entrypoints.page.mine import mine_of
from skill.entrypoints.page.site import show_the_page
from skill.entrypoints.web import create_app
from skill.home import kept_by, page_turns, the_recognizer, what_is_shown
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.deadline import Deadline
from skill.stores.sqlite import SqliteStore
from skill.tailoring.fits.fit import Fit
from skill.tailoring.tailoring import Tailoring
from tests.entrypoints.fakes import Echo

THURSDAY = date(2026, 1, 8)
PRACTISED = Days().having(date(2026, 1, 5).toordinal()).having(date(2026, 1, 7).toordinal())
FITS = (replace(Fit.of("cobra"), repetitions=-1, easier=True), replace(Fit.of("bridge"), hold=5))
ANNA = Person(
    finished=2,
    habit=Habit(days=PRACTISED),
    tailoring=Tailoring(limits=("kneeling",), never=("happy-baby",), fits=FITS),
)


def home_of(person: Person) -> FlaskClient:
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"), lambda: person)
    return app.test_client()


@pytest.fixture(name="home", scope="module")
def _home() -> FlaskClient:
    return home_of(ANNA)


def test_days_of_practice_are_in_a_calendar_of_seven_weeks() -> None:
    mine = mine_of(ANNA, what_is_shown("en-GB"), THURSDAY)
    assert (len(mine.weeks), {len(week) for week in mine.weeks}) == (7, {7})
    assert [day.practised for day in mine.weeks[-1]] == [True, False, True, False, False, False, False]
    assert [day.number for day in mine.weeks[-1]] == [5, 6, 7, 8, 9, 10, 11]
    assert [day.ahead for day in mine.weeks[-1]] == [False, False, False, False, True, True, True]
    assert (mine.total, mine.finished) == (2, 2)


def test_what_is_left_out_comes_with_the_words_that_bring_it_back() -> None:
    left_out = mine_of(ANNA, what_is_shown("en-GB"), THURSDAY).left_out
    assert [(one.words, one.say) for one in left_out] == [
        ("kneeling", "kneeling is fine again"),
        ("happy baby rock", "happy baby rock is fine again"),
    ]


def test_those_words_are_understood_for_every_limit_and_stretch() -> None:
    shows, recognizer = what_is_shown("en-US"), the_recognizer("en-US")
    limits, stretches = tuple(shows.library.limits), tuple(shows.library.stretches)
    everything = replace(ANNA, tailoring=Tailoring(limits=limits, never=stretches))
    for one in mine_of(everything, shows, THURSDAY).left_out:
        assert recognizer.understand(one.say).intent in ("CanAgainIntent", "AllowIntent"), one.say
    assert recognizer.understand(shows.labels.forget).intent == "ForgetMeIntent"


def test_holds_that_were_changed_are_told(home: FlaskClient) -> None:
    page = home.get("/mine").text
    assert "bridge pose: +5 seconds" in page
    assert "cobra pose: -1 times, the easier form" in page


def test_all_that_is_kept_can_be_saved_and_read_again(home: FlaskClient) -> None:
    saved = home.get("/mine.json")
    assert saved.mimetype == "application/json"
    assert to_person(json.loads(saved.text)) == ANNA


def test_of_somebody_new_nothing_is_shown_and_nothing_fails() -> None:
    page = home_of(Person()).get("/mine").text
    assert "Days in all: 0. Routines to their end: 0." in page
    assert page.count("Nothing.") == 2


@pytest.mark.parametrize("path", ["/", "/routine/lower%20back", "/mine"])
def test_after_an_emergency_there_is_the_number_wherever_one_looks_and_no_routine(path: str) -> None:
    now = int(datetime.now(UTC).timestamp())  # noqa: TID251 (the page reads the real clock)
    page = home_of(replace(ANNA, ask_first_at=now)).get(path).text
    assert 'href="tel:999">Call 999</a>' in page
    assert "Stop, and rest. Call nine nine nine" in page
    assert "say=start" not in page


def test_where_one_practises_the_number_is_there_from_the_start_even_without_what_the_window_knew() -> None:
    now = int(datetime.now(UTC).timestamp())  # noqa: TID251 (the page reads the real clock)
    page = home_of(replace(ANNA, ask_first_at=now)).get("/practise").text
    assert "&#34;digits&#34;: &#34;999&#34;" in page
    assert 'data-alarm="null"' in home_of(ANNA).get("/practise").text


def test_what_cannot_be_read_is_told_and_not_called_nothing() -> None:
    app = create_app(Echo(), lambda: True, page_turn=lambda sent: sent)
    show_the_page(app, what_is_shown("en-GB"), lambda: None)
    page = app.test_client().get("/mine")
    assert page.status_code == 503
    assert "What is kept cannot be read just now. Nothing of it is lost." in page.text
    assert "Try again" in page.text
    assert "Nothing.<" not in page.text
    assert app.test_client().get("/mine.json").status_code == 503
    assert app.test_client().get("/").status_code == 200


def test_what_is_kept_is_read_long_after_the_last_turn_and_nothing_while_it_cannot_be() -> None:
    passed = [0.0]
    settings = Settings(SqlitePlace(":memory:"), HOME_KEY)
    store = SqliteStore(":memory:", Deadline(lambda: passed[0]))
    skill, person = build_skill(settings, store, at_home=True), kept_by(settings, store)
    assert person() == Person()
    turn = page_turns(skill, "en-US", PageClock(lambda: datetime(2026, 1, 5, 7, tzinfo=UTC)))
    turn({"words": "i have chest pain and cannot breathe", "conversation": None, "after_seconds": 0})
    passed[0] = 3600.0
    kept = person()
    assert kept is not None
    assert kept.ask_first_at > 0
    store.close()
    assert person() is None
