"""Yes and no: what they mean is remembered with the question that was asked."""

from skill.dialogue.answers.conversation.questions import FOR_GOOD, NO, YES, what_instead
from skill.dialogue.answers.moving.next_and_back import done
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import go_on
from skill.dialogue.guidance.speaking import Asked, ask
from skill.dialogue.scene.scene import Outcome, Scene


def yes(scene: Scene) -> Outcome:
    """Yes to the open question; without one, as good as "ready"."""
    if scene.unheard:
        return go_on(scene) if scene.inside else done(scene)
    asked = scene.person.asked
    return YES.get(asked.kind, done)(scene) if asked else done(scene)


def ready(scene: Scene) -> Outcome:
    """Anything short and friendly: on from a hold for somebody inside one, else yes to whatever was asked."""
    return done(scene) if scene.inside else agree(scene)


def agree(scene: Scene) -> Outcome:
    """Words that are as good as yes; but what cannot be undone waits for the word itself, and is asked again."""
    asked = scene.person.asked
    if asked is None or asked.kind not in FOR_GOOD:
        return yes(scene)
    return ask(scene, [], Asked(asked.kind, scene.wording.say(f"question.{asked.kind}"), asked.about))


def no(scene: Scene) -> Outcome:
    """No to the open question; without one, a question what they would like instead."""
    if scene.unheard:
        return go_on(scene)
    asked = scene.person.asked
    return NO.get(asked.kind, what_instead)(scene) if asked else what_instead(scene)


_LEAVING = frozenset({"start-over", "switch"})


def all_well(scene: Scene) -> Outcome:
    """Nothing hurts: straight on with what was under way, or with what was asked."""
    if scene.unheard:
        return go_on(scene, Opening((scene.wording.say("did.all-well"),)))
    asked = scene.person.asked
    return no(scene) if asked and asked.kind in _LEAVING else agree(scene)
