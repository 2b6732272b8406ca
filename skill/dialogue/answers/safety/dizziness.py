"""Answers dizziness, sickness and faintness: still first, then a long quiet, then the end is offered."""

from skill.content.model import Posture, Step
from skill.dialogue.answers.replying.about_practice import practice_here_or
from skill.dialogue.answers.safety.stuck import posture_on_the_way_up, still_on_the_way_up
from skill.dialogue.guidance.closing import up_or_wish
from skill.dialogue.guidance.speaking import let_out, listening, said
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import WayUp
from skill.dialogue.scene.going_on import first_hold
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import set_down
from skill.dialogue.scene.undo import with_nothing_to_take_back
from skill.ports.reply import Close, Reply
from skill.practice import Practice
from skill.replaced import replace
from skill.timeline import Moment, Role, Timeline

_QUIET_SECONDS = 40.0
_KEYS = {
    Posture.STANDING: "standing",
    Posture.CHAIR: "sitting",
    Posture.FLOOR_SEAT: "sitting",
    Posture.ALL_FOURS: "kneeling",
}
_LOWER = {Posture.ALL_FOURS: Posture.BACK, Posture.STANDING: Posture.CHAIR}
"""The posture to which dizzy people are told to let themselves down; in others they stay."""


def dizzy(scene: Scene) -> Outcome:
    """Tells them to go down to where nobody can fall, and leaves quiet; before the way up the open question stays."""
    up = scene.about(WayUp)
    if up is None or scene.question is None:
        return _dizzy_in_practice(scene)
    asked = up_or_wish(up) if scene.asks(Ask.SIDE_LEFT) else scene.question
    return listening(scene, _still(scene, up.start), asked, scene.person)


def _dizzy_by_itself(scene: Scene) -> Outcome:
    """With nothing led: keeps them still, and closes."""
    words = said(scene, [scene.wording.say("dizzy.idle")], Role.END)
    reply = Reply(Timeline((*_still(scene, Posture.STANDING), *words)), Close())
    return Outcome(replace(scene.person, asked=None), reply)


@practice_here_or(_dizzy_by_itself)
def _dizzy_in_practice(scene: Scene, practice: Practice) -> Outcome:
    """Lets them out first, then asks "Finish here, or go on?"; going on leaves out what might make them dizzy again."""
    out, person = let_out(scene, to_talk=True)
    now = person.practice or practice
    posture, left = now.posture, _without_strain(scene, now)
    if left is None:
        asked = up_or_wish(scene.way_up(_LOWER.get(posture, posture), now))
        person = set_down(person)
    else:
        asked, person = Question(Ask.FINISH), person.with_practice(left)
    still = _wherever_they_are(scene) if scene.on_the_way else _still(scene, posture)
    return listening(scene, (*out, *still), asked, with_nothing_to_take_back(person))


def dizzy_on_the_way_up(scene: Scene) -> Outcome:
    """Down again to the nearest safe posture, a long quiet, and from there the way up once more.

    Their posture is unknown: the move that was told may be half done, not done, or misunderstood. So the words fit
    people who lie, kneel, sit or stand, and the way goes on from the lowest, unless they say that they sit on a chair.
    """
    up = scene.about(WayUp)
    posture = posture_on_the_way_up(scene, up) if up else Posture.BACK
    start = _LOWER.get(posture, posture)
    where = [] if start is Posture.CHAIR else [scene.wording.say("dizzy.say-where")]
    return still_on_the_way_up(scene, start, (*_wherever_they_are(scene), *said(scene, where)))


def _still(scene: Scene, posture: Posture) -> tuple[Moment, ...]:
    return _and_quiet(scene, scene.wording.say(f"dizzy.{_KEYS.get(posture, 'lying')}"))


def _wherever_they_are(scene: Scene) -> tuple[Moment, ...]:
    """The same for people who are between two postures, half up or half down."""
    return _and_quiet(scene, scene.wording.say("dizzy.on-the-way"))


def _and_quiet(scene: Scene, words: str) -> tuple[Moment, ...]:
    return (*said(scene, [words], Role.REST), *scene.telling().calm(Role.REST, _QUIET_SECONDS))


def _without_strain(scene: Scene, practice: Practice) -> Practice | None:
    """The practice without the stretches for which dizzy people take care; None where no other is left."""
    routine = scene.routine_of(practice)
    ahead = routine.steps[routine.index_of(practice.place.step) or 0 :]
    leads_to = practice.kept.step if practice.kept else ""
    strain = [step.key for step in ahead if _strains(scene, step) and step.key != leads_to]
    left = [step for step in ahead if step.key not in strain]
    if not strain:
        return practice
    if not left:
        return None
    there = first_hold(scene.library, practice, left[0])
    place = practice.place if left[0].key == practice.place.step else there
    return replace(practice, place=place, skipped=(*practice.skipped, *strain))


def _strains(scene: Scene, step: Step) -> bool:
    return "pressure" in scene.library.stretch_of(step).careful
