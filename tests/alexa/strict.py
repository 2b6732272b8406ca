"""Whether Alexa would take a response: a judge after her documentation, for she says nothing when she refuses."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("response_schema.json").read_text("utf-8")))
PROMPT = re.compile(r"(\?|(((You can|Just) say|Say|Name)\b|If [^.?]*, say:)[^.?]*\.)</speak>$")
"""A question, or what to say: certification allows the microphone to open after nothing else."""

BELL = "soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01"
MOST_SOUNDS = 5
LARGEST_BYTES = 24_000
LARGEST_BYTES_WITH_A_SCREEN = 60_000
"""Half of what Alexa takes."""
RENDER = "Alexa.Presentation.APL.RenderDocument"
LONGEST_BREAK_MILLISECONDS = 10_000
LONGEST_SECONDS_OF_BREAKS = 240


def complaints(response: dict[str, Any], *, screen: bool = False) -> list[str]:
    """Everything about a response envelope that Alexa would refuse, or that nobody could hear; see, on a `screen`."""
    shown = [one for one in response["response"].get("directives", []) if one["type"] == RENDER]
    heard = _without(shown, response)
    faults = [error.message for error in SCHEMA.iter_errors(heard)]
    faults += [fault for document in shown for fault in _screen_faults(document)] if screen else []
    faults += ["shown where there is no screen"] if shown and not screen else []
    faults += [f"{len(shown)} documents"] if len(shown) > 1 else []
    size = len(json.dumps(response).encode())
    if size > (LARGEST_BYTES_WITH_A_SCREEN if screen else LARGEST_BYTES):
        faults.append(f"{size} bytes")
    answer = response["response"]
    for speech in (answer.get("outputSpeech"), answer.get("reprompt", {}).get("outputSpeech")):
        faults += _speech_faults(speech["ssml"]) if speech else []
    if answer.get("shouldEndSession") is False and not PROMPT.search(answer["outputSpeech"]["ssml"]):
        faults.append(f"the microphone opens without a prompt: {answer['outputSpeech']['ssml'][-80:]}")
    return faults


def _without(shown: list[dict[str, Any]], response: dict[str, Any]) -> dict[str, Any]:
    """The response as a speaker without a screen would have it; one that stays before a document ends there."""
    if not shown:
        return response
    answer = {"shouldEndSession": True, **response["response"]}
    answer["directives"] = [one for one in answer["directives"] if one not in shown]
    if not answer["directives"]:
        del answer["directives"]
    return {**response, "response": answer}


def _screen_faults(directive: dict[str, Any]) -> list[str]:
    """What is wrong with a document that is shown."""
    faults = [] if set(directive) == {"type", "token", "document", "datasources"} else [f"parts: {sorted(directive)}"]
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", directive.get("token", "")):
        faults.append(f"a token of {directive.get('token')}")
    document = directive.get("document", {})
    if document.get("type") != "APL" or document.get("version") not in ("1.0", "1.1", "1.2", "1.3", "1.4"):
        faults.append(f"a document of {document.get('type')} {document.get('version')}")
    asked = document.get("mainTemplate", {}).get("parameters")
    if asked != ["payload"] or not directive.get("datasources"):
        faults.append(f"its parameters are {asked}")
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
