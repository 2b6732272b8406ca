"""What we are: no doctor; where the stretches come from; what is kept of whoever asks; and what the speaker decides."""

from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.local import adviser
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene

_HOUSE = "house"


def doctor(scene: Scene) -> Outcome:
    """Said "are you a doctor", or "what is wrong with my back": that nobody here can tell, and who can."""
    return tell_staying(
        scene, scene.wording.say("about.no-doctor"), scene.wording.say("about.ask", adviser=adviser(scene))
    )


def sources(scene: Scene) -> Outcome:
    """From how many articles the figures are, and whose the others are."""
    stretches = scene.library.stretches.values()
    articles = {dose.source for stretch in stretches for dose in stretch.doses} - {_HOUSE}
    number = scene.wording.number(len(articles))
    return tell_staying(scene, scene.wording.say("about.articles", number=number), scene.wording.say("about.house"))


def what_you_know(scene: Scene) -> Outcome:
    """What is kept of a person, what is not, and the words that delete it."""
    called = scene.person.tailoring.own_name
    name = [scene.wording.say("about.kept-name", name=called)] if called else []
    kept, *others = (scene.wording.say(f"about.{key}") for key in ("kept", "not-kept", "forget"))
    return tell_staying(scene, kept, *name, *others)


def cost(scene: Scene) -> Outcome:
    """Said "is this free": it is."""
    return tell_staying(scene, scene.wording.say("about.free"))


def volume(scene: Scene) -> Outcome:
    """Said "turn it up": no skill can, and the speaker does it at a word of its own."""
    return tell_staying(scene, scene.wording.say("about.volume"))


def voice(scene: Scene) -> Outcome:
    """Said "change your voice": it is the speaker's."""
    return tell_staying(scene, scene.wording.say("about.voice"))
