"""A stack as it is once deployed: moto has its table, alarms and mail, and the function answers in this process."""

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from boto3.session import Session

from skill.assembly import build_skill
from skill.doctor.stack import Stack
from skill.settings import read_settings
from skill.stores.sqlite import SqliteStore
from tests.infra.template import read_template, table_shape

SKILL = "amzn1.ask.skill.00000000-0000-0000-0000-000000000001"
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:gentle-back:live"
AT = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
ALLOWED = {
    "Principal": {"Service": "alexa-appkit.amazon.com"},
    "Condition": {"StringEquals": {"lambda:EventSourceToken": SKILL}},
}

Json = dict[str, Any]


class Function:
    """Stands in for Lambda's own service: the skill itself, over a store in memory."""

    def __init__(self) -> None:
        self.store = SqliteStore(":memory:")
        self.skill = build_skill(read_settings(environment={}), self.store)
        self.configuration: Json = {
            "State": "Active",
            "Version": "3",
            "Runtime": "python3.13",
            "SnapStart": {"OptimizationStatus": "On"},
        }
        self.allowed = [ALLOWED]
        self.fails = False

    def people(self) -> int:
        """How many are kept; which household it is nobody outside the skill can tell."""
        counted: int = self.store._connection.execute("SELECT count(*) FROM people").fetchone()[0]
        return counted

    def get_function_configuration(self, **_: str) -> Json:
        return self.configuration

    def get_policy(self, **_: str) -> Json:
        return {"Policy": json.dumps({"Statement": self.allowed})}

    def invoke(self, Payload: bytes, **_: str) -> Json:  # noqa: N803  # boto3 writes it so
        if self.fails:
            return {"Payload": BytesIO(b'{"errorMessage": "..."}'), "FunctionError": "Unhandled"}
        return {"Payload": BytesIO(json.dumps(self.skill.handle(json.loads(Payload))).encode())}


class Deployed(Stack):
    """The stack, with the function of this process in it."""

    def client(self, service: str) -> Any:
        return self.told["function"] if service == "lambda" else super().client(service)


def deployed(session: Session, mail: str = "") -> Deployed:
    """All of it as the template wants it; `session` is moto's."""
    resources = {
        name: (one["Type"], f"gentle-back-dev-{name}") for name, one in read_template()["Resources"].items()
    } | _mailed(session, mail)
    if not mail:
        resources.pop("Alarms")
    told: Json = {
        "StackName": "gentle-back-dev",
        "StackStatus": "CREATE_COMPLETE",
        "Outputs": [
            {"OutputKey": "FunctionArn", "OutputValue": ARN},
            {"OutputKey": "Table", "OutputValue": "people"},
            {"OutputKey": "LogGroup", "OutputValue": "the-log"},
        ],
        "Parameters": [{"ParameterKey": "SkillId", "ParameterValue": SKILL}],
        "function": Function(),
    }
    _table(session.client("dynamodb"))
    _alarms(session.client("cloudwatch"), [name for kind, name in resources.values() if kind.endswith("::Alarm")])
    return Deployed(session, AT, told, resources)


def _table(client: Any) -> None:
    client.create_table(TableName="people", **table_shape())
    how = {"AttributeName": "forget_at", "Enabled": True}
    client.update_time_to_live(TableName="people", TimeToLiveSpecification=how)
    recovery = {"PointInTimeRecoveryEnabled": True}
    client.update_continuous_backups(TableName="people", PointInTimeRecoverySpecification=recovery)


def _alarms(client: Any, names: list[str]) -> None:
    for name in names:
        client.put_metric_alarm(
            AlarmName=name,
            Namespace="GentleBack",
            MetricName=name,
            Statistic="Sum",
            Period=300,
            EvaluationPeriods=1,
            Threshold=1,
            ComparisonOperator="GreaterThanOrEqualToThreshold",
        )


def _mailed(session: Session, mail: str) -> dict[str, tuple[str, str]]:
    if not mail:
        return {}
    client = session.client("sns")
    topic = client.create_topic(Name="alarms")["TopicArn"]
    client.subscribe(TopicArn=topic, Protocol="email", Endpoint=mail)
    return {"Alarms": ("AWS::SNS::Topic", topic)}
