"""A table that cannot be used is one sentence that names the setting, and exit 1, before anybody has said a word."""

import pytest
from click.testing import CliRunner

from skill.assembly import open_store
from skill.entrypoints.terminal import main
from skill.settings import DynamoPlace, Settings
from skill.stores.dynamodb import DynamoStore
from tests.stores.dynamodb.line import Line
from tests.stores.dynamodb.rude_server import rude_server
from tests.stores.dynamodb.table import TABLE, make_table, shape_of
from tests.stores.engines import table_in_moto

CLOUD = {"AWS_REGION": "us-east-1", "GENTLE_BACK_ID_KEY": "k" * 32, "GENTLE_BACK_SKILL_ID": None}
COMMANDS = {
    "say": ("say", "help"),
    "talk": ("talk", "--fast"),
    "serve": ("serve", "--local", "--port", "1"),
}
WRONG_KEYS = b'{"__type": "com.amazon.coral.service#UnrecognizedClientException", "message": "no"}'


@pytest.fixture(name="command", params=COMMANDS)
def _command(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return COMMANDS[request.param]


def complaint(command: tuple[str, ...], table: str = TABLE, **environment: str | None) -> str:
    """What the command says on its way out."""
    result = CliRunner().invoke(main, [*command, "--store", f"dynamodb:{table}"], env={**CLOUD, **environment})
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    return " ".join(result.stderr.split())


def test_without_a_region_the_setting_is_named(command: tuple[str, ...]) -> None:
    assert complaint(command, AWS_REGION=None) == (
        "Error: AWS_REGION is not set: name the region of the table, such as eu-west-1."
    )


def test_a_region_that_cannot_be_is_named(command: tuple[str, ...]) -> None:
    assert complaint(command, AWS_REGION="around the corner") == (
        "Error: DynamoDB in around the corner cannot be reached: "
        "check AWS_REGION, or --endpoint-url if there is one, and the network."
    )


def test_without_credentials_the_settings_are_named(command: tuple[str, ...]) -> None:
    assert complaint(command) == (
        "Error: The table gentle-back at https://dynamodb.us-east-1.amazonaws.com cannot be used without credentials: "
        "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or the function's role."
    )


def test_a_profile_that_nobody_has_made_is_named(command: tuple[str, ...]) -> None:
    assert "AWS_PROFILE" in complaint(command, AWS_PROFILE="nobody")


def test_a_table_that_is_not_there_is_named(command: tuple[str, ...]) -> None:
    with table_in_moto():
        assert complaint(command, "gentle-bakc") == (
            "Error: The table gentle-bakc at https://dynamodb.us-east-1.amazonaws.com is not there: "
            "check the table in GENTLE_BACK_STORE or --store (dynamodb:TABLE), and its region in AWS_REGION."
        )


def test_a_table_of_another_shape_is_named(command: tuple[str, ...]) -> None:
    with table_in_moto() as table:
        make_table(table._client, "songs", shape_of({"title": "S"}))
        assert complaint(command, "songs") == (
            "Error: The table songs at https://dynamodb.us-east-1.amazonaws.com has other keys than ours, "
            "account and person, both text: name another table in GENTLE_BACK_STORE or --store (dynamodb:TABLE)."
        )


def test_wrong_credentials_are_named() -> None:
    refusal = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (
        len(WRONG_KEYS),
        WRONG_KEYS,
    )
    with rude_server(refusal) as server:
        said = complaint((*COMMANDS["serve"], "--endpoint-url", server.endpoint_url))
    assert said == (
        f"Error: The table gentle-back at {server.endpoint_url} does not accept these credentials: "
        "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or the function's role."
    )


def test_an_engine_that_is_not_there_is_named() -> None:
    with rude_server(b"") as server:
        gone = server.endpoint_url
    assert complaint((*COMMANDS["serve"], "--endpoint-url", gone)) == (
        f"Error: The table gentle-back at {gone} cannot be reached: "
        "check AWS_REGION, or --endpoint-url if there is one, and the network."
    )


def test_a_conversation_over_a_table_that_is_there_goes_well() -> None:
    with table_in_moto():
        result = CliRunner().invoke(main, ["say", "--store", f"dynamodb:{TABLE}", "help"], env=dict(CLOUD))
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("> help\n")


def test_the_function_in_the_cloud_asks_nothing_of_the_table_before_its_first_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with table_in_moto() as table, Line(table) as line:
        monkeypatch.setattr("skill.stores.dynamodb_client.connect", lambda *_, **__: table._client)
        settings = Settings(DynamoPlace(TABLE, "us-east-1"), b"k" * 32)
        assert isinstance(open_store(settings, check=False), DynamoStore)
        assert line.taken() == []
        open_store(settings)
        assert line.taken() == ["Query", "UpdateItem", "GetItem"]


def test_an_engine_on_this_machine_takes_anybody_without_credentials() -> None:
    with rude_server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") as server:
        settings = Settings(DynamoPlace(TABLE, "us-east-1", server.endpoint_url), b"k" * 32)
        assert open_store(settings, check=False).household("account-one") == {}
        assert server.asked == 1
