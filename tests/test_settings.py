"""What is taken from the environment and the command line, and what is said of all that cannot be."""

from pathlib import Path

import pytest

from skill.settings import (
    HOME_KEY,
    BadSettings,
    DynamoPlace,
    Settings,
    SqlitePlace,
    Wishes,
    home_file,
    read_settings,
)
from tests.cases.each_of import each_of

KEY = "0123456789abcdef0123456789abcdef"
CLOUD = {"GENTLE_BACK_STORE": "dynamodb:gentle-back", "AWS_REGION": "eu-west-1", "GENTLE_BACK_ID_KEY": KEY}


def test_at_home_nothing_need_be_set_and_people_are_kept_with_the_project_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path(__file__).parents[1] / ".gentle-back" / "people.sqlite"
    assert read_settings(environment={}) == Settings(SqlitePlace(str(file)), HOME_KEY, None)


@pytest.mark.parametrize(
    ("system", "environment", "file"),
    [
        ("linux", {"HOME": "/home/anna"}, "/home/anna/.local/share/gentle-back/people.sqlite"),
        ("linux", {"HOME": "/home/anna", "XDG_DATA_HOME": "/data"}, "/data/gentle-back/people.sqlite"),
        ("darwin", {"HOME": "/home/anna"}, "/home/anna/Library/Application Support/gentle-back/people.sqlite"),
        ("win32", {"HOME": "/home/anna", "LOCALAPPDATA": "/anna"}, "/anna/gentle-back/people.sqlite"),
    ],
)
def test_an_installed_copy_keeps_people_in_the_users_own_folder(
    system: str, environment: dict[str, str], file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert home_file(environment, checkout=None) == Path(file)


def test_an_empty_variable_counts_as_none() -> None:
    empty = {"GENTLE_BACK_STORE": "", "GENTLE_BACK_SKILL_ID": " ", "GENTLE_BACK_ID_KEY": "", "AWS_REGION": ""}
    assert read_settings(environment=empty) == read_settings(environment={})


def test_the_cloud_takes_its_table_from_the_environment() -> None:
    settings = read_settings(environment=CLOUD | {"GENTLE_BACK_SKILL_ID": "amzn1.ask.skill.0a-1b"})
    place = DynamoPlace("gentle-back", "eu-west-1")
    assert settings == Settings(place, KEY.encode(), "amzn1.ask.skill.0a-1b")
    assert not place.local


def test_the_command_line_counts_more_than_the_environment() -> None:
    settings = read_settings(Wishes(store="sqlite::memory:"), CLOUD)
    assert settings.store == SqlitePlace(":memory:")
    assert settings.id_key == KEY.encode()


def test_a_path_may_hold_colons_and_begin_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    assert read_settings(Wishes(store="sqlite:~/a:b.sqlite"), {}).store == SqlitePlace("/home/anna/a:b.sqlite")


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost:4567/", "http://[::1]:8000"])
def test_an_engine_on_this_machine_needs_no_region_and_no_secret(url: str) -> None:
    settings = read_settings(Wishes(store="dynamodb:people", endpoint_url=url), {})
    assert settings == Settings(DynamoPlace("people", "us-east-1", url), HOME_KEY, None)
    assert settings.store == DynamoPlace("people", "us-east-1", url)
    assert isinstance(settings.store, DynamoPlace)
    assert settings.store.local


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1.evil.example:8000", "http://dynamodb.example", "http://localhost.example/"]
)
def test_an_engine_elsewhere_needs_both(url: str) -> None:
    assert complaints(Wishes(store="dynamodb:people", endpoint_url=url), {}) == [
        "AWS_REGION is not set: name the region of the table, such as eu-west-1.",
        "GENTLE_BACK_ID_KEY is not set: make a secret once (openssl rand -hex 32) and keep it for good.",
    ]


def complaints(wishes: Wishes, environment: dict[str, str]) -> list[str]:
    with pytest.raises(BadSettings) as bad:
        read_settings(wishes, environment)
    assert str(bad.value) == "\n".join(bad.value.complaints)
    return list(bad.value.complaints)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    wrong = {"GENTLE_BACK_STORE": "dynamodb:no", "GENTLE_BACK_ID_KEY": "short", "GENTLE_BACK_SKILL_ID": "mine"}
    assert complaints(Wishes(endpoint_url="8000"), wrong) == [
        (
            "The table 'no' has no possible name: "
            "in GENTLE_BACK_STORE or --store (dynamodb:TABLE), give 3 to 255 letters, digits, hyphens, dots or "
            "underscores."
        ),
        "--endpoint-url '8000' is no address: give one like http://127.0.0.1:8000.",
        "AWS_REGION is not set: name the region of the table, such as eu-west-1.",
        "GENTLE_BACK_ID_KEY is too short: give at least 32 characters (openssl rand -hex 32).",
        (
            "GENTLE_BACK_SKILL_ID 'mine' is no skill's: "
            "copy it from the developer console; it begins with amzn1.ask.skill."
        ),
    ]


@each_of("store", ["people.sqlite", "sqlite:", "sqlite", "redis:people", ":memory:", "dynamodb:"])
def test_a_store_of_no_known_kind_is_told_the_known_ones(store: str) -> None:
    (complaint,) = [text for text in complaints(Wishes(store=store), CLOUD) if text.startswith("The store")]
    assert complaint == (
        f"The store {store!r} is none that we know: "
        "GENTLE_BACK_STORE and --store take sqlite:PATH, sqlite::memory: or dynamodb:TABLE."
    )


def test_an_endpoint_without_a_table_makes_no_sense() -> None:
    assert complaints(Wishes(store="sqlite::memory:", endpoint_url="http://127.0.0.1:8000"), {}) == [
        "--endpoint-url goes with a table only: leave it out, or give --store dynamodb:TABLE."
    ]


def test_a_server_that_checks_signatures_names_its_skill() -> None:
    assert complaints(Wishes(verify=True), {}) == [
        "GENTLE_BACK_SKILL_ID is not set: --verify lets in requests for one skill only, so say which."
    ]


def test_while_the_key_is_changed_the_old_one_is_given_too() -> None:
    old = "f" * 32
    assert read_settings(environment=CLOUD | {"GENTLE_BACK_OLD_ID_KEY": old}).old_id_key == old.encode()
    assert read_settings(environment=CLOUD | {"GENTLE_BACK_OLD_ID_KEY": " "}).old_id_key is None


@pytest.mark.parametrize(
    ("new", "old", "complaint"),
    [
        (KEY, "short", "is too short to have been a key: give the whole of it, or leave it out."),
        (KEY, KEY, "is the same as GENTLE_BACK_ID_KEY: give the key of before, or leave it out."),
        ("", KEY, "goes with a new key only: set GENTLE_BACK_ID_KEY as well, or leave it out."),
    ],
)
def test_an_old_key_that_cannot_be_one_is_told(new: str, old: str, complaint: str) -> None:
    keys = {"GENTLE_BACK_ID_KEY": new, "GENTLE_BACK_OLD_ID_KEY": old}
    assert complaints(Wishes(), keys) == [f"GENTLE_BACK_OLD_ID_KEY {complaint}"]


def test_a_secret_is_never_repeated_in_a_complaint() -> None:
    secret = "a-secret-too-short"
    assert secret not in "\n".join(complaints(Wishes(verify=True), {"GENTLE_BACK_ID_KEY": secret}))
