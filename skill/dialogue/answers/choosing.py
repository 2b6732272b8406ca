"""Said "the second one": one of what the open question offered."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialogue.answers.agreeing import agree, no, yes
from skill.dialogue.answers.being_giddy import FINISHING
from skill.dialogue.answers.helping import misheard
from skill.dialogue.answers.keeping_off import HOW_LONG, for_always, for_today
from skill.dialogue.answers.launching import resume
from skill.dialogue.answers.moving_on import start_over
from skill.dialogue.answers.pausing import pause, stop
from skill.dialogue.scene import Answer, Outcome, Scene

_ORDER = {"first": 0, "second": 1, "third": 2, "last": -1}

_OFFERED: Mapping[str, tuple[Answer, ...]] = {
    "go-on": (resume, start_over),
    "paused": (resume, pause),
    HOW_LONG: (for_today, for_always),
    FINISHING: (stop, resume),
}
"""What the two halves of a question stand for."""


def choose(scene: Scene) -> Outcome:
    """The name or the half of the question that stands at this place."""
    asked, ids = scene.person.asked, scene.turn.slot("choice").ids
    if asked is None or not ids:
        return misheard(scene)
    index = _ORDER.get(ids[0], 0)
    offered = _OFFERED.get(asked.kind)
    if offered is not None:
        return offered[index](scene) if index < len(offered) else misheard(scene)
    if not asked.kind.startswith("which-") or index >= len(asked.about):
        return no(scene) if index else agree(scene)
    chosen = replace(asked, about=(asked.about[index],))
    return yes(replace(scene, person=replace(scene.person, asked=chosen)))
