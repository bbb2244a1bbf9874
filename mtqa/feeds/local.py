"""Feeds that lie in a file: a job that writes them to disk, a test, a look at what a server sent."""

import os
from hashlib import file_digest
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from mtqa.errors import InputError
from mtqa.feeds.address import is_address, parse
from mtqa.feeds.fetch import Fetched


def path_of(feed: str, allow_private: bool) -> Path | None:
    """The file that a feed is, None where it is to be fetched. Raises InputError for a scheme that is refused."""
    if not is_address(feed):
        return Path(feed)
    if feed.lower().startswith("file:"):
        if not allow_private:
            raise InputError("is of the scheme file: refused; give the path, or --allow-private")
        return Path(url2pathname(urlsplit(feed).path))
    parse(feed)
    return None


def key_of(feed: str, allow_private: bool) -> str:
    """What a feed is remembered by: its address without fragment and credentials, or the absolute path of its file."""
    file = path_of(feed, allow_private)
    return parse(feed).url if file is None else os.path.abspath(file)


def read_local(file: Path) -> Fetched:
    """A file as if it were fetched. Raises InputError where it cannot be read."""
    try:
        if not file.is_file():
            raise InputError("is no file" if file.exists() else "cannot be read: No such file or directory")
        stream = file.open("rb")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from error
    digest = file_digest(stream, "sha256").digest()
    stream.seek(0)
    return Fetched(str(file), stream, digest)
