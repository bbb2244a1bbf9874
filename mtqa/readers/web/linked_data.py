"""What a page says of its article in JSON-LD: https://schema.org/NewsArticle."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, verbatim
from mtqa.readers.jsontext.strings import string_in, whole
from mtqa.readers.web.fragment import Fragment, read_fragment
from mtqa.readers.web.markup import Page

_ARTICLES = ("Article", "BlogPosting", "Report")  # ends of type names: NewsArticle, LiveBlogPosting, ...


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The headline, text and language that are declared, the first two traced to the page where they were found there."""

    headline: Traced | None = None
    body: Fragment | None = None
    lang: str | None = None


def linked_article(text: str, page: Page) -> LinkedArticle:
    """The first article in the page's scripts of linked data; an empty one where there is none.

    Broken scripts are as good as none: the page is there to be read without them.
    """
    for start, end in page.scripts:
        try:
            data = json.loads(text[start:end], strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if any(name.endswith(_ARTICLES) for name in _types(thing)):
                body = _string(text, start, end, thing, "articleBody")
                return LinkedArticle(
                    _string(text, start, end, thing, "headline"),
                    read_fragment(body) if body else None,
                    primary(_language(thing)),
                )
    return LinkedArticle()


def _things(data: object) -> Iterator[dict[str, object]]:
    """The objects of a list or graph."""
    waiting = [data]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield one
            waiting.append(one.get("@graph"))


def _types(thing: dict[str, object]) -> list[str]:
    named = thing.get("@type")
    return [name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)]


def _language(thing: dict[str, object]) -> object:
    """A tag, or a Language with its alternateName."""
    told = thing.get("inLanguage")
    return told.get("alternateName") if isinstance(told, dict) else told


def _string(text: str, start: int, end: int, thing: dict[str, object], name: str) -> Traced | None:
    value = thing.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    script = text[start:end]
    found = string_in(script, name, whole(value))
    return found.through(verbatim(script, start)) if found else None
