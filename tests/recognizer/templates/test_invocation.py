"""A launch, a launch with a wish, and a wish in an open session are told apart."""

from skill.home import the_recognizer
from skill.recognizer.templates.invocation import Addressed
from tests.cases.each_of import each_of

spoken = the_recognizer("en-US").invocation.spoken


@each_of(
    "words",
    [
        "alexa, open gentle back",
        "Alexa open Gentle Back.",
        "open gentle back",
        "start gentle back",
        "alexa, launch gentle back please",
        "please open gentle-back",
        "talk to gentle back",
        "begin gentle back",
        "alexa, open the gentle back skill",
        "alexa, gentle back",
        "ask gentle back",
    ],
)
def test_the_name_alone_launches(words: str) -> None:
    assert spoken(words) == Addressed("open", "")


@each_of(
    ("words", "rest"),
    [
        ("alexa, ask gentle back to start my lower back routine", "start my lower back routine"),
        ("ask gentle back for child's pose", "child's pose"),
        ("alexa, ask gentle back how to do the bridge", "how to do the bridge"),
        ("tell gentle back I'm ready", "I'm ready"),
        ("tell gentle back that it hurts", "it hurts"),
        ("open gentle back and start my lower back routine", "start my lower back routine"),
        ("alexa, start the desk routine with gentle back", "start the desk routine"),
        ("use gentle back to do the bridge", "do the bridge"),
        ("ask gentle back, what is next", "what is next"),
    ],
)
def test_a_wish_may_come_with_the_launch(words: str, rest: str) -> None:
    assert spoken(words) == Addressed("ask", rest)


@each_of(
    ("words", "rest"),
    [
        ("alexa, next", "next"),
        ("Hey Alexa, stop!", "stop!"),
        ("alexa... Alexa, next", "next"),
        ("ready", "ready"),
        ("start my lower back routine", "start my lower back routine"),
        ("start the gentle start routine", "start the gentle start routine"),
        ("open the lower back routine", "open the lower back routine"),
        ("gentle backwards roll", "gentle backwards roll"),
        ("alexander said next", "alexander said next"),
        ("my gentle back hurts", "my gentle back hurts"),
        ("alexa", ""),
        ("", ""),
    ],
)
def test_anything_else_is_said_to_the_open_session(words: str, rest: str) -> None:
    assert spoken(words) == Addressed("say", rest)
