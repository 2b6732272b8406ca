"""Stands in for Amazon's skill management API, as far as the ASK CLI makes, changes, shows and enables skills."""

import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from zipfile import ZipFile

from jsonschema import Draft202012Validator

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "infra" / "amazon_manifest_schema.json").read_text("utf-8"))
)
Json = dict[str, Any]
Answer = tuple[int, Any]


@dataclass
class DeveloperAccount:
    """What Amazon keeps: the skills by their ids, what was uploaded, and how each import went."""

    skills: dict[str, dict[str, Json]] = field(default_factory=dict)
    """Of each: the manifest as `skill.json`, and a model as its locale."""
    uploads: dict[str, bytes] = field(default_factory=dict)
    imports: dict[str, Json] = field(default_factory=dict)
    enabled: set[str] = field(default_factory=set)

    def skill_made(self, package: bytes, skill_id: str = "") -> Json:
        """How the import of a package went: refused where the manifest is none after Amazon's own schema."""
        read = contents(package)
        faults = [fault.message for fault in SCHEMA.iter_errors(read["skill.json"])]
        if faults:
            return {"status": "FAILED", "errors": [{"message": fault[:300]} for fault in faults]}
        skill_id = skill_id or f"amzn1.ask.skill.00000000-0000-0000-0000-{len(self.skills) + 1:012}"
        self.skills[skill_id] = read
        return {"status": "SUCCEEDED", "skill": {"skillId": skill_id, "resources": []}}


def contents(package: bytes) -> dict[str, Json]:
    """The manifest, and the models by their locales."""
    with ZipFile(io.BytesIO(package)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".json")]
        read = {name.rpartition("/")[2].removesuffix(".json"): json.loads(archive.read(name)) for name in names}
    return {"skill.json": read.pop("skill"), **read}


class _Service(BaseHTTPRequestHandler):
    account: ClassVar[DeveloperAccount]

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def log_message(self, *_: Any) -> None:
        pass

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        for method, path, answers in ROUTES:
            found = re.fullmatch(path, self.path.partition("?")[0])
            if found and method == self.command:
                return self._write(*answers(self, body, *found.groups()))
        return self._write(404, {"message": f"{self.command} {self.path}"})

    def _write(self, status: int, told: Any) -> None:
        self.send_response(status)
        if isinstance(told, dict) and "Location" in told:
            self.send_header("Location", told["Location"])
        body = json.dumps(told).encode() if told is not None else b""
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def an_upload(self, _: bytes) -> Answer:
        """Where a package may be put."""
        number = str(len(self.account.uploads) + 1)
        self.account.uploads[number] = b""
        return 201, {"uploadUrl": f"http://{self.headers['Host']}/upload/{number}", "expiresAt": "2100-01-01T00:00:00Z"}

    def uploaded(self, body: bytes, number: str) -> Answer:
        """A package that was put there."""
        self.account.uploads[number] = body
        return 200, None

    def imported(self, body: bytes, skill_id: str = "") -> Answer:
        """A skill made, or changed."""
        number = str(len(self.account.imports) + 1)
        package = self.account.uploads[json.loads(body)["location"].rpartition("/")[2]]
        self.account.imports[number] = self.account.skill_made(package, skill_id)
        return 202, {"Location": f"/v1/skills/imports/{number}"}

    def how_it_went(self, _: bytes, number: str) -> Answer:
        """An import."""
        return 200, self.account.imports[number]

    def listed(self, _: bytes) -> Answer:
        """All skills, by their names."""
        skills = self.account.skills.items()
        return 200, {
            "skills": [{"skillId": name, "stage": "development", "nameByLocale": named(one)} for name, one in skills]
        }

    def shown(self, _: bytes, skill_id: str, what: str) -> Answer:
        """A manifest, or a model."""
        kept = self.account.skills.get(skill_id, {})
        found = kept.get("skill.json" if what == "manifest" else what.rpartition("/")[2])
        return (200, found) if found else (404, {"message": "no such skill"})

    def able(self, _: bytes, skill_id: str) -> Answer:
        """A skill that may be tried."""
        self.account.enabled.add(skill_id)
        return 204, None


def named(skill: dict[str, Json]) -> Json:
    """A skill's names by locale."""
    locales = skill["skill.json"]["manifest"]["publishingInformation"]["locales"]
    return {locale: shown["name"] for locale, shown in locales.items()}


_SKILL = r"/v1/skills/(amzn1[\w.-]+)"
ROUTES: tuple[tuple[str, str, Callable[..., Answer]], ...] = (
    ("POST", "/v1/skills/uploads", _Service.an_upload),
    ("PUT", r"/upload/(\d+)", _Service.uploaded),
    ("POST", "/v1/skills/imports", _Service.imported),
    ("POST", f"{_SKILL}/imports", _Service.imported),
    ("GET", r"/v1/skills/imports/(\d+)", _Service.how_it_went),
    ("GET", "/v1/skills", _Service.listed),
    ("GET", f"{_SKILL}/stages/development/(manifest)", _Service.shown),
    ("GET", f"{_SKILL}/stages/development/(interactionModel/locales/[\\w-]+)", _Service.shown),
    ("PUT", f"{_SKILL}/stages/development/enablement", _Service.able),
)


@contextmanager
def standing_in(account: DeveloperAccount) -> Iterator[str]:
    """The address of the stand-in, until the end of the block."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Smapi", (_Service,), {"account": account})) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
