"""What the doctor says of a stack: well where it is, and of each thing that is not, a sentence and the next step."""

from collections.abc import Iterator
from typing import Any

import pytest
from boto3.session import Session
from botocore.exceptions import ClientError, EndpointConnectionError, NoRegionError, ReadTimeoutError
from botocore.stub import Stubber
from moto import mock_aws

from skill.doctor import alarms, function, table
from skill.doctor.asking import a_launch
from skill.doctor.checkup import CHECKS
from skill.doctor.finding import State, examined
from skill.doctor.stack import CONNECT, DEPLOY, GET_THE_RIGHT, NAME_THE_REGION, NoStack, Stack, find_stack
from tests.doctor.stack_of import AT, Deployed, deployed
from tests.infra.template import read_template

SESSION = Session(aws_access_key_id="nobody", aws_secret_access_key="nothing", region_name="eu-west-1")
"""One for all: what it reads of each of Amazon's services it keeps."""


ALARMS = sum(one["Type"] == "AWS::CloudWatch::Alarm" for one in read_template()["Resources"].values())


@pytest.fixture(name="stack")
def _stack() -> Iterator[Deployed]:
    with mock_aws():
        yield deployed(SESSION, mail="anna@example.org")


def refused(code: str, why: str) -> ClientError:
    """What Amazon answers that does not do what it was asked."""
    return ClientError({"Error": {"Code": code, "Message": why}}, "DescribeStacks")


def unwell(stack: Deployed) -> list[tuple[str, str]]:
    return [(one.sentence, one.step) for one in examined(stack, CHECKS[:-2]) if one.state is State.UNWELL]


def test_a_stack_as_the_template_makes_it_is_well(stack: Deployed) -> None:
    found = list(examined(stack, CHECKS[:-2]))
    assert {one.state for one in found} == {State.WELL}
    assert [one.sentence for one in found] == [
        "The stack gentle-back-dev is whole.",
        "The function is there, version 3 for python3.13.",
        "It starts from a picture (SnapStart).",
        "Alexa alone may call it, for this skill.",
        "The table people is there.",
        "Who has not come for a year is dropped (time to live).",
        "It can be restored to any minute of the last 35 days.",
        "It opens with words.",
        "Somebody who left is forgotten.",
        f"All {ALARMS} alarms are there, and none is on.",
        "Alarms are mailed to anna@example.org.",
    ]


TROUBLES: list[tuple[Exception, str]] = [
    (refused("ValidationError", "Stack with id gentle-back-dev does not exist"), DEPLOY),
    (refused("AccessDenied", "not authorized to perform: cloudformation:DescribeStacks"), GET_THE_RIGHT),
    (refused("ExpiredToken", "The security token included in the request is expired"), GET_THE_RIGHT),
    (EndpointConnectionError(endpoint_url="https://cloudformation.example.org"), CONNECT),
    (ReadTimeoutError(endpoint_url="https://cloudformation.example.org"), CONNECT),
    (NoRegionError(), NAME_THE_REGION),
]


