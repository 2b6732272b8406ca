"""Mistakes in what a stretch is checked by, and in how it is told otherwise."""

from tests.content.rules.faulty import Faulty

FAULTY_CHECKS: tuple[Faulty, ...] = (
    Faulty(
        "a stretch without its checks",
        "stretches/quiet-rest.toml",
        "checks ",
        "also_checks ",
        (
            "words.en.checks: missing; what belongs here is a list of: a table",
            "words.en.also_checks: unknown key; did you mean checks?",
        ),
    ),
    Faulty(
        "a stretch without other words",
        "stretches/quiet-rest.toml",
        "otherwise ",
        "other ",
        (
            "words.en.otherwise: missing; what belongs here is a list of: text in quotes",
            "words.en.other: unknown key; did you mean otherwise?",
        ),
    ),
    Faulty(
        "a single check",
        "stretches/quiet-rest.toml",
        '    { ask = "Are your hands open and heavy?", correct = "Let your hands lie open beside you." },\n',
        "",
        ("words.en.checks: needs at least 2 of them",),
    ),
    Faulty(
        "a check that asks nothing, and a correction that asks",
        "stretches/quiet-rest.toml",
        '{ ask = "Are your hands open and heavy?", correct = "Let your hands lie open beside you." }',
        '{ ask = "Your hands are open.", correct = "Do they lie open?" }',
        (
            "words.en.checks.1.ask: must be a question, to be answered with yes where it is right",
            "words.en.checks.1.correct: must say what to do, not ask",
        ),
    ),
)
