"""Sentences that nobody should say to somebody on the floor, and sentences of another language."""

from tests.content.rules.faulty import Faulty

FAULTY_SPEECH: tuple[Faulty, ...] = (
    Faulty(
        "a breath that is held, said the other way round",
        "stretches/bridge.toml",
        "Hips up once more.",
        "Take a breath and hold.",
        ("words.en.again: 'breath and hold' is holding the breath: nobody is to do that",),
    ),
    Faulty(
        "a breath that is held in",
        "stretches/bridge.toml",
        "Hips up once more.",
        "Hold in your breath.",
        ("words.en.again: 'Hold in your breath' is holding the breath: nobody is to",),
    ),
    Faulty(
        "a short way to write a word that has a vowel to look at",
        "stretches/bridge.toml",
        "Hips up once more.",
        "Lift yr hips.",
        ("words.en.again: 'yr' is an abbreviation: write the word out",),
    ),
    Faulty(
        "two words of German",
        "stretches/bridge.toml",
        "Hips up once more.",
        "Tief einatmen.",
        ("words.en.again: this is German, and what stands here is said in English",),
    ),
    Faulty(
        "two words of French",
        "stretches/bridge.toml",
        "Hips up once more.",
        "Inspirez doucement.",
        ("words.en.again: this is French, and what stands here is said in English",),
    ),
)
