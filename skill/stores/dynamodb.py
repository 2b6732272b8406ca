"""Keeps people's records in a DynamoDB table, one item for each owner, for a skill in the cloud."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from skill.ports.store import JsonRecord, Kept, Owner, Refused, StoreDown
from skill.stores.deadline import Deadline
from skill.stores.dynamodb_client import CONNECT_SECONDS, READ_SECONDS
from skill.stores.dynamodb_errors import plain_errors
from skill.stores.dynamodb_item import Item, change_to, kept_in, key_of

LARGEST_BATCH = 25
"""The most deletions that DynamoDB takes in one call."""

MOST_CALLS_A_BATCH = 4
"""DynamoDB may leave part of a batch undone; after so many calls it is too busy."""

NOBODY = Owner("nobody", "nobody")
"""An owner without a record, for trying the table: no hash looks like this."""


class DynamoStore:
    """A store in a table whose partition key is `account` and whose sort key is `person`.

    Making one calls nothing. Every method but `healthy` raises `StoreDown` with a sentence to show.
    """

    def __init__(self, client: Any, table: str, deadline: Deadline | None = None) -> None:
        self._client = client
        self._deadline = deadline or Deadline()
        self._table = table
        self._what = f"The table {table} at {client.meta.endpoint_url}"

    def check(self) -> None:
        """Raise `NotOurs` or `StoreDown` unless the table is there, has our keys, and lets us read and write."""
        self.household(NOBODY.account)
        self._try_to_write()

    def turn_begins(self) -> None:
        """Begin the deadline that all calls of this thread's turn share."""
        self._deadline.begin()

    def read(self, owner: Owner) -> Kept | None:
        """The stored record of this owner, or None."""
        item = self._item(owner)
        return kept_in(item) if item else None

    def write(self, owner: Owner, record: JsonRecord, after: int) -> int:
        """Store the record if version `after` is the one stored (0: none is), and return its new version.

        Raises `Refused`, with what is stored, if another version is.
        """
        change = change_to(record, after)
        self._deadline.spare(READ_SECONDS)
        try:
            with plain_errors(self._what):
                self._client.update_item(TableName=self._table, Key=key_of(owner), **change)
        except self._client.exceptions.ConditionalCheckFailedException as refusal:
            # Not every engine returns the stored item with its refusal.
            item = refusal.response.get("Item") or self._item(owner)
            raise Refused(kept_in(item) if item else None) from None
        return after + 1

    def household(self, account: str) -> Mapping[str, Kept]:
        """All stored records of one account, by voice: one query for each megabyte."""
        return {item["person"]["S"]: kept_in(item) for item in self._items(account)}

    def forget(self, owner: Owner) -> None:
        """Delete the record of this owner alone."""
        with plain_errors(self._what):
            self._client.delete_item(TableName=self._table, Key=key_of(owner))

    def forget_household(self, account: str) -> int:
        """Delete all records of one account, damaged ones too; return how many there were."""
        keys = [{"account": item["account"], "person": item["person"]} for item in self._items(account)]
        deletions: list[Item] = [{"DeleteRequest": {"Key": key}} for key in keys]
        for first in range(0, len(deletions), LARGEST_BATCH):
            self._delete(deletions[first : first + LARGEST_BATCH])
        return len(deletions)

    def healthy(self) -> bool:
        """Whether a write would work now."""
        try:
            self._try_to_write()
        except StoreDown:
            return False
        return True

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _try_to_write(self) -> None:
        """Write on a condition that cannot hold: all but the last step of a write is tried, and nothing is stored."""
        with suppress(Refused):
            self.write(NOBODY, {}, after=1)

    def _item(self, owner: Owner) -> Item | None:
        # This may be a second attempt, which has to connect again.
        self._deadline.spare(CONNECT_SECONDS + READ_SECONDS)
        with plain_errors(self._what):
            answer = self._client.get_item(TableName=self._table, Key=key_of(owner), ConsistentRead=True)
        item: Item | None = answer.get("Item")
        return item

    def _items(self, account: str) -> list[Item]:
        with plain_errors(self._what):
            pages = self._client.get_paginator("query").paginate(
                TableName=self._table,
                KeyConditionExpression="#account = :account",
                ExpressionAttributeNames={"#account": "account"},
                ExpressionAttributeValues={":account": {"S": account}},
                ConsistentRead=True,
            )
            return [item for page in pages for item in page.get("Items", [])]

    def _delete(self, deletions: list[Item]) -> None:
        """Delete one batch, with further calls for what DynamoDB leaves undone. Raises StoreDown for too many."""
        for _ in range(MOST_CALLS_A_BATCH):
            with plain_errors(self._what):
                answer = self._client.batch_write_item(RequestItems={self._table: deletions})
            deletions = answer.get("UnprocessedItems", {}).get(self._table, [])
            if not deletions:
                return
        raise StoreDown(f"{self._what} is too busy to forget a household whole; ask again, nothing else is lost.")
