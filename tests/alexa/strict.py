"""Whether Alexa would take a response: a judge after her documentation, for she says nothing when she refuses."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("response_schema.json").read_text("utf-8")))
PROMPT = re.compile(r"(\?|(((You can|Just) say|Say)\b|If [^.?]*, say:)[^.?]*\.)</speak>$")
"""A question, or what to say: certification allows the microphone to open after nothing else."""

BELL = "soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"
MOST_SOUNDS = 5
LARGEST_BYTES = 24_000
LONGEST_BREAK_MILLISECONDS = 10_000
LONGEST_SECONDS_OF_BREAKS = 240


def complaints(response: dict[str, Any]) -> list[str]:
    """Everything about a response envelope that Alexa would refuse, or that nobody could hear."""
    faults = [error.message for error in SCHEMA.iter_errors(response)]
    size = len(json.dumps(response).encode())
    if size > LARGEST_BYTES:
        faults.append(f"{size} bytes")
    answer = response["response"]
    for speech in (answer.get("outputSpeech"), answer.get("reprompt", {}).get("outputSpeech")):
        faults += _speech_faults(speech["ssml"]) if speech else []
    if answer.get("shouldEndSession") is False and not PROMPT.search(answer["outputSpeech"]["ssml"]):
        faults.append(f"the microphone opens without a prompt: {answer['outputSpeech']['ssml'][-80:]}")
    return faults


def _speech_faults(ssml: str) -> list[str]:
    try:
        speak = ElementTree.fromstring(ssml)
    except ElementTree.ParseError as error:
        return [f"no markup ({error}): {ssml[:80]}"]
    sounds = [part for part in speak if part.tag == "audio"]
    faults = [f"unknown tag {part.tag}" for part in speak if part.tag not in ("break", "audio")]
    faults += [f"a sound from {part.get('src')}" for part in sounds if part.attrib != {"src": BELL}]
    faults += [f"{len(sounds)} sounds"] if len(sounds) > MOST_SOUNDS else []
    breaks = [_milliseconds(part) for part in speak if part.tag == "break"]
    faults += [f"a break of {length} ms" for length in breaks if not 0 < length <= LONGEST_BREAK_MILLISECONDS]
    if sum(breaks) > LONGEST_SECONDS_OF_BREAKS * 1000:
        faults.append(f"{sum(breaks)} ms of breaks")
    if odd := re.findall(r"[^A-Za-zé ,.;:?!'\-\n]+", "".join(speak.itertext())):
        faults.append(f"what a voice cannot say: {odd}")
    return faults


def _milliseconds(part: ElementTree.Element) -> int:
    time = re.fullmatch(r"(\d+)ms", part.get("time", ""))
    return int(time[1]) if time and len(part.attrib) == 1 and not len(part) else 0
