"""The items of RSS and Atom feeds into documents, one at a time."""

import re
from collections.abc import Iterator

from mtqa.errors import InputError
from mtqa.readers.files.directives import directives
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import verbatim
from mtqa.readers.files.window import Window
from mtqa.readers.web.fragment import Fragment, read_fragment
from mtqa.readers.web.stream import Item, Opening, items, mark
from mtqa.readers.web.xml import Child, characters, children, refuse_doctype, root
from mtqa.segment import Document

_ROOTS = ("rss", "feed", "RDF")
_MARK = mark("item", "entry")
_LANGUAGE = re.compile(r"<(?:dc:)?language>\s*([\w-]{2,20})\s*<")
_DATES = ("updated", "atom:updated", "dc:date", "modified", "pubDate", "published")
_BODIES = ("content:encoded", "content", "description", "summary")


def documents(source: Source) -> Iterator[Document | Problem]:
    """The documents of the items, one at a time. Raises InputError where it is no feed, or has a document type."""
    before = source.head.partition("<item")[0].partition("<entry")[0]
    refuse_doctype(before)
    name, about = root(source.head)
    if _local(name) not in _ROOTS:
        raise InputError(f"is no feed: an <rss>, <feed> or <rdf:RDF> was expected, and <{name[:40]}> came")
    told = _LANGUAGE.search(before)
    lang = about.get("xml:lang") or (told[1] if told else None)
    count, is_reported = 0, False
    for item in items(Window(source.chunks(), source.max_bytes), _MARK):
        count += not isinstance(item, Opening)
        if not isinstance(item, Item):
            if isinstance(item, Problem):
                yield source.problem(item.line, item.message)
            continue
        if source.skips and source.skips(f"{lang}\n{item.text}"):
            continue
        found, broken = children(item.text)
        if (broken is not None or not item.is_closed) and not is_reported:
            is_reported = True  # once a feed: what makes one item so makes all
            feeds = item.text.count("\n", 0, broken)
            yield source.problem(
                item.line + feeds, "is broken XML, a tag that does not fit: read as far as it makes sense"
            )
        yield from _document(source, item, found, lang)
    if not count:
        yield source.problem(None, "is a feed without an <item> or <entry>")


def _document(source: Source, item: Item, found: list[Child], lang: str | None) -> Iterator[Document | Problem]:
    prefix = root(item.text)[0].rpartition(":")[0]
    named: dict[str, Child] = {}
    for child in found:
        named.setdefault(child.name.removeprefix(f"{prefix}:") if prefix else child.name, child)
    title = _read(item.text, named.get("title")).text.strip()
    body = next((body for name in _BODIES if (body := _read(item.text, named.get(name))).text.text.strip()), None)
    if body is None and not title.text:
        yield source.problem(item.line, "is an item without title and text")
        return
    unit = _unit(item.text, named)
    article = body or Fragment(title)
    yield Document(
        id=unit or f"{source.path}:{item.line}",
        path=source.path,
        text=article.text.text,
        title=title.text if body and title.text else None,
        target_lang=source.target_lang or primary(_lang(item.text, named) or lang),
        source_lang=source.source_lang,
        blocks=article.blocks,
        anchors=article.text.anchors(item.text, item.line, item.column),
        title_anchors=title.anchors(item.text, item.line, item.column),
        unit=unit,
        link=_link(item.text, found, prefix),
        versions=_versions(found),
        updated=_updated(item.text, named),
        directives=directives(article.comments, item.text, item.line, item.column),
    )


def _read(text: str, child: Child | None) -> Fragment:
    """The content of an element: HTML as elements, HTML as escaped text or CDATA, or plain text."""
    if child is None:
        return Fragment(verbatim(""))
    if child.has_elements:
        return read_fragment(verbatim(text[child.start : child.end], child.start))
    traced = characters(text, child.start, child.end)
    return Fragment(traced.strip()) if child.attributes.get("type") == "text" else read_fragment(traced.strip())


def _unit(text: str, named: dict[str, Child]) -> str | None:
    """The item's guid or id, else its link."""
    for name in ("guid", "id", "link"):
        if child := named.get(name):
            told = characters(text, child.start, child.end).text.strip() or child.attributes.get("href", "")
            if told:
                return told
    return None


def _link(text: str, found: list[Child], prefix: str) -> str | None:
    """The address of the item's page: its link, in Atom the alternate one, else a guid that is an address."""
    links = [child for child in found if child.name.removeprefix(f"{prefix}:") == "link"]
    for child in sorted(links, key=lambda child: "hreflang" in child.attributes):
        if child.attributes.get("rel", "alternate") == "alternate":
            told = child.attributes.get("href", "").strip() or characters(text, child.start, child.end).text.strip()
            if told:
                return told
    guid = next((child for child in found if child.name == "guid"), None)
    told = characters(text, guid.start, guid.end).text.strip() if guid else ""
    return told if told.startswith(("http://", "https://")) else None


def _versions(found: list[Child]) -> tuple[str, ...]:
    """The addresses of the item's page in several languages: links with hreflang, of Atom or XHTML, in feeds of any kind."""
    links = (child.attributes for child in found if _local(child.name) == "link" and "hreflang" in child.attributes)
    told = (link.get("href", "").strip() for link in links if link.get("rel", "alternate") == "alternate")
    return tuple(address for address in told if address)


def _updated(text: str, named: dict[str, Child]) -> str | None:
    """When the item last changed, as it says itself."""
    for name in _DATES:
        if (child := named.get(name)) and (told := characters(text, child.start, child.end).text.strip()):
            return told
    return None


def _lang(text: str, named: dict[str, Child]) -> str | None:
    """The language of an item, where it is not the feed's."""
    told = named.get("dc:language") or named.get("language")
    if told:
        return characters(text, told.start, told.end).text
    item = root(text)[1].get("xml:lang")
    return item or next(
        (lang for name in _BODIES if name in named and (lang := named[name].attributes.get("xml:lang"))), None
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2]
