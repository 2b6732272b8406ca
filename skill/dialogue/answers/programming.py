"""Programmes: listed, begun, left, and what they have for today."""

from dataclasses import replace

from skill.content.programmes import Programme
from skill.dialogue.answers.beginning import seconds_left, spoken_name
from skill.dialogue.answers.surprising import surprise
from skill.dialogue.answers.telling_where import tell
from skill.dialogue.followed import followed, today_in
from skill.dialogue.fresh import fresh
from skill.dialogue.nearest import nearest
from skill.dialogue.programme import Following
from skill.dialogue.scene import Outcome, Scene
from skill.dialogue.speaking import Asked, ask


def list_programmes(scene: Scene) -> Outcome:
    """All of them, and which one."""
    slugs = tuple(scene.library.programmes)
    names = scene.wording.listing([_name(scene, slug) for slug in slugs])
    count = scene.wording.count("programme", len(slugs))
    words = scene.wording.say("programme.list", count=count, names=names)
    if scene.guiding:
        return tell(scene, words)
    return ask(scene, [words], Asked("which-programme", scene.wording.say("question.which-programme"), slugs))


def start_programme(scene: Scene) -> Outcome:
    """The programme that was named; asked first when that means leaving another one."""
    slot = scene.turn.slot("programme")
    known = tuple(slug for slug in slot.ids if slug in scene.library.programmes)
    if len(known) != 1:
        return _which(scene, slot.said, known) if slot.said or known else list_programmes(scene)
    return begin_programme(scene, known[0])


def begin_programme(scene: Scene, slug: str) -> Outcome:
    """This programme, unless it is followed already, or another one has to be left for it."""
    old = followed(scene)
    if old is not None and old.slug == slug:
        return _today(scene, scene.wording.say("programme.already", name=_name(scene, slug)))
    if old is not None:
        words = scene.wording.say("question.change-programme", old=_name(scene, old.slug), name=_name(scene, slug))
        return ask(scene, [], Asked("change-programme", words, (slug,)))
    return follow(scene, slug)


def follow(scene: Scene, slug: str) -> Outcome:
    """From its first day on."""
    following = replace(scene, person=replace(scene.person, following=Following(slug)))
    key = "programme.begun-later" if scene.guiding else "programme.begun"
    words = scene.wording.say(key, name=_name(scene, slug))
    about = scene.library.programmes[slug].words[scene.wording.language].about
    return tell(following, words) if scene.guiding else _today(following, words, about)


def todays_routine(scene: Scene) -> Outcome:
    """What the programme has for today; for somebody who follows none, what suits."""
    return surprise(scene) if followed(scene) is None else _today(scene)


def leave_programme(scene: Scene) -> Outcome:
    """Whether the programme is to be left."""
    programme = followed(scene)
    if programme is None:
        return tell(scene, scene.wording.say("programme.none"))
    words = scene.wording.say("question.leave-programme", name=_name(scene, programme.slug))
    return ask(scene, [], Asked("leave-programme", words))


def left_programme(scene: Scene) -> Outcome:
    """Yes to that: nothing else changes."""
    name = _name(scene, scene.person.following.programme)
    return tell(replace(scene, person=replace(scene.person, following=Following())), _say(scene, "left", name))


def stay_in_programme(scene: Scene) -> Outcome:
    """No to leaving it."""
    return tell(scene, _say(scene, "stay", _name(scene, scene.person.following.programme)))


def day_words(scene: Scene, programme: Programme) -> tuple[str, str]:
    """What this programme has for today in words, and the routine that may be begun on it, as fits the day."""
    today, name = today_in(scene), _name(scene, programme.slug)
    if today is None or today.done or not today.routine:
        number = scene.wording.number(today.number if today else 1)
        key = "day-done" if today and today.done else "day-of-rest"
        return scene.wording.say(f"programme.{key}", number=number, name=name), programme.small
    practice = fresh(scene, today.routine)
    minutes = scene.wording.minutes(seconds_left(scene, practice)) if practice else ""
    routine, number = spoken_name(scene, today.routine), scene.wording.number(today.number)
    words = scene.wording.say("programme.day", number=number, name=name, routine=routine, minutes=minutes)
    return words, today.routine


def offer_of_today(scene: Scene, *before: str) -> Outcome:
    """What the programme has for today, and whether to begin it, or something small when nothing more is for today."""
    programme = followed(scene)
    if programme is None:
        raise LookupError("no programme is followed")
    words, routine = day_words(scene, programme)
    small = routine == programme.small and not _due(scene)
    question = scene.wording.say("programme.small" if small else "question.begin-it")
    return ask(scene, [*before, words], Asked("begin", question, (routine,)))


def _due(scene: Scene) -> bool:
    today = today_in(scene)
    return bool(today and today.routine)


def _today(scene: Scene, *before: str) -> Outcome:
    programme = followed(scene)
    if programme is not None and scene.guiding:
        return tell(scene, *before, day_words(scene, programme)[0])
    return offer_of_today(scene, *before)


def _which(scene: Scene, said: str, known: tuple[str, ...]) -> Outcome:
    """Which one is meant: those that the name may mean, or those that sound most like it."""
    language = scene.wording.language
    words = {slug: programme.words[language] for slug, programme in scene.library.programmes.items()}
    found = known or nearest(said, {slug: (one.name, *one.also) for slug, one in words.items()})
    names = scene.wording.listing([_name(scene, slug) for slug in found], "or")
    key = "ask.which-of" if known else "ask.did-you-mean"
    return ask(scene, [], Asked("which-programme", scene.wording.say(key, names=names), found))


def _say(scene: Scene, key: str, name: str) -> str:
    return scene.wording.say(f"programme.{key}", name=name)


def _name(scene: Scene, slug: str) -> str:
    programme = scene.library.programmes.get(slug)
    return programme.words[scene.wording.language].name if programme else ""
