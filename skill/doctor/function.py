"""Checks the deployed function: that it is ready, who may call it, and a launch."""

import json
from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError

from skill.doctor.asking import a_farewell, a_launch, words_of
from skill.doctor.finding import Finding, unwell, well
from skill.doctor.stack import Stack

ALEXA = "alexa-appkit.amazon.com"
_FUNCTION = "FunctionArn"


def ready(stack: Stack) -> Iterator[Finding]:
    """Whether the function is ready."""
    told = stack.client("lambda").get_function_configuration(FunctionName=stack.output(_FUNCTION))
    state, picture = told.get("State", "Active"), told.get("SnapStart", {}).get("OptimizationStatus", "Off")
    if state == "Active":
        yield well(f"The function is there, version {told['Version']} for {told['Runtime']}.")
    else:
        yield unwell(f"The function is {state}: {told.get('StateReason', '')}", "wait a minute; else deploy again.")
    if picture == "On":
        yield well("It starts from a picture (SnapStart).")
    else:
        yield unwell("It starts without a picture, so the first words wait longer.", "deploy again, for a new version.")


def who_may_call(stack: Stack) -> Iterator[Finding]:
    """Whether anybody but Alexa may call the function: it checks no signatures, so its rights have to."""
    name, _, alias = stack.output(_FUNCTION).rpartition(":")
    skill = stack.parameter("SkillId")
    try:
        policy = stack.client("lambda").get_policy(FunctionName=name, Qualifier=alias)["Policy"]
    except ClientError as refused:
        if refused.response["Error"]["Code"] != "ResourceNotFoundException":
            raise
        policy = '{"Statement": []}'
    statements = json.loads(policy)["Statement"]
    if statements and all(_alexa_for(skill, statement) for statement in statements):
        yield well("Alexa alone may call it, for this skill.")
    elif statements:
        yield unwell("Others than Alexa for this skill may call it.", "take those rights away, and deploy again.")
    else:
        yield unwell("Nobody may call it, not even Alexa.", "deploy again: the template gives it the right.")


def launch(stack: Stack) -> Iterator[Finding]:
    """Whether it opens."""
    client = stack.client("lambda")
    response, failed = _invoked(client, stack, a_launch(stack.at))
    if words_of(response) and not failed:
        yield well("It opens with words.")
    else:
        yield unwell("It opens with an apology, or not at all.", f"the log group {stack.output('LogGroup')} says why.")
    _, failed = _invoked(client, stack, a_farewell(stack.at))
    if failed:
        yield unwell("Somebody who left could not be forgotten.", "look at the table below, and at the log.")
    else:
        yield well("Somebody who left is forgotten.")


def _alexa_for(skill: str, statement: dict[str, Any]) -> bool:
    condition = json.dumps(statement.get("Condition", {}))
    return ALEXA in json.dumps(statement["Principal"]) and bool(skill) and skill in condition


def _invoked(client: Any, stack: Stack, event: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """The function's answer (empty if it is no object), and whether it failed."""
    told = client.invoke(FunctionName=stack.output(_FUNCTION), Payload=json.dumps(event).encode())
    answer = json.loads(told["Payload"].read() or b"{}")
    return answer if isinstance(answer, dict) else {}, "FunctionError" in told
