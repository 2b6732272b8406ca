"""What a guiding reply is laid out from: the walk, its budget, and what has to be kept of the reply."""

from dataclasses import dataclass

from skill.dialogue.offers.announcement import said_down
from skill.dialogue.scene.completeness import as_good_as_whole
from skill.dialogue.scene.scene import Scene
from skill.limits import LISTENING_SECONDS
from skill.ports.reply import Close, Listen, Reply
from skill.practice import Practice, Sent
from skill.timeline import Announced, Budget, Flow, Head, Inside, Point, Timeline, Walk, last, marks
from skill.timeline.hold.ways import arrival


@dataclass(frozen=True)
class Opening:
    """What is said before the routine goes on: `words`, which may name the place, and a stretch `explained` in full.

    The person may be `inside` the stretch at the place. One who was `taught` it already lies as needed, and is told
    only the way in; one who has followed the cues `arranged` is told the rest of how to lie. One who is `cautioned`
    hears who should ask a doctor first, and is asked before anything begins. One who comes `back` has not just heard
    where the routine is done.
    """

    words: tuple[str, ...] = ()
    names_place: bool = False
    explained: str = ""
    inside: Inside = Inside()
    taught: bool = False
    arranged: tuple[str, ...] = ()
    cautioned: bool = False
    back: bool = False


def walk_of(scene: Scene, practice: Practice, opening: Opening) -> Walk:
    """The routine from the practice's place, for somebody who may be in the middle of it."""
    announced = Announced(
        named=opening.names_place or opening.taught or bool(opening.arranged),
        arranged=opening.arranged,
        introduced=opening.taught or (scene.inside_of(practice) and not opening.explained),
        noted=practice.noted,
        cautioned=opening.cautioned,
        back=opening.back,
    )
    return Walk(
        scene.routine_of(practice),
        scene.telling(opening.explained),
        practice.place,
        practice.posture,
        announced,
        opening.inside,
        on_the_way=was_told_the_way(scene, practice),
        heard_out=scene.where is not None and scene.where.over,
        down=said_down(scene),
        asks_on_arrival=flow_of(scene, practice).asks_on_arrival,
        resumes=practice.kept,
        shortened=not as_good_as_whole(scene, practice),
    )


def was_told_the_way(scene: Scene, practice: Practice) -> bool:
    """Whether somebody is on the way there, and has heard at least half of how to get there."""
    where, there, telling = scene.where, scene.stretch_at(practice).posture, scene.telling()
    way = telling.way(practice.posture, there)
    if where is None or way is None or arrival(practice.posture, there, telling) is None:
        return scene.on_the_way_in(practice)
    return scene.on_the_way_in(practice) and where.way_seconds <= way.usual / 2


def budget_of(scene: Scene, practice: Practice, before: Timeline) -> Budget:
    """How much the reply may carry, after what is said `before`."""
    return Budget(flow_of(scene, practice), before.seconds)


def flow_of(scene: Scene, practice: Practice) -> Flow:
    """The person's flow, or none of the questions where the routine wants none."""
    return Flow.UNASKED if scene.routine_of(practice).asks_nothing else scene.person.flow


def what_is_sent(scene: Scene, told: Head, reply: Reply) -> Sent:
    """What the next turn has to know of the reply; `told` is the reply without its question."""
    rate = scene.pace.rate
    ends = last(reply.timeline, rate)
    return Sent(
        at=scene.turn.epoch,
        marks=marks(reply.timeline, rate),
        arrives=last(told.timeline, rate),
        ends=ends,
        given_up=_given_up(reply, ends, rate),
        posture=told.posture,
        then=told.then,
        closes=isinstance(reply.microphone, Close),
    )


def _given_up(reply: Reply, ends: Point, rate: float) -> Point:
    """The point at which nobody has answered: after the reply, its reprompt, and the open microphone twice."""
    again = last(reply.microphone.reprompt, rate) if isinstance(reply.microphone, Listen) else Point()
    return ends + again + Point(silence=2 * LISTENING_SECONDS)
