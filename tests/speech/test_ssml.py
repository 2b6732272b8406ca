"""Markup as the platform takes it: escaped, breaks of ten seconds at most, never longer than it may be."""

from itertools import islice

import pytest

from skill.speech.ssml import Stressed, TooLong, breaks, read_back, ssml
from skill.timeline import Moment, Role, Signal, Stress, Timeline


def cue(words: str) -> Moment:
    return Moment(Role.NEXT, 1.0, words)


def rest(seconds: float) -> Moment:
    return Moment(Role.REST, seconds)


def test_a_long_silence_is_several_breaks_in_a_row() -> None:
    spoken = ssml(Timeline((cue("Hold."), rest(25.5), cue("Rest."))))
    assert spoken == (
        '<speak>Hold. <break time="10000ms"/> <break time="10000ms"/> <break time="5500ms"/> Rest.</speak>'
    )


def test_silences_next_to_each_other_are_one() -> None:
    assert ssml(Timeline((rest(4.5), rest(4.5)))) == '<speak><break time="9000ms"/></speak>'


def test_what_would_be_markup_is_escaped() -> None:
    spoken = ssml(Timeline((cue('Tom & "Jerry" <break time="9s"/> it\'s'),)))
    assert spoken == '<speak>Tom &amp; "Jerry" &lt;break time="9s"/&gt; it\'s</speak>'


@pytest.mark.parametrize(
    ("seconds", "lengths"),
    [(0.0, []), (0.1, [100]), (10.0, [10_000]), (10.1, [10_000, 100]), (30.0, [10_000, 10_000, 10_000])],
)
def test_no_break_is_longer_than_ten_seconds(seconds: float, lengths: list[int]) -> None:
    assert list(breaks(seconds)) == [f'<break time="{length}ms"/>' for length in lengths]


def test_silence_at_the_end_is_not_forgotten() -> None:
    assert ssml(Timeline((cue("Rest."), rest(2.0)))) == '<speak>Rest. <break time="2000ms"/></speak>'


def test_nothing_to_say_is_nothing_said() -> None:
    assert ssml(Timeline()) == "<speak></speak>"
    assert list(read_back("<speak></speak>")) == []


def test_exactly_as_much_as_fits_is_sent_and_a_character_more_is_not() -> None:
    around = len("<speak></speak>")
    assert len(ssml(Timeline((cue("a" * (7_500 - around)),)))) == 7_500
    with pytest.raises(TooLong, match="7501 characters of 7500"):
        ssml(Timeline((cue("a" * (7_501 - around)),)))


def test_an_escaped_character_counts_as_long_as_it_is_sent() -> None:
    with pytest.raises(TooLong):
        ssml(Timeline((cue("&" * 1_500),)))


def test_our_own_markup_reads_back_in_order() -> None:
    spoken = ssml(Timeline((cue("Knees & toes."), rest(12.0), cue("Left, one of two."))))
    assert list(islice(read_back(spoken), 9)) == ["Knees & toes.", 10.0, 2.0, "Left, one of two."]


def test_a_chime_is_a_bell_of_alexas_own_between_the_silences_and_reads_back_as_a_chime() -> None:
    chime = Moment(Role.RELEASE, 2.0, sound=Signal.CHIME)
    spoken = ssml(Timeline((rest(2.0), chime, rest(3.0), cue("Let go."))))
    bell = '<audio src="soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"/>'
    assert spoken == f'<speak><break time="2000ms"/> {bell} <break time="3000ms"/> Let go.</speak>'
    assert list(read_back(spoken)) == [2.0, Signal.CHIME, 3.0, "Let go."]


def test_emphasis_is_written_as_alexa_reads_it_and_read_back_as_it_was_written() -> None:
    strong = Moment(Role.SIDES, 1.0, "The left side & arm.", stress=Stress.STRONG)
    spoken = ssml(Timeline((cue("Now."), strong, rest(2.0), strong._replace(words="Softly.", stress=Stress.REDUCED))))
    assert spoken == (
        '<speak>Now. <emphasis level="strong">The left side &amp; arm.</emphasis> <break time="2000ms"/>'
        ' <emphasis level="reduced">Softly.</emphasis></speak>'
    )
    assert list(read_back(spoken)) == [
        "Now.",
        Stressed("The left side & arm.", Stress.STRONG),
        2.0,
        Stressed("Softly.", Stress.REDUCED),
    ]


def test_emphasis_without_a_level_is_moderate_and_of_nothing_is_nothing() -> None:
    read = read_back("<speak>Not <emphasis>that</emphasis> side.<emphasis> </emphasis></speak>")
    assert list(read) == ["Not", Stressed("that", Stress.MODERATE), "side."]
