"""Which lines of a page are the article and the furniture around it, and what each of them is.

The measures behind the choices: reports/decisions/0004-reading-html.md.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from mtqa.readers.web.elements import CELLS, HEADINGS, ITEMS
from mtqa.readers.web.markup import Container, Line, Page
from mtqa.segment import Kind
from mtqa.text import ends_sentence, shape

_PROSE = 80  # characters outside links: a line this long is no menu entry
_LINKED = 0.8  # share of linked characters that makes a line a link
_MENU = 5  # so many links in a row, outside the article, are a menu
_CELL = 120  # a table cell longer than this, with a full stop, is a paragraph: the page is laid out by tables
_OWN_LINES = 3  # text that stands in a container itself, in fewer lines, makes it a paragraph
_HANDED_UP = (1.0, 0.5, 0.25)  # how much of a paragraph's weight its container, that one's parent and so on get
_MARKED_UP = 1.5  # for <article>, <main> and itemprop="articleBody"
_BESIDE = 0.2  # for what stands in furniture


class Choice:
    """The article of a page: `best` is the container that holds it, `zone` the one that holds what belongs around it."""

    def __init__(self, page: Page, body: str = "") -> None:
        self.page = page
        self._containers = page.containers
        self._ends = _ends(page.containers)
        self.best = self._holding(body) if body else self._heaviest()
        self.zone = self._around()
        prose = [i for i, line in enumerate(page.lines) if _weight(line) >= _PROSE and self._is_in(line, self.best)]
        self.has_prose = bool(prose)
        self.lang = page.containers[self.best].lang  # what the article's element or one around it declares
        if not prose:
            self.best = self.zone = 0  # too little to tell an article from the page
        self.first, self.last = (prose[0], prose[-1]) if prose else (0, len(page.lines))

    def lines(self) -> list[tuple[int, Kind]]:
        """The indices of the lines to read, with their kinds: the article, what stands in it and next to it, no menus."""
        near = [
            index
            for index, line in enumerate(self.page.lines)
            if self._is_in(line, self.zone) and not self._is_of_another(line)
        ]
        menus = self._menus(near)
        return [(index, self._kind(index, self.page.lines[index])) for index in near if index not in menus]

    def _kind(self, index: int, line: Line) -> Kind:
        """Outside the article's container, and not between its headline and its first paragraph, all is furniture."""
        inside = self._is_in(line, self.best)
        top = self.best if inside else self.zone
        if any(self._containers[above].is_furniture for above in self._above(line.container) if above > top):
            return Kind.FURNITURE
        return line_kind(line) if inside or index < self.first else Kind.FURNITURE

    def _is_in(self, line: Line, container: int) -> bool:
        """Containers are numbered as they open, so those inside one follow it."""
        return container <= line.container < self._ends[container]

    def _is_of_another(self, line: Line) -> bool:
        """Whether a line stands in an <article> that neither holds nor is part of the one chosen."""
        if self._is_in(line, self.best):
            return False
        marked = (above for above in self._above(line.container) if self._containers[above].is_article)
        return any(not above <= self.best < self._ends[above] for above in marked)

    def _heaviest(self) -> int:
        """The container with the most prose, as Readability finds it."""
        weights = [0.0] * len(self._containers)
        beside = [False] * len(self._containers)
        for index, container in enumerate(self._containers):
            beside[index] = container.is_furniture or (container.parent >= 0 and beside[container.parent])
        direct = Counter(line.container for line in self.page.lines if line.tag == self._containers[line.container].tag)
        for line in self.page.lines:
            weight = _weight(line) * (_BESIDE if beside[line.container] else 1.0)
            above = self._above(line.container)
            if 0 < direct[line.container] < _OWN_LINES:
                next(above)  # a <div> used as a paragraph
            for index, share in zip(above, _HANDED_UP, strict=False):
                weights[index] += weight * share
        for index, container in enumerate(self._containers):
            weights[index] *= _MARKED_UP if container.is_article or container.is_main else 1.0
        return max(range(len(weights)), key=weights.__getitem__)

    def _holding(self, body: str) -> int:
        """The smallest container with most of the text that the page's linked data gives as the article's."""
        words = " ".join(body.split())
        weights = [0] * len(self._containers)
        for line in self.page.lines:
            text = " ".join(line.text.split())
            if len(text) >= _PROSE and text in words:
                for index in self._above(line.container):
                    weights[index] += len(text)
        if not weights[0]:
            return self._heaviest()
        return max(index for index, weight in enumerate(weights) if weight >= 0.8 * weights[0])

    def _around(self) -> int:
        """The page's main part; else what holds the article element; else what holds the best container."""
        above = list(self._above(self.best))
        main = next((index for index in above if self._containers[index].is_main), None)
        if main is not None:
            return main
        marked = [index for index in above if self._containers[index].is_article]
        return max(self._containers[marked[-1] if marked else self.best].parent, 0)

    def _menus(self, near: Sequence[int]) -> set[int]:
        """The lines in runs of links, in one part of the zone, before the article's first line of prose or after its last."""
        found: set[int] = set()
        runs = groupby(
            near, lambda index: (self.first <= index <= self.last, self._is_link(index), self._branch(index))
        )
        for (is_inside, is_link, _), run in runs:
            indices = list(run)
            if is_link and not is_inside and len(indices) >= _MENU:
                found.update(indices)
        return found

    def _is_link(self, index: int) -> bool:
        return self.page.lines[index].links > _LINKED

    def _branch(self, index: int) -> int:
        """The container directly in the zone in which a line stands; the zone itself where there is none."""
        branch = self.zone
        for above in self._above(self.page.lines[index].container):
            if above <= self.zone:
                break
            branch = above
        return branch

    def _above(self, container: int) -> Iterator[int]:
        """A container and those that it stands in, from the inside out."""
        while container >= 0:
            yield container
            container = self._containers[container].parent


def line_kind(line: Line) -> Kind:
    """What a line is by its own tag and shape."""
    if line.tag in HEADINGS:
        return Kind.HEADING
    if (line.chrome > _LINKED and _weight(line) < 2 * _PROSE) or line.links > _LINKED:
        return Kind.FURNITURE
    if line.tag in ITEMS:
        return Kind.ITEM
    if line.tag in CELLS and (len(line.text) <= _CELL or not ends_sentence(line.text)):
        return Kind.TABLE
    return shape(line.text)


def _weight(line: Line) -> float:
    """The number of characters outside links; none in headings."""
    return 0.0 if line.tag in HEADINGS else len(line.text) * (1 - line.links)


def _ends(containers: Sequence[Container]) -> list[int]:
    """For each container, the number after the last one inside it."""
    ends = list(range(1, len(containers) + 1))
    for index in range(len(containers) - 1, 0, -1):
        parent = containers[index].parent
        ends[parent] = max(ends[parent], ends[index])
    return ends
