"""The table as the tests make it: its keys, and nothing that an engine on this machine would not know."""

from collections.abc import Mapping
from typing import Any

TABLE = "gentle-back"

KEYS = {"account": "S", "person": "S"}
"""The partition key and the sort key, each with the letter of its type."""


def shape_of(keys: Mapping[str, str] = KEYS) -> dict[str, Any]:
    """What CreateTable is asked for a table with these keys."""
    return {
        "AttributeDefinitions": [{"AttributeName": name, "AttributeType": kind} for name, kind in keys.items()],
        "KeySchema": [
            {"AttributeName": name, "KeyType": kind} for name, kind in zip(keys, ("HASH", "RANGE"), strict=False)
        ],
        "BillingMode": "PAY_PER_REQUEST",
    }


def make_table(client: Any, name: str = TABLE, shape: Mapping[str, Any] | None = None) -> None:
    """Make a table, ours unless told otherwise, and return when it can be used: on these engines at once."""
    client.create_table(TableName=name, **(shape or shape_of()))
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 0, "MaxAttempts": 10_000})
