"""What is made on AWS: Amazon's own linter takes it, and it holds what our store, our log and Alexa rely on."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from infra.bundle import BUNDLE, PLATFORM, ROOT, RUNTIME
from skill.entrypoints.lambda_log import APOLOGIES, COUNTS, NAMESPACE
from skill.settings import DynamoPlace, read_settings
from tests.infra.template import PATH, read_template, resource, table_shape
from tests.nightly import NIGHTLY
from tests.stores.dynamodb.table import shape_of

LISTENERS_PATIENCE_SECONDS = 8
STORE_CALLS = {
    "batch_write_item": "dynamodb:BatchWriteItem",
    "delete_item": "dynamodb:DeleteItem",
    "get_item": "dynamodb:GetItem",
    "query": "dynamodb:Query",
    "update_item": "dynamodb:UpdateItem",
}

PREVIOUS_KEY = {"Fn::Sub": "{{resolve:secretsmanager:${IdKey}:SecretString::AWSPREVIOUS}}"}


ACCEPT = os.environ.get("GENTLE_BACK_ACCEPT") == "1"
LINTED = Path(__file__).with_name("linted.txt")


def mark_of_template() -> str:
    """One for each template, and for each version of the linter and of this file."""
    parts = (PATH.read_bytes(), Path(__file__).read_bytes(), version("cfn-lint").encode())
    return f"{blake2b(b'|'.join(parts), digest_size=16).hexdigest()}\n"


@pytest.fixture(scope="module", name="told")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What the linter says of the template, and of one that is wrong: it takes seconds to start, so it reads both.

    By day nobody asks it again of a template that it has taken; GENTLE_BACK_ACCEPT=1 keeps the mark of what it takes.
    """
    if LINTED.read_text("ascii") == mark_of_template() and not NIGHTLY and not ACCEPT:
        pytest.skip("the linter has taken this template; `make nightly` asks it again")
    wrong = tmp_path_factory.mktemp("wrong") / "template.yaml"
    text = PATH.read_text(encoding="utf-8")
    text = text.replace("!GetAtt People.Arn", "!GetAtt Peeple.Arn").replace("RetentionInDays", "RetentionInYears")
    wrong.write_text(text.replace("Runtime: python3.13", "Runtime: python2.7"), encoding="utf-8")
    linter = [str(Path(sys.executable).with_name("cfn-lint")), "--regions", "us-east-1", "--format", "json", "--"]
    ran = subprocess.run([*linter, str(PATH), str(wrong)], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    matches = json.loads(ran.stdout)
    assert {match["Filename"] for match in matches} <= {str(PATH), str(wrong)}
    if ACCEPT and not any(match["Filename"] == str(PATH) for match in matches):
        LINTED.write_text(mark_of_template(), "ascii")
    return {
        which: "\n".join(match["Message"] for match in matches if match["Filename"] == str(path))
        for which, path in {"right": PATH, "wrong": wrong}.items()
    }


def properties(name: str) -> dict[str, Any]:
    found: dict[str, Any] = resource(name)["Properties"]
    return found


def alarms() -> dict[str, dict[str, Any]]:
    resources = read_template()["Resources"]
    return {name: made["Properties"] for name, made in resources.items() if made["Type"] == "AWS::CloudWatch::Alarm"}


def test_cloudformation_takes_the_template(told: Mapping[str, str]) -> None:
    assert told["right"] == ""


def test_the_linter_would_tell(told: Mapping[str, str]) -> None:
    for wrong in ("Peeple", "RetentionInYears", "python2.7"):
        assert wrong in told["wrong"]


def test_the_table_of_the_template_is_the_one_that_the_stores_tests_use() -> None:
    assert table_shape() == shape_of()


@mock_aws
def test_an_engine_makes_the_table_that_the_template_defines(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "nobody")
    client = boto3.client("dynamodb", region_name="eu-west-1")
    client.create_table(TableName="people", **table_shape())
    made = client.describe_table(TableName="people")["Table"]
    assert made["TableStatus"] == "ACTIVE"
    assert made["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    assert made["KeySchema"] == [
        {"AttributeName": "account", "KeyType": "HASH"},
        {"AttributeName": "person", "KeyType": "RANGE"},
    ]


def test_people_are_forgotten_in_time_and_nobody_else_reads_them() -> None:
    assert properties("People")["TimeToLiveSpecification"] == {"AttributeName": "forget_at", "Enabled": True}
    assert properties("People")["SSESpecification"] == {"SSEEnabled": True}


def test_neither_people_nor_the_key_to_them_go_with_the_stack() -> None:
    for name in ("People", "IdKey"):
        assert resource(name)["DeletionPolicy"] == "Retain"
        assert resource(name)["UpdateReplacePolicy"] == "Retain"
    recovery = properties("People")["PointInTimeRecoverySpecification"]
    assert recovery == {"PointInTimeRecoveryEnabled": True}
    assert properties("People")["DeletionProtectionEnabled"] is True


def test_the_settings_of_the_function_are_ones_that_the_skill_takes() -> None:
    variables = properties("Skill")["Environment"]["Variables"]
    assert variables == {
        "GENTLE_BACK_STORE": {"Fn::Sub": "dynamodb:${People}"},
        "GENTLE_BACK_ID_KEY": {"Fn::Sub": "{{resolve:secretsmanager:${IdKey}}}"},
        "GENTLE_BACK_OLD_ID_KEY": {"Fn::If": ["PeopleMove", PREVIOUS_KEY, {"Ref": "AWS::NoValue"}]},
        "PYTHONWARNINGS": "ignore::SyntaxWarning",
    }
    length = properties("IdKey")["GenerateSecretString"]["PasswordLength"]
    # CloudFormation names a table after its stack and its place in the template.
    made = {"GENTLE_BACK_STORE": "dynamodb:gentle-back-People-1ABCDEFGHIJKL", "GENTLE_BACK_ID_KEY": "k" * length}
    settings = read_settings(environment=made | {"AWS_REGION": "eu-west-1"})
    assert settings.store == DynamoPlace("gentle-back-People-1ABCDEFGHIJKL", "eu-west-1")


def test_the_key_of_before_counts_only_while_people_move() -> None:
    template = read_template()
    assert template["Conditions"]["PeopleMove"] == {"Fn::Equals": [{"Ref": "KeyIsChanging"}, "yes"]}
    assert template["Parameters"]["KeyIsChanging"]["Default"] == "no"


def test_only_our_skill_may_call() -> None:
    assert properties("Skill")["Events"] == {
        "Alexa": {"Type": "AlexaSkill", "Properties": {"SkillId": {"Ref": "SkillId"}}}
    }
    pattern = read_template()["Parameters"]["SkillId"]["AllowedPattern"]
    assert re.fullmatch(pattern, "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef")
    for another in ("", "*", "amzn1.ask.skill.", "amzn1xask.skill.01234567-89ab-cdef-0123-456789abcdef"):
        assert not re.fullmatch(pattern, another)


def test_the_function_is_the_bundle_that_make_package_makes() -> None:
    function = properties("Skill")
    assert (PATH.parent / function["CodeUri"]).resolve() == BUNDLE
    module, _, name = function["Handler"].rpartition(".")
    assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()
    assert name == "handler"
    assert function["Runtime"] == f"python{RUNTIME}"
    assert PLATFORM[1].endswith(function["Architectures"][0])


def test_alexa_calls_a_published_version_that_goes_on_from_a_picture_of_its_start() -> None:
    function = properties("Skill")
    assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert function["AutoPublishAlias"] == "live"
    assert read_template()["Outputs"]["FunctionArn"]["Value"] == {"Ref": "Skill.Alias"}


def test_the_function_gives_up_before_alexa_does() -> None:
    assert properties("Skill")["Timeout"] == LISTENERS_PATIENCE_SECONDS - 1


def test_the_function_may_do_what_the_store_does_on_its_own_table_and_write_its_own_log() -> None:
    (policy,) = properties("MayUseItsTable")["Policies"]
    on_the_table, on_the_log = policy["PolicyDocument"]["Statement"]
    store = (ROOT / "skill" / "stores" / "dynamodb.py").read_text(encoding="utf-8")
    calls = set(re.findall(r"_client\.([a-z_]+_item)\(|paginator\(\"([a-z_]+)\"\)", store))
    assert sorted(on_the_table["Action"]) == sorted(STORE_CALLS["".join(call)] for call in calls)
    assert on_the_table["Resource"] == {"Fn::GetAtt": ["People", "Arn"]}
    assert on_the_log["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert on_the_log["Resource"] == {"Fn::GetAtt": ["Log", "Arn"]}
    assert properties("Skill")["Role"] == {"Fn::GetAtt": ["MayUseItsTable", "Arn"]}
    assert "ManagedPolicyArns" not in properties("MayUseItsTable")


def test_logs_are_kept_for_a_while_only() -> None:
    assert properties("Skill")["LoggingConfig"] == {"LogGroup": {"Ref": "Log"}}
    assert properties("Log")["RetentionInDays"] == {"Ref": "LogDays"}
    assert read_template()["Parameters"]["LogDays"]["Default"] == 30


def test_an_alarm_watches_everything_that_the_log_counts_and_the_function_itself() -> None:
    watched = {(alarm["Namespace"], alarm["MetricName"]) for alarm in alarms().values()}
    ours = {(NAMESPACE, count) for count in {*COUNTS.values(), APOLOGIES}}
    assert watched == ours | {("AWS/Lambda", name) for name in ("Errors", "Throttles", "Duration")}


@pytest.mark.parametrize("name", alarms())
def test_an_alarm_watches_our_function_and_mails_somebody_if_there_is_somebody(name: str) -> None:
    alarm = alarms()[name]
    # Amazon calls the dimension FunctionName; our log calls it Function.
    dimension = "Function" if alarm["Namespace"] == NAMESPACE else "FunctionName"
    assert alarm["Dimensions"] == [{"Name": dimension, "Value": {"Ref": "Skill"}}]
    mailed = {"Fn::If": ["SomebodyIsMailed", [{"Ref": "Alarms"}], {"Ref": "AWS::NoValue"}]}
    assert (alarm["AlarmActions"], alarm["OKActions"]) == (mailed, mailed)
    assert alarm["TreatMissingData"] == "notBreaching"
    assert alarm["AlarmDescription"].endswith(".")


def test_an_answer_that_comes_near_the_time_out_is_an_alarm() -> None:
    slow = alarms()["Slow"]
    assert (slow["Statistic"], slow["Threshold"]) == ("Maximum", 5000)
    assert slow["Threshold"] < properties("Skill")["Timeout"] * 1000
