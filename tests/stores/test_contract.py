"""What every store promises, whichever engine is under it."""

import threading

import pytest

from skill.ports.store import HOUSEHOLD, JsonRecord, Kept, Owner, Refused, Store

ANNA = Owner("account-one", "voice-anna")
ANYONE = Owner("account-one")
NEIGHBOUR = Owner("account-two", "voice-anna")


def test_nothing_is_kept_of_a_stranger(store: Store) -> None:
    assert store.read(ANNA) is None
    assert store.household("account-one") == {}


def test_what_was_written_is_read_again(store: Store) -> None:
    record: JsonRecord = {
        "routine": "lower-back",
        "place": {"step": "knee-to-chest", "side": "left", "repetition": 3},
        "marks": [[0, 12], [], {"deep": [None, True, False]}],
        "words": "piriformis, süß, бок \U0001f9d8 \x00 \u2028 \"'); DROP TABLE people; --",
        "half an emoji": "\ud83e",
        "days": 2**400 + 1,
        "owed": -(2**64),
        "": "",
    }
    version = store.write(ANNA, record, after=0)
    assert store.read(ANNA) == Kept(record, version)


def test_a_record_of_hundreds_of_kilobytes_is_kept_whole(store: Store) -> None:
    record: JsonRecord = {"notes": ["a quiet evening "] * 20_000}
    store.write(ANNA, record, after=0)
    kept = store.read(ANNA)
    assert kept is not None
    assert kept.record == record


def test_changing_a_record_after_it_was_written_changes_nothing_kept(store: Store) -> None:
    met: list[str] = ["bridge"]
    record: JsonRecord = {"met": [*met]}
    store.write(ANNA, record, after=0)
    record["met"] = ["cobra"]
    kept = store.read(ANNA)
    assert kept is not None
    kept.record["met"] = ["sphinx"]
    assert store.read(ANNA) == Kept({"met": ["bridge"]}, kept.version)


def test_a_number_that_is_none_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        store.write(ANNA, {"seconds": float("nan")}, after=0)
    assert store.read(ANNA) is None


def test_each_write_names_the_version_it_follows(store: Store) -> None:
    first = store.write(ANNA, {"step": 1}, after=0)
    second = store.write(ANNA, {"step": 2}, after=first)
    third = store.write(ANNA, {"step": 3}, after=second)
    assert 0 < first < second < third
    assert store.read(ANNA) == Kept({"step": 3}, third)


def test_a_second_writer_is_refused_and_told_what_is_kept(store: Store) -> None:
    version = store.write(ANNA, {"step": 1}, after=0)
    newer = store.write(ANNA, {"step": 2}, after=version)
    with pytest.raises(Refused) as refusal:
        store.write(ANNA, {"step": "lost"}, after=version)
    assert refusal.value.current == Kept({"step": 2}, newer)
    assert store.read(ANNA) == Kept({"step": 2}, newer)


def test_a_second_first_writer_is_refused(store: Store) -> None:
    version = store.write(ANNA, {"from": "kitchen"}, after=0)
    with pytest.raises(Refused) as refusal:
        store.write(ANNA, {"from": "bedroom"}, after=0)
    assert refusal.value.current == Kept({"from": "kitchen"}, version)


def test_a_late_write_brings_no_forgotten_person_back(store: Store) -> None:
    version = store.write(ANNA, {"step": 1}, after=0)
    store.forget(ANNA)
    with pytest.raises(Refused) as refusal:
        store.write(ANNA, {"step": 2}, after=version)
    assert refusal.value.current is None
    assert store.read(ANNA) is None


def test_a_household_is_read_by_voice(store: Store) -> None:
    store.write(ANNA, {"name": "anna"}, after=0)
    store.write(ANYONE, {"name": "anyone"}, after=0)
    store.write(NEIGHBOUR, {"name": "neighbour"}, after=0)
    household = store.household("account-one")
    assert {voice: kept.record for voice, kept in household.items()} == {
        "voice-anna": {"name": "anna"},
        HOUSEHOLD: {"name": "anyone"},
    }


def test_forgetting_one_voice_leaves_the_others(store: Store) -> None:
    for owner in (ANNA, ANYONE, NEIGHBOUR):
        store.write(owner, {"kept": "yes"}, after=0)
    store.forget(ANNA)
    assert store.read(ANNA) is None
    assert store.read(ANYONE) is not None
    assert store.read(NEIGHBOUR) is not None


def test_forgetting_a_household_leaves_the_neighbours(store: Store) -> None:
    for owner in (ANNA, ANYONE, NEIGHBOUR):
        store.write(owner, {"kept": "yes"}, after=0)
    assert store.forget_household("account-one") == 2
    assert store.household("account-one") == {}
    assert list(store.household("account-two")) == ["voice-anna"]


def test_forgetting_a_stranger_is_no_error(store: Store) -> None:
    store.forget(ANNA)
    assert store.forget_household("account-one") == 0


def test_a_record_past_its_day_is_still_read_for_only_the_caller_knows_the_time(store: Store) -> None:
    version = store.write(ANNA, {"forget_at": 1}, after=0)
    assert store.read(ANNA) == Kept({"forget_at": 1}, version)


def test_a_store_that_works_is_healthy(store: Store) -> None:
    assert store.healthy()


def test_of_many_speakers_at_once_exactly_one_wins_each_round(store: Store) -> None:
    speakers, rounds = 4, 10
    ready = threading.Barrier(speakers, timeout=20)  # seconds, after which a speaker has failed
    wins: list[int] = []
    seen: list[Kept | None] = []

    def speak(speaker: int) -> None:
        for _ in range(rounds):
            kept = store.read(ANNA)
            ready.wait()  # all have read the same version before any writes
            try:
                wins.append(store.write(ANNA, {"speaker": speaker}, after=kept.version if kept else 0))
            except Refused as refusal:
                seen.append(refusal.current)
            ready.wait()

    threads = [threading.Thread(target=speak, args=(speaker,)) for speaker in range(speakers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(wins) == rounds
    assert wins == sorted(set(wins))
    assert len(seen) == rounds * (speakers - 1)
    assert None not in seen
