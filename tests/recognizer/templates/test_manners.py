"""Two sentences that mean the same come out as the same plain words."""

from skill.recognizer.templates.templates import Templates
from tests.cases.each_of import each_of


@each_of(
    ("said", "plain"),
    [
        ("Next!", "next"),
        ("  NEXT,   please. ", "next"),
        ("um, could you please stop", "stop"),
        ("Child\u2019s pose", "childs pose"),
        ("childs pose", "childs pose"),
        ("cat-cow", "cat cow"),
        ("What\u2019s next?", "what is next"),
        ("whats next", "what is next"),
        ("5 gentle minutes", "five gentle minutes"),
        ("21 minutes", "twenty one minutes"),
        ("no no no", "no"),
        ("okay, stop now please", "stop"),
        ("I'd like to stop", "stop"),
        ("a doctor hasn't seen me", "a doctor has not seen me"),
        ("we weren't there", "we were not there"),
        ("okay", "okay"),
        ("please", "please"),
        ("...", ""),
        ("\uff32\uff25\uff21\uff24\uff39", "ready"),
        ("7000000 minutes", "7000000 minutes"),
    ],
)
def test_manners_change_nothing(templates: Templates, said: str, plain: str) -> None:
    assert " ".join(templates.manners.plain(said)) == plain
