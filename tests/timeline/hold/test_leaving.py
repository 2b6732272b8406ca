"""After a hold: the release, the time to come out, the rest, and the way to the other side."""

from dataclasses import replace

from skill.timeline import Moment, Role, Signal
from skill.timeline.hold.entering import entry
from skill.timeline.hold.leaving import changing_side, coming_out, leaving, naming_meanwhile, release_words
from skill.timeline.manner import Manner
from tests.library import holds, told_briefly, told_in_full, with_words
from tests.timeline.hold.reading import heard


def test_after_the_release_there_is_time_to_come_out() -> None:
    unit = with_words("knee-to-chest", release="Lower the leg.")
    assert heard(leaving(unit, told_briefly())) == ["Lower the leg.", 5]


def test_a_chime_comes_when_the_hold_is_over_and_before_the_words() -> None:
    unit, telling = holds("knee-to-chest", hold_seconds=20)[0], replace(told_briefly(), manner=Manner(chimes=True))
    chime, release, *_ = leaving(unit, telling)
    assert (chime.role, chime.seconds, chime.sound) == (Role.RELEASE, 2.0, Signal.CHIME)
    assert release.words == unit.stretch.words["en"].release


def test_a_part_that_flows_into_the_next_has_no_chime() -> None:
    cat, _ = holds("cat-and-cow", hold_seconds=10)
    assert heard(leaving(cat, replace(told_briefly(), manner=Manner(chimes=True)))) == []


def test_a_prescribed_rest_comes_between_repetitions_and_not_after_the_last() -> None:
    first, second = holds("bridge", hold_seconds=10, repetitions=2, rest_seconds=8)
    release = first.stretch.words["en"].release
    assert heard(leaving(first, told_briefly())) == [release, 6, "Rest.", 8]
    assert heard(leaving(second, told_briefly())) == [release, 6]


def test_after_a_deep_bend_one_rises_in_time_and_then_stands_still() -> None:
    unit = with_words("standing-forward-fold", release="Rise slowly.", after="Stand still.")
    assert heard(leaving(unit, told_briefly())) == ["Rise slowly.", 12, "Stand still.", 6]


def test_one_part_may_flow_into_the_next_and_the_last_is_released() -> None:
    cat, cow = holds("cat-and-cow", hold_seconds=10)
    assert release_words(cat, told_briefly()) is None
    assert heard(leaving(cat, told_briefly())) == []
    assert release_words(cow, told_briefly()) == cow.stretch.words["en"].release


def test_an_interruption_lets_go_even_of_a_part_that_flows_on() -> None:
    cat, _ = holds("cat-and-cow", hold_seconds=10)
    assert heard(coming_out(cat, told_briefly())) == [cat.stretch.words["en"].release, 5.0]


def test_an_interruption_gives_the_time_to_come_out_and_no_less_than_five_seconds() -> None:
    unit = with_words("prone-leg-lifts", release="Feet down.")
    assert heard(coming_out(unit, told_briefly())) == ["Feet down.", 5.0]
    held_foot = with_words("piriformis", release="Let go.")
    assert heard(coming_out(held_foot, told_briefly())) == ["Let go.", 8]


def test_an_interrupted_deep_bend_ends_standing_still_like_any_other() -> None:
    unit = with_words("standing-forward-fold", release="Rise slowly.", after="Stand still.")
    assert heard(coming_out(unit, told_briefly())) == ["Rise slowly.", 12, "Stand still.", 6]


def test_both_knees_are_let_go_of_in_words_of_their_own() -> None:
    *_, both = holds("knee-press", hold_seconds=15, together=True)
    words = both.stretch.words["en"].both
    assert words is not None
    assert release_words(both, told_briefly()) == words.release


def test_the_other_side_is_named_to_a_newcomer_and_there_is_time_to_get_there() -> None:
    _, left = holds("knee-to-chest", hold_seconds=20)
    assert heard(changing_side(left, told_in_full())) == ["The left side now.", 4.0]


def test_somebody_who_knows_it_hears_the_other_side_in_the_way_in_and_has_the_same_time() -> None:
    _, left = holds("knee-to-chest", hold_seconds=20)
    assert heard(changing_side(left, told_briefly())) == [4.0]
    assert heard(entry(left, told_briefly(), anew=False)) == ["Left knee to your chest.", 5]


def test_a_later_repetition_is_let_go_of_in_other_words_and_the_last_one_in_full() -> None:
    tilts = holds("pelvic-tilts", hold_seconds=7, repetitions=3)
    assert [heard(leaving(unit, told_briefly()))[0] for unit in tilts] == [
        "Let go.",
        "And let go.",
        "And rest.",
        "Rest.",
        "Let it sink.",
        "Let your back rest.",
    ]


def test_what_comes_is_named_while_a_body_still_comes_out_and_never_in_a_hold() -> None:
    release, quiet = Moment(Role.RELEASE, 2.0, "Down."), Moment(Role.RELEASE, 5.0)
    assert naming_meanwhile((release, quiet), 1.2) == (release, Moment(Role.RELEASE, 3.8))
    assert naming_meanwhile((release, quiet), 9.0) == (release, Moment(Role.RELEASE, 1.0))
    held = (Moment(Role.HOLD, 8.0),)
    assert naming_meanwhile(held, 1.2) == held


def test_the_side_is_named_in_one_breath_with_the_first_move_where_one_turns_round() -> None:
    left = next(unit for unit in holds("elevated-leg", hold_seconds=20)[1:] if unit.opens_side)
    named, first, *_ = changing_side(left, replace(told_briefly(), newcomer=True))
    assert (named.words, first.words) == ("The left side now.", "Move to the middle of the bed, and sit up slowly.")


def test_both_together_need_no_way_over() -> None:
    *_, both = holds("knee-press", hold_seconds=15, together=True)
    assert heard(changing_side(both, told_briefly())) == ["Now both together."]


def test_turning_round_on_a_bed_is_told_a_move_at_a_time() -> None:
    _, left = holds("elevated-leg", hold_seconds=20)
    moments = list(changing_side(left, told_briefly()))
    assert [moment.words for moment in moments if moment.words] == [
        "The left side now.",
        "Move to the middle of the bed, and sit up slowly.",
        "Turn round, so that your head lies at the other end.",
        "Feel for the same edge, and lie along it, on your back.",
    ]
    assert 44 <= sum(moment.seconds for moment in moments if moment.silent) <= 46
    assert {moment.role for moment in moments} == {Role.SIDES}
