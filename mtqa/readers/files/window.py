"""A moving window over a stream of text, for formats whose items are longer than a line."""

import re
from collections.abc import Iterator

from mtqa.errors import InputError

_TOKEN = 256  # a token cut in two by the end of a chunk is at most this long


class Window:
    """The part of a stream that is in memory. `at` is where the reading is, at this `line` and `column` of the file.

    So many characters of the stream are before it: `passed`.

    What is before `at` is forgotten when the window grows. `find` and `search` read on as far as they must; beyond
    `limit` characters they raise TooLong.
    """

    def __init__(self, chunks: Iterator[str], limit: int) -> None:
        self.text, self.at, self.line, self.column = "", 0, 1, 1
        self.passed = 0
        self.limit = limit
        self._chunks = chunks

    def grow(self) -> bool:
        """Read on, doubling what is held, so that the work stays linear; False at the end of the stream."""
        held = len(self.text) - self.at
        pieces, more = [self.text[self.at :]], 0
        while more <= held and (chunk := next(self._chunks, "")):
            pieces.append(chunk)
            more += len(chunk)
        if more:
            self.text, self.at = "".join(pieces), 0
        return more > 0

    def move(self, end: int) -> None:
        """Go on to this offset of `text`."""
        feeds = self.text.count("\n", self.at, end)
        if feeds:
            self.line += feeds
            self.column = end - self.text.rfind("\n", self.at, end)
        else:
            self.column += end - self.at
        self.passed += end - self.at
        self.at = end

    def find(self, needle: str, after: int = 0) -> int:
        """The distance from `at` to the next `needle`, at least `after`; -1 where the stream ends without one."""
        while (found := self.text.find(needle, self.at + after)) < 0:
            after = max(after, len(self.text) - self.at - len(needle))
            self.more_than(after)
            if not self.grow():
                return -1
        return found - self.at

    def search(self, pattern: re.Pattern[str], after: int = 0) -> re.Match[str] | None:
        """The next match from `at` + `after` on; its offsets count from the start of `text`, which may have changed."""
        while True:
            match = pattern.search(self.text, self.at + after)
            held = len(self.text) - self.at
            reached = match.start() - self.at if match else max(after, held - _TOKEN)
            self.more_than(reached)
            if match and match.end() < len(self.text) - _TOKEN:
                return match
            if not self.grow():
                return match
            after = reached

    def more_than(self, reached: int) -> None:
        """Raise TooLong where this distance is beyond the limit."""
        if reached > self.limit:
            limit = f"{self.limit / 1024 / 1024:g} million characters"
            raise TooLong(f"has an item of more than {limit}: it and the rest were left out", reached)


class TooLong(InputError):
    """An item is longer than the limit. `reached` is the distance from the window's place up to which it was read."""

    def __init__(self, message: str, reached: int) -> None:
        super().__init__(message)
        self.reached = reached
