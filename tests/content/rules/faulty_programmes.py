"""Mistakes in programmes."""

from tests.content.rules.faulty import Faulty

FAULTY_PROGRAMMES: tuple[Faulty, ...] = (
    Faulty(
        "a day with a routine that nobody wrote",
        "programmes/daily-back-care.toml",
        '"upper-back"',
        '"marathon"',
        ("days.2: there is no routine marathon",),
    ),
    Faulty(
        "something small that nobody wrote",
        "programmes/daily-back-care.toml",
        'small = "five-gentle-minutes"',
        'small = "marathon"',
        ("small: there is no routine marathon",),
    ),
    Faulty(
        "something strong among the first three",
        "programmes/daily-back-care.toml",
        '"upper-back"',
        '"hips"',
        ("days.2: hips has bridge, and the first 3 have nothing strong",),
    ),
    Faulty(
        "days of rest are no practice",
        "programmes/two-week-gentle-start.toml",
        '"five-gentle-minutes"',
        '"hips"',
        ("days.3: hips has bridge, and the first 3 have nothing strong",),
    ),
    Faulty(
        "rest before anything was done",
        "programmes/daily-back-care.toml",
        '["lower-back"',
        '["rest", "lower-back"',
        ("days.0: begins with a day of rest",),
    ),
    Faulty(
        "a programme of no days",
        "programmes/daily-back-care.toml",
        "days = [",
        "days = []\nsmaller = [",
        (
            "days: needs at least 1 of them",
            "smaller: unknown key; did you mean small?",
        ),
    ),
    Faulty(
        "a day that is no name",
        "programmes/daily-back-care.toml",
        '"rest"',
        '"Rest!"',
        (
            (
                'days.6: "Rest!" may not stand here; '
                "what may is small letters, with a hyphen between words, such as knee-to-chest"
            ),
        ),
    ),
    Faulty(
        "a programme that gives doses",
        "programmes/daily-back-care.toml",
        "repeats = true",
        "repeats = true\nhold = 20",
        ("hold: unknown key; what may stand here is days, small, repeats or words",),
    ),
    Faulty(
        "a programme's name twice",
        "programmes/two-week-gentle-start.toml",
        '"two week program"',
        '"daily care"',
        ("words.en.also.4: 'daily care' is already a name in programmes/daily-back-care.toml",),
    ),
    Faulty(
        "a programme that cures",
        "programmes/daily-back-care.toml",
        "and a little more each time.",
        "and it will fix your {back}.",
        (
            "words.en.about: 'fix' is a claim that we must not make",
            "words.en.about: takes no placeholder",
        ),
    ),
)
