"""People who practise at once at one server each find their own place again: a small crowd of the bench's large one."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from skill.device.speaker import Skill
from tests.bench.morning import OverHttp, crowd, misplaced, over
from tests.entrypoints.running import thread
from tests.nightly import NIGHTLY
from tests.walks.people.shelf import Shelf


def test_everybody_comes_back_to_their_own_place(tmp_path: Path) -> None:
    with thread(tmp_path / "people.sqlite") as server, closing(OverHttp(server.port)) as skill:
        played = crowd(60 if NIGHTLY else 3, skill)
        played.play(clients=4)
    assert misplaced(played) == []
    assert played.turns >= 3 * len(played.listeners)


class Confused:
    """Takes everybody for the same person."""

    def __init__(self, skill: Skill) -> None:
        self.skill = skill

    def handle(self, envelope: Mapping[str, Any]) -> dict[str, Any]:
        system = envelope["context"]["System"]
        one = {**envelope["context"], "System": {**system, "user": {"userId": "everybody"}}}
        return self.skill.handle(
            {**envelope, "context": one, "session": {**envelope["session"], "user": {"userId": "everybody"}}}
        )


def test_a_place_that_is_another_persons_would_be_noticed() -> None:
    played = crowd(3, Confused(over(Shelf())))
    played.play(clients=1)
    assert len(misplaced(played)) >= 1
