"""What a feed is remembered by: each item once for each of its contents, claimed before it is checked, told before it is kept.

A claim is inserted in one transaction, so that of two processes one gets it. What was claimed and never told is checked
again: at once where the claim's process no longer runs, else, where that cannot be told, after LEASE seconds.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from mtqa.as_json import as_json
from mtqa.errors import MtqaError
from mtqa.feeds.fetch import Validators
from mtqa.feeds.owner import is_alive, me
from mtqa.feeds.schema import opened
from mtqa.finding import Severity
from mtqa.report import Review

LEASE = 900.0  # seconds after which the claims of a run that shows no sign of life are void


class Claim(Enum):
    """What came of claiming an item."""

    GOT = "got"
    KNOWN = "known"  # told by an earlier run, or this one
    TAKEN = "taken"  # another run is checking it


@dataclass(frozen=True, slots=True)
class Source:
    """A feed under the settings that it is checked with, as it was when the run began."""

    number: int
    validators: Validators
    digest: bytes | None
    not_before: float
    evaluated: int
    since: int


class State:
    """An open state file, for one thread of one run. `now` gives seconds since 1970."""

    def __init__(self, file: Path, *, is_new_allowed: bool = True, now: Callable[[], float] = time.time) -> None:
        self.file = file
        self.owner = me()
        self._now = now
        self._db = opened(file, is_new_allowed=is_new_allowed)
        self._seen = 0.0
        self._is_closed = False

    def close(self) -> None:
        """Give back what was claimed and not told, and close the file; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        with self._told(), self._writing() as db:
            db.execute("DELETE FROM items WHERE owner = ? AND told IS NULL", (self.owner,))
            db.execute("DELETE FROM owners WHERE owner = ?", (self.owner,))
        self._db.close()

    def source(self, feed: str, settings: str, signature: str = "") -> Source:
        """The feed with these settings, made where it is new."""
        with self._told(), self._writing() as db:
            db.execute("INSERT OR IGNORE INTO sources (feed, settings) VALUES (?, ?)", (feed, settings))
            if signature:
                db.execute(
                    "UPDATE sources SET signature = ? WHERE feed = ? AND settings = ?", (signature, feed, settings)
                )
            row = db.execute(
                "SELECT source, etag, modified, digest, coalesce(not_before, 0), evaluated, since FROM sources "
                "WHERE feed = ? AND settings = ?",
                (feed, settings),
            ).fetchone()
        return Source(row[0], Validators(row[1], row[2]), *row[3:])

    def has_raw(self, source: int, raw: bytes) -> bool:
        """Whether an item stood so in the feed when it was last told."""
        with self._told():
            row = self._db.execute(
                "SELECT 1 FROM items WHERE source = ? AND raw = ? AND told IS NOT NULL LIMIT 1", (source, raw)
            ).fetchone()
        return row is not None

    def claim(self, source: int, item: str, content: bytes, raw: bytes | None = None) -> tuple[Claim, int]:
        """Claim an item for this run; with the number it goes by from now on."""
        now = self._now()
        with self._told(), self._writing() as db:
            self._show_life(db, now)
            made = db.execute(
                "INSERT OR IGNORE INTO items (source, item, content, raw, owner, claimed) VALUES (?, ?, ?, ?, ?, ?)",
                (source, item, content, raw, self.owner, now),
            )
            if made.rowcount and made.lastrowid:
                return Claim.GOT, made.lastrowid
            number, owner, told = db.execute(
                "SELECT number, owner, told FROM items WHERE source = ? AND item = ? AND content = ?",
                (source, item, content),
            ).fetchone()
            if told is not None:
                db.execute("UPDATE items SET raw = ? WHERE number = ?", (raw, number))
                return Claim.KNOWN, number
            if owner == self.owner:
                return Claim.KNOWN, number  # twice in one feed, and the first one is on its way
            if not self._is_void(db, owner, now):
                return Claim.TAKEN, number
            db.execute(
                "UPDATE items SET owner = ?, claimed = ?, raw = ? WHERE number = ?", (self.owner, now, raw, number)
            )
            return Claim.GOT, number

    def keep(self, number: int, review: Review, *, has_place: bool = True, is_told: bool = True) -> bool:
        """Remember what was found in an item, and that it was told; False where another run has taken the claim over."""
        counts = [sum(f.severity is severity for f in review.findings) for severity in Severity]
        found = json.dumps(as_json(review))
        values = (review.score, review.penalty, review.words, *counts, found, number, self.owner)
        with self._told(), self._writing() as db:
            kept = db.execute(
                "UPDATE items SET score = ?, penalty = ?, words = ?, minor = ?, major = ?, critical = ?, review = ? "
                "WHERE number = ? AND owner = ? AND told IS NULL",
                values,
            ).rowcount
            if kept and has_place:
                db.execute(
                    "UPDATE items SET place = 1 + (SELECT coalesce(max(place), 0) FROM items WHERE source = "
                    "(SELECT source FROM items WHERE number = ?)) WHERE number = ? AND place IS NULL",
                    (number, number),
                )
            if is_told:
                self._tell(db, number)
        return kept == 1

    def tell(self, numbers: Sequence[int]) -> None:
        """Remember that these items, kept before, were told."""
        with self._told(), self._writing() as db:
            for number in numbers:
                self._tell(db, number)

    def _tell(self, db: sqlite3.Connection, number: int) -> None:
        db.execute(
            "UPDATE items SET told = ?, owner = NULL WHERE number = ? AND owner = ? AND told IS NULL",
            (self._now(), number, self.owner),
        )

    def release(self, number: int) -> None:
        """Give a claim back, for a later run."""
        with self._told(), self._writing() as db:
            db.execute("DELETE FROM items WHERE number = ? AND owner = ? AND told IS NULL", (number, self.owner))

    def finish(self, source: int, validators: Validators, digest: bytes) -> None:
        """Remember that every item of an answer was told, unless another run has one of the feed's in hand.

        A claim of a run that died is void, and its item has left the feed: otherwise this run would have it.
        """
        now = self._now()
        with self._told(), self._writing() as db:
            rows = db.execute(
                "SELECT DISTINCT owner FROM items WHERE source = ? AND told IS NULL", (source,)
            ).fetchall()
            void = [owner for (owner,) in rows if owner != self.owner and self._is_void(db, owner, now)]
            for owner in void:
                db.execute("DELETE FROM items WHERE source = ? AND told IS NULL AND owner = ?", (source, owner))
            if len(void) == len(rows):
                db.execute(
                    "UPDATE sources SET etag = ?, modified = ?, digest = ? WHERE source = ?",
                    (validators.etag, validators.modified, digest, source),
                )

    def asked(self, source: int, wait: float | None = None) -> None:
        """Remember when a feed was asked for, and how long its server asks to be left alone."""
        now = self._now()
        with self._told(), self._writing() as db:
            values = (now, now + wait if wait else None, source)
            db.execute("UPDATE sources SET asked = ?, not_before = ? WHERE source = ?", values)

    def scores(self, source: int, first: int, last: int) -> list[float]:
        """The scores of the items told as the first-th to the last-th of a feed, both counted from 1."""
        with self._told():
            rows = self._db.execute(
                "SELECT score FROM items WHERE source = ? AND place BETWEEN ? AND ? ORDER BY place",
                (source, first, last),
            )
            return [row[0] for row in rows]

    def places(self, source: int) -> int:
        """How many items of a feed were told."""
        with self._told():
            row = self._db.execute("SELECT coalesce(max(place), 0) FROM items WHERE source = ?", (source,)).fetchone()
        return int(row[0])

    def compared(self, source: int, evaluated: int, since: int) -> None:
        """Remember up to which item the feed was compared with its past, and where that past begins."""
        with self._told(), self._writing() as db:
            db.execute(
                "UPDATE sources SET evaluated = max(evaluated, ?), since = max(since, ?) WHERE source = ?",
                (evaluated, since, source),
            )

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """The rows of a question that changes nothing."""
        with self._told():
            return list(self._db.execute(query, values))

    def _show_life(self, db: sqlite3.Connection, now: float) -> None:
        if now - self._seen > LEASE / 30:
            db.execute("INSERT OR REPLACE INTO owners (owner, seen) VALUES (?, ?)", (self.owner, now))
            self._seen = now

    def _is_void(self, db: sqlite3.Connection, owner: str, now: float) -> bool:
        """Whether a claim's run has ended without telling."""
        alive = is_alive(owner)
        if alive is not None:
            return not alive
        row = db.execute("SELECT seen FROM owners WHERE owner = ?", (owner,)).fetchone()
        return row is None or now - row[0] > LEASE

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise MtqaError(f"{self.file}: the state cannot be used: {error}") from error
