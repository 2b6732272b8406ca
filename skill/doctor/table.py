"""Checks the table: that it is as the store needs it, expires records, and can be restored."""

from collections.abc import Iterator

from skill.doctor.finding import Finding, unwell, well
from skill.doctor.stack import Stack

KEYS = {"account": "HASH", "person": "RANGE"}
FORGETS_AT = "forget_at"
_AGAIN = "deploy the template again, or switch it on in the table's console."


def there(stack: Stack) -> Iterator[Finding]:
    """Whether the table is there."""
    name = stack.output("Table")
    table = stack.client("dynamodb").describe_table(TableName=name)["Table"]
    keys = {key["AttributeName"]: key["KeyType"] for key in table["KeySchema"]}
    if table["TableStatus"] in ("ACTIVE", "UPDATING") and keys == KEYS:
        yield well(f"The table {name} is there.")
    else:
        yield unwell(f"The table {name} is {table['TableStatus']}, with the keys {keys}.", "wait, or deploy again.")


def forgets(stack: Stack) -> Iterator[Finding]:
    """Whether the table drops people who have not come for a year."""
    told = stack.client("dynamodb").describe_time_to_live(TableName=stack.output("Table"))["TimeToLiveDescription"]
    on = told["TimeToLiveStatus"] in ("ENABLED", "ENABLING")
    if on and told.get("AttributeName") == FORGETS_AT:
        yield well("Who has not come for a year is dropped (time to live).")
    else:
        yield unwell("Time to live is off: nobody is ever dropped, against what docs/privacy.md promises.", _AGAIN)


def restorable(stack: Stack) -> Iterator[Finding]:
    """Whether the table can be restored."""
    client = stack.client("dynamodb")
    told = client.describe_continuous_backups(TableName=stack.output("Table"))["ContinuousBackupsDescription"]
    if told.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") == "ENABLED":
        yield well("It can be restored to any minute of the last 35 days.")
    else:
        yield unwell("Point-in-time recovery is off: what is damaged is lost.", _AGAIN)
