"""An item stays small: what is kept of somebody who has practised for a year, counted in bytes."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from skill.alexa.identity import Identity
from skill.content.model import Posture
from skill.dialogue.memory.days import Days
from skill.dialogue.memory.following import Following
from skill.dialogue.memory.habit import Habit, Led
from skill.dialogue.memory.held_today import HeldToday
from skill.dialogue.memory.person import Person, Word
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.record import to_record
from skill.dialogue.memory.subject import Rest, SideLeft
from skill.pace import Measure
from skill.ports.store import JsonRecord, Kept
from skill.practice import Before, Practice, Sent
from skill.stores.dynamodb_item import change_to, kept_in
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.fits.way_back import WayBack
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.tailoring import Tailoring
from skill.timeline import Flow, Mark, Place, Point, Side
from skill.timeline.changes import Changes
from skill.timeline.manner import Amount, Manner
from tests.library import LIBRARY
from tests.reviewed import STRETCHES

PRIVACY = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
SLACK = 3
NEVER_KEPT = {"unknown"}
HASH = "LScU1NQRXi79OtiAlPUZ"
RATES = (1.031, 0.998, 0.979, 1.002, 0.989, 1.011, 1.026)
TODAY = 739_907
SLUGS = STRETCHES
LATELY = ("arch-and-strengthen", "fitted", "upper-back", "stretch/sphinx", "own", "bedtime")
TILTS = [Place("pelvic-tilts", None, number, part) for number in range(1, 6) for part in ("arch", "flatten")]
HOLDS = (*TILTS, Place("knee-to-chest", Side.RIGHT), Place("knee-to-chest", Side.LEFT))


def mark(number: int) -> str:
    """A conversation or a device, as the skill tells them apart."""
    return Identity(b"a key").marked("session", str(number))


def practice(routine: str, number: int, sent: Sent | None = None) -> Practice:
    place = Place("windshield-wipers", Side.RIGHT, 3)
    here = Practice(routine, "ec836ee7", place, LIBRARY.stretch("sphinx").posture, 1_767_597_180 - 3571 * number)
    device = mark(number % 2 + 9) if sent else ""
    return replace(here, conversation=mark(number), device=device, ordinal=7, sent=sent)


def a_reply() -> Sent:
    marks = tuple(
        Mark(place, Point(10.5 * n, 12.3 * n), Point(10.5 * n + 3.4, 12.3 * n + 9.9)) for n, place in enumerate(HOLDS)
    )
    end = Point(196.4, 552.5)
    place = Place("knee-rolls", Side.RIGHT)
    return Sent(1_767_597_180, marks, end, end, end, LIBRARY.stretch("sphinx").posture, place)


def steps(count: int) -> tuple[MadeStep, ...]:
    """So many stretches, no two with the same dose."""
    return tuple(MadeStep(slug, 17 + n, 1 + n % 5) for n, slug in enumerate(SLUGS[-count:]))


def held_today() -> HeldToday:
    """Five stretches of which a day has its most: one more than the lower back routine has."""
    held = HeldToday()
    for number, slug in enumerate(SLUGS[:5]):
        held = held.having(TODAY, slug, Side.BOTH, 20 + number)
    return held


def all_tailored() -> Tailoring:
    """Every way in which routines can be made to fit, and their own routine as long as it may be."""
    fits = (
        *(Fit(mark_of(slug), hold=5) for slug in SLUGS[:10]),
        *(Fit(mark_of(slug), easier=True) for slug in SLUGS[10:14]),
        Fit(mark_of(SLUGS[15]), hold=10, repetitions=1, later_hold=5, day=TODAY - 3),
    )
    return Tailoring(
        fits=fits,
        manner=Manner(Amount.FEWER, 7, counts_down=True, chimes=True, in_breaths=True),
        never=(SLUGS[2], SLUGS[7]),
        limits=("kneeling", "on-front"),
        resting=(SLUGS[4],),
        limits_today=("on-hands",),
        spared="left",
        resting_day=TODAY,
        own=steps(12),
        own_name="grandma's back",
        rested=mark_of(SLUGS[6]) + mark_of(SLUGS[5]),
        worse="left",
        liked="".join(map(mark_of, SLUGS[:3])),
        way_back=WayBack(2, TODAY),
        seen=TODAY,
    )


def a_long_habit() -> Habit:
    """Days and routines of a year, with the steps that are remembered of one."""
    return Habit(
        days=Days(first=739_860, bits=0x15555AAB5D7F3, before=280, run=3),
        lately=tuple(Led(slug, 739_900 + 2 * n, 437 + 13 * n, 1) for n, slug in enumerate(LATELY)),
        seconds=212_345,
        made=steps(10),
        made_name="fitted",
        praised=0x7FF,
    )


def everything_of_a_year() -> Person:
    """Somebody who has every field in use at once, in the middle of a reply."""
    led = replace(practice("fitted", 1, a_reply()), made=steps(10), before=Before(Place("knee-rolls", Side.LEFT)))
    led = replace(led, altered=(("knee-to-chest", "1", 25), ("knee-to-chest", "2", 5)))
    return Person(
        practices=(led, practice("bedtime", 2), practice("lower-back", 3)),
        met=tuple(map(mark_of, SLUGS)),
        told=("welcome", "safety", "screening"),
        finished=365,
        asked=Question(Ask.READY, Rest(finished=True), times=2, by="Rgq", alike=2),
        flow=Flow.HANDS_FREE,
        offer="gentle-start",
        measures=tuple(Measure(rate, speaker) for speaker in ("LSc", "k7Q") for rate in RATES),
        tailoring=all_tailored(),
        changes=Changes(("lying>standing",) * 4 + ("all fours~back",) * 2, needed=55),
        habit=a_long_habit(),
        held=held_today(),
        following=Following("two-week-gentle-start", over=123, last=TODAY, back=4),
        last_request="u4diEzSQXr",
        writer=mark(1),
        earlier=tuple(Word(mark(number), 1_767_597_180 - 1733 * number) for number in (2, 3, 4)),
        zone="America/Indiana/Indianapolis",
        begun=1_736_071_337,
        forget_at=1_799_133_180,
    )


def everything_of_a_year_asked_first() -> Person:
    """The same after an emergency: no reply is under way, so that no holds of one are kept."""
    person = everything_of_a_year()
    practices = tuple(replace(one, sent=None, before=None, conversation="", device="") for one in person.practices)
    asked = Question(Ask.FIRST, times=2, by="Rgq", alike=2)
    return replace(person, practices=practices, asked=asked, ask_first_at=1_767_593_609, stopped_at=1_767_593_609)


def everything_of_a_year_with_a_side_left() -> Person:
    """The same at the end of a routine in which a side was left out."""
    steps = (MadeStep("lumbar-rotation", 20), MadeStep("seated-figure-four", 20), MadeStep("standing-side-tilt", 10, 3))
    left = SideLeft(Posture.ALL_FOURS, at=1_767_597_180, left=steps, done=("left", "right", "left"))
    return replace(everything_of_a_year(), asked=Question(Ask.SIDE_LEFT, left))


@pytest.mark.parametrize(
    "person",
    [everything_of_a_year(), everything_of_a_year_asked_first(), everything_of_a_year_with_a_side_left()],
    ids=["in a reply", "asked first", "a side left"],
)
def test_a_record_of_a_full_year_with_all_but_a_name_of_their_own_is_below_a_kilobyte(person: Person) -> None:
    unnamed = replace(person, tailoring=replace(person.tailoring, own_name=""))
    assert size_of_item(to_record(unnamed)) < 1024


def test_the_longest_name_of_their_own_costs_at_most_one_unit_of_writing_more() -> None:
    person = everything_of_a_year_with_a_side_left()
    named = replace(person, tailoring=replace(person.tailoring, own_name="what my grandmother calls her old backs'"))
    assert size_of_item(to_record(named)) < 1100


def test_three_hundred_stretches_more_cost_one_unit_of_writing_more() -> None:
    more = tuple(mark_of(f"stretch-{number}") for number in range(300))
    person = everything_of_a_year()
    grown = replace(person, met=(*person.met, *more))
    assert size_of_item(to_record(grown)) < 2048


def test_what_the_page_on_privacy_says_of_its_size_is_so() -> None:
    record = to_record(everything_of_a_year())
    whole = len(json.dumps(record, separators=(",", ":")))
    told = re.search(rf"\| {whole:,} \| (\d+) \|\n", PRIVACY)
    item = re.search(r"the last row takes ([\d,]+)\.", PRIVACY)
    assert told, whole
    assert item
    # Builds of Python deflate a little differently.
    assert abs(int(told[1]) - len(deflated(record))) <= SLACK
    assert abs(int(item[1].replace(",", "")) - size_of_item(record)) <= SLACK


def test_no_field_is_left_out_of_the_full_record() -> None:
    seldom = {"quiet_turns"}
    first = everything_of_a_year_asked_first()
    person = replace(everything_of_a_year(), ask_first_at=first.ask_first_at, stopped_at=first.stopped_at)
    for whole, empty in ((person, Person()), (person.tailoring, Tailoring()), (person.habit, Habit())):
        same = {name for name, value in vars(whole).items() if value == vars(empty)[name]}
        assert same <= seldom | {"schema"} | NEVER_KEPT


def deflated(record: JsonRecord) -> bytes:
    """The record as it lies in a table."""
    written: bytes = change_to(record, after=365)["ExpressionAttributeValues"][":record"]["B"]
    return written


def size_of_item(record: JsonRecord) -> int:
    """Bytes of the item as DynamoDB counts them: the names and the values of its attributes."""
    kept = {"record": deflated(record), "version": b"365", "forget_at": b"1799133180"}
    keys = {"account": HASH.encode(), "person": HASH.encode()}
    return sum(len(name) + len(value) for name, value in {**keys, **kept}.items())


def test_a_deflated_record_comes_back_as_it_was() -> None:
    record: JsonRecord = {"schema": 1, "met": " ".join(LIBRARY.stretches), "told": ["safety"] * 100}
    item = {"record": change_to(record, after=1)["ExpressionAttributeValues"][":record"], "version": {"N": "2"}}

    assert kept_in(item) == Kept(record, 2)


def test_no_two_stretches_share_their_mark() -> None:
    assert len({mark_of(slug) for slug in LIBRARY.stretches}) == len(LIBRARY.stretches)
