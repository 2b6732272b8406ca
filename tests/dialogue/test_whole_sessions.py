"""Whole sessions as people hold them, by the words of the last reply: what was heard wrongly once, each as a kind."""

import re

from tests.cases.each_of import each_of
from tests.walks.people.somebody import Heard, Somebody

_LATER = re.compile(r"\+(\d+)([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
AT_READY = "open gentle back | yes"
KNEES = "start knee to chest | yes"
TWISTS = "start chair twists | yes"

HOW_THEY_LIE = (
    (f"{AT_READY} | I'm on my tummy", "Roll over that arm, onto your back."),
    (f"{AT_READY} | I'm on my side", "Roll onto your back first. Ready?"),
    (f"{AT_READY} | I'm sitting", "Roll gently onto your back."),
    (f"{AT_READY} | I'm standing", "Hold a heavy chair, and lower one knee"),
    (f"{AT_READY} | I'm on my back", "Pelvic tilts."),
    (f"{AT_READY} | lying down now", "Pelvic tilts."),
    (f"{AT_READY} | I am on floor now", "Pelvic tilts."),
    ("start child's pose | I'm on my knees", "Child's pose."),
    ("start child's pose | I'm on my back", "up onto hands and knees."),
    (f"{TWISTS.removesuffix(' | yes')} | I'm sitting", "Chair twists."),
    (f"{KNEES} | +30s | alexa, I'm on my side", "Roll onto your back first. Ready?"),
    (f"{KNEES} | +30s | alexa, I'm on my side | ready", "Knee to chest stretch."),
    (f"{KNEES} | +30s | alexa, I've stood up since", "Hold a heavy chair, and lower one knee"),
)
INTO_THE_LAST_REPLY = (
    (f"{TWISTS} | +30s | alexa, ouch", "We will leave that one."),
    (f"{TWISTS} | +30s | alexa, hurdy gurdy", "Chair twists."),
    ("start standing forward fold | yes | +22s | alexa, I've come over all giddy | go on", "What shall we do?"),
    ("start elevated leg stretch | yes | +45s | alexa, I'm afraid of falling off", "We leave out the left side."),
)
TO_THE_END = (
    (
        "start downward dog | yes | +30s | alexa, how do I get down",
        "lower them down. That was the last one. Shall I talk you up?",
    ),
    (f"{KNEES} | +44s | alexa, next", "the left side. That was the last one. Shall I talk you up?"),
    (f"{KNEES} | +30s | alexa, I can't do this", "Shall I talk you up?"),
)
POLITE = (
    (f"{KNEES} | +30s | alexa, thank you", "more seconds."),
    (f"{KNEES} | +30s | alexa, it's lovely", "more seconds."),
    (f"{AT_READY} | this is nice", "Ready?"),
    ("open gentle back | something for my chair | please", "The desk routine."),
)
NEXT_TIME = (
    ("start the standing one | yes | +130s | alexa, stop | +3h | open gentle back | yes", "Back to standing side tilt"),
    ("start the in bed one | ready | +60s | alexa, stop | +1d | open gentle back | yes", "your back"),
)
TOLD_BEFOREHAND = (
    ("open gentle back | I no can go floor", "We stay off the floor"),
    ("open gentle back | I don't want the floor, I'd never get up again", "We stay off the floor"),
    ("open gentle back | can't get down on the floor, my hip's been done", "Your hips bend only a little"),
    ("open gentle back | I'm five months gone", "You stay off your front"),
)
ON_BEHALF = (
    ("open gentle back | it's for my mum, she's ninety, she's in bed", "The bedtime routine"),
    (f"{AT_READY} | she's ready", "Pelvic tilts."),
    (f"{KNEES} | +30s | alexa, she's tired", "Then rest a little"),
    (f"{KNEES} | +30s | alexa, she can't hold it any more", "Let go"),
)
SPOKEN_TO = ((f"{KNEES} | +30s | alexa, hello mum can't talk I'm on the floor", "more seconds."),)
REMINDED = (
    ("open gentle back | remind me every day at half seven | yes | actually make it eight", "Every day at eight"),
    (
        "open gentle back | remind me on Monday and Thursday evenings",
        "Every Monday and Thursday at seven in the evening",
    ),
    ("open gentle back | remind me monday wednesday and friday at nine", "Every Monday, Wednesday, and Friday at nine"),
    ("open gentle back | five", "Five minutes"),
)
ON_THE_WAY_DOWN = (
    (
        "open gentle back | yes | +30s | alexa, I've no chair",
        "a low bed or a sofa does as well as a chair. Hold a heavy chair",
    ),
    ("open gentle back | yes | +12s | alexa, how long will this take", "Hold a heavy chair, and lower one knee"),
    ("open gentle back | yes | +70s | alexa, how long will this take", "Now lie down on your back."),
    ("open gentle back | yes | +30s | alexa, how do I get down", "Hold a heavy chair, and lower one knee"),
)
WHERE_IT_HURTS = (
    ("start child's pose | yes | +30s | alexa, my knees", "We will leave that one."),
    (
        "start lower back | yes | +60s | alexa, my wrists hurt when I lean on them",
        "Without weight on your hands, then.",
    ),
    ("open gentle back | I get dizzy lying flat", "Then we sit, kneel or stand."),
    (f"{AT_READY} | ready | +60s | alexa, I have chest pain | +30s | open gentle back", "For help, call nine one one"),
)
GREETED = (
    ("open gentle back | morning, back's giving me jip", "Gentle start is the softest"),
    ("open gentle back | morning, how are you", "Begin with five gentle minutes?"),
    ("open gentle back | forget everything about me | no", "What would you like?"),
)


@each_of(
    ("session", "words"),
    (
        *HOW_THEY_LIE,
        *INTO_THE_LAST_REPLY,
        *TO_THE_END,
        *POLITE,
        *NEXT_TIME,
        *TOLD_BEFOREHAND,
        *ON_BEHALF,
        *SPOKEN_TO,
        *REMINDED,
        *GREETED,
        *ON_THE_WAY_DOWN,
        *WHERE_IT_HURTS,
    ),
)
def test_the_last_reply_says_so(session: str, words: str) -> None:
    assert words in played(session).words


@each_of("session", ("open gentle back | always", "open gentle back | today", "open gentle back | the second one"))
def test_what_chooses_between_two_begins_nothing_that_is_one(session: str) -> None:
    assert played(session).kind == "begin"


def test_thanks_take_leave_of_whom_nothing_leads() -> None:
    assert not played("open gentle back | no | thank you").listens


def played(session: str) -> Heard:
    """What is heard last of sentences, and times since the sentence before, between strokes."""
    somebody, after = Somebody(), None
    for said in map(str.strip, session.split("|")):
        if later := _LATER.fullmatch(said):
            after = float(int(later[1]) * _SECONDS[later[2]])
            continue
        somebody.say(said, after)
        after = None
    return somebody.last
