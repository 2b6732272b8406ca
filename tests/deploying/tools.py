"""Play the tools of a deployment: what Amazon would have afterwards is kept here, and any command may be broken off."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from infra.tools import Failed

Json = dict[str, Any]
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:gentle-back:live"


@dataclass
class Tools:
    """Both accounts at Amazon: the skills with what was put into them, and the stacks with their parameters."""

    skills: dict[str, Json] = field(default_factory=dict)
    enabled: set[str] = field(default_factory=set)
    stacks: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """Each command by its first words."""
    stops_at: int = -1
    stops_after: bool = False
    """Whether what is broken off has been done at Amazon all the same."""
    refuses: str = ""

    def __call__(self, command: Sequence[str], folder: Path, *, read: bool = False) -> Json:
        """Plays a command; one that is read answers."""
        number, told = len(self.asked), " ".join(command)
        self.asked.append(told)
        if self.refuses and self.refuses in told:
            raise Failed("it exited with 1, see above.")
        if number == self.stops_at and not self.stops_after:
            raise KeyboardInterrupt
        answer = self._done(list(command), folder, broken_off=number == self.stops_at)
        if number == self.stops_at:
            raise KeyboardInterrupt
        return answer if read else {}

    def _done(self, command: list[str], folder: Path, *, broken_off: bool) -> Json:
        told = " ".join(command)
        if told.startswith("ask deploy"):
            self._ask_deploys(folder, broken_off=broken_off)
        elif told.startswith("ask smapi list"):
            return {"skills": [{"skillId": one, "nameByLocale": {"en-US": "Gentle Back"}} for one in self.skills]}
        elif told.startswith("ask smapi set"):
            self.enabled.add(command[command.index("--skill-id") + 1])
        elif told.startswith("sam deploy"):
            given = command[command.index("--parameter-overrides") + 1 : command.index("--tags")]
            stack = self.stacks.setdefault(command[command.index("--stack-name") + 1], {"KeyIsChanging": "no"})
            stack.update((name, told) for name, _, told in (one.partition("=") for one in given))
        elif "infra.tools" in told:
            return self._stack(command[command.index("--stack-name") + 1])
        return {}

    def _ask_deploys(self, folder: Path, *, broken_off: bool) -> None:
        """As the ASK CLI does: it changes the skill that it knows, or makes one; and writes its id down at the end."""
        path = folder / ".ask" / "ask-states.json"
        states = json.loads(path.read_text()) if path.exists() else {"profiles": {"default": {}}}
        skill = states["profiles"]["default"].get("skillId") or f"amzn1.ask.skill.{len(self.skills) + 1}"
        self.skills[skill] = json.loads((folder / "skill-package" / "skill.json").read_text())
        if not broken_off:
            states["profiles"]["default"]["skillId"] = skill
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(states))

    def _stack(self, name: str) -> Json:
        if name not in self.stacks:
            return {}
        parameters = [{"ParameterKey": key, "ParameterValue": told} for key, told in self.stacks[name].items()]
        return {"Parameters": parameters, "Outputs": [{"OutputKey": "FunctionArn", "OutputValue": ARN}]}
