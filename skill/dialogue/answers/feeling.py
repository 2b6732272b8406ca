"""What a stretch should feel like, in its own words."""

from skill.dialogue.answers.idle import nothing_under_way
from skill.dialogue.answers.launching import kept_practice
from skill.dialogue.answers.telling_where import tell_staying
from skill.dialogue.scene import Outcome, Scene


def feel(scene: Scene) -> Outcome:
    """Of the stretch that the person is in; of the one that their place is at when they are in none, by its name."""
    practice = kept_practice(scene)
    if practice is None:
        return nothing_under_way(scene)
    words = scene.stretch_at(practice).words[scene.wording.language]
    named = "" if scene.inside else scene.wording.say("feel.in", name=words.name)
    return tell_staying(scene, named, words.feel)
