"""Text that remembers, stretch by stretch, where it stood in the text that it was taken from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.segment import Anchor


@dataclass(frozen=True, slots=True)
class Traced:
    """A text in stretches: from `starts[i]` on, one code point of it is one code point from `origins[i]` on.

    `starts` ascends from 0 and both are empty only where the text is.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Where this code point stood; 0 in a text without stretches."""
        if not self.starts:
            return 0
        stretch = bisect_right(self.starts, offset) - 1
        return self.origins[stretch] + offset - self.starts[stretch]

    def cut(self, start: int, end: int) -> "Traced":
        """The part from `start` to `end`, traced as before."""
        if start >= end:
            return Traced("", (), ())
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1)
        starts = tuple(max(s - start, 0) for s in self.starts[first:last])
        return Traced(self.text[start:end], starts, (self.origin(start), *self.origins[first + 1 : last]))

    def strip(self) -> "Traced":
        """The text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        if not start and not self.text[-1:].isspace():
            return self
        return self.cut(start, len(self.text.rstrip()))

    def through(self, outer: "Traced") -> "Traced":
        """This text, taken from `outer.text`, traced on to where `outer` was taken from."""
        pairs = list(self._pairs_through(outer)) if self.text else []
        return Traced(self.text, tuple(start for start, _ in pairs), tuple(origin for _, origin in pairs))

    def _pairs_through(self, outer: "Traced") -> Iterator[tuple[int, int]]:
        ends = (*self.starts[1:], len(self.text))
        for start, origin, end in zip(self.starts, self.origins, ends, strict=True):
            yield start, outer.origin(origin)
            index = bisect_right(outer.starts, origin)
            while index < len(outer.starts) and outer.starts[index] - origin < end - start:
                yield start + outer.starts[index] - origin, outer.origins[index]
                index += 1

    def anchors(self, raw: str, line: int = 1, column: int = 1) -> tuple[Anchor, ...]:
        """Anchors of this text, taken from `raw`, which begins at this line and column of its file."""
        if not self.starts:
            return (Anchor(0, line, column),)
        feeds = line_feeds(raw)

        def anchor(start: int, origin: int) -> Anchor:
            before = bisect_left(feeds, origin)
            if not before:
                return Anchor(start, line, column + origin)
            return Anchor(start, line + before, origin - feeds[before - 1])

        return tuple(anchor(start, origin) for start, origin in zip(self.starts, self.origins, strict=True))


def line_feeds(text: str) -> list[int]:
    """The offsets of the line feeds of a text."""
    found, at = [], text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return found


def verbatim(text: str, origin: int = 0) -> Traced:
    """A text that was taken as it stood."""
    return Traced(text, (0,), (origin,)) if text else Traced("", (), ())


def join(parts: list[Traced], separator: str = "\n") -> Traced:
    """Several texts in one; each separator stands where the text after it begins."""
    tracer = Tracer()
    for part in parts:
        if tracer.length and part.text:
            tracer.put(separator, part.origin(0))
        tracer.extend(part)
    return tracer.traced()


class Tracer:
    """Gathers a traced text piece by piece."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._next = -1  # the origin at which a piece goes on in the same stretch

    @property
    def last(self) -> str:
        """The last character so far, "" at the start."""
        return self._pieces[-1][-1] if self._pieces else ""

    def keep(self, text: str, origin: int) -> None:
        """Add a piece that stood so at `origin`."""
        if not text:
            return
        if origin != self._next:
            self._starts.append(self.length)
            self._origins.append(origin)
        self._pieces.append(text)
        self.length += len(text)
        self._next = origin + len(text)

    def put(self, text: str, origin: int) -> None:
        """Add a piece that something else at `origin` stands for: an escape, an entity, a tag that breaks the line."""
        for character in text:
            if origin != self._next:
                self._starts.append(self.length)
                self._origins.append(origin)
            self._pieces.append(character)
            self.length += 1
            self._next = -1

    def extend(self, part: Traced) -> None:
        """Add a text that is traced already."""
        self._starts += [self.length + start for start in part.starts]
        self._origins += part.origins
        if part.text:
            self._pieces.append(part.text)
        self.length += len(part.text)
        self._next = -1

    def traced(self) -> Traced:
        """What was gathered."""
        return Traced("".join(self._pieces), tuple(self._starts), tuple(self._origins))
