"""The reader learns what sentences have in common, and the same from the same sentences, byte for byte."""

from pathlib import Path

from infra.reader_training import train
from skill.home import the_recognizer
from skill.recognizer.reader.features import features
from skill.recognizer.reader.mentions import mentions_in
from skill.recognizer.reader.said import DANGER, SAID
from skill.recognizer.reader.weights import Weights, read_weights
from skill.recognizer.recognizer import WEIGHTS

WISHES = """AMAZON.PauseIntent
  the doorbell rang so wait for me
  wait the phone rang
  somebody rang wait a moment
TimeLeftIntent
  how long is left of this
  is there long left
  how much is left to go
"""
SIGNS = """emergency
  my left arm is numb and my face droops
  my face is numb
none
  my left sock is missing
  the left door droops
"""


def _trained(folder: Path) -> Path:
    for name, text in ((SAID, WISHES), (DANGER, SIGNS)):
        (folder / name).mkdir()
        (folder / name / "some.txt").write_text(text, encoding="utf-8")
    train(folder, the_recognizer("en-US"))
    return folder / WEIGHTS


def _scores(weights: Weights, said: str) -> dict[str, float]:
    recognizer = the_recognizer("en-US")
    words = recognizer.written_out(said)
    scores = weights.scores(features(words, mentions_in(words, recognizer.names).typed))
    return dict(zip(weights.head.meanings, scores, strict=True))


def test_what_is_said_in_other_words_is_taken_for_what_it_has_most_in_common_with(tmp_path: Path) -> None:
    weights = read_weights(_trained(tmp_path))

    said = _scores(weights, "hold on the telephone rang wait")
    assert said["AMAZON.PauseIntent"] > 0 > said["TimeLeftIntent"]
    asked = _scores(weights, "tell me how long there is left")
    assert asked["TimeLeftIntent"] > 0 > asked["AMAZON.PauseIntent"]


def test_danger_is_learned_apart_from_wishes(tmp_path: Path) -> None:
    weights = read_weights(_trained(tmp_path))

    assert weights.head.meanings == ("AMAZON.PauseIntent", "TimeLeftIntent", "danger emergency", "danger none")
    said = _scores(weights, "half my face is numb")
    assert said["danger emergency"] > said["danger none"]


def test_the_same_sentences_give_the_same_bytes(tmp_path: Path) -> None:
    once, again = (tmp_path / name for name in ("once", "again"))
    once.mkdir()
    again.mkdir()
    assert _trained(once).read_bytes() == _trained(again).read_bytes()
