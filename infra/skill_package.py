"""Writes the skill's package for the ASK CLI: its manifest, and the interaction model of each locale."""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from infra.icons import LARGE, SMALL, icon
from skill.assembly import the_library
from skill.content.language.locales import Locale

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "infra" / "skill_manifest.toml"
MODELS = ROOT / "interaction_model"
COMMITTED = ROOT / "infra" / "skill-package"
TO_DEPLOY = ROOT / "dist" / "skill-package"

NO_ENDPOINT = "none"
"""For the first time: Alexa gives out the skill's id, which the function needs, before there is a function."""

EXAMPLE_ENDPOINT = "arn:aws:lambda:us-east-1:123456789012:function:gentle-back"
"""In the committed package, where nobody's account belongs."""

TRUSTED, WILDCARD, SELF_SIGNED = "Trusted", "Wildcard", "SelfSigned"
CERTIFICATES = (TRUSTED, WILDCARD, SELF_SIGNED)
"""What a certificate is for: this name; all names beside it, as a tunnel's; a name that only its owner vouches for."""

_ENDPOINT = re.compile(r"arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:[\w-]+)?|https://[\w.-]+(/[\w./-]*)?")

Json = dict[str, Any]


PICTURES = {"smallIconUri": ("icon-108.png", SMALL), "largeIconUri": ("icon-512.png", LARGE)}
"""The icons by their fields in the manifest, and how many pixels wide each is."""
ICONS = "assets/images"
"""Where in a package Amazon looks for them."""

SCREENS = "ALEXA_PRESENTATION_APL"
"""What a skill names that shows something on screens."""

_PAGES = {"privacy": "privacyPolicy", "terms": "termsOfUse"}
_PAGE = re.compile(r"https://(?![^/]*(?:amazon|alexa|echo|aws))[\w-]+(\.[\w-]+)+(/[^\s]*)?", re.IGNORECASE)
"""Such an address as Amazon's reviewers take: its own names may stand behind the domain, not in it."""

_WHERE = {"skillMetadata": {"src": "./skill-package"}}
"""Where the ASK CLI finds the package, in its own words."""


def main() -> None:
    """Write the committed package, or with an endpoint (or `none`) one to deploy; then the kind of its certificate."""
    endpoint, kind, *_ = (*sys.argv[1:], "", "")
    if endpoint not in ("", NO_ENDPOINT) and not _ENDPOINT.fullmatch(endpoint):
        sys.exit(f"{endpoint!r} is no endpoint: give a function's ARN, an https address, or {NO_ENDPOINT}.")
    if kind and kind not in CERTIFICATES:
        sys.exit(f"{kind!r} is no kind of certificate: give {', '.join(CERTIFICATES)}.")
    if kind and not endpoint.startswith("https:"):
        sys.exit("The kind of a certificate goes with an https address: give endpoint=https://… too.")
    if endpoint:
        write(TO_DEPLOY, manifest("" if endpoint == NO_ENDPOINT else endpoint, kind or TRUSTED), copies=True)
    else:
        write(COMMITTED, manifest(EXAMPLE_ENDPOINT), copies=False)
    print(f"Written: {(TO_DEPLOY if endpoint else COMMITTED).relative_to(ROOT)}")


def write(folder: Path, skill: Json, *, copies: bool, profile: str = "default") -> None:
    """Write the package anew, with copies of the models, and the icons; or with links to the models that are here."""
    shutil.rmtree(folder / "skill-package", ignore_errors=True)
    models = folder / "skill-package" / "interactionModels" / "custom"
    models.mkdir(parents=True)
    if copies:
        _draw(folder / "skill-package" / ICONS)
    put(folder / "ask-resources.json", {"askcliResourcesVersion": "2020-03-31", "profiles": {profile: _WHERE}})
    put(folder / "skill-package" / "skill.json", skill)
    for locale in skill["manifest"]["publishingInformation"]["locales"]:
        name = f"{locale}.json"
        if copies:
            shutil.copyfile(MODELS / name, models / name)
        else:
            (models / name).symlink_to(Path("../../../../..", MODELS.name, name))


def manifest(endpoint: str, certificate: str = TRUSTED) -> Json:
    """The skill manifest of a function or an address; without one, as far as a skill can be made that has none yet."""
    source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    locales = the_library().locales
    where: Json = {"endpoint": _endpoint(endpoint, certificate)} if endpoint else {}
    skill: Json = {
        "manifestVersion": "1.0",
        "publishingInformation": _published(source, locales),
        "privacyAndCompliance": _privacy(source, locales),
        "permissions": [{"name": name} for name in source["permissions"]],
        "apis": {"custom": {**where, "interfaces": [{"type": SCREENS, "supportedViewports": source["viewports"]}]}},
    }
    if endpoint:
        skill["events"] = {**where, "subscriptions": [{"eventName": event} for event in source["events"]]}
    return {"manifest": skill}


def _endpoint(address: str, certificate: str) -> Json:
    return {"uri": address, **({"sslCertificateType": certificate} if address.startswith("https:") else {})}


def _published(source: Json, locales: Mapping[str, Locale]) -> Json:
    return {
        "locales": {tag: _shown(locale) for tag, locale in locales.items()},
        "isAvailableWorldwide": True,
        "distributionMode": "PUBLIC",
        "category": source["category"],
        "testingInstructions": source["review"]["testing"].strip(),
    }


def _shown(locale: Locale) -> Json:
    shown = locale.shown
    return {
        "name": shown.name,
        "summary": shown.summary,
        "description": shown.description.strip(),
        "examplePhrases": list(shown.phrases),
        "keywords": list(shown.keywords),
        **{field: f"file://{ICONS}/{name}" for field, (name, _) in PICTURES.items()},
    }


def _privacy(source: Json, locales: Iterable[str]) -> Json:
    addresses = {f"{field}Url": source["addresses"][name] for name, field in _PAGES.items()}
    for name, address in addresses.items():
        if address and not _PAGE.fullmatch(address):
            sys.exit(f"{name} {address!r} will be refused: give an https address without Amazon's names in its domain.")
    given = {name: address for name, address in addresses.items() if address}
    return {**source["answers"], "locales": {tag: dict(given) for tag in locales}}


def _draw(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, size in PICTURES.values():
        (folder / name).write_bytes(icon(size))


def read(path: Path) -> Json:
    """What a file holds as JSON; nothing where it is not there, or was broken off."""
    try:
        held: Json = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held


def put(path: Path, content: Json) -> None:
    """Write a file as JSON."""
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
