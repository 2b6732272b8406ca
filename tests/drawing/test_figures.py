"""Every stretch has a figure whose limbs are as long as they are, and what cannot be drawn is refused with its path."""

from collections.abc import Iterator

import pytest

from skill.assembly import the_figures, the_library
from skill.content.library_from_files import CONTENT_FOLDER
from skill.content.model.drawn import Drawn
from skill.content.reading.faults import ContentFaults
from skill.content.reading.folder import files_in
from skill.drawing.figures import figures_of
from skill.drawing.skeleton import Skeleton, skeleton_of

BRIDGE = "figures/bridge.toml"
FILES = files_in(CONTENT_FOLDER)


def poses() -> Iterator[tuple[str, Drawn]]:
    for slug, figure in the_figures().items():
        for form in ("usual", "easier"):
            yield from ((f"{slug} {form} {phase}", drawn) for phase, drawn in figure.poses(form).items())


def body(slug: str, phase: str = "", form: str = "usual") -> Skeleton:
    return skeleton_of(the_figures()[slug].pose(phase, form))


def faults(file: str, **changes: tuple[str, str]) -> list[str]:
    """What is told when in a file these words are others."""
    text = FILES[file].decode()
    for before, after in changes.values():
        assert before in text
        text = text.replace(before, after)
    stretches = {"bridge": the_library().stretches["bridge"]}
    with pytest.raises(ContentFaults) as refused:
        figures_of({file: text.encode()}, stretches)
    return str(refused.value).splitlines()


def test_every_stretch_has_a_figure_and_no_figure_is_of_nothing() -> None:
    assert set(the_figures()) == set(the_library().stretches)


def test_every_easier_form_is_drawn_or_said_to_look_alike() -> None:
    told = {slug for slug, stretch in the_library().stretches.items() if stretch.words["en"].easier}
    drawn = {slug for slug, figure in the_figures().items() if figure.easier is not figure.usual}
    assert told - drawn == set()


@pytest.mark.parametrize(("part", "length"), [("thigh", 41), ("shin", 39), ("upper arm", 28), ("forearm", 25)])
def test_limbs_keep_their_lengths_in_every_posture(part: str, length: int) -> None:
    for name, drawn in poses():
        skeleton = skeleton_of(drawn)
        for side in ("side", "other"):
            leg, arm = skeleton.legs[side], skeleton.arms[side]
            ends = {"thigh": (leg.hip, leg.knee), "shin": (leg.knee, leg.ankle)}
            ends |= {"upper arm": (arm.shoulder, arm.elbow), "forearm": (arm.elbow, arm.wrist)}
            first, last = ends[part]
            assert (last - first).length == pytest.approx(length, abs=0.6), name


def test_the_back_is_rounded_in_the_cat_and_sags_in_the_cow() -> None:
    cat, cow = body("cat-and-cow", "cat"), body("cat-and-cow", "cow")
    assert cat.joints["chest"].y > cat.joints["hips"].y + 5
    assert cat.joints["chest"].y > cat.joints["side.shoulder"].y
    assert cat.joints["head"].y < cat.joints["hips"].y - 10
    assert cow.joints["waist"].y < cow.joints["hips"].y
    assert cow.joints["waist"].y < cow.joints["chest"].y
    assert cow.joints["head"].y > cow.joints["side.shoulder"].y


def test_the_sphinx_lies_on_its_forearms_and_the_modified_cobra_on_straight_arms() -> None:
    sphinx, cobra, straight = (
        body("sphinx").arms["side"],
        body("cobra").arms["side"],
        body("modified-cobra").arms["side"],
    )
    assert sphinx.elbow.y < 8
    assert sphinx.wrist.y < 5
    assert (cobra.elbow - cobra.shoulder).angle(cobra.wrist - cobra.elbow) > 40
    assert (straight.elbow - straight.shoulder).angle(straight.wrist - straight.elbow) < 25


def test_the_bridge_is_one_line_from_the_shoulders_to_the_knees() -> None:
    bridge = body("bridge").joints
    assert (bridge["hips"] - bridge["chest"]).angle(bridge["side.knee"] - bridge["hips"]) < 20
    assert bridge["side.knee"].y == max(at.y for at in bridge.values())


def test_in_the_downward_dog_the_bottom_is_highest() -> None:
    dog = body("downward-dog").joints
    assert max(dog, key=lambda name: dog[name].y) in ("hips", "side.hip", "other.hip")


