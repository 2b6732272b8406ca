"""Turns botocore's errors into a sentence about the store, which names the setting to check where one is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore import exceptions
from botocore.parsers import ResponseParserError

from skill.ports.store import NotOurs, StoreDown

REFUSED = "ConditionalCheckFailedException"

_TROUBLES = (exceptions.BotoCoreError, exceptions.ClientError, ResponseParserError)
"""Everything that botocore raises."""

_NAME_THE_TABLE = "GENTLE_BACK_STORE or --store (dynamodb:TABLE)"
_NAME_THE_PLACE = "check AWS_REGION, or --endpoint-url if there is one, and the network"
_NAME_THE_KEYS = "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or the function's role"

_NO_TABLE = f"is not there: check the table in {_NAME_THE_TABLE}, and its region in AWS_REGION"
_OTHER_KEYS = f"has other keys than ours, account and person, both text: name another table in {_NAME_THE_TABLE}"
_NOT_REACHED = f"cannot be reached: {_NAME_THE_PLACE}"
_NO_KEYS = f"cannot be used without credentials: {_NAME_THE_KEYS}"
_WRONG_KEYS = f"does not accept these credentials: {_NAME_THE_KEYS}"
_NO_RIGHT = f"may not be used with these credentials: allow its role to read, write, query and delete; {_NAME_THE_KEYS}"
_BUSY = "is asked more than it may answer; it recovers by itself"
_SLOW = "did not answer in time; it may recover by itself"
_CUT_OFF = "broke off before its answer; it may recover by itself"
_GARBLED = "answered what is no answer of DynamoDB's: check --endpoint-url if there is one, and the network"
_TOO_LARGE = "does not take a record this large"

_BY_CODE = {
    "ResourceNotFoundException": _NO_TABLE,
    "AccessDeniedException": _NO_RIGHT,
    "ExpiredTokenException": _WRONG_KEYS,
    "IncompleteSignatureException": _WRONG_KEYS,
    "InvalidClientTokenId": _WRONG_KEYS,
    "InvalidSignatureException": _WRONG_KEYS,
    "MissingAuthenticationTokenException": _WRONG_KEYS,
    "UnrecognizedClientException": _WRONG_KEYS,
    "LimitExceededException": _BUSY,
    "ProvisionedThroughputExceededException": _BUSY,
    "RequestLimitExceeded": _BUSY,
    "ThrottlingException": _BUSY,
}

_BY_KIND: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.NoCredentialsError, _NO_KEYS),
    (exceptions.PartialCredentialsError, _NO_KEYS),
    (exceptions.CredentialRetrievalError, _NO_KEYS),
    (exceptions.ProfileNotFound, _NO_KEYS),
    (exceptions.ConnectTimeoutError, _NOT_REACHED),
    (exceptions.EndpointConnectionError, _NOT_REACHED),
    (exceptions.InvalidRegionError, _NOT_REACHED),
    (exceptions.NoRegionError, _NOT_REACHED),
    (exceptions.ReadTimeoutError, _SLOW),
    (exceptions.ConnectionClosedError, _CUT_OFF),
    (ResponseParserError, _GARBLED),
)


class OtherKeys(NotOurs, StoreDown):
    """The table has other keys than ours: NotOurs at the start, StoreDown to a turn."""


@contextmanager
def plain_errors(what: str) -> Iterator[None]:
    """Raise botocore's errors as `StoreDown`, in a sentence about `what`; a refused condition is raised as it is."""
    try:
        yield
    except _TROUBLES as error:
        if code_of(error) == REFUSED:
            raise
        raise in_plain_words(error, what) from error


def in_plain_words(error: Exception, what: str) -> StoreDown:
    """The error as a StoreDown with a sentence that begins with `what`."""
    if code_of(error) == "ValidationException":
        return _invalid(error, what)
    by_kind = (words for kind, words in _BY_KIND if isinstance(error, kind))
    words = _BY_CODE.get(code_of(error)) or next(by_kind, f"cannot be used ({_brief(error)})")
    return StoreDown(f"{what} {words}.")


def code_of(error: Exception) -> str:
    """DynamoDB's code for the error; empty where DynamoDB was not reached."""
    return error.response.get("Error", {}).get("Code", "") if isinstance(error, exceptions.ClientError) else ""


def _invalid(error: Exception, what: str) -> StoreDown:
    """Our requests are valid: so either the table has other keys, or the record is too large."""
    complaint = str(error)
    if "schema" in complaint or "Type mismatch for key" in complaint:
        return OtherKeys(f"{what} {_OTHER_KEYS}.")
    if "size" in complaint:
        return StoreDown(f"{what} {_TOO_LARGE}.")
    return StoreDown(f"{what} cannot be used ({_brief(error)}).")


def _brief(error: Exception) -> str:
    return code_of(error) or type(error).__name__
