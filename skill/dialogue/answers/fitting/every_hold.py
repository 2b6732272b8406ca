"""Makes every hold longer or shorter by a step, within the reach of its stretch, and stores that."""

from collections.abc import Iterator
from functools import reduce

from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.offers.daily_room import has_room
from skill.dialogue.scene.coming_back import kept_practice
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.this_stretch import every_one
from skill.replaced import replace
from skill.tailoring.fits.fit import Fit
from skill.tailoring.fits.growing import moved
from skill.tailoring.fits.reach import step_seconds
from skill.tailoring.tailoring import Tailoring


def everything_longer(scene: Scene) -> Outcome:
    """Makes each hold one step longer, as far as its stretch allows."""
    return _every_hold(scene, 1)


def everything_shorter(scene: Scene) -> Outcome:
    """Makes each hold one step shorter, as far as its stretch allows."""
    return _every_hold(scene, -1)


def _every_hold(scene: Scene, steps: int) -> Outcome:
    """Moves all holds, and confirms once; if all are at their end already, says so."""
    before = scene.person.tailoring
    after: Tailoring = reduce(Tailoring.with_fit, _fits(scene, steps), before)
    way = "longer" if steps > 0 else "shorter"
    if after == before:
        return tell(scene, scene.wording.say(f"fit.at-end.{way}"))
    today = scene.day(scene.turn.epoch).toordinal()
    return tell(retailored(scene, replace(after, seen=today)), scene.wording.say(f"fit.all.{way}"))


def _fits(scene: Scene, steps: int) -> Iterator[Fit]:
    """The fit of each stretch with its hold moved, but never made longer than the day has room for."""
    for this in every_one(scene, kept_practice(scene)):
        seconds = this.now.hold_seconds
        wanted = seconds + steps * step_seconds(this.stretch, seconds)
        if steps < 0 or has_room(scene, this.stretch, wanted):
            yield moved(this.fit, this.reach, max(wanted, this.reach.shortest))
