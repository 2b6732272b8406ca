"""What a stretch should feel like, in its own words."""

from skill.dialogue.answers.replying.open_question import nothing_under_way
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.scene import Outcome, Scene


def feel(scene: Scene) -> Outcome:
    """Of the stretch that the person is in; of the one that their place is at when they are in none, by its name."""
    practice = kept_practice(scene)
    if practice is None:
        return nothing_under_way(scene)
    words = scene.stretch_at(practice).words[scene.wording.language]
    named = "" if scene.inside else scene.wording.say("feel.in", name=words.name)
    return tell_staying(scene, named, words.feel)
