"""What a person means who names no routine, or the usual one, when they have a programme or a routine of their own."""

from skill.dialogue.followed import today_in, week_for
from skill.dialogue.offering import DEFAULT_ROUTINE, suiting
from skill.dialogue.scene import Scene
from skill.tailoring.own import OWN


def preferred(scene: Scene) -> str:
    """The programme's routine for today, else their own, else what is usually offered to somebody like them."""
    today = today_in(scene)
    if today is not None and today.routine:
        return today.routine
    return OWN if scene.person.tailoring.own else suiting(scene)


def theirs(scene: Scene, routine: str) -> str:
    """Their own routine for somebody who asks for the default one, unless their programme has it for today."""
    usual = routine != DEFAULT_ROUTINE or not scene.person.tailoring.own or week_for(scene, routine)
    return routine if usual else OWN
