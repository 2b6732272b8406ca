"""Allows a stretch again that was left out, for good, or once after a question."""

from collections.abc import Iterator

from skill.dialogue.answers.replying.enough_today import enough_of
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import meant, of_one_stretch
from skill.dialogue.answers.starting.begin import not_today, start_stretch
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneStretch
from skill.dialogue.offers.daily_room import has_room_alone
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Scene
from skill.limits import LIST_PORTION
from skill.replaced import replace

_NOT_OUT = "not-out"


@of_one_stretch
def allow(scene: Scene, stretch: str) -> Outcome:
    """Allows the stretch that was named again."""
    return allowed(scene, stretch)


def allowed(scene: Scene, stretch: str) -> Outcome:
    """Leaves this stretch out no longer; if it is out for another reason, tells which."""
    tailoring, name = scene.person.tailoring, scene.name_of(stretch)
    if stretch not in tailoring.never:
        return tell(scene, scene.wording.say(f"allowing.{_why_out(scene, stretch)}", name=name))
    never = tuple(other for other in tailoring.never if other != stretch)
    words = scene.wording.say("allowing.done", name=name)
    changed = retailored(scene, replace(tailoring, never=never))
    if not scene.inside or changed.practice is None or changed.stretch_at(changed.practice).slug == _inside(scene):
        return tell(changed, words)
    # The person is in the stretch that replaced the one left out, which is now gone: they are let out of it first.
    return lead(changed, changed.practice, Opening((words,)))


def what_is_left_out(scene: Scene) -> Outcome:
    """Tells what is left out for good (of many the first few), what rests today, and the limits.

    If they ask about one stretch, tells why it does not come.
    """
    if "stretch" in scene.turn.slots:
        return _where_it_is(scene)
    words = (*_stretches(scene), *_resting(scene), *_limits(scene))
    return tell(scene, *(words or (scene.wording.say("left-out.nothing"),)))


@of_one_stretch
def _where_it_is(scene: Scene, stretch: str) -> Outcome:
    return tell(scene, scene.wording.say(f"gone.{_why_out(scene, stretch)}", name=scene.name_of(stretch)))


def start_wanted_stretch(scene: Scene) -> Outcome:
    """Starts the stretch that was named; asks first if it is left out."""
    slot = meant(scene, "stretch", scene.library.stretches)
    why = _why_out(scene, slot.ids[0]) if len(slot.ids) == 1 else _NOT_OUT
    if why == _NOT_OUT and len(slot.ids) == 1 and not has_room_alone(scene, slot.ids[0]):
        return enough_of(scene, slot.ids[0])
    if why == "today":
        return not_today(scene, slot.ids[0])
    if why == _NOT_OUT:
        return start_stretch(scene)
    return ask(
        scene,
        [scene.wording.say(f"anyway.{why}")],
        Question(Ask.ANYWAY, OneStretch(slot.ids[0]), words=scene.wording.say("question.anyway")),
    )


def _inside(scene: Scene) -> str:
    return scene.stretch_at(scene.practice).slug if scene.practice else ""


def _stretches(scene: Scene) -> Iterator[str]:
    names = [name for stretch in scene.person.tailoring.never if (name := scene.name_of(stretch))]
    if names:
        few = len(names) <= LIST_PORTION + 1
        listed = scene.wording.listing(names if few else names[:LIST_PORTION])
        key = "left-out.all" if few else "left-out.some"
        yield scene.wording.say(key, names=listed, count=scene.wording.number(len(names)))


def _resting(scene: Scene) -> Iterator[str]:
    names = [name for stretch in scene.person.tailoring.resting if (name := scene.name_of(stretch))]
    if names:
        yield scene.wording.say("left-out.resting", names=scene.wording.listing(names))


def _limits(scene: Scene) -> Iterator[str]:
    limits = scene.library.limits
    known = [limits[limit] for limit in scene.person.tailoring.limits_told if limit in limits]
    if known:
        names = [limit.words[scene.wording.language].name for limit in known]
        yield scene.wording.say("left-out.limits", names=scene.wording.listing(names, "or"))


def _why_out(scene: Scene, stretch: str) -> str:
    """The key of why a stretch is not led: the person's wish, rest for today, or a limit."""
    tailoring = scene.person.tailoring
    if stretch in tailoring.never:
        return "for-good"
    if stretch in tailoring.resting:
        return "today"
    return "limited" if stretch in tailoring.told.left_out(scene.library) else _NOT_OUT
