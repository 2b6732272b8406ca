"""Writes the page of all voice commands from the templates, for people: by what is going on and by wish."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from skill.content.library import Library
from skill.recognizer.model import templates_of
from skill.recognizer.templates.catalogue import phrases_of_warning, slot_types
from skill.recognizer.templates.expansion import slots_in
from skill.recognizer.templates.samples import written_out
from skill.recognizer.templates.slots import SlotType
from skill.recognizer.templates.sources import Sources
from skill.recognizer.templates.templates import FIRST_WORDS, TEMPLATES_FOLDER, VOICE_COMMANDS, Template, TemplateFaults

PAGE = TEMPLATES_FOLDER.parent / "docs" / "voice-commands.md"
LOCALE = "en-US"
"""The locale whose templates the page shows: there is one page, in the language of the other documents."""
EXAMPLES = 4
"""How many sentences are shown of each wish, above all its templates."""

_HEAD = """# What you can say

*Written by `gentle-back model` from `interaction_model/`; change it there.*

Say "Alexa, open gentle back", and then any of these; while Gentle Back talks, say "Alexa" first. Or at once:
"Alexa, ask gentle back to start my lower back routine". Other words will do, too: these are the ones to
know first. Below them is [everything](#everything).
"""
_EVERYTHING = """## Everything

Each wish with a few examples, and all ways to say it. In the patterns `[…]` may be left out, `(…|…)` is one of these,
and `{…}` is a name from the end of the page.
"""
Phrases = Mapping[str, tuple[str, ...]]
_SHAPE = dict[str, dict[str, str]]


def write_voice_commands(library: Library, path: Path = PAGE) -> Path:
    """Write the page; returns its path. Raises TemplateFaults."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(voice_commands(library), encoding="utf-8")
    return path


def voice_commands(library: Library) -> str:
    """The text of the page, in Markdown. Raises TemplateFaults."""
    templates = templates_of(library, LOCALE)
    types = slot_types(library, templates)
    phrases = phrases_of_warning(library, templates.manners.language)
    parts = [_HEAD, *_first_page(library), _EVERYTHING]
    for phase, wishes in _read(VOICE_COMMANDS, library).items():
        parts.append(f"### {phase}\n")
        for intent, wish in wishes.items():
            written = [template for template in templates.written if template.intent == intent]
            parts += _wish(wish, _spread(list(_examples(written, phrases, types))), written)
    return "\n".join([*parts, "### Names\n", *_names(types), ""])


def _first_page(library: Library) -> Iterator[str]:
    """The sentences to know first, one paragraph for each situation."""
    for situation, sentences in _read(FIRST_WORDS, library).items():
        yield f"**{situation}:** " + " · ".join(f'"{sentence}"' for sentence in sentences) + "\n"


def _read(file: str, library: Library) -> Mapping[str, Mapping[str, str]]:
    sources = Sources((TEMPLATES_FOLDER / library.language_of(LOCALE),))
    said = sources.read(file, _SHAPE)
    if said is None:
        raise TemplateFaults(sources.faults)
    return said


def _wish(wish: str, examples: list[str], written: list[Template]) -> Iterator[str]:
    yield f"**{wish}:** " + " · ".join(f'"{example}"' for example in examples) + "\n"
    yield "<details><summary>all ways</summary>\n"
    yield from (f"- `{template.text}`" for template in written)
    yield "\n</details>\n"


def _examples(written: list[Template], phrases: Phrases, types: tuple[SlotType, ...]) -> Iterator[str]:
    """The first sentence of each template, up to one about warnings or a limit, which is enough for its wish."""
    for template in written:
        samples = tuple(written_out(template.samples[:1], phrases))
        yield from (_filled(sample, types) for sample in samples)
        # A warning is a whole sentence by itself, and the names of limits fit only behind "I cannot".
        if len(samples) > 1 or "limit" in slots_in(samples[0]):
            return


def _spread(examples: list[str]) -> list[str]:
    """`EXAMPLES` of them, spread evenly, none twice."""
    each = list(dict.fromkeys(examples))
    step = max(1, len(each) // EXAMPLES)
    return each[::step][:EXAMPLES]


def _filled(sample: str, types: tuple[SlotType, ...]) -> str:
    """The sample with the first name of each slot in it."""
    names = {slot_type.slot: slot_type.values[0].name for slot_type in types}
    names |= {"routine": "lower back", "stretch": "bridge", "duration": "ten minutes", "time": "seven"}
    names |= {"limit": "kneel", "sign": "i cannot feel my legs"}
    return sample.format(**{slot: names[slot] for slot in slots_in(sample)})


def _names(types: tuple[SlotType, ...]) -> Iterator[str]:
    for slot_type in types:
        if not slot_type.is_amazons and slot_type.slot != "sign":
            values = "; ".join(", ".join(value.names) for value in slot_type.values)
            yield f"**`{{{slot_type.slot}}}`**: {values}\n"
