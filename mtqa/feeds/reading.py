"""From what was fetched to documents: the items of a feed, a page, and the pages that items link to."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from typing import BinaryIO
from urllib.parse import urljoin

from mtqa.errors import InputError
from mtqa.feeds.fetch import Fetched, Fetcher
from mtqa.readers import Problem, formats, read_stream
from mtqa.readers.files.decode import HEAD_BYTES, UTF8, decoded, encoding
from mtqa.readers.files.source import CHUNK_BYTES, rewound
from mtqa.segment import Document

MOST_PROBLEMS = 200  # in one answer; one with more was made to be one
ACCEPT_FEED = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
ACCEPT_PAGE = "text/html, application/xhtml+xml, */*;q=0.5"
_NAMES_FEED = re.compile(
    r"""<link\b[^>]{0,1000}?\btype\s*=\s*["']?application/(?:(?:rss|atom)\+xml|feed\+json)[^>]{0,1000}>""", re.I
)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.I)


def documents(
    path: str, fetched: Fetched, input_format: str | None = None, skips: Callable[[str], bool] | None = None
) -> Iterator[Document | Problem]:
    """The documents of what was fetched, under the address that was asked for. `skips` is as in readers.read_stream."""
    with fetched.stream:
        stream = recoded(fetched)
        found = read_stream(stream, path, input_format=input_format, media_type=fetched.media_type, skips=skips)
        problems = 0
        for one in found:
            if isinstance(one, Problem):
                problems += 1
                if problems > MOST_PROBLEMS:
                    yield Problem(path, one.line, f"has more than {MOST_PROBLEMS} problems: the rest was left out")
                    return
                yield one
                continue
            one = replace(one, link=joined(fetched.url, one.link)) if one.link else one
            yield one if one.unit else replace(one, id=named(one, path))


def named(document: Document, path: str) -> str:
    """The id of a document that brings none: its link, else its place, of a page its address."""
    return document.link or (document.id if document.id.startswith(path) else path)


def recoded(fetched: Fetched) -> BinaryIO:
    """The stream, in UTF-8 where it neither is nor says what it is, and HTTP does.

    What the document says wins over HTTP: servers that send every file under one charset are common.
    """
    head = fetched.stream.read(HEAD_BYTES)
    fetched.stream.seek(0)
    codec = _codec(fetched.charset)
    if codec is None or encoding(head) != UTF8 or _is_utf8(head) or _declares(head):
        return fetched.stream
    chunks = iter(lambda: fetched.stream.read(CHUNK_BYTES), b"")
    return rewound(piece.encode("utf-8", "replace") for piece in decoded(chunks, codec))


def _codec(charset: str | None) -> str | None:
    try:
        return codecs.lookup(charset).name if charset else None
    except (LookupError, ValueError):
        return None


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _declares(head: bytes) -> bool:
    return re.match(rb"\s*<\?xml[^>]{0,200}encoding", head) is not None or b"charset=" in head[:4096].lower()


def joined(here: str, link: str) -> str | None:
    """The address of a link that stands in what came from `here`; None for one that leads nowhere."""
    try:
        return urljoin(here, link)
    except ValueError:
        return None


def holds_items(fetched: Fetched) -> bool:
    """Whether what came is a feed, or rows as JSON or JSONL, by its first bytes."""
    head = next(decoded([_head(fetched)], encoding(_head(fetched))), "")
    return any(formats()[name].sniff(head) for name in ("feed", "json", "jsonl"))


def page_of_a_feed(fetched: Fetched) -> str:
    """What to tell of a page where a feed was expected: its feed's address, if it names one."""
    head = _head(fetched).decode("utf-8", "replace")
    if "<!ENTITY" in head:
        return "declares a document type (DTD) with entities, refused as unsafe"
    tag = _NAMES_FEED.search(head)
    href = _HREF.search(tag[0]) if tag else None
    address = joined(fetched.url, unescape(href[1])) if href else None
    hint = f": it names its feed, {address[:300]}" if address else ": give the address of the feed itself"
    return f"is no feed (RSS, Atom or JSON Feed){hint}"


def _head(fetched: Fetched) -> bytes:
    head = fetched.stream.read(HEAD_BYTES)
    fetched.stream.seek(0)
    return head


def article(document: Document, fetcher: Fetcher) -> tuple[Document, Problem | None, bool]:
    """The page that an item links to, in place of the item's own content, under the item's id.

    Where there is none: the item as it stands, with a problem; the bool says whether a later run should try again.
    """
    if document.link is None:
        place = document.location(0)
        name = f"{place.path}#{place.unit}" if place.unit else place.path
        return document, Problem(name, place.line, "has no link to follow: the item's own content was checked"), False
    try:
        fetched = fetcher.get(document.link, accept=ACCEPT_PAGE)
    except InputError as error:
        is_temporary = bool(getattr(error, "is_temporary", False))
        return document, Problem(document.link, None, str(error)), is_temporary
    if fetched is None:
        return document, Problem(document.link, None, "sent nothing"), True
    problem: Problem | None = None
    for one in documents(document.link, fetched):
        if isinstance(one, Document) and not one.unit:
            lang = one.target_lang or document.target_lang
            title = one.title or document.title
            return replace(one, id=document.id, unit=document.unit, title=title, target_lang=lang), problem, False
        problem = problem or (one if isinstance(one, Problem) else None)
    told = problem or Problem(document.link, None, "is a feed, not an article: the item's own content was checked")
    return document, told, False
