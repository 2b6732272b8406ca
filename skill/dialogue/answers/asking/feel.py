"""What a stretch should feel like, in its own words."""

from skill.dialogue.answers.replying.open_question import with_kept_practice
from skill.dialogue.answers.replying.telling import tell_staying
from skill.dialogue.scene.scene import Outcome, Scene
from skill.practice import Practice


@with_kept_practice
def feel(scene: Scene, practice: Practice) -> Outcome:
    """Of the stretch that the person is in; of the one that their place is at when they are in none, by its name."""
    words = scene.stretch_at(practice).words[scene.wording.language]
    named = "" if scene.inside else scene.wording.say("feel.in", name=words.name)
    return tell_staying(scene, named, words.feel)
