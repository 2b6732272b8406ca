"""A speaker is known again, and nobody can tell from what is kept who it was."""

from skill.alexa.identity import Identity

ANNA = "amzn1.ask.account.ANNA"


def test_the_same_id_under_the_same_key_is_known_again_after_every_start() -> None:
    assert Identity(b"one secret").hashed("account", ANNA) == "XvdpJJIDbLcdxN6wUqPE"


def test_another_key_knows_nobody() -> None:
    assert Identity(b"one secret").hashed("account", ANNA) != Identity(b"another").hashed("account", ANNA)


def test_an_account_never_looks_like_a_voice_or_a_session() -> None:
    identity = Identity(b"one secret")
    assert len({identity.hashed(kind, "the same id") for kind in ("account", "person", "session")}) == 3


def test_ids_that_differ_in_their_last_letter_differ_altogether() -> None:
    one, other = (Identity(b"one secret").hashed("account", ANNA + last) for last in "ab")
    assert sum(a == b for a, b in zip(one, other, strict=True)) < 6


def test_a_hash_is_twenty_letters_that_any_store_takes_as_a_key() -> None:
    hashed = Identity(b"one secret").hashed("account", "ü" * 2000)
    assert len(hashed) == 20
    assert hashed.isascii()
    assert set(hashed) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_while_the_key_is_changed_people_are_known_by_both() -> None:
    identity = Identity(b"another", b"one secret")
    assert identity.before is not None
    assert identity.before.hashed("account", ANNA) == "XvdpJJIDbLcdxN6wUqPE"
    assert identity.before.before == identity
    assert Identity(b"one secret").before is None
