"""Writes the skill's package in the layout of the ASK CLI: its manifest, and an interaction model for each locale."""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from skill.content.language.locales import Locale
from skill.content.library_from_files import read_library

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "infra" / "skill_manifest.toml"
MODELS = ROOT / "interaction_model"
COMMITTED = ROOT / "infra" / "skill-package"
TO_DEPLOY = ROOT / "dist" / "skill-package"

NO_ENDPOINT = "none"
"""For the first time: Alexa gives out the skill's id, which the function needs, before there is a function."""

EXAMPLE_ENDPOINT = "arn:aws:lambda:us-east-1:123456789012:function:gentle-back"
"""In the committed package, where nobody's account belongs."""

_ENDPOINT = re.compile(r"arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:[\w-]+)?|https://[\w.-]+(/[\w./-]*)?")

Json = dict[str, Any]


def main() -> None:
    """Write the committed package, or with an endpoint (or `none`) one to deploy."""
    endpoint = sys.argv[1] if len(sys.argv) > 1 else ""
    if endpoint not in ("", NO_ENDPOINT) and not _ENDPOINT.fullmatch(endpoint):
        sys.exit(f"{endpoint!r} is no endpoint: give a function's ARN, an https address, or {NO_ENDPOINT}.")
    if endpoint:
        write(TO_DEPLOY, manifest("" if endpoint == NO_ENDPOINT else endpoint), copies=True)
    else:
        write(COMMITTED, manifest(EXAMPLE_ENDPOINT), copies=False)
    print(f"Written: {(TO_DEPLOY if endpoint else COMMITTED).relative_to(ROOT)}")


def write(folder: Path, skill: Json, *, copies: bool) -> None:
    """Write the package anew. Its models are copies, or links to those of this repository, so as never to be stale."""
    shutil.rmtree(folder / "skill-package", ignore_errors=True)
    models = folder / "skill-package" / "interactionModels" / "custom"
    models.mkdir(parents=True)
    profile = {"skillMetadata": {"src": "./skill-package"}}
    _write(folder / "ask-resources.json", {"askcliResourcesVersion": "2020-03-31", "profiles": {"default": profile}})
    _write(folder / "skill-package" / "skill.json", skill)
    for locale in skill["manifest"]["publishingInformation"]["locales"]:
        name = f"{locale}.json"
        if copies:
            shutil.copyfile(MODELS / name, models / name)
        else:
            (models / name).symlink_to(Path("../../../../..", MODELS.name, name))


def manifest(endpoint: str) -> Json:
    """The skill manifest of a function or an address; without one, as far as a skill can be made that has none yet."""
    source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    locales = read_library().locales
    where: Json = {"endpoint": _endpoint(endpoint)} if endpoint else {}
    skill: Json = {
        "manifestVersion": "1.0",
        "publishingInformation": _published(source, locales),
        "privacyAndCompliance": _privacy(locales),
        "permissions": [{"name": name} for name in source["permissions"]],
        "apis": {"custom": where},
    }
    if endpoint:
        skill["events"] = {**where, "subscriptions": [{"eventName": event} for event in source["events"]]}
    return {"manifest": skill}


def _endpoint(address: str) -> Json:
    return {"uri": address, **({"sslCertificateType": "Trusted"} if address.startswith("https:") else {})}


def _published(source: Json, locales: Mapping[str, Locale]) -> Json:
    return {
        "locales": {tag: _shown(locale) for tag, locale in locales.items()},
        "isAvailableWorldwide": True,
        "distributionMode": "PUBLIC",
        "category": source["category"],
        "testingInstructions": source["testing"].strip(),
    }


def _shown(locale: Locale) -> Json:
    shown = locale.shown
    return {
        "name": shown.name,
        "summary": shown.summary,
        "description": shown.description.strip(),
        "examplePhrases": list(shown.phrases),
        "keywords": list(shown.keywords),
    }


def _privacy(locales: Iterable[str]) -> Json:
    return {
        "allowsPurchases": False,
        "usesPersonalInfo": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "containsAds": False,
        "usesHealthInfo": False,
        "locales": {tag: {} for tag in locales},
    }


def _write(path: Path, content: Json) -> None:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
