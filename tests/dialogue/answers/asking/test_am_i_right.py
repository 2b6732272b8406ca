"""Whether they do it right: asked without letting go where they may talk, told elsewhere, and then on in the hold."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from skill.content.model import Kind, Posture
from skill.dialogue.answers.asking.am_i_right import am_i_right, corrected, hold_on, next_check
from skill.dialogue.answers.table import ANSWERS
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.routine_of import alone
from skill.dialogue.scene.scene import Scene
from skill.timeline import HOLDING, Moment, Role
from tests.cases.each_of import each_of
from tests.dialogue.somebody import led, scene_with
from tests.library import LIBRARY, PLANS, units

STRETCHES = sorted(LIBRARY.stretches)
CROSSED_OR_HELD = {"happy-baby", "piriformis", "seated-figure-four", "chair-figure-four"}


def inside(stretch: str, seconds_left: float) -> Scene:
    """They speak in the first hold of a stretch of its own, so many seconds of which are left."""
    unit = units(PLANS[alone(stretch)])[0]
    scene = scene_with(led(alone(stretch), unit.place, unit.stretch.posture), inside=True)
    assert scene.found is not None
    where = replace(scene.found.where, left_seconds=seconds_left)
    return replace(scene, found=replace(scene.found, where=where))


def after(outcome: Outcome, scene: Scene) -> Scene:
    """The next turn of the conversation, with the person as a record has them."""
    return scene_of(LIBRARY, scene.turn, to_person(to_record(outcome.person)))


def held(moments: Sequence[Moment]) -> float:
    """Seconds of the first hold that is heard."""
    first = next(moment.place for moment in moments if moment.role in HOLDING)
    return round(sum(moment.seconds for moment in moments if moment.role in HOLDING and moment.place == first), 1)


@each_of("slug", STRETCHES)
def test_everybody_is_asked_who_may_talk_there_and_the_others_are_told(slug: str) -> None:
    stretch = LIBRARY.stretch(slug)
    asked = am_i_right(inside(slug, 4.0)).person.asked
    quiet = stretch.kind is Kind.STRONG or stretch.posture is Posture.FRONT or slug in CROSSED_OR_HELD
    assert (asked is not None and asked.kind is Ask.CHECK) is not quiet


@each_of("slug", STRETCHES)
def test_each_of_its_things_is_asked_once_and_then_what_was_left_is_held(slug: str) -> None:
    scene, said = inside(slug, 5.0), []
    outcome = am_i_right(scene)
    while outcome.person.asked and outcome.person.asked.kind is Ask.CHECK:
        assert all(moment.role is not Role.RELEASE for moment in outcome.reply.timeline.moments)
        said.append(outcome.reply.timeline.moments[-1].words)
        outcome = next_check(after(outcome, scene))
    if said:
        assert len(said) == len(LIBRARY.stretch(slug).words["en"].checks) == len(set(said))
        assert held(outcome.reply.timeline.moments) == 5.0


def test_a_hold_that_had_not_begun_is_held_whole() -> None:
    scene = inside("knee-to-chest", 24.0)
    outcome = hold_on(after(am_i_right(scene), scene))
    assert held(outcome.reply.timeline.moments) == 20.0
    assert outcome.reply.timeline.moments[0].words == "Hold. Twenty seconds."


def test_a_correction_has_time_before_the_next_thing_is_asked() -> None:
    scene = inside("knee-to-chest", 9.0)
    first, quiet, second = corrected(after(am_i_right(scene), scene)).reply.timeline.moments
    assert first.words == "Let your head sink, and your chin come down."
    assert (quiet.silent, quiet.seconds) == (True, 6.0)
    assert second.words == "Is your right knee comfortable?"


@pytest.mark.parametrize("intent", ["AMAZON.NextIntent", "AMAZON.PauseIntent", "PainIntent", "SlowerIntent"])
def test_whoever_leaves_it_from_there_is_let_out_first(intent: str) -> None:
    scene = inside("knee-to-chest", 9.0)
    out = ANSWERS[intent](after(am_i_right(scene), scene))
    assert out.reply.timeline.moments[0].words == "Let go, and lower the leg slowly."