@pytest.mark.parametrize(("trouble", "step"), TROUBLES)
def test_a_stack_that_cannot_be_asked_has_the_next_step_that_helps(
    trouble: Exception, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def client(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(Session, "client", client)
    with pytest.raises(NoStack) as none:
        find_stack(SESSION, "gentle-back-dev", AT)
    assert str(none.value) == f"The stack gentle-back-dev in eu-west-1 cannot be asked: {trouble}\nNext: {step}"


def test_the_doctor_leaves_nobody_in_the_table(stack: Deployed) -> None:
    answers = stack.told["function"]
    answers.skill.handle(a_launch(stack.at))
    assert answers.people() == 1
    list(function.launch(stack))
    assert answers.people() == 0


def test_a_table_that_forgets_nobody_and_cannot_be_restored_is_told(stack: Deployed) -> None:
    client = stack.client("dynamodb")
    how = {"AttributeName": "forget_at", "Enabled": False}
    client.update_time_to_live(TableName="people", TimeToLiveSpecification=how)
    (found,) = table.forgets(stack)
    assert found.sentence == "Time to live is off: nobody is ever dropped, against what docs/privacy.md promises."
    recovery = {"PointInTimeRecoveryEnabled": False}
    client.update_continuous_backups(TableName="people", PointInTimeRecoverySpecification=recovery)
    (found,) = table.restorable(stack)
    assert found.sentence == "Point-in-time recovery is off: what is damaged is lost."


def test_a_table_that_is_gone_is_a_finding_and_the_rest_is_asked_all_the_same(stack: Deployed) -> None:
    stack.client("dynamodb").delete_table(TableName="people")
    sentences = [sentence for sentence, _ in unwell(stack)]
    assert len(sentences) == 3
    assert sentences[0].startswith("Whether the table is there. Amazon does not tell: ")


@pytest.mark.parametrize(
    ("allowed", "sentence"),
    [
        ([], "Nobody may call it, not even Alexa."),
        ([{"Principal": "*"}], "Others than Alexa for this skill may call it."),
        (
            [{"Principal": {"Service": "alexa-appkit.amazon.com"}}],
            "Others than Alexa for this skill may call it.",
        ),
    ],
)
def test_it_is_told_who_else_may_call_the_function(
    stack: Deployed, allowed: list[dict[str, object]], sentence: str
) -> None:
    stack.told["function"].allowed = allowed
    assert [one for one, _ in unwell(stack)] == [sentence]


def test_a_function_that_fails_is_told_with_its_log(stack: Deployed) -> None:
    stack.told["function"].fails = True
    assert unwell(stack) == [
        ("It opens with an apology, or not at all.", "the log group the-log says why."),
        ("Somebody who left could not be forgotten.", "look at the table below, and at the log."),
    ]


def test_a_function_without_its_picture_or_not_ready_is_told(stack: Deployed) -> None:
    stack.told["function"].configuration |= {"State": "Pending", "StateReason": "It is made.", "SnapStart": {}}
    assert [sentence for sentence, _ in unwell(stack)] == [
        "The function is Pending: It is made.",
        "It starts without a picture, so the first words wait longer.",
    ]


def test_an_alarm_that_is_on_or_gone_is_named(stack: Deployed) -> None:
    client = stack.client("cloudwatch")
    client.set_alarm_state(AlarmName="gentle-back-dev-Slow", StateValue="ALARM", StateReason="slow")
    client.delete_alarms(AlarmNames=["gentle-back-dev-Failing"])
    assert [sentence for sentence, _ in unwell(stack)] == [
        "Alarms are on: gentle-back-dev-Slow.",
        "Alarms are missing: gentle-back-dev-Failing.",
    ]


def test_a_mail_that_was_not_confirmed_is_told(stack: Deployed) -> None:
    client = stack.client("sns")
    with Stubber(client) as amazon:
        amazon.add_response(
            "list_subscriptions_by_topic",
            {"Subscriptions": [{"SubscriptionArn": "PendingConfirmation", "Endpoint": "anna@example.org"}]},
        )
        (found,) = alarms.heard(Mailing(stack.session, stack.at, {"client": client}, stack.resources))
    assert found.sentence == "Alarms are mailed to nobody yet."
    assert found.step == "confirm the mail that Amazon sent when it was deployed."


class Mailing(Stack):
    """A stack that asks one client, whatever it asks."""

    def client(self, service: str) -> Any:
        assert service == "sns"
        return self.told["client"]


def test_that_nobody_is_mailed_is_told_and_no_trouble() -> None:
    with mock_aws():
        (found,) = alarms.heard(deployed(SESSION))
    assert (found.state, found.step) == (State.UNPROVEN, "make deploy with EMAIL=you@example.org")


def test_a_stack_in_trouble_or_under_way_is_told(stack: Deployed) -> None:
    for status, said in (("UPDATE_IN_PROGRESS", "is being changed"), ("ROLLBACK_COMPLETE", "is in trouble")):
        stack.told["StackStatus"] = status
        ((sentence, _),) = unwell(stack)
        assert said in sentence
