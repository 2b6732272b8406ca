"""Begins a person's own routine, reads it out, and adds and removes stretches."""

from collections.abc import Mapping
from functools import wraps

from skill.content.model import Stretch
from skill.dialogue.answers.replying.open_question import without_question
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import of_one
from skill.dialogue.answers.starting.begin import begin_unless_guiding
from skill.dialogue.guidance.speaking import ask, close
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import Listing, Offer, OneOf, Portion
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Answer, Scene
from skill.dialogue.scene.this_stretch import this_step
from skill.limits import LIST_PORTION
from skill.ports.turn import Turn
from skill.replaced import replace
from skill.tailoring.steps.made import MadeStep
from skill.tailoring.steps.own import MOST_STEPS, OWN, added, usual_step
from skill.wording.wording import sentence

SEVERAL = "stretches"
"""The slot for all stretches that one wish lists."""
_GIVES_WAY = (Ask.OWN, Ask.BEGIN, Ask.GO_ON, Ask.LAST_DONE, Ask.WISH, Ask.MORE)
"""Open questions that give way to making a routine of their own."""


def start_mine(scene: Scene) -> Outcome:
    """Begins the person's own routine; without one tells how to make one, or asks what should be in it."""
    if scene.person.tailoring.own:
        return begin_unless_guiding(scene, OWN)
    if scene.practice is not None:
        return tell(scene, scene.wording.say("mine.none"))
    return _asked_what_else(scene, scene.wording.say("mine.none-yet"))


def _add_this(scene: Scene) -> Outcome:
    """Adds the stretch under way or just done, with its present dose."""
    step = this_step(scene)
    if step is None and not scene.here:
        return _asked_what_else(scene, "")
    return tell(scene, scene.wording.say("mine.which-this")) if step is None else _add(scene, step)


@of_one("stretch", unnamed=_add_this)
def _add_one(scene: Scene, slug: str) -> Outcome:
    """Adds the stretch that was named, with its usual dose, where it belongs."""
    return _add(scene, usual_step(scene.library, slug))


def add_to_mine(scene: Scene) -> Outcome:
    """Adds what was named; several are confirmed in one sentence."""
    several = [slug for slug in scene.turn.slot(SEVERAL).ids if slug in scene.library.stretches]
    return _add_each(scene, several) if several else _add_one(scene)


def _add_each(scene: Scene, slugs: list[str]) -> Outcome:
    """Adds each of these in turn; tells in its own words what could not be added."""
    first, troubles = scene, list[str]()
    for slug in dict.fromkeys(slugs):
        outcome = _add(replace(scene, passing=True), usual_step(scene.library, slug))
        changed = outcome.person.tailoring.own != scene.person.tailoring.own
        troubles += [] if changed else outcome.aside
        scene = replace(scene, person=outcome.person)
    before = {step.stretch for step in first.person.tailoring.own}
    names = [scene.name_of(one.stretch) for one in scene.person.tailoring.own if one.stretch not in before]
    added = [scene.wording.say("mine.all-in", names=scene.wording.listing(names))] if names else []
    return _changed(scene, " ".join((*added, *troubles)))


def with_mine(answer: Answer) -> Answer:
    """Decorates an answer about their own routine: people who have none hear so."""

    @wraps(answer)
    def answered(scene: Scene) -> Outcome:
        return answer(scene) if scene.person.tailoring.own else tell(scene, scene.wording.say("mine.none"))

    return answered


@with_mine
def _remove_this(scene: Scene) -> Outcome:
    """Removes the stretch under way or just done; the practice under way does not change."""
    step = this_step(scene)
    return tell(scene, scene.wording.say("mine.which-out")) if step is None else _remove(scene, step.stretch)


def _mine(scene: Scene) -> Mapping[str, Stretch]:
    """The stretches of their own routine, by slug."""
    return {step.stretch: scene.library.stretch(step.stretch) for step in scene.person.tailoring.own}


@with_mine
@of_one("stretch", likely=_mine, unnamed=_remove_this)
def remove_from_mine(scene: Scene, slug: str) -> Outcome:
    """Removes the stretch that was named."""
    return _remove(scene, slug)


@with_mine
def read_mine(scene: Scene) -> Outcome:
    """Tells what is in their own routine, in portions; while guiding only the first."""
    return read_from(scene, 0)


def read_from(scene: Scene, number: int) -> Outcome:
    """Tells the portion that begins with this step, counted from 0."""
    own = [step for step in scene.person.tailoring.own if step.stretch in scene.library.stretches]
    portion, rest = own[number : number + LIST_PORTION], own[number + LIST_PORTION :]
    names = scene.wording.listing([scene.name_of(step.stretch) for step in portion] or [""])
    key = "read-more" if number else "read-first" if rest else "read"
    words = scene.wording.say(f"mine.{key}", count=scene.wording.count("stretch", len(own)), names=names)
    if scene.guiding or not rest:
        return tell(without_question(scene) if number else scene, words)
    return ask(scene, [words], Question(Ask.MORE, Portion(Listing.MINE, number + LIST_PORTION)))


