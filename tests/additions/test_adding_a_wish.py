"""A wish with a question of its own is added by the steps of CONTRIBUTING.md, in a copy, and nothing else is to do."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.additions.scratch import copied, goes_well_in, run_in
from tests.nightly import NIGHTLY

ANSWER = '''\
"""A blanket for somebody who is cold: whether to wait while it is fetched."""

from skill.dialogue.answers.moving.pause_and_stop import pause
from skill.dialogue.guidance.speaking import ask
from skill.dialogue.memory.question import Ask, Question
from skill.dialogue.scene.outcome import Outcome
from skill.dialogue.scene.scene import Scene


def blanket(scene: Scene) -> Outcome:
    """Said "I'm cold": whether they want to fetch a blanket."""
    return ask(scene, [], Question(Ask.BLANKET))


def while_it_is_fetched(scene: Scene) -> Outcome:
    """A pause for who is led; else as long as they like, and then what they would like."""
    if scene.here:
        return pause(scene)
    return ask(scene, [scene.wording.say("blanket.fetch")], Question(Ask.WISH))
'''
TEMPLATES = """\
# How someone says that they are cold.
BlanketIntent:
  - "(i am|i'm) [a bit|a little|so|very|rather] (cold|chilly)"
  - "(i am|i'm) (freezing|shivering)"
  - "i am getting cold [down here]"
  - "i feel [a bit|a little|so|very|rather] cold"
"""
CONVERSATION = """\
# Somebody is cold on the floor: a pause to fetch a blanket, if they want one.
> alexa, ask gentle back to start five gentle minutes
> i'm a bit cold
> what
> yes
> resume
> alexa, i feel cold
> no
"""
NEW: Mapping[str, str] = {
    "interaction_model/en/blanket.yaml": TEMPLATES,
    "skill/dialogue/answers/moving/blanket.py": ANSWER,
    "tests/conversations/on-the-way-and-in-a-stretch/im-cold.txt": CONVERSATION,
}
"""Files that are there now, by their paths."""

ROW = """\
    Row(
        kind=Ask.BLANKET,
        yes=blanket.while_it_is_fetched,
        no=meanings.not_alone,
        stays=True,
        otherwise=As.THE_WISH,
    ),
"""
PHRASES = """\
[blanket]
fetch = "Fetch one, and take your time."

"""
LINES = """\
[asked.blanket]
full  = "Will you fetch a blanket?"
short = "A blanket first?"
ways  = "Say yes to fetch one, or no to go on without."
help  = "Say yes, and I wait while you fetch it. Say no, and we go on without."

"""
SENTENCES = """\
BlanketIntent
  I'm a bit cold
  I'm freezing
  I feel rather cold

"""
ADDED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "interaction_model/en/voice_commands.yaml": (("  SkipSideIntent:", "  BlanketIntent: You are cold\n"),),
    "skill/dialogue/answers/table.py": (
        (
            "from skill.dialogue.answers.moving.correct_place import",
            "from skill.dialogue.answers.moving.blanket import blanket\n",
        ),
        ('    "SkipSideIntent":', '    "BlanketIntent": blanket,\n'),
    ),
    "content/phrases/en/pausing.toml": (("[stop]\n", PHRASES),),
    "content/phrases/en/asked.toml": (("[asked.get-up]\n", LINES),),
    "tests/understanding/guiding.txt": (("AMAZON.NextIntent\n", SENTENCES),),
    "skill/dialogue/memory/question.py": (('    GET_UP = "get-up"', '    BLANKET = "blanket", Nothing\n'),),
    "skill/dialogue/answers/conversation/on_the_mat.py": (
        ("more_time, next_and_back, pause_and_stop, swap\n", "blanket, "),
        ("    Row(\n        kind=Ask.GET_UP,\n", ROW),
    ),
    "tests/walks/kinds.py": (('    "change-programme": ', '    "blanket": (("i\'m cold",),),\n'),),
}
"""Before which words of the files that were there what is put, by their paths."""

MODEL = "from skill.entrypoints.terminal import main; main(['model'])"
TALK = """
from skill.entrypoints.terminal import main
main(["say", "ask gentle back to start five gentle minutes", "i'm freezing", "what's the weather", "yes"])
"""
WHAT_KNOWS_EVERY_WISH = (
    "tests/recognizer",
    "tests/understanding",
    "tests/content",
    "tests/wording",
    "tests/test_architecture.py",
    "tests/dialogue",
    "tests/walks/test_questions.py",
    "tests/conversations",
)
"""Tests that ask something of each wish, each question or each phrase."""


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another place, with the wish and its question in it; the rest is what `make accept` does."""
    place = copied(tmp_path_factory.mktemp("project"))
    for path, text in NEW.items():
        (place / path).write_text(text, "utf-8")
    for path, additions in ADDED.items():
        for words, text in additions:
            put_before(place / path, words, text)
    goes_well_in(place, "tests/wording/test_phrase_keys.py", GENTLE_BACK_ACCEPT="1")
    done = run_in(place, "-c", MODEL)
    assert done.returncode == 0, done.stderr
    heard = () if NIGHTLY else ("-k", "cold")
    goes_well_in(place, "tests/conversations", *heard, seconds=600, GENTLE_BACK_ACCEPT="1")
    return place


def put_before(path: Path, words: str, text: str) -> None:
    """The text, before words that stand there; where several times, before the first of them."""
    before, there, after = path.read_text("utf-8").partition(words)
    assert there, f"{path.name} has no longer: {words}"
    path.write_text(before + text + there + after, "utf-8")


def test_the_wish_is_understood_and_its_question_stays_until_it_is_answered(place: Path) -> None:
    said = " ".join(run_in(place, "-c", TALK).stdout.split())
    assert "Will you fetch a blanket? [listens: [silence 4 s] A blanket first?]" in said
    assert said.index("A blanket first?") < said.index("Paused. I am quiet for")


def test_what_people_can_say_tells_of_it(place: Path) -> None:
    told = (place / "docs" / "voice-commands.md").read_text("utf-8")
    assert "You are cold" in told
    assert '"BlanketIntent"' in (place / "interaction_model" / "en-GB.json").read_text("utf-8")


@pytest.mark.skipif(not NIGHTLY, reason="every test that asks something of each wish: for the night")
def test_the_tests_that_know_every_wish_and_question_find_nothing_else_to_do(place: Path) -> None:
    for step in (("init", "--quiet"), ("add", "--all")):
        subprocess.run(["git", *step], cwd=place, check=True)
    goes_well_in(place, *WHAT_KNOWS_EVERY_WISH, "tests/test_docs.py", "--numprocesses=auto", seconds=900)


@pytest.mark.skipif(not NIGHTLY, reason="the types of the whole project: for the night")
def test_what_reads_the_code_finds_nothing_else_to_do(place: Path) -> None:
    for tool in (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("vulture",)):
        done = run_in(place, "-m", *tool, seconds=300)
        assert done.returncode == 0, done.stdout + done.stderr
