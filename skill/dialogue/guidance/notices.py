"""Notices: what a person has to hear once before anything else, put in front of the reply."""

from collections.abc import Iterable
from itertools import takewhile

from skill.dialogue.guidance.speaking import said
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.ports.reply import Close, Reply
from skill.practice import Sent
from skill.replaced import replace
from skill.timeline import Mark, Point, Role, Timeline, last


def with_notices(scene: Scene, outcome: Outcome, notices: tuple[str, ...]) -> Outcome:
    """The outcome with the phrases of these keys said first, but after the way out of a hold.

    The marks of a guiding reply move along. A goodbye gets no notices, except at the end of a guiding reply.
    """
    leads = _leads(scene, outcome)
    if not notices or (isinstance(outcome.reply.microphone, Close) and not leads):
        return outcome
    return with_words(scene, outcome, [scene.wording.say(key) for key in notices])


def unkept(scene: Scene, outcome: Outcome, honest: Reply, *, warned: bool) -> tuple[Outcome, bool]:
    """The outcome where nothing could be stored, and whether the person has heard that by now.

    `honest` is the reply that promises nothing. It is said once in a conversation, before a goodbye too; but never
    before what to do in an emergency.
    """
    told = outcome if _leads(scene, outcome) else with_notices(scene, replace(outcome, reply=honest), scene.notices)
    if warned or told.person.ask_first_at or not told.reply.timeline.moments:
        return told, warned
    return with_words(scene, told, [scene.wording.say("trouble.unsaved")]), True


def with_words(scene: Scene, outcome: Outcome, sentences: Iterable[str]) -> Outcome:
    """The outcome with these sentences said first, but after the way out of a hold."""
    reply, practice, leads = outcome.reply, outcome.person.practice, _leads(scene, outcome)
    words = Timeline(said(scene, sentences, Role.INTRO))
    out, rest = _coming_out(reply.timeline)
    told = replace(outcome, reply=replace(reply, timeline=out + words + rest))
    if practice is None or practice.sent is None or not leads:
        return told
    later = replace(practice, sent=_later(practice.sent, last(words, scene.pace.rate)))
    return replace(told, person=outcome.person.with_practice(later))


def _leads(scene: Scene, outcome: Outcome) -> bool:
    """Whether this reply leads through a routine."""
    practice = outcome.person.practice
    return practice is not None and practice.sent is not None and practice.sent.at == scene.turn.epoch


def _coming_out(timeline: Timeline) -> tuple[Timeline, Timeline]:
    """The release and rest that a reply may begin with, and what comes after them."""
    count = len(list(takewhile(lambda moment: moment.role in (Role.RELEASE, Role.REST), timeline.moments)))
    return Timeline(timeline.moments[:count]), Timeline(timeline.moments[count:])


def _later(sent: Sent, by: Point) -> Sent:
    marks = tuple(Mark(mark.place, mark.begins + by, mark.ends + by) for mark in sent.marks)
    return replace(sent, marks=marks, arrives=sent.arrives + by, ends=sent.ends + by, given_up=sent.given_up + by)