def with_own(scene: Scene, own: tuple[MadeStep, ...]) -> Scene:
    """The scene with these steps as the person's own routine."""
    tailoring = replace(scene.person.tailoring, own=own)
    return replace(scene, person=replace(scene.person, tailoring=tailoring))


def _remove(scene: Scene, slug: str) -> Outcome:
    own, name = scene.person.tailoring.own, scene.name_of(slug)
    left = tuple(step for step in own if step.stretch != slug)
    if len(left) == len(own):
        return tell(scene, scene.wording.say("mine.not-there", name=name))
    return _changed(with_own(scene, left), scene.wording.say("mine.removed" if left else "mine.emptied", name=name))


def _add(scene: Scene, step: MadeStep) -> Outcome:
    own, name = scene.person.tailoring.own, scene.name_of(step.stretch)
    if step.stretch in scene.person.tailoring.told.left_out(scene.library):
        return tell(scene, scene.wording.say("mine.left-out", name=name))
    if any(other.stretch == step.stretch for other in own):
        order = scene.wording.say("mine.order") if scene.asks(Ask.OWN) else ""
        return tell(scene, " ".join(filter(None, (scene.wording.say("mine.there", name=name), order))))
    if len(own) >= MOST_STEPS:
        return tell(scene, scene.wording.say("mine.full"))
    wanted = added(scene.library, own, step)
    if wanted.in_the_way:
        return tell(scene, scene.wording.say(_in_the_way(scene, wanted.in_the_way), name=name))
    return _changed(with_own(scene, wanted.steps), scene.wording.say("mine.added", name=name))


def _changed(scene: Scene, words: str) -> Outcome:
    """Confirms a change; with nothing under way also asks what else, unless another question comes first."""
    if scene.passing or scene.here or not (scene.question is None or scene.asks(*_GIVES_WAY)):
        return tell(scene, words)
    return _asked_what_else(scene, words)


def _asked_what_else(scene: Scene, words: str) -> Outcome:
    """Says these words, and asks what should be in it, or what else."""
    more = scene.wording.say("mine.what-else") if scene.person.tailoring.own else ""
    return ask(without_question(scene), [words], Question(Ask.OWN, words=more))


def put_in(scene: Scene) -> Turn:
    """A stretch that answers the question what should be in it: the turn that adds it instead of starting it."""
    return replace(scene.turn, intent="AddToMineIntent")


def start_it(scene: Scene) -> Outcome | None:
    """Said "begin" to the question what should be in it: begins it; None while it is empty."""
    return start_mine(scene) if scene.person.tailoring.own else None


def begin_with_it(scene: Scene) -> Outcome:
    """Nothing more should be in it: offers it; if it is empty, asks what they would like instead."""
    if not scene.person.tailoring.own:
        return ask(scene, [], Question(Ask.WISH))
    begin = Question(Ask.BEGIN, Offer(OWN), words=scene.wording.say("question.do-it-now"))
    return ask(scene, [_all_of_it(scene)], begin)


def left_with_it(scene: Scene) -> Outcome | None:
    """Said "stop" to what else should be in it: tells what is in it and how to begin it later, and closes."""
    if not scene.person.tailoring.own:
        return None
    return close(scene, [_all_of_it(scene), scene.wording.say("mine.to-begin")])


def what_there_is(scene: Scene) -> Outcome:
    """Said "what can I choose from": names a few that may be added, the usual ones first, and asks again."""
    own = {step.stretch for step in scene.person.tailoring.own}
    out = scene.person.tailoring.told.left_out(scene.library) | own
    usual = scene.library.routine(scene.library.tags.usual[0])
    known = dict.fromkeys((*(step.stretch for step in usual.steps), *scene.library.stretches))
    there = [slug for slug in known if slug not in out]
    asked = scene.about(OneOf)
    after = there.index(asked.names[-1]) + 1 if asked and asked.names[-1:] and asked.names[-1] in there else 0
    some = tuple([*there[after:], *there[:after]][:LIST_PORTION])
    if not some:
        return ask(scene, [scene.wording.say("finding.nothing-there")], Question(Ask.OWN))
    words = scene.wording.say("mine.there-is", names=scene.wording.listing([scene.name_of(slug) for slug in some]))
    which = scene.wording.say("question.which-in-it")
    return ask(scene, [words], Question(Ask.OWN, OneOf(some, "AddToMineIntent", "stretch"), words=which))


def _all_of_it(scene: Scene) -> str:
    """A sentence with every stretch that is in it."""
    own = [step.stretch for step in scene.person.tailoring.own if step.stretch in scene.library.stretches]
    names = scene.wording.listing([scene.name_of(slug) for slug in own] or [""])
    return sentence(scene.wording.say("mine.all", names=names))


def _in_the_way(scene: Scene, rule: str) -> str:
    """The key of the words on a rule that a stretch would break; rules without words of their own share one key."""
    key = f"mine.way.{rule}"
    return key if key in scene.library.phrases[scene.wording.language] else "mine.way.other"
