"""The words of a question: in full first, shorter when it is repeated, then with the ways out of it."""

from enum import StrEnum

from skill.content.model.words import CheckWords
from skill.dialogue.guidance.names import any_name, place_words
from skill.dialogue.guidance.reminder_words import when_words
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.memory.subject import (
    Checking,
    Demanded,
    Offer,
    OneOf,
    OneProgramme,
    OneStretch,
    Ringing,
    SideLeft,
    WayUp,
)
from skill.dialogue.offers.sides_left import side_names
from skill.dialogue.scene.coming_back import cold
from skill.dialogue.scene.scene import Scene
from skill.dialogue.scene.setting_aside import day_of_rest, names_rested
from skill.limits import LIST_PORTION
from skill.ports.reminders import Reminder
from skill.timeline import Telling
from skill.timeline.hold.units import Unit


class Form(StrEnum):
    """A question's four lines in `content/phrases/<language>/asked.toml`."""

    FULL = "full"
    SHORT = "short"
    WAYS = "ways"
    HELP = "help"


_AGAIN = (Form.SHORT, Form.WAYS)
"""The forms in which a question is repeated, in turn; the full form is repeated only if somebody did not catch it."""


def put(scene: Scene, question: Question) -> str:
    """The question in the words that are due, so that the same words are never heard twice in a row."""
    if question.in_full or not question.times:
        return question.words or in_words(scene, question, Form.FULL)
    return in_words(scene, question, _AGAIN[(question.times - 1) % len(_AGAIN)])


def in_words(scene: Scene, question: Question, form: Form) -> str:
    """One of the question's four lines, with its gaps filled."""
    return scene.wording.say(f"asked.{_key(question)}.{form}", **_names(scene, question))


def _key(question: Question) -> str:
    """The question's part of a phrase key: its kind, with a variant for one thing, or for the first move up."""
    subject = question.subject
    single = (isinstance(subject, OneOf) and len(subject.names) == 1) or (
        question.kind is Ask.WHICH_REMINDER and isinstance(subject, Ringing) and len(subject.written) == 1
    )
    first = question.kind is Ask.UP and isinstance(subject, WayUp) and not subject.told
    return f"{question.kind.value}-one" if single else "up-first" if first else question.kind.value


def _names(scene: Scene, question: Question) -> dict[str, str]:
    """The words for the gaps of the question's lines."""
    if question.kind in (Ask.GO_ON, Ask.LAST_DONE, Ask.SOFTLY):
        unsure = question.kind is Ask.LAST_DONE
        place = place_words(scene, cold(scene.practice), unsure=unsure) if scene.practice else ""
        return {"place": place, "names": names_rested(scene), "when": day_of_rest(scene)}
    match question.subject:
        case Offer(name) | OneStretch(name) | OneProgramme(name):
            return {"name": any_name(scene, name)}
        case Checking() | Demanded() as told:
            return {"check": _check_words(scene, told), "demands": _demands(scene, told)}
        case OneOf() | SideLeft() as several:
            return {"names": _listed(scene, several)}
        case Ringing(written):
            whens = [
                when_words(scene.wording, one, scene.local_time.date()) for one in map(Reminder.read, written) if one
            ]
            return {"when": whens[0], "names": scene.wording.listing(whens)} if whens else {}
        case _:
            return {}


def _listed(scene: Scene, several: OneOf | SideLeft) -> str:
    """The names that a question is about, as a list."""
    if isinstance(several, SideLeft):
        return side_names(scene, several)
    return scene.wording.listing([any_name(scene, name) for name in several.names], "or")


def check_of(unit: Unit, telling: Telling, number: int) -> CheckWords:
    """The check with this number, from nought; the last one if authors have removed some since."""
    checks = telling.words_of(unit.stretch).checks
    return checks[min(number, len(checks) - 1)]


def _check_words(scene: Scene, subject: Checking | Demanded) -> str:
    """The words of the check for the stretch at the place, with its side filled in."""
    if scene.practice is None or not isinstance(subject, Checking):
        return ""
    unit, telling = scene.unit_at(scene.practice, scene.practice.place), scene.telling()
    return telling.with_side(check_of(unit, telling, subject.told).ask, unit.place.side)


def _demands(scene: Scene, subject: Checking | Demanded) -> str:
    """What a routine demands that limits would rule out, in sentences of a few each."""
    limits = subject.demands if isinstance(subject, Demanded) else ()
    known = [scene.library.limits[limit] for limit in limits if limit in scene.library.limits]
    called = [limit.words[scene.wording.language].name for limit in known]
    portions = [called[start : start + LIST_PORTION] for start in range(0, len(called), LIST_PORTION)]
    keys = ["asks", *["also"] * len(portions)]
    return " ".join(
        scene.wording.say(f"agreement.{key}", limits=scene.wording.listing(portion))
        for key, portion in zip(keys, portions, strict=False)
    )
