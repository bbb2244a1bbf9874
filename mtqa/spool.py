"""A stream of reviews that can be read more than once: kept on disk, so that memory stays flat."""

import pickle
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

from mtqa.report import Review


class Spool:
    """Reads the stream when it is first iterated or `fill` is called; iterations replay it from a temporary file."""

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._source: Iterator[Review] | None = iter(reviews)
        self._file = TemporaryFile(prefix="mtqa-")  # noqa: SIM115  closed by close()

    def fill(self) -> "Spool":
        """Read the stream to its end."""
        for review in self._source or ():
            pickle.dump(review, self._file, pickle.HIGHEST_PROTOCOL)
        self._source = None
        return self

    def live(self) -> Iterator[Review]:
        """Yield each review as it comes, for the first reader not to wait for the last review."""
        for review in self._source or ():
            pickle.dump(review, self._file, pickle.HIGHEST_PROTOCOL)
            yield review
        self._source = None

    def __iter__(self) -> Iterator[Review]:
        self.fill()
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)
            except EOFError:
                return

    def close(self) -> None:
        """Give the temporary file back."""
        self._file.close()
