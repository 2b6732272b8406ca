"""Lists programmes, begins and leaves them, and tells what they have for today."""

from skill.dialogue.answers.finding.surprise import surprise
from skill.dialogue.answers.replying.telling import tell
from skill.dialogue.answers.replying.which_one import nearest
from skill.dialogue.answers.starting.todays_routine import day_words, name_of, offer_of_today
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.following import Following
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import OneOf, OneProgramme
from skill.dialogue.offers.todays_programme import followed
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace


def list_programmes(scene: Scene) -> Outcome:
    """Lists all programmes, and asks which one to begin."""
    slugs = tuple(scene.library.programmes)
    names = scene.wording.listing([name_of(scene, slug) for slug in slugs])
    count = scene.wording.count("programme", len(slugs))
    words = scene.wording.say("programme.list", count=count, names=names)
    if scene.guiding:
        return tell(scene, words)
    return ask(scene, [words], _one_of(slugs, scene.wording.say("question.which-programme")))


def start_programme(scene: Scene) -> Outcome:
    """Begins the programme that was named; asks first if another one has to be left for it."""
    slot = scene.turn.slot("programme")
    known = tuple(slug for slug in slot.ids if slug in scene.library.programmes)
    if len(known) != 1:
        return _which(scene, slot.said, known) if slot.said or known else list_programmes(scene)
    return begin_programme(scene, known[0])


def begin_programme(scene: Scene, slug: str) -> Outcome:
    """Begins this programme, unless they follow it already; asks first if another one has to be left for it."""
    old = followed(scene)
    if old is not None and old.slug == slug:
        return _today(scene, scene.wording.say("programme.already", name=name_of(scene, slug)))
    if old is not None:
        words = scene.wording.say("ask.change-programme", old=name_of(scene, old.slug), name=name_of(scene, slug))
        return ask(scene, [], Question(Ask.CHANGE_PROGRAMME, OneProgramme(slug), words=words))
    return follow(scene, slug)


def follow(scene: Scene, slug: str) -> Outcome:
    """Follow this programme from its first day on."""
    following = replace(scene, person=replace(scene.person, following=Following(slug)))
    key = "programme.begun-later" if scene.guiding else "programme.begun"
    words = scene.wording.say(key, name=name_of(scene, slug))
    about = scene.library.programmes[slug].words[scene.wording.language].about
    return tell(following, words) if scene.guiding else _today(following, words, about)


def todays_routine(scene: Scene) -> Outcome:
    """Tells what the programme has for today; without a programme offers what suits."""
    return surprise(scene) if followed(scene) is None else _today(scene)


def leave_programme(scene: Scene) -> Outcome:
    """Asks whether to leave the programme."""
    programme = followed(scene)
    if programme is None:
        return tell(scene, scene.wording.say("programme.none"))
    return ask(scene, [], Question(Ask.LEAVE_PROGRAMME, OneProgramme(programme.slug)))


def left_programme(scene: Scene) -> Outcome:
    """Yes, leave it: nothing else changes."""
    name = name_of(scene, scene.person.following.programme)
    return tell(replace(scene, person=replace(scene.person, following=Following())), _say(scene, "left", name))


def stay_in_programme(scene: Scene) -> Outcome:
    """No, do not leave it."""
    return tell(scene, _say(scene, "stay", name_of(scene, scene.person.following.programme)))


def _today(scene: Scene, *before: str) -> Outcome:
    programme = followed(scene)
    if programme is not None and scene.guiding:
        return tell(scene, *before, day_words(scene, programme)[0])
    return offer_of_today(scene, *before)


def _which(scene: Scene, said: str, known: tuple[str, ...]) -> Outcome:
    """Asks which one is meant: those that the name may mean, or those that sound most like it."""
    language = scene.wording.language
    words = {slug: programme.words[language] for slug, programme in scene.library.programmes.items()}
    found = known or nearest(said, {slug: (one.name, *one.also) for slug, one in words.items()})
    names = scene.wording.listing([name_of(scene, slug) for slug in found], "or")
    key = "ask.which-of" if known else "ask.did-you-mean"
    return ask(scene, [], _one_of(found, scene.wording.say(key, names=names)))


def _one_of(slugs: tuple[str, ...], words: str) -> Question:
    """The question which of these programmes to begin."""
    return Question(Ask.WHICH, OneOf(slugs, "StartProgrammeIntent", "programme"), words=words)


def _say(scene: Scene, key: str, name: str) -> str:
    return scene.wording.say(f"programme.{key}", name=name)
