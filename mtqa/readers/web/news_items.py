"""The items of NewsML-G2 into documents, one at a time.

https://iptc.org/std/NewsML-G2/: language and headline stand in contentMeta, the text in contentSet as inlineXML (NITF or
XHTML) or inlineData. An item that says that it is translated from another names it as its `link`, by which `--source`
finds the other.
"""

from collections.abc import Iterator

from mtqa.errors import InputError
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, verbatim
from mtqa.readers.files.window import Window
from mtqa.readers.web.fragment import Fragment, read_fragment
from mtqa.readers.web.stream import Item, items, mark
from mtqa.readers.web.xml import Child, characters, children, refuse_doctype, root
from mtqa.segment import Document

_MARK = mark("newsItem")
_AROUND = ("nitf", "html", "body", "body.content")
_TRANSLATED = "translatedFrom"  # the last part of a link's rel


def documents(source: Source) -> Iterator[Document | Problem]:
    """The documents of the items. Raises InputError where it is another format, or has a document type."""
    name = _local(root(source.head)[0])
    if name not in ("newsItem", "newsMessage"):
        raise InputError(f"is no NewsML-G2: <newsItem> or <newsMessage> was expected, and <{name[:40]}> came")
    refuse_doctype(source.head.partition("<newsItem")[0])
    count = 0
    for item in items(Window(source.chunks(), source.max_bytes), _MARK):
        if isinstance(item, Problem):
            yield source.problem(item.line, item.message)
        elif isinstance(item, Item):
            count += 1
            yield from _document(source, item)
    if not count:
        yield source.problem(None, "holds no <newsItem>")


def _document(source: Source, item: Item) -> Iterator[Document | Problem]:
    meta, told = _inside(item.text, None, "contentMeta"), root(item.text)[1]
    title = _text(item.text, _inside(item.text, meta, "headline")).strip()
    body = _body(item.text)
    if not body.text.text.strip() and not title.text:
        yield source.problem(item.line, "is an item without headline and text")
        return
    article = body if body.text.text.strip() else Fragment(title)
    language = _inside(item.text, meta, "language")
    guid = told.get("guid")
    yield Document(
        id=guid or f"{source.path}:{item.line}",
        path=source.path,
        text=article.text.text,
        title=title.text if article is body and title.text else None,
        target_lang=source.target_lang or primary(language.attributes.get("tag") if language else told.get("xml:lang")),
        source_lang=source.source_lang,
        blocks=article.blocks,
        anchors=article.text.anchors(item.text, item.line, item.column),
        title_anchors=title.anchors(item.text, item.line, item.column),
        unit=guid,
        link=_original(item.text),
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _children(text: str, parent: Child | None) -> list[Child]:
    """The elements inside another one, or inside the item itself, by their places in the item's text."""
    if parent is None:
        return children(text)[0]
    # The cutter reads the content of the first element: one is put around what stands in the parent.
    found = children(f"<a>{text[parent.start : parent.end]}</a>")[0]
    moved = parent.start - len("<a>")
    return [Child(c.name, c.attributes, c.start + moved, c.end + moved, c.has_elements) for c in found]


def _inside(text: str, parent: Child | None, name: str) -> Child | None:
    return next((child for child in _children(text, parent) if _local(child.name) == name), None)


def _text(text: str, child: Child | None) -> Traced:
    return characters(text, child.start, child.end) if child else verbatim("")


def _body(text: str) -> Fragment:
    """What stands in the first inline content that has text."""
    content = _inside(text, None, "contentSet")
    for child in _children(text, content) if content else ():
        if _local(child.name) == "inlineXML":
            inner = _innermost(text, child)
            found = read_fragment(verbatim(text[inner.start : inner.end], inner.start))
        elif _local(child.name) == "inlineData":
            found = Fragment(_text(text, child).strip())
        else:
            continue
        if found.text.text.strip():
            return found
    return Fragment(verbatim(""))


def _innermost(text: str, child: Child) -> Child:
    """What holds the paragraphs: the body of the NITF or XHTML document."""
    while inner := next((one for one in _children(text, child) if _local(one.name) in _AROUND), None):
        child = inner
    return child


def _original(text: str) -> str | None:
    """The item that this one is a translation of."""
    meta = _inside(text, None, "itemMeta")
    for child in _children(text, meta) if meta else ():
        about = child.attributes
        if _local(child.name) == "link" and about.get("rel", "").rpartition(":")[2] == _TRANSLATED:
            return about.get("residref") or about.get("href")
    return None
