"""What a guiding reply is laid out from: where it begins, what is said before, and how much it may carry."""

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
    """What is said before the routine goes on, whether that names the place, and which stretch is told in full.

    They may be `inside` the stretch at the place. Somebody who was `taught` lies as they have to, and is told the way
    in; somebody who has done only what is `arranged` is told the rest of how to lie. Somebody who is `cautioned` is
    told whom to ask first, and asked before anything begins. Somebody who comes `back` has heard nothing of where it
    is done.
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
    """Whether somebody is on the way there, and heard at least half of it: of what was cut off they know nothing."""
    where, there, telling = scene.where, scene.stretch_at(practice).posture, scene.telling()
    way = telling.way(practice.posture, there)
    if where is None or way is None or arrival(practice.posture, there, telling) is None:
        return scene.on_the_way_in(practice)
    return scene.on_the_way_in(practice) and where.way_seconds <= way.usual / 2


def budget_of(scene: Scene, practice: Practice, before: Timeline) -> Budget:
    """What the reply may carry: as the person likes it, or unasked where the routine wants no questions."""
    return Budget(flow_of(scene, practice), before.seconds)


def flow_of(scene: Scene, practice: Practice) -> Flow:
    """When they are asked in this practice."""
    return Flow.UNASKED if scene.routine_of(practice).asks_nothing else scene.person.flow


def what_is_sent(scene: Scene, told: Head, reply: Reply) -> Sent:
    """What has to be known of the reply when the next turn comes; what is `told` is the reply without its question."""
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
    """The point at which a question has gone unanswered: the reply, its reprompt, and the open microphone twice."""
    again = last(reply.microphone.reprompt, rate) if isinstance(reply.microphone, Listen) else Point()
    return ends + again + Point(silence=2 * LISTENING_SECONDS)
