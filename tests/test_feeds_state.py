"""The memory of feeds: claims, what a crash leaves, two runs at once."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mtqa.checks import selected
from mtqa.errors import MtqaError
from mtqa.feeds import owner
from mtqa.feeds.fetch import Validators
from mtqa.feeds.key import content_key, raw_key, settings_key, stable
from mtqa.feeds.state import LEASE, Claim, State
from mtqa.review import Settings, review_document
from mtqa.segment import Document

RULES = Settings(selected(("F101",)))
REVIEW = review_document(Document("a", "feed", "The talks ended in in Geneva.", target_lang="en"), RULES)


Runs = Callable[..., State]


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    """Runs on one state file."""
    opened: list[State] = []

    def run(**more: Callable[[], float]) -> State:
        opened.append(State(tmp_path / "s.db", **more))  # type: ignore[arg-type]
        return opened[-1]

    yield run
    for one in opened:
        one.close()


@pytest.fixture
def state(runs: Runs) -> State:
    return runs()


def rows(state: State) -> list[tuple[object, ...]]:
    return state.rows("SELECT item, told IS NOT NULL, score, major, minor, place FROM items ORDER BY number")


def test_an_item_is_claimed_checked_told_and_then_known(state: State) -> None:
    source = state.source("feed", "settings").number
    claim, number = state.claim(source, "a", b"1", b"raw")
    assert claim is Claim.GOT
    assert not state.has_raw(source, b"raw")
    assert state.keep(number, REVIEW)
    assert state.has_raw(source, b"raw")
    assert state.claim(source, "a", b"1", b"other raw")[0] is Claim.KNOWN
    assert state.has_raw(source, b"other raw")
    assert rows(state) == [("a", 1, REVIEW.score, 0, 1, 1)]


def test_another_content_other_settings_and_another_feed_are_new(state: State) -> None:
    first, second, third = (state.source(*one).number for one in (("feed", "x"), ("feed", "y"), ("other", "x")))
    for source, content in ((first, b"1"), (first, b"2"), (second, b"1"), (third, b"1")):
        claim, number = state.claim(source, "a", content)
        assert claim is Claim.GOT
        state.keep(number, REVIEW)
    assert len(rows(state)) == 4


def test_of_two_runs_one_gets_an_item(state: State, runs: Runs) -> None:
    other = runs()
    source = state.source("feed", "settings").number
    _, number = state.claim(source, "a", b"1")
    assert other.claim(source, "a", b"1") == (Claim.TAKEN, number)
    state.keep(number, REVIEW)
    assert runs().claim(source, "a", b"1")[0] is Claim.KNOWN


def test_what_a_dead_run_had_in_hand_is_free_at_once(state: State, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = runs()
    source = dead.source("feed", "settings").number
    dead.claim(source, "a", b"1")
    monkeypatch.setattr("mtqa.feeds.state.is_alive", lambda name: name != dead.owner)
    assert state.claim(source, "a", b"1")[0] is Claim.GOT


def test_of_a_run_on_another_machine_the_lease_must_end(
    state: State, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000_000.0]
    far, near = (runs(now=lambda: now[0]) for _ in range(2))
    source = far.source("feed", "settings").number
    _, number = far.claim(source, "a", b"1")
    monkeypatch.setattr("mtqa.feeds.state.is_alive", lambda name: None)
    now[0] += LEASE - 1
    assert near.claim(source, "a", b"1")[0] is Claim.TAKEN
    now[0] += 2
    assert near.claim(source, "a", b"1")[0] is Claim.GOT
    assert not far.keep(number, REVIEW)  # it comes late, and changes nothing
    assert near.keep(number, REVIEW)
    assert len(rows(state)) == 1


def test_an_owner_is_alive_until_its_process_is_not() -> None:
    mine = owner.me()
    machine, pid, started, token = mine.rsplit("/", 3)
    assert owner.is_alive(mine) is True
    assert owner.is_alive(f"{machine}/{pid}/{started}1/{token}") is False  # the number was given to another process
    assert owner.is_alive(f"{machine}/{2**22 + 1}/{started}/{token}") is False
    assert owner.is_alive(f"elsewhere/{pid}/{started}/{token}") is None
    assert owner.is_alive("") is None


def test_validators_are_kept_only_when_no_item_is_in_hand(state: State, runs: Runs) -> None:
    other = runs()
    source = state.source("feed", "settings").number
    _, number = other.claim(source, "a", b"1")
    state.finish(source, Validators("e", "m"), b"digest")
    assert state.source("feed", "settings").digest is None
    other.keep(number, REVIEW)
    state.finish(source, Validators("e", "m"), b"digest")
    known = state.source("feed", "settings")
    assert (known.validators, known.digest) == (Validators("e", "m"), b"digest")
    assert state.source("feed", "others").digest is None


def test_a_claim_of_a_dead_run_whose_item_left_the_feed_holds_nothing_up(
    state: State, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = runs()
    source = state.source("feed", "settings").number
    dead.claim(source, "gone", b"1")
    monkeypatch.setattr("mtqa.feeds.state.is_alive", lambda name: name != dead.owner)
    state.finish(source, Validators("e"), b"digest")
    assert state.source("feed", "settings").digest == b"digest"
    assert rows(state) == []


def test_a_run_that_ends_gives_its_claims_back(state: State, runs: Runs) -> None:
    other = runs()
    source = other.source("feed", "settings").number
    other.claim(source, "a", b"1")
    other.close()
    other.close()
    assert rows(state) == []


def test_what_is_kept_and_not_told_is_checked_again_at_its_place(
    state: State, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = runs()
    source = dead.source("feed", "settings").number
    _, number = dead.claim(source, "a", b"1")
    dead.keep(number, REVIEW, is_told=False)
    assert state.scores(source, 1, 1) == [REVIEW.score]
    monkeypatch.setattr("mtqa.feeds.state.is_alive", lambda name: name != dead.owner)
    assert state.claim(source, "a", b"1") == (Claim.GOT, number)
    state.keep(number, REVIEW, is_told=False)
    state.tell([number])
    assert rows(state) == [("a", 1, REVIEW.score, 0, 1, 1)]


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\x00" + b"x" * 2000])
def test_a_file_that_is_no_state_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.db"
    file.write_bytes(content)
    if not content:
        State(file).close()  # an empty file becomes one
        return
    with pytest.raises(MtqaError, match=r"other\.db: the state cannot be opened"):
        State(file)
    assert file.read_bytes() == content


def test_another_programs_database_and_a_later_version_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE mine (x)")
    db.close()
    with pytest.raises(MtqaError, match="is no state of mtqa feed"):
        State(file)
    later = tmp_path / "later.db"
    State(later).close()
    with sqlite3.connect(later) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(MtqaError, match="was written by a later mtqa"):
        State(later)
    with pytest.raises(MtqaError, match="no such state"):
        State(tmp_path / "none.db", is_new_allowed=False)


def test_the_key_of_the_settings_tells_what_changes_a_result() -> None:
    keys = {
        settings_key(RULES, False),
        settings_key(RULES, True),
        settings_key(Settings(selected(("F1",))), False),
        settings_key(Settings(RULES.checks, allow=frozenset({"in"})), False),
        settings_key(Settings(RULES.checks, model="tagger-1"), False),
        settings_key(Settings(RULES.checks, model_codes=frozenset({"Q501"})), False),
    }
    assert len(keys) == 6
    assert settings_key(Settings(selected(("F101",))), False) == settings_key(RULES, False)


def test_a_key_is_the_same_in_every_process() -> None:
    assert stable(frozenset("cab")) == ["a", "b", "c"]
    assert "0x" not in str(stable((RULES.checks, test_a_key_is_the_same_in_every_process)))


def test_the_content_is_the_text_and_not_its_place() -> None:
    one = Document("a", "feed", "Text.", "Title", "fr", unit="a", link="https://x.org/a", updated="today")
    moved = Document("a", "other", "Text.", "Title", "fr", unit="b", link="https://x.org/b", updated="now")
    assert content_key(one, follow=False) == content_key(moved, follow=False)
    assert content_key(one, follow=True) != content_key(moved, follow=True)
    assert len({content_key(Document("a", "p", *told), False) for told in (("x", "y"), ("xy",), ("y", "x"))}) == 3
    assert raw_key("\ud800", (None, None)) != raw_key("\ud800", ("fr", None))
