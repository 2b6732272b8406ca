"""A stretch taught: each step once, a yes each, and then its hold; nobody is asked where they should not talk."""

from dataclasses import replace

import pytest

from skill.content.model import Kind, Posture
from skill.dialogue.answers.conversation.teach import next_step, teach
from skill.dialogue.guidance.settling import scene_of
from skill.dialogue.memory.person import Person
from skill.dialogue.memory.question import Ask
from skill.dialogue.memory.record import to_person, to_record
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.store import Owner
from skill.ports.turn import Slot, Turn
from skill.timeline import HOLDING, Role
from tests.cases.each_of import each_of
from tests.dialogue.somebody import AT
from tests.library import LIBRARY

STRETCHES = sorted(slug for slug, stretch in LIBRARY.stretches.items() if stretch.posture is not Posture.FRONT)
WISH = Turn("r", "TeachIntent", AT, Owner("account"), "here", opens=False)


def asked_for(slug: str) -> Outcome:
    """Somebody who knows every stretch but this one asks to be taught it."""
    return teach(Scene(LIBRARY, replace(WISH, slots={"stretch": Slot(slug, (slug,))}), Person(finished=1)))


def yes(outcome: Outcome) -> Outcome:
    """The next step, from what a record has of the person."""
    return next_step(scene_of(LIBRARY, WISH, to_person(to_record(outcome.person))))


@each_of("slug", STRETCHES)
def test_every_step_is_told_once_and_then_the_whole_hold_is_led(slug: str) -> None:
    stretch, told, outcome = LIBRARY.stretch(slug), list[str](), asked_for(slug)
    asked = 0
    while outcome.person.asked and outcome.person.asked.kind is Ask.TEACH:
        told += [
            moment.words for moment in outcome.reply.timeline.moments if moment.role is Role.SETUP and moment.words
        ]
        asked, outcome = asked + 1, yes(outcome)
    moments = outcome.reply.timeline.moments
    first = next(moment.place for moment in moments if moment.role in HOLDING)
    held = sum(moment.seconds for moment in moments if moment.role in HOLDING and moment.place == first)
    talks = stretch.can_answer and stretch.kind is not Kind.STRONG
    setup = len(stretch.words["en"].setup)
    assert asked in (len(told), len(told) + 1)
    assert len(told) == len(set(told))
    assert (len(told) > setup) is talks
    assert held == pytest.approx(stretch.hold.usual)
    assert any(moment.role is Role.ENTER for moment in moments if moment.place == first) is not talks


def test_face_down_nobody_is_taught_but_told_beforehand() -> None:
    outcome = asked_for("sphinx")
    assert outcome.person.asked is not None
    assert outcome.person.asked.kind is Ask.TRY
