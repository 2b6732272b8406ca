"""Whoever speaks a reply knows where its holds are: in a file and in a house they last as long as was said."""

from datetime import UTC, datetime, timedelta
from itertools import groupby

import pytest

from skill.assembly import build_skill
from skill.device.held import with_holds
from skill.device.speaker import Exchange, Whose
from skill.entrypoints.saying import converse
from skill.home import a_speaker, satellites_of, what_is_shown, with_holds_marked
from skill.screen.holds import SeenHold
from skill.settings import HOME_KEY, Settings, SqlitePlace
from skill.stores.sqlite import SqliteStore
from skill.timeline import HOLDING, Moment, Place, Role, Side, Timeline
from skill.voice.rendering import Rendering
from tests.device.scripted import closing
from tests.device.test_speaker import speaker_of
from tests.voice.here import needs

SEVEN = datetime(2026, 1, 5, 7, tzinfo=UTC)
RIGHT = Place("knee-to-chest-stretch", Side.RIGHT)


def practised(*script: str, tells: bool = True) -> list[Exchange]:
    skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), SqliteStore(":memory:"), at_home=True)
    return with_holds_marked(converse(a_speaker(skill, Whose(tells=tells)), script, SEVEN), "en-US")


def holds_in(timeline: Timeline) -> list[tuple[str, float, str]]:
    """Each hold: its side, its seconds, and what is said first of all after it."""
    runs = [[*run] for _, run in groupby(timeline.moments, key=lambda one: one.place if one.role in HOLDING else None)]
    after = [next((one.words for one in run if one.words), "") for run in runs[1:]]
    pairs = zip(runs, [*after, ""], strict=True)
    return [
        (run[0].place.side or "", round(sum(one.seconds for one in run), 1), then)
        for run, then in pairs
        if run[0].place is not None
    ]


@pytest.mark.parametrize("tells", [True, False], ids=["the page", "a satellite"])
def test_every_hold_of_a_reply_is_marked_from_its_word_to_its_release(tells: bool) -> None:
    _, led = practised("start knee to chest stretch", "ready", tells=tells)
    first, second = holds_in(led.playing.speech)[:2]
    assert (first[:2], second[:2]) == (("right", 20.0), ("left", 20.0))
    assert first[2].startswith("Let go")
    opening = [one.words for one in led.playing.speech.moments if one.role is Role.HOLD and one.words]
    assert opening[0].startswith("Hold. Twenty seconds.")


def test_so_satellites_keep_it_with_its_words() -> None:
    skill = build_skill(Settings(SqlitePlace(":memory:"), HOME_KEY), SqliteStore(":memory:"), at_home=True)
    rooms = satellites_of(skill, "en-US")
    rooms.answer("start knee to chest stretch", {}, "en", SEVEN)
    led = rooms.answer("ready", {}, "en", SEVEN + timedelta(seconds=90))
    words = " ".join(one.words for one in led.playing.speech.moments if one.words)
    assert [seconds for _, seconds, _ in holds_in(rooms.timed(words))][:2] == [20.0, 20.0]


@needs("espeak-ng")
@pytest.mark.parametrize("speed", [0.7, 1.0, 1.5])
def test_a_real_voice_keeps_each_of_them_however_fast_it_speaks(speed: float) -> None:
    from skill.voice.espeak_ng import EspeakNg  # noqa: PLC0415 - samples are numbers, and not everywhere

    _, led = practised("start knee to chest stretch", "ready")
    sounds = zip(led.playing.speech.moments, Rendering(EspeakNg(), speed).moments(led.playing.speech), strict=True)
    held: dict[Place, float] = {}
    for moment, sound in sounds:
        if moment.role in HOLDING and moment.place is not None:
            held[moment.place] = held.get(moment.place, 0.0) + sound.seconds
    assert [*held.values()][:2] == pytest.approx([20.0, 20.0], abs=0.01)


def test_a_silence_that_goes_on_beyond_a_hold_is_two_and_words_are_never_cut() -> None:
    speech = Timeline((Moment(Role.NEXT, 2, "Hold."), Moment(Role.REST, 9.0), Moment(Role.NEXT, 1, "Rest.")))
    seen = SeenHold(RIGHT, 0, 0.0, 0.0, 5.0, 5, "", "", "", "", ())
    marked = [(one.role, one.seconds, one.words) for one in with_holds(speech, [seen]).moments]
    assert marked == [
        (Role.HOLD, 2.0, "Hold."),
        (Role.HOLD, 3.0, ""),
        (Role.REST, 6.0, ""),
        (Role.NEXT, 1.0, "Rest."),
    ]


def test_a_reply_without_holds_is_not_changed() -> None:
    speaker, _ = speaker_of(closing("Please stop now."))
    said = speaker.say("alexa, open gentle back", SEVEN)
    assert what_is_shown("en-US").held(said) == said.playing.speech
