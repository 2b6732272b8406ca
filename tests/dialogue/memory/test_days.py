"""A new day begins at the person's own midnight, in summer, in winter, and when the clocks change."""

from datetime import datetime

import pytest

from skill.device.speaker import Whose
from skill.stores.sqlite import SqliteStore
from tests.dialogue.listener import BACK, STOPPED, WARMED, Atlas, Listener, stopped

# Begun six minutes before the person stopped. Local times; what comes after the sign is the zone's distance from UTC.
ANOTHER_DAY = [
    ("America/New_York", "2026-06-10T22:24-04:00", "2026-06-11T00:10-04:00"),  # the same day in Greenwich
    ("America/New_York", "2026-03-07T22:24-05:00", "2026-03-08T00:10-05:00"),  # into the day that lacks an hour
    ("America/New_York", "2026-03-08T22:24-04:00", "2026-03-09T00:10-04:00"),  # out of it: by winter's time the same
    ("America/New_York", "2026-10-31T22:24-04:00", "2026-11-01T00:10-04:00"),  # into the day that has one twice
    ("America/New_York", "2026-11-01T22:24-05:00", "2026-11-02T00:10-05:00"),  # out of it: by summer's time the same
    ("Europe/London", "2026-03-28T22:24+00:00", "2026-03-29T00:10+00:00"),
    ("Europe/London", "2026-03-29T22:24+01:00", "2026-03-30T00:10+01:00"),
    ("Europe/London", "2026-10-24T22:24+01:00", "2026-10-25T00:10+01:00"),
    ("Europe/London", "2026-10-25T22:24+00:00", "2026-10-26T00:10+00:00"),
    ("Pacific/Kiritimati", "2026-06-10T22:24+14:00", "2026-06-11T00:10+14:00"),
]
SAME_DAY = [
    ("America/New_York", "2026-06-10T19:24-04:00", "2026-06-10T20:10-04:00"),  # midnight in Greenwich
    ("America/New_York", "2026-03-08T01:24-05:00", "2026-03-08T03:10-04:00"),  # three quarters of an hour later
    ("America/New_York", "2026-11-01T01:24-04:00", "2026-11-01T01:10-05:00"),  # the same hour again
    ("Europe/London", "2026-03-29T00:24+00:00", "2026-03-29T02:10+01:00"),
    ("Europe/London", "2026-10-25T01:24+01:00", "2026-10-25T01:10+00:00"),
]
SAME_DAY_LATER = [
    ("America/New_York", "2026-03-08T00:24-05:00", "2026-03-08T23:50-04:00"),
    ("America/New_York", "2026-11-01T00:24-04:00", "2026-11-01T23:50-05:00"),
    ("Europe/London", "2026-03-29T00:24+00:00", "2026-03-29T23:50+01:00"),
    ("Europe/London", "2026-10-25T00:24+01:00", "2026-10-25T23:50+00:00"),
]


def opened(listener: Listener, begun: str, opened_at: str) -> str:
    """What is heard first by somebody who began at one time, stopped six minutes later, and opened at another."""
    stopped(listener, datetime.fromisoformat(begun))
    return listener.say("open gentle back", datetime.fromisoformat(opened_at))


@pytest.mark.parametrize(("zone", "begun", "opened_at"), ANOTHER_DAY)
def test_midnight_is_the_person_s_own(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    listener = Listener(store, Atlas(zone))
    assert opened(listener, begun, opened_at).startswith(STOPPED)
    assert listener.say("go on").startswith(WARMED)


def test_within_the_hour_nobody_is_cold_whatever_the_date(store: SqliteStore) -> None:
    listener = Listener(store, Atlas("Europe/London"))
    assert opened(listener, "2026-06-10T23:24+01:00", "2026-06-11T00:10+01:00").startswith(BACK)


@pytest.mark.parametrize(("zone", "begun", "opened_at"), SAME_DAY)
def test_an_hour_is_an_hour_whatever_the_clocks_say(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    assert opened(Listener(store, Atlas(zone)), begun, opened_at).startswith(BACK)


@pytest.mark.parametrize(("zone", "begun", "opened_at"), SAME_DAY_LATER)
def test_a_day_of_another_length_is_one_day(store: SqliteStore, zone: str, begun: str, opened_at: str) -> None:
    listener = Listener(store, Atlas(zone))
    assert opened(listener, begun, opened_at) == f"{STOPPED}eleven minutes to go. Go on, or start fresh?"
    assert listener.say("go on").startswith(BACK)


@pytest.mark.parametrize(
    ("locale", "heard"), [("en-US", BACK), ("en-CA", BACK), ("en-GB", WARMED), ("en-IN", BACK), ("en-AU", BACK)]
)
def test_where_the_zone_is_refused_the_language_tells_it_roughly(store: SqliteStore, locale: str, heard: str) -> None:
    atlas = Atlas(None)
    listener = Listener(store, atlas, Whose(locale=locale))
    assert opened(listener, "2026-06-10T21:24+00:00", "2026-06-10T23:10+00:00").startswith(STOPPED)
    assert listener.say("go on").startswith(heard)


def test_a_zone_that_was_told_is_kept_and_not_asked_for_again(store: SqliteStore) -> None:
    atlas = Atlas("America/New_York")
    listener = Listener(store, atlas, Whose(locale="en-GB"))
    stopped(listener, datetime.fromisoformat("2026-06-10T22:24-04:00"))
    atlas.zone = None
    assert listener.say("open gentle back", datetime.fromisoformat("2026-06-11T00:10-04:00")).startswith(STOPPED)
    assert listener.say("go on").startswith(WARMED)
    assert atlas.asked == 1


def test_nobody_waits_for_their_zone_but_for_a_word_of_farewell(store: SqliteStore) -> None:
    atlas = Atlas(None)
    listener = Listener(store, atlas)
    listener.say("open gentle back", datetime.fromisoformat("2026-06-10T22:24-04:00"))
    for words in ("start my lower back routine", "ready", "hang on", "go on", "ready"):
        listener.say(words)
    assert atlas.asked == 0
    listener.say("alexa, stop")
    assert atlas.asked == 1


def test_at_the_end_of_a_conversation_nobody_waits_at_all_and_the_next_one_knows_the_zone(store: SqliteStore) -> None:
    atlas = Atlas("America/New_York")
    listener = Listener(store, atlas)
    listener.say("start my lower back routine", datetime.fromisoformat("2026-06-10T22:24-04:00"))
    assert listener.speaker is not None
    listener.speaker.end("EXCEEDED_MAX_REPROMPTS", listener.speaker.answer_time())
    assert atlas.asked == 1
    atlas.zone = None
    listener.say("open gentle back", datetime.fromisoformat("2026-06-11T00:10-04:00"))
    listener.say("stop")
    assert atlas.asked == 1


def test_a_reminder_goes_by_the_clock_of_who_is_to_hear_it_so_the_zone_is_asked_for_at_once(store: SqliteStore) -> None:
    atlas = Atlas("America/Los_Angeles")
    listener = Listener(store, atlas)
    listener.say("open gentle back", datetime.fromisoformat("2026-06-10T05:30-07:00"))
    assert atlas.asked == 0
    # By the zone of most who speak so, seven is over for today.
    assert listener.say("remind me at seven") == "Today at seven in the morning. Shall I remind you?"
    assert atlas.asked == 1
