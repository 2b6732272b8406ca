"""The programme that the person of a scene follows, and what it has for today."""

from skill.content.programmes import Programme
from skill.dialogue.programme import Today, today_of
from skill.dialogue.scene import Scene


def followed(scene: Scene) -> Programme | None:
    """The programme, unless none is followed or it is not in the content any more."""
    return scene.library.programmes.get(scene.person.following.programme)


def today_in(scene: Scene) -> Today | None:
    """What it has for today; None for somebody who follows none."""
    programme = followed(scene)
    if programme is None:
        return None
    return today_of(programme, scene.person.following, scene.day(scene.turn.epoch).toordinal())


def week_for(scene: Scene, routine: str) -> int:
    """The programme's week when this is its routine for today; nought for any other."""
    today = today_in(scene)
    return today.week if today and today.routine == routine else 0
