"""An item of a JSON Feed (https://jsonfeed.org/version/1.1) into a document."""

from mtqa.readers.files.directives import directives
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, verbatim
from mtqa.readers.jsontext.objects import Item
from mtqa.readers.jsontext.strings import string_in, whole
from mtqa.readers.web.fragment import Fragment, read_fragment
from mtqa.segment import Document

_BODIES = ("content_html", "content_text", "summary")


def document(source: Source, item: Item, row: dict[str, object], lang: str | None) -> Document | Problem:
    """The document of a JSON Feed item: content_html or content_text, else its summary, else its title."""
    title = _string(item, row, "title")
    body = next((body for name in _BODIES if (body := _body(item, row, name)) and body.text.text.strip()), None)
    if body is None and title is None:
        return source.problem(item.line, "is an item without title and text")
    article = body or Fragment(title or verbatim(""))
    title = title if body else None
    unit = row.get("id") or row.get("url")
    return Document(
        id=whole(str(unit)) if unit else f"{source.path}:{item.line}",
        path=source.path,
        text=article.text.text,
        title=title.text if title else None,
        target_lang=source.target_lang or primary(row.get("language") or lang),
        source_lang=source.source_lang,
        blocks=article.blocks,
        anchors=article.text.anchors(item.text, item.line, item.column),
        title_anchors=(title or verbatim("")).anchors(item.text, item.line, item.column),
        unit=whole(str(unit)) if unit else None,
        link=_text(row, "url") or _text(row, "external_url"),
        updated=_text(row, "date_modified") or _text(row, "date_published"),
        directives=directives(article.comments, item.text, item.line, item.column),
    )


def _text(row: dict[str, object], name: str) -> str | None:
    value = row.get(name)
    return whole(value.strip()) or None if isinstance(value, str) else None


def _body(item: Item, row: dict[str, object], name: str) -> Fragment | None:
    traced = _string(item, row, name)
    if traced is None:
        return None
    return read_fragment(traced) if name == "content_html" else Fragment(traced)


def _string(item: Item, row: dict[str, object], name: str) -> Traced | None:
    """A text of the item traced to it; None where it has none."""
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    value = whole(value)
    return string_in(item.text, name, value) or Traced(value, (0,), (0,))
