"""Whatever is to be said becomes markup that the platform takes, and that says just that."""

import re
from xml.etree import ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st

from skill.limits import LONGEST_BREAK_SECONDS, LONGEST_SSML_CHARACTERS
from skill.speech.plain import joined
from skill.speech.ssml import Stressed, read_back, ssml
from skill.timeline import Moment, Role, Timeline, head
from tests.properties.timeline.walks import Case, cases

ODD = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]) | st.sampled_from("&<>\"'"), min_size=1)
CUES = ODD.filter(lambda words: bool(words.strip())).map(lambda words: Moment(Role.NEXT, 1.0, words))
TENTHS = st.integers(min_value=1, max_value=900).map(lambda tenths: tenths / 10)
SILENCES = TENTHS.map(lambda seconds: Moment(Role.REST, seconds))
TIMELINES = st.lists(CUES | SILENCES, max_size=8).map(lambda moments: Timeline(tuple(moments)))

CHEEKY = Moment(Role.NEXT, 1.0, '<break time="5000ms"/> Tom & "Jerry" &amp; <3')


def breaks(root: ET.Element) -> list[float]:
    """The seconds of each break; a speech has nothing else in it."""
    assert {element.tag for element in root} <= {"break"}
    return [int(element.attrib["time"].removesuffix("ms")) / 1000 for element in root]


def words(timeline: Timeline) -> list[str]:
    return " ".join(moment.words for moment in timeline.moments).split()


@given(TIMELINES)
@example(Timeline((CHEEKY, Moment(Role.REST, 25.0), CHEEKY)))
def test_any_words_are_escaped_and_any_silence_is_cut_into_breaks(timeline: Timeline) -> None:
    root = ET.fromstring(ssml(timeline))
    assert "".join(root.itertext()).split() == words(timeline)
    assert all(0 < seconds <= LONGEST_BREAK_SECONDS for seconds in breaks(root))
    assert round(sum(breaks(root)), 1) == round(sum(moment.seconds for moment in timeline.moments if moment.silent), 1)


@given(TIMELINES)
@example(Timeline((CHEEKY, CHEEKY)))
def test_our_own_markup_reads_back_as_what_was_written(timeline: Timeline) -> None:
    written: list[str | float] = []
    for moment in joined(timeline):
        text = " ".join(moment.words.split())
        if text and written and isinstance(written[-1], str):
            text = f"{written.pop()} {text}"
        written.append(text or moment.seconds)
    read = [piece for piece in read_back(ssml(timeline)) if not isinstance(piece, Stressed)]
    assert in_whole_silences(read) == written


def in_whole_silences(pieces: list[str | float]) -> list[str | float]:
    whole: list[str | float] = []
    for piece in pieces:
        before = whole[-1] if whole else ""
        if isinstance(piece, float) and isinstance(before, float):
            whole[-1] = round(before + piece, 1)
        else:
            whole.append(piece)
    return whole


@given(cases())
def test_the_longest_reply_fits_the_platform(case: Case) -> None:
    marked_up = ssml(head(case.walk, case.budget).timeline)
    assert len(marked_up) <= LONGEST_SSML_CHARACTERS


@given(cases())
def test_nothing_is_spoken_that_a_voice_would_stumble_over(case: Case) -> None:
    for moment in head(case.walk, case.budget).timeline.moments:
        assert not re.search(r"[\d{}%°/_]|\.\.|\s[.,?]|\s\s", moment.words), moment.words
