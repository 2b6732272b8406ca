"""Names that are missing, unknown or ambiguous: asked back with the nearest two."""

from collections.abc import Mapping

from skill.content.model import Routine, Stretch
from skill.dialogue.nearest import nearest
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask
from skill.dialogue.turn import Slot

_KINDS = {
    "HowToIntent": "which-how-to",
    "JumpToStretchIntent": "which-jump",
    "WhatForIntent": "which-what-for",
    "DescribeRoutineIntent": "which-described",
    "AddToMineIntent": "which-to-add",
    "RemoveFromMineIntent": "which-to-remove",
    "LeaveOutIntent": "which-leave-out",
    "AllowIntent": "which-allow",
    "SafeForMeStretchIntent": "which-for-me",
    "CorrectStretchIntent": "which-jump",
    "ResumeRoutineIntent": "which-resume",
}
"""What is asked for by those who do not want to begin what they name."""


def meant(scene: Scene, name: str, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Slot:
    """The slot of that name with the ids that are known here: a model may be newer or older than the content."""
    slot = scene.turn.slot(name)
    return Slot(slot.said, tuple(slug for slug in slot.ids if slug in among))


def which(scene: Scene, slot: Slot, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> Outcome:
    """Ask which one is meant: those that the name may mean, or the two that sound most like it."""
    if not slot.said and not slot.ids:
        return ask(scene, [], Asked("wish", scene.wording.say("ask.which-name")))
    found = slot.ids[:2] or _like(scene, slot.said, among)
    names = scene.wording.listing([scene.name_of(slug) for slug in found], "or")
    key = "ask.which-of" if slot.ids else "ask.did-you-mean"
    kind = "which-stretch" if found[0] in scene.library.stretches else "which-routine"
    kind = _KINDS.get(scene.turn.intent, kind)
    return ask(scene, [], Asked(kind, scene.wording.say(key, names=names), found))


def _like(scene: Scene, said: str, among: Mapping[str, Stretch] | Mapping[str, Routine]) -> tuple[str, ...]:
    language = scene.wording.language
    names = {slug: (thing.words[language].name, *thing.words[language].also) for slug, thing in among.items()}
    return nearest(said, names)
