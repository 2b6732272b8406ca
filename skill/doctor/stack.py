"""A stack of infra/template.yaml as CloudFormation reports it, with clients for AWS services."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from boto3.session import Session
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError, NoRegionError
from botocore.exceptions import ConnectionError as Unconnected

from skill.doctor.finding import Finding, unwell, well

_DONE = ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")


DEPLOY = "make deploy STAGE=dev; or name the stack with --stack, and its region with --region."
CONNECT = (
    "connect this machine to the internet, and call this again; it goes where AWS_ENDPOINT_URL says, if that is set."
)
NAME_THE_REGION = "say where it was deployed, as --region eu-west-1, or in AWS_REGION."
GET_THE_RIGHT = "aws configure, or AWS_PROFILE, with an account that may ask CloudFormation for its stacks."


class NoStack(Exception):
    """A stack cannot be read; the text says why, and the next step."""


@dataclass(frozen=True)
class Stack:
    """What CloudFormation reports of a stack; resources have their names in the template."""

    session: Session
    at: datetime
    told: dict[str, Any]
    resources: dict[str, tuple[str, str]]
    """By the name in the template, the type and the physical name at AWS."""
    _clients: dict[str, Any] = field(default_factory=dict)

    def client(self, service: str) -> Any:
        """The client of an AWS service; cached, because making one takes longer than a request."""
        if service not in self._clients:
            self._clients[service] = self.session.client(service)
        return self._clients[service]

    def output(self, name: str) -> str:
        """The value of an output of the template; empty if it has none."""
        return self._of("Outputs", "Output", name)

    def parameter(self, name: str) -> str:
        """The value of a parameter of the deployment; empty if it has none."""
        return self._of("Parameters", "Parameter", name)

    def tag(self, name: str) -> str:
        """The value of a tag; empty if the stack does not have it."""
        tags: dict[str, str] = {tag["Key"]: tag["Value"] for tag in self.told.get("Tags", [])}
        return tags.get(name, "")

    def named(self, kind: str) -> list[str]:
        """The physical names of all resources of this type."""
        return [name for of_kind, name in self.resources.values() if of_kind == kind]

    def _of(self, part: str, kind: str, name: str) -> str:
        values: dict[str, str] = {one[f"{kind}Key"]: one[f"{kind}Value"] for one in self.told.get(part, [])}
        return values.get(name, "")


def find_stack(session: Session, name: str, at: datetime) -> Stack:
    """The stack of this name in the session's region; raises `NoStack`."""
    try:
        client = session.client("cloudformation")
        (told,) = client.describe_stacks(StackName=name)["Stacks"]
        listed = client.describe_stack_resources(StackName=name)["StackResources"]
    except (BotoCoreError, ClientError) as trouble:
        where = session.region_name or "no region"
        why = f"The stack {name} in {where} cannot be asked: {trouble}"
        raise NoStack(f"{why}\nNext: {_next_step(trouble)}") from trouble
    resources = {one["LogicalResourceId"]: (one["ResourceType"], one["PhysicalResourceId"]) for one in listed}
    return Stack(session, at, told, resources)


def _next_step(trouble: BotoCoreError | ClientError) -> str:
    """What to do after this error."""
    if isinstance(trouble, NoRegionError):
        return NAME_THE_REGION
    if isinstance(trouble, (Unconnected, HTTPClientError)):
        return CONNECT
    return DEPLOY if "does not exist" in str(trouble) else GET_THE_RIGHT


def complete(stack: Stack) -> Iterator[Finding]:
    """Whether the stack is whole."""
    name, status = stack.told["StackName"], stack.told["StackStatus"]
    if status in _DONE:
        yield well(f"The stack {name} is whole.")
    elif status.endswith("IN_PROGRESS"):
        yield unwell(f"The stack {name} is being changed ({status}).", "wait some minutes, and call this again.")
    else:
        yield unwell(f"The stack {name} is in trouble ({status}).", "its events in CloudFormation's console say why.")
