"""An answer about a practice gets one, or another answers: none asks for it by itself, so that none forgets to."""

import re
from dataclasses import replace
from pathlib import Path

from skill.content.model import Posture
from skill.dialogue.answers.replying.about_practice import kept_practice_or, practice_here_or
from skill.dialogue.memory.person import Person
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Reply
from skill.practice import Practice
from skill.timeline import Place
from tests.dialogue.somebody import AT, led, scene_with

ANSWERS = Path(__file__).parents[4] / "skill/dialogue/answers"
BY_HAND = re.compile(r"= kept_practice\(scene\)\n +if practice is (?:not )?None(?: [a-z. ]+)?:\n +return")

A_MONTH_SECONDS = 30 * 24 * 60 * 60


def without_any(_: Scene, stretch: str) -> Outcome:
    return Outcome(Person(), Reply(), aside=("none", stretch))


def of(_: Scene, practice: Practice, stretch: str) -> Outcome:
    return Outcome(Person(), Reply(), aside=(practice.routine, stretch))


of_the_kept = kept_practice_or(without_any)(of)
of_the_led = practice_here_or(without_any)(of)


def under_way() -> Scene:
    return scene_with(led("lower-back", Place("knee-to-chest"), Posture.BACK))


def elsewhere(scene: Scene) -> Scene:
    """The same in another conversation."""
    return replace(scene, turn=replace(scene.turn, conversation="there"))


def test_the_practice_that_is_led_is_handed_on_with_all_else() -> None:
    assert of_the_kept(under_way(), "bridge").aside == ("lower-back", "bridge")
    assert of_the_led(under_way(), stretch="bridge").aside == ("lower-back", "bridge")


def test_one_that_was_broken_off_is_kept_and_not_led_here() -> None:
    assert of_the_kept(elsewhere(under_way()), "bridge").aside == ("lower-back", "bridge")
    assert of_the_led(elsewhere(under_way()), "bridge").aside == ("none", "bridge")


def test_without_any_another_answers() -> None:
    idle = replace(under_way(), person=Person())
    assert of_the_kept(idle, "bridge").aside == ("none", "bridge")
    assert of_the_led(idle, "bridge").aside == ("none", "bridge")


def test_nobody_would_go_on_with_what_is_a_month_old() -> None:
    (practice,) = under_way().person.practices
    old = Person(practices=(replace(practice, touched=int(AT.timestamp()) - A_MONTH_SECONDS),))
    assert of_the_kept(elsewhere(replace(under_way(), person=old)), "bridge").aside == ("none", "bridge")


def test_no_answer_asks_for_its_practice_by_hand() -> None:
    by_hand = [path.name for path in sorted(ANSWERS.rglob("*.py")) if BY_HAND.search(path.read_text(encoding="utf-8"))]
    assert by_hand == []
