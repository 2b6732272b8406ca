"""A few sentences, spoken by a program and heard by the small ear, as `make listen` does it with thousands."""

from skill.home import the_recognizer
from skill.recognizer.meaning import Understood
from skill.recognizer.recognizer import FALLBACK
from tests.listen.sentences import LOCALE, Sentence, named_sentences, own_sentences, unseen_sentences
from tests.nightly import at_night
from tests.understanding.moments import known_in
from tests.understanding.unseen_sentences import Unseen
from tests.voice.here import needs

pytestmark = needs("flite", "pocketsphinx")

SAID = (
    ("stop", "hold"),
    ("which side is it", "hold"),
    ("start the lower back routine", "idle"),
    ("i have chest pain", "hold"),
    ("the parliament will meet again on thursday", "hold"),
)


@at_night
def test_what_is_spoken_is_said_by_somebody_and_understood_when_it_is_typed() -> None:
    own, named = own_sentences(), named_sentences()
    assert (len(own) > 5_000, len(named) > 300, len(unseen_sentences()) > 500) == (True, True, True)
    assert "start elevated lag" not in {one.words for one in named}  # only ever heard instead of a name
    recognizer = the_recognizer(LOCALE)
    typed = [recognizer.understand(one.words, one.known) for one in (*own[::997], *named[::97])]
    assert [meant.intent for meant in typed if meant.intent == "AMAZON.FallbackIntent"] == []


def test_a_few_sentences_are_understood_spoken_and_a_stranger_moves_nothing() -> None:
    # Only here are the libraries sure to be there.
    from skill.hearing.both_ears import BothEars  # noqa: PLC0415
    from skill.home import _small_ear  # noqa: PLC0415
    from tests.listen.speakers import Speaker  # noqa: PLC0415
    from tests.listen.wishes import _came, table  # noqa: PLC0415

    ears = BothEars(the_recognizer(LOCALE), [_small_ear(LOCALE)])
    came = [
        _came(ears, Sentence(words, known_in(moment)), Speaker("flite slt", 1.0, "clean")) for words, moment in SAID
    ]
    assert [one.heard.understood.intent for one in came] == [
        "AMAZON.StopIntent",
        "WhichSideIntent",
        "StartRoutineIntent",
        "RedFlagIntent",
        "AMAZON.FallbackIntent",
    ]
    assert [one.moved for one in came] == [False, False, True, False, False]
    assert [line for line in table(came) if line.startswith("| clean")] == [
        "| clean | 5 | 24% | 4 | 100% | 100% | 0 of 0 | 0 of 0 |"
    ]


def test_nine_points_less_a_stranger_that_moves_or_lost_emergencies_are_told_as_worse() -> None:
    from skill.hearing.both_ears import HeardWords  # noqa: PLC0415 - as above
    from tests.listen.speakers import Speaker  # noqa: PLC0415
    from tests.listen.wishes import FEWEST, Came, worse  # noqa: PLC0415

    known, somebody = known_in("hold"), Speaker("flite slt", 1.0, "clean")
    stop, nothing, onward = (Understood(one) for one in ("AMAZON.StopIntent", FALLBACK, "AMAZON.NextIntent"))

    def came(typed: Understood, spoken: Understood, sort: str = "wish") -> Came:
        judged = None if sort == "wish" else Unseen(sort, "x", known, ())
        return Came(Sentence("x", known, judged=judged), somebody, HeardWords("x", spoken), typed)

    def of(wishes: int, lost: int) -> list[Came]:
        return [*[came(stop, stop)] * (wishes - lost), *[came(stop, nothing)] * lost]

    assert [*worse(of(100, 14), "whisper-base")] == []
    assert [*worse(of(100, 26), "whisper-base")] == [
        "74% of 100 wishes are understood spoken, where 75% were at least."
    ]
    assert [*worse(of(FEWEST - 1, FEWEST - 1), "whisper-base")] == [], "too few to tell"
    assert [*worse([came(nothing, onward, "stranger")], "sphinx")] == ["1 sentences of strangers move something."]
    alarm = the_recognizer(LOCALE).understand("i have chest pain", known)
    assert [*worse([came(alarm, nothing, "emergency")] * 3, "whisper-base")] == [
        "3 emergencies are lost, where 2 may be."
    ]
