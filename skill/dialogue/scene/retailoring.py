"""The scene after a person's wishes have changed: their routine tailored anew, at the same or the nearest place."""

from skill.dialogue.scene.going_on import gone_on
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.tailoring import Tailoring


def refitted(scene: Scene, fit: Fit) -> Scene:
    """The scene with this fit from now on."""
    today = scene.day(scene.turn.epoch).toordinal()
    return retailored(scene, replace(scene.person.tailoring.with_fit(fit), seen=today))


def retailored(scene: Scene, tailoring: Tailoring) -> Scene:
    """The scene with this tailoring from now on, at the nearest place; unmoved where nothing of the routine is left."""
    person, practice = replace(scene.person, tailoring=tailoring), scene.practice
    here = gone_on(scene.library, practice, tailoring, scene.person.tailoring) if practice else None
    return replace(scene, person=person.with_practice(here) if here else person)
