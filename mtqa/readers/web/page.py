"""A page into its document: title, text, language."""

import re
from collections.abc import Iterator

from mtqa.readers.files.directives import directives
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, Tracer, verbatim
from mtqa.readers.web.article import Choice
from mtqa.readers.web.fragment import Fragment, join_lines
from mtqa.readers.web.linked_data import LinkedArticle, linked_article
from mtqa.readers.web.markup import Page, page
from mtqa.segment import Document

_SITE = re.compile(r"\s+(?:[|–—·»-]|::)\s+")  # sets a site's name apart from a title
_SHORTEST_BODY = 200  # characters of articleBody; less is a teaser


def documents(source: Source) -> Iterator[Document | Problem]:
    """The one document of a page. The headline is its title, and no part of its text."""
    text, doubts = source.text()
    yield from doubts
    found = page(text)
    linked = linked_article(text, found)
    body = linked.body.text.text if linked.body else ""
    choice = Choice(found, body if len(body) >= _SHORTEST_BODY else "")
    kept = dict(choice.lines())
    declared = _declared_titles(text, found, linked)
    shown = _headline(found, choice, declared)
    if shown is not None:
        kept.pop(shown, None)
    headline = found.lines[shown].traced if shown is not None else next(iter(declared), None)
    article = join_lines([(found.lines[index], kind) for index, kind in kept.items()])
    if linked.body and len(body) > len(article.text.text) and not choice.has_prose:
        article = linked.body  # a page that a script fills in the browser
    if not article.text.text and headline:
        article, headline = Fragment(headline), None
    if not article.text.text:
        yield source.problem(None, "has no text that a reader would see")
        return
    yield Document(
        id=source.stem,
        path=source.path,
        text=article.text.text,
        title=headline.text if headline else None,
        target_lang=source.target_lang or primary(_lang(found, linked, choice)),
        source_lang=source.source_lang,
        blocks=article.blocks,
        anchors=article.text.anchors(text),
        title_anchors=(headline or verbatim("")).anchors(text),
        directives=directives([verbatim(text[start:end], start) for start, end in found.comments], text),
    )


def _headline(page: Page, choice: Choice, declared: list[Traced]) -> int | None:
    """The index of the line that is the headline, if one is.

    Of several <h1> the one that the page declares, else the last before the article's prose; without one, another line
    that says what is declared.
    """
    names = [_folded(title.text) for title in declared]
    tops = [index for index, line in enumerate(page.lines) if line.tag == "h1" and not line.links > 0.5]
    nearest: list[int] = [*tops, *range(choice.first + 1 if choice.has_prose else len(page.lines))]
    if named := [index for index in nearest if _folded(page.lines[index].text) in names]:
        return named[0]
    before = [index for index in tops if index < choice.first or not choice.has_prose]
    return before[-1 if choice.has_prose else 0] if before else None


def _declared_titles(text: str, page: Page, linked: LinkedArticle) -> list[Traced]:
    """The titles of linked data, of social media, and of the browser's tab, there without the site's name."""
    found = [linked.headline, *(_content(text, *meta) for meta in page.metas if meta[1].get("property") == "og:title")]
    if page.title:
        sites = list(_SITE.finditer(page.title.text))
        found.append(page.title.cut(0, sites[-1].start()) if sites else page.title)
    return [title for title in found if title and title.text.strip()]


def _content(text: str, start: int, about: dict[str, str]) -> Traced:
    """What a <meta> that begins at `start` says."""
    content = about.get("content", "").strip()
    at = text.find(content, start, start + len(content) + 500)
    if at >= 0:
        return verbatim(content, at)
    tracer = Tracer()
    tracer.put(content, start)  # written with entities: the tag stands for all of it
    return tracer.traced()


def _lang(page: Page, linked: LinkedArticle, choice: Choice) -> str | None:
    """What the article's own element declares, then linked data, then the page."""
    root = next((one.lang for one in page.containers if one.tag == "html"), None)
    own = choice.lang
    named = {
        about.get("property") or about.get("http-equiv", "").lower(): about.get("content") for _, about in page.metas
    }
    on_page = own or named.get("content-language") or named.get("og:locale")
    return own if own and own != root else linked.lang or on_page


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
