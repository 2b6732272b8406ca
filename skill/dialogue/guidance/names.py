"""What routines, stretches and programmes are called aloud, whatever name they are remembered by."""

from skill.dialogue.offers.made_to_fit import wished_seconds
from skill.dialogue.scene.routine_of import routine_named
from skill.dialogue.scene.scene import Scene


def spoken_name(scene: Scene, name: str) -> str:
    """What the routine is called aloud, be it the library's, one stretch, or one that was made."""
    routine = routine_named(scene.library, name)
    if routine is not None:
        return routine.words[scene.wording.language].spoken
    if wished := wished_seconds(name):
        return scene.wording.say("fitted.wish", minutes=scene.wording.minutes(wished))
    key = f"made.{name}"
    return scene.wording.say(key) if key in scene.library.phrases[scene.wording.language] else ""


def programme_name(scene: Scene, slug: str) -> str:
    """What the programme of this slug is called aloud; nothing where it is gone."""
    programme = scene.library.programmes.get(slug)
    return programme.words[scene.wording.language].called if programme else ""


def any_name(scene: Scene, slug: str) -> str:
    """What a stretch, a routine or a programme is called aloud."""
    if slug in scene.library.programmes:
        return programme_name(scene, slug)
    return scene.name_of(slug) if slug in scene.library.stretches else spoken_name(scene, slug)
