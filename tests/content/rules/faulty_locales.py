"""Mistakes in the file of a locale."""

from tests.content.rules.faulty import Faulty

_CANADA = "locales/en-CA.toml"
_LINES: dict[str, str] = {
    "language": 'language         = "en"\n',
    "zone": 'zone             = "America/Toronto"\n',
    "emergency_number": 'emergency_number = "nine one one"\n',
    "adviser": 'adviser          = "physiotherapist"\n',
    "invocation": 'invocation       = "gentle back"\n',
}

FAULTY_LOCALES: tuple[Faulty, ...] = (
    *(
        Faulty(
            f"a locale without {field}", _CANADA, line, "", (f"{field}: missing; what belongs here is text in quotes",)
        )
        for field, line in _LINES.items()
    ),
    Faulty(
        "a locale that is not shown",
        _CANADA,
        "[shown]",
        "[hidden]",
        (
            (
                "hidden: unknown key; what may stand here is "
                "language, zone, emergency_number, emergency_digits, adviser, invocation or shown"
            ),
            "shown: missing; what belongs here is a table",
        ),
    ),
    Faulty(
        "a locale without a summary",
        _CANADA,
        "summary =",
        "resume =",
        (
            "shown.resume: unknown key; what may stand here is name, summary, description, phrases or keywords",
            "shown.summary: missing; what belongs here is text in quotes",
        ),
    ),
    Faulty(
        "an emergency number in digits",
        _CANADA,
        'number = "nine one one"',
        'number = "911"',
        ("emergency_number: must be words in small letters, as they are spoken",),
    ),
    Faulty(
        "digits of another number than the one that is said",
        _CANADA,
        '"911"',
        '"999"',
        ("emergency_digits: '999' is not 'nine one one'",),
    ),
    Faulty(
        "digits of an emergency number that are words",
        _CANADA,
        '"911"',
        '"nine one one"',
        ('emergency_digits: "nine one one" may not stand here; what may is two to six digits in quotes',),
    ),
    Faulty(
        "an emergency number that nobody gave",
        _CANADA,
        '"nine one one"',
        '""',
        ("emergency_number: must be words in small letters, as they are spoken",),
    ),
    Faulty(
        "a zone that is on no map",
        _CANADA,
        "America/Toronto",
        "America/Tornto",
        ("zone: no such time zone: 'America/Tornto'",),
    ),
    Faulty("another country's language", _CANADA, '"en"', '"fr"', ("language: 'fr' is not the language of en-CA",)),
    Faulty(
        "a language without numbers", _CANADA, '"en"', '"xx"', ("language: no numbers are known in words for 'xx'",)
    ),
    Faulty(
        "a phrase that opens another skill",
        _CANADA,
        '"Alexa, open gentle back"',
        '"Alexa, open gentle neck"',
        ("shown.phrases.0: must call the skill 'gentle back'",),
    ),
    Faulty(
        "a claim in what the app shows",
        _CANADA,
        "times every hold",
        "relieves your pain",
        ("shown.summary: 'relieves' is a claim that we must not make",),
    ),
)