def test_in_the_figure_four_the_ankle_is_on_the_other_thigh_and_both_hands_are_behind_it() -> None:
    four = body("piriformis").joints
    assert (four["side.ankle"] - four["other.thigh"]).length < 13
    assert four["side.knee"].z > four["side.hip"].z
    for hand in (four["side.wrist"], four["other.wrist"]):
        assert four["other.hip"].y < hand.y < four["other.knee"].y


def test_hands_hold_the_knee_and_do_not_wave_above_it() -> None:
    for slug in ("knee-to-chest", "knee-press"):
        arm = body(slug).arms["side"]
        assert (arm.fingers - body(slug).joints["side.knee"]).length < 12, slug


def test_knees_fall_and_arms_rise_on_the_side_that_has_its_turn() -> None:
    assert body("knee-rolls").joints["side.knee"].z > body("knee-rolls").joints["side.hip"].z
    assert body("knee-rolls").joints["other.knee"].z > body("knee-rolls").joints["other.hip"].z
    tilt = body("standing-side-tilt").joints
    assert tilt["side.wrist"].y > tilt["head"].y > tilt["side.shoulder"].y
    assert tilt["head"].z < 0


def test_cat_cow_is_drawn_once_and_begins_with_the_cow() -> None:
    assert tuple(the_figures()["cat-cow"].usual) == ("cow", "cat")
    assert the_figures()["cat-cow"].pose("cat") == the_figures()["cat-and-cow"].pose("cat")


def test_an_impossible_joint_is_refused_with_its_path() -> None:
    assert faults("figures/bridge.toml", lumbar=("lumbar = 0, chest = 10", "lumbar = 90, chest = 10")) == [
        "figures/bridge.toml: line 7: spine.lumbar: 90 may not stand here; what may is a number from -45 to 60"
    ]


def test_a_missing_limb_is_refused_with_its_path() -> None:
    assert faults(BRIDGE, arms=("arms.both = {", "arms.side = {")) == [
        "figures/bridge.toml: line 9: arms.other: missing; what belongs here is a table"
    ]


def test_a_leg_of_which_nothing_is_told_is_refused() -> None:
    assert faults(BRIDGE, legs=("{ foot_at = [38, 7, 10], flat = true }", "{ knee = 20 }")) == [
        "figures/bridge.toml: line 8: legs.other: tell hip and knee, or where the foot is",
        "figures/bridge.toml: line 8: legs.side: tell hip and knee, or where the foot is",
    ]


def test_a_foot_too_far_away_is_refused_with_its_path() -> None:
    assert faults(BRIDGE, foot=("[38, 7, 10]", "[98, 7, 10]")) == [
        "figures/bridge.toml: line 11: easier.legs.other.foot: 19 centimetres too far away",
        "figures/bridge.toml: line 8: legs.other.foot: 21 centimetres too far away",
    ]


def test_what_floats_or_sinks_is_refused_with_its_path() -> None:
    told = faults(BRIDGE, hips=("hips    = [0, 31, 0]", "hips    = [0, 40, 0]"))
    assert "figures/bridge.toml: line 4: touches.0: side.shoulder is 12 centimetres above what it should touch" in told
    told = faults(BRIDGE, hips=("hips    = [0, 21, 0]", "hips    = [0, 11, 0]"))
    assert any("easier" in line and "below" in line for line in told)


def test_a_missing_figure_and_one_of_nothing_are_refused() -> None:
    with pytest.raises(ContentFaults) as refused:
        figures_of({"figures/brigde.toml": FILES[BRIDGE]}, {"bridge": the_library().stretches["bridge"]})
    assert str(refused.value).splitlines() == [
        "figures/bridge.toml: missing: every stretch has a figure",
        "figures/brigde.toml: there is no stretch of this name",
    ]


def test_phases_are_those_of_the_stretch() -> None:
    cat = {"cat-and-cow": the_library().stretches["cat-and-cow"]}
    text = FILES["figures/cat-and-cow.toml"].replace(b"poses.cat", b"poses.kitten")
    with pytest.raises(ContentFaults) as refused:
        figures_of({"figures/cat-and-cow.toml": text}, cat)
    assert str(refused.value) == "figures/cat-and-cow.toml: line 9: poses: must have cat, cow, in that order"
