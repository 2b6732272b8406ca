"""What moves is shown on its way: the same body at every moment, and a mirror image where the sides take turns."""

from itertools import pairwise

import pytest

from skill.assembly import the_figures
from skill.drawing.passage import FRAMES, mirrored, passage_to
from skill.drawing.picture import picture_of, together
from skill.drawing.skeleton import Skeleton, skeleton_of
from skill.drawing.svg import alone, moving, svg

MOVING = ("cat-and-cow", "cat-cow", "happy-baby", "pelvic-tilts", "seated-cat-cow", "windshield-wipers")


def way(slug: str, phase: str, form: str = "usual") -> list[Skeleton]:
    return [skeleton_of(drawn) for drawn in passage_to(the_figures()[slug], phase, form)]


@pytest.mark.parametrize("slug", MOVING)
@pytest.mark.parametrize("form", ["usual", "easier"])
def test_every_limb_is_as_long_on_the_way_and_no_joint_leaps(slug: str, form: str) -> None:
    bodies = way(slug, "second", form)
    assert len(bodies) == FRAMES
    for before, after in pairwise(bodies):
        for side in ("side", "other"):
            leg, arm = after.legs[side], after.arms[side]
            assert (leg.knee - leg.hip).length == pytest.approx(41, abs=0.6)
            assert (leg.ankle - leg.knee).length == pytest.approx(39, abs=0.6)
            assert (arm.elbow - arm.shoulder).length == pytest.approx(28, abs=0.6)
            assert (arm.wrist - arm.elbow).length == pytest.approx(25, abs=0.6)
        assert all((after.joints[name] - before.joints[name]).length < 25 for name in after.joints)


def test_hands_and_feet_stay_where_they_are_while_the_back_moves() -> None:
    for body in way("cat-and-cow", "second"):
        assert body.joints["side.wrist"].x == pytest.approx(41, abs=0.5)
        assert body.joints["side.ankle"].x == pytest.approx(-38, abs=0.5)


def test_the_arms_of_the_cat_are_long() -> None:
    for form in ("usual", "easier"):
        arm = way("cat-and-cow", "first", form)[-1].arms["side"]
        assert (arm.wrist - arm.shoulder).length > 52


def test_knees_that_sink_to_one_side_and_then_the_other_pass_the_middle() -> None:
    bodies = way("windshield-wipers", "second")
    assert bodies[0].joints["side.knee"].z > 20
    middle = bodies[FRAMES // 2].joints
    assert middle["side.knee"].z == pytest.approx(-middle["other.knee"].z, abs=0.5)
    assert bodies[-1].joints["other.knee"].z < -20


@pytest.mark.parametrize("slug", ["windshield-wipers", "happy-baby", "seated-side-tilt", "lumbar-rotation"])
def test_a_mirror_image_is_the_same_body_turned_over(slug: str) -> None:
    drawn = the_figures()[slug].pose()
    here, there = skeleton_of(drawn), skeleton_of(mirrored(drawn))
    assert mirrored(mirrored(drawn)) == drawn
    for name, at in here.joints.items():
        other = name.replace("side.", "other.") if name.startswith("side.") else name.replace("other.", "side.")
        seen = there.joints[other]
        assert (seen.x, seen.y, seen.z) == pytest.approx((at.x, at.y, -at.z), abs=0.01), name


def test_a_stretch_of_one_posture_has_no_way_and_what_is_told_in_two_ways_is_shown_one_after_the_other() -> None:
    assert len(way("bridge", "")) == 1
    assert len(way("knee-press", "both")) == 2


def test_a_way_is_one_picture_that_does_not_jump_and_stands_still_for_who_wants_no_motion() -> None:
    pictures = together([picture_of(drawn) for drawn in passage_to(the_figures()["seated-cat-cow"], "second")])
    assert len({(one.left, one.top, one.width, one.height) for one in pictures}) == 1
    told = alone(moving(pictures, "seated cat and cow"))
    assert told.count('<g class="frame">') == FRAMES
    assert "@media(prefers-reduced-motion:reduce){.frame{animation:none}" in told
    assert "animation" not in alone(svg(pictures[0], "seated cat and cow"))


def test_the_easier_form_of_a_borrowed_figure_begins_as_the_words_do() -> None:
    assert tuple(the_figures()["cat-cow"].easier) == ("cow", "cat")
    assert tuple(the_figures()["cat-and-cow"].easier) == ("cat", "cow")
