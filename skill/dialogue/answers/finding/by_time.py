"""Begins a routine made for the time that somebody has, or offers the nearest if that time is impossible."""

from skill.dialogue.answers.finding.by_setting import setting_asked_about
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.answers.starting.offer import offered
from skill.dialogue.guidance.layout import Opening
from skill.dialogue.guidance.leading import lead
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.offers.announcement import SAFETY, WELCOME, once
from skill.dialogue.offers.demands import demands
from skill.dialogue.offers.made_to_fit import LONGEST_SECONDS, SHORTEST_SECONDS, fitted_name
from skill.dialogue.offers.new_practice import fresh
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.slot_values import seconds_of
from skill.replaced import replace
from skill.tailoring.fits.marking import mark_of
from skill.tailoring.steps.made import FITTED, MadeStep

QUICK_SECONDS = 5 * 60

_ONE_STRETCH_SECONDS = 90
"""Up to this time there is only time for one stretch, at once, where they are."""
_KNOWN, _UNKNOWN = ("standing-side-tilt", 10), ("standing-tall", 30)
"""The standing stretches for a minute, with the seconds of their hold, for people who know the first one or not."""

_TWO_SITTINGS_SECONDS = 2 * LONGEST_SECONDS


def by_time(scene: Scene) -> Outcome:
    """Said "I have ten minutes": begins a routine that is never longer, in the setting of the one on offer, if any."""
    slot = scene.turn.slot("duration")
    seconds = seconds_of(slot)
    if seconds is None:
        return _how_long(scene, "finding.unheard" if slot.said else "")
    return for_seconds(scene, seconds)


def for_seconds(scene: Scene, seconds: int) -> Outcome:
    """Begins a routine of so many seconds, or offers the nearest if that is impossible."""
    if seconds <= 0:
        return _how_long(scene, "finding.no-time")
    if seconds <= _ONE_STRETCH_SECONDS and (one := _one_stretch(scene)):
        return one
    if SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        return begin_unless_guiding(scene, fitted_name(seconds, _setting(scene)))
    return _out_of_reach(scene, seconds)


def _one_stretch(scene: Scene) -> Outcome | None:
    """Leads one standing stretch at once, with nothing before it but safety; None if that is not for them.

    The first of the two stretches takes half a minute to explain, so people who do not know it get the second.
    """
    if _setting(scene) or scene.here:
        return None
    slug, seconds = _KNOWN if mark_of(_KNOWN[0]) in scene.person.met else _UNKNOWN
    practice = fresh(scene.as_told, FITTED, (MadeStep(slug, seconds),))
    left_out = slug in scene.person.tailoring.left_out(scene.library)
    if left_out or practice is None or demands(scene, scene.as_told.routine_of(practice)):
        return None
    outcome = lead(scene, practice, Opening(once(scene)[:1] if SAFETY not in scene.person.told else ()))
    return replace(outcome, person=outcome.person.having_heard(WELCOME, SAFETY))


def quick(scene: Scene) -> Outcome:
    """Said "something quick", or "the shortest one": begins five minutes, in the setting of the one on offer."""
    return begin_unless_guiding(scene, fitted_name(QUICK_SECONDS, _setting(scene)))


def _setting(scene: Scene) -> str:
    """The setting that was said with the time, or of the routines on offer; empty for the floor, the usual one."""
    said = next(iter(scene.turn.slot("setting").ids), None)
    if said is None:
        return setting_asked_about(scene)
    return "" if said == "floor" else said


def _out_of_reach(scene: Scene, seconds: int) -> Outcome:
    """Says that it is too short or too long, and offers the nearest length."""
    if seconds < SHORTEST_SECONDS:
        return offered(scene, [scene.wording.say("finding.shortest")], fitted_name(SHORTEST_SECONDS))
    key = "finding.two-sittings" if seconds <= _TWO_SITTINGS_SECONDS else "finding.too-long"
    return offered(scene, [scene.wording.say(key)], fitted_name(LONGEST_SECONDS))


def _how_long(scene: Scene, key: str) -> Outcome:
    words = [scene.wording.say(key)] if key else []
    return ask(scene, words, Question(Ask.MINUTES))
