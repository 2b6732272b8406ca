"""Answers about the skill: no doctor, its sources, what it stores about a person, and what only the speaker can do."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.local import adviser
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene

_HOUSE = "house"


def doctor(scene: Scene) -> Outcome:
    """Said "are you a doctor", or "what is wrong with my back": it cannot judge that; tells whom to ask."""
    return tell_staying(
        scene, scene.wording.say("about.no-doctor"), scene.wording.say("about.ask", adviser=adviser(scene))
    )


def sources(scene: Scene) -> Outcome:
    """Tells how many articles the figures come from, and that the others are our own."""
    stretches = scene.library.stretches.values()
    articles = {dose.source for stretch in stretches for dose in stretch.doses} - {_HOUSE}
    number = scene.wording.number(len(articles))
    return tell_staying(scene, scene.wording.say("about.articles", number=number), scene.wording.say("about.house"))


def what_you_know(scene: Scene) -> Outcome:
    """Tells what is stored about a person, what is not, and the words that delete it."""
    called = scene.person.tailoring.own_name
    name = [scene.wording.say("about.kept-name", name=called)] if called else []
    kept, *others = (scene.wording.say(f"about.{key}") for key in ("kept", "not-kept", "forget"))
    return tell_staying(scene, kept, *name, *others)


def cost(scene: Scene) -> Outcome:
    """Said "is this free": tells that it is."""
    return tell_staying(scene, scene.wording.say("about.free"))


def volume(scene: Scene) -> Outcome:
    """Said "turn it up": no skill can do that; tells what to say to the speaker."""
    return tell_staying(scene, scene.wording.say("about.volume"))


def voice(scene: Scene) -> Outcome:
    """Said "change your voice": tells that the voice is the speaker's."""
    return tell_staying(scene, scene.wording.say("about.voice"))
