"""Mistakes in what people cannot do, and in the words that something is wrong."""

from tests.content.rules.faulty import Faulty

FAULTY_LIMITS: tuple[Faulty, ...] = (
    Faulty(
        "a lasting name that is no name of the limit",
        "limits/kneeling.toml",
        'lasting = ["a new knee"',
        'lasting = ["a brand new knee"',
        ("words.en.lasting: 'a brand new knee' is none of the other names",),
    ),
    Faulty(
        "an unknown key of a limit",
        "limits/kneeling.toml",
        "gentler = ",
        'reason = "a bad knee"\ngentler = ',
        ("reason: unknown key; what may stand here is leaves_out, gentler, on_a_bed, offers or words",),
    ),
    Faulty(
        "a need that nobody has",
        "limits/floor.toml",
        'needs = ["floor"]',
        'needs = ["lift"]',
        ('leaves_out.needs.0: "lift" may not stand here; what may is floor, bed, chair or worktop',),
    ),
    Faulty(
        "a stretch left out that is not there",
        "limits/neck-bends.toml",
        '["bridge", "cobra"',
        '["bridges", "cobra"',
        ("leaves_out.stretches.0: there is no stretch bridges",),
    ),
    Faulty(
        "a gentler stretch that is not there, and one that is left out altogether",
        "limits/neck-bends.toml",
        'gentler = ["windshield-wipers"',
        'gentler = ["wipers", "cobra"',
        ("gentler.0: there is no stretch wipers", "gentler.1: cobra is left out altogether"),
    ),
    Faulty(
        "nothing left out",
        "limits/on-front.toml",
        'postures = ["front"]',
        "postures = []",
        ("leaves_out: leaves nothing out",),
    ),
    Faulty(
        "nothing offered",
        "limits/on-front.toml",
        'offers = ["lower-back", "gentle-start", "in-bed"]',
        "offers = []",
        ("offers: needs at least 1 of them",),
    ),
    Faulty(
        "an offer that is not there",
        "limits/on-front.toml",
        '"gentle-start"',
        '"gentle-end"',
        ("offers.1: there is no routine gentle-end",),
    ),
    Faulty(
        "an offer of which nothing is left",
        "limits/lying-flat.toml",
        '"standing"]',
        '"bedtime"]',
        ("offers.2: 0 stretches of bedtime would be left",),
    ),
    Faulty(
        "a name that another limit has",
        "limits/on-front.toml",
        '"lie face down"',
        '"lie flat"',
        ("words.en.also.8: 'lie flat' is already a name in limits/lying-flat.toml",),
    ),
    Faulty(
        "one other name only, of a limit",
        "limits/on-hands.toml",
        "also = [",
        'also = ["bad wrists"]\ninstead = ["Without weight on your hands, then."]\n[words.de]\nname = "x"\nalso = [',
        ("words.en.also: at least 2 other names are needed",),
    ),
    Faulty(
        "a claim in what is said instead",
        "limits/on-front.toml",
        "You stay off your front, then.",
        "This is safe for you.",
        ("words.en.instead.0: 'safe' is a claim that we must not make",),
    ),
    Faulty(
        "a warning in two lists",
        "warnings/en.toml",
        '"i slipped", "someone help"',
        '"can not breathe", "someone help"',
        ("stuck.0: 'can not breathe' is said in emergency already",),
    ),
    Faulty(
        "a warning with a full stop",
        "warnings/en.toml",
        '"it stings", "that stings"',
        '"it stings!", "that stings"',
        ('pain.0: "it stings!" may not stand here; what may is words in small letters, with single spaces',),
    ),
)
