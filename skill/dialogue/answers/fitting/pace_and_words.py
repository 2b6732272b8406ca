"""Stores how somebody is led from now on, slower or faster, with fewer words or more, and goes straight on."""

from skill.content.model import SECONDS_A_BREATH
from skill.dialogue.answers.replying.telling import tell, tell_staying
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.retailoring import retailored
from skill.dialogue.scene.scene import Scene
from skill.replaced import replace
from skill.timeline.manner import Amount, Manner

_MORE_AND_MORE = (Amount.COUNTING, Amount.FEWER, Amount.USUAL, Amount.MORE)


def slower(scene: Scene) -> Outcome:
    """Makes breaths longer, and gives more time to get in and out."""
    return _breath(scene, 1)


def faster(scene: Scene) -> Outcome:
    """Makes breaths shorter; holds and ways between postures keep their time."""
    return _breath(scene, -1)


def fewer_words(scene: Scene) -> Outcome:
    """Says fewer words from now on, but never only counts, which people have to ask for."""
    amount = scene.person.tailoring.manner.amount
    if amount in (Amount.FEWER, Amount.COUNTING):
        return tell_staying(scene, scene.wording.say("amount.least"))
    return _words(scene, _MORE_AND_MORE[_MORE_AND_MORE.index(amount) - 1])


def more_words(scene: Scene) -> Outcome:
    """Says more words from now on, by one step."""
    amount = scene.person.tailoring.manner.amount
    if amount is Amount.MORE:
        return tell_staying(scene, scene.wording.say("amount.most"))
    wanted = _MORE_AND_MORE[_MORE_AND_MORE.index(amount) + 1]
    return _words(scene, wanted, "amount.some" if wanted is Amount.FEWER else "")


def just_count(scene: Scene) -> Outcome:
    """Only counts and says the releases from now on."""
    return _words(scene, Amount.COUNTING)


def count_with_me(scene: Scene) -> Outcome:
    """Said "count with me": tells what is counted in a hold, and how to hear less or more."""
    return tell_staying(scene, scene.wording.say("amount.counted"), scene.wording.say("amount.choose"))


def _words(scene: Scene, amount: Amount, key: str = "") -> Outcome:
    manner = replace(scene.person.tailoring.manner, amount=amount)
    return _led(scene, manner, key or f"amount.{amount}")


def _breath(scene: Scene, steps: int) -> Outcome:
    manner = scene.person.tailoring.manner
    wanted = manner.slower(steps)
    if wanted == manner:
        return tell_staying(scene, scene.wording.say("speed.slowest" if steps > 0 else "speed.fastest"))
    key = "usual" if wanted.breath_seconds == SECONDS_A_BREATH else "slower" if steps > 0 else "faster"
    return _led(scene, wanted, f"speed.{key}")


def _led(scene: Scene, manner: Manner, key: str) -> Outcome:
    wanted = retailored(scene, replace(scene.person.tailoring, manner=manner))
    return tell(wanted, scene.wording.say(key))
