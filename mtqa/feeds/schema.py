"""The tables of a state file, and opening one."""

import sqlite3
import time
from pathlib import Path

from mtqa.errors import MtqaError

APPLICATION = 0x6D747161  # "mtqa"
VERSION = 1
WAIT = 30.0  # seconds for another process to end its transaction
TABLES = """
CREATE TABLE sources (      -- a feed, under the settings that it is checked with
  source INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,       -- its address, without credentials, or its path
  settings TEXT NOT NULL,   -- a digest of all that a result depends on: checks, model, languages
  signature TEXT NOT NULL DEFAULT '',
  etag TEXT, modified TEXT, digest BLOB,   -- of the last answer of which every item was told
  asked REAL, not_before REAL,             -- seconds since 1970
  evaluated INTEGER NOT NULL DEFAULT 0,    -- up to which item the feed was compared with its past
  since INTEGER NOT NULL DEFAULT 0,        -- after which item the past begins: the last drop
  UNIQUE (feed, settings));
CREATE TABLE items (        -- an item, once for each of its contents, claimed while `told` is NULL
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources,
  item TEXT NOT NULL,       -- the item's id
  content BLOB NOT NULL,    -- a digest of title, text and languages
  raw BLOB,                 -- a digest of the item as it last stood in the feed
  owner TEXT, claimed REAL NOT NULL,
  told REAL, place INTEGER, -- when it was told, and as the how many-th of its feed: a drop has no place
  score REAL, penalty REAL, words INTEGER, minor INTEGER, major INTEGER, critical INTEGER,
  review TEXT,              -- scores and findings, as in mtqa/1
  UNIQUE (source, item, content));
CREATE INDEX items_raw ON items (source, raw);
CREATE UNIQUE INDEX items_place ON items (source, place);
CREATE INDEX items_open ON items (source, owner) WHERE told IS NULL;
CREATE TABLE owners (owner TEXT PRIMARY KEY, seen REAL NOT NULL) WITHOUT ROWID;
"""


def opened(file: Path, *, is_new_allowed: bool = True) -> sqlite3.Connection:
    """Open or make a state file. Raises MtqaError where it is none, is of a later mtqa, or cannot be opened."""
    if not is_new_allowed and not file.is_file():
        raise MtqaError(f"{file}: no such state: `mtqa feed ADDRESS --state {file}` makes one")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise MtqaError(f"{file}: the state cannot be opened: {error}") from error
    try:
        _prepare(connection, file)
    except sqlite3.Error as error:
        connection.close()
        raise MtqaError(f"{file}: the state cannot be opened: {error}") from error
    except MtqaError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION and tables:
            raise MtqaError(f"{file}: is no state of mtqa feed: give another file")
        if version > VERSION:
            raise MtqaError(f"{file}: was written by a later mtqa: install that, or give another file")
        if not tables:
            for statement in TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        connection.execute("COMMIT")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Write-ahead logging: a kill loses nothing, readers wait for nobody. A power cut may lose the last commits."""
    end = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:  # another process has just opened it: SQLite does not wait here by itself
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
    connection.execute("PRAGMA synchronous = NORMAL")
