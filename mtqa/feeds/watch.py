"""Feeds, asked once or again and again: what is new in them, checked, told, remembered."""

import time
from collections import deque
from collections.abc import Callable, Iterator

from mtqa.feeds.address import shown
from mtqa.feeds.drop import drops
from mtqa.feeds.failure import Stopped
from mtqa.feeds.incoming import Incoming
from mtqa.feeds.plan import Item, Reading
from mtqa.feeds.state import Claim
from mtqa.feeds.told import drop_review
from mtqa.readers import Problem
from mtqa.report import Review
from mtqa.review import review, review_document
from mtqa.segment import Document


class Watch:
    """One run over feeds. `flush` writes out what the reviews yielded so far have become.

    What is told is remembered only after it was written: a run that is killed repeats at most one item, and loses none.
    """

    def __init__(self, incoming: Incoming, flush: Callable[[], None]) -> None:
        self._incoming, self._flush = incoming, flush
        self._plan, self._state = incoming.plan, incoming.state
        self._untold: list[int] = []
        self._finished: list[Reading] = []

    def reviews(self) -> Iterator[Review]:
        """The reviews of what is new, as they come, round after round until the fetcher's `stop` is set."""
        stop = self._incoming.fetcher.stop
        while not stop.is_set():
            began = time.monotonic()
            try:
                yield from self._round()
            except Stopped:
                return
            if self._plan.seconds is None:
                return
            stop.wait(max(0.0, began + self._plan.seconds - time.monotonic()))

    def told(self) -> None:
        """All that was yielded is written: remember it, where the plan is not streamed."""
        self._state.tell(self._untold)
        self._untold.clear()
        for reading in self._finished:
            self._finish(reading)
        self._finished.clear()

    def _round(self) -> Iterator[Review]:
        for item, checked in self._checked(self._incoming.items()):
            item.reading.waiting -= 1
            if checked is None:
                self._state.release(item.number)
                item.reading.again = True
            else:
                item.reading.like = checked
                yield checked
                self._keep(item.number, checked)
                self._incoming.counts.new += 1
            yield from self._ended()
        yield from self._ended()
        self._incoming.open.clear()

    def _checked(self, items: Iterator[Item]) -> Iterator[tuple[Item, Review | None]]:
        """Each item with its review, None for one that could not be checked."""
        settings, jobs = self._plan.settings, self._plan.jobs
        if jobs > 1:
            waiting: deque[Item] = deque()
            for one in review(_sent(items, waiting), settings, jobs):
                yield waiting.popleft(), one
            return
        for item in items:
            checked: Review | None = None
            try:
                checked = review_document(item.document, settings)
            except Exception as error:  # a fault of ours must neither end a watch nor lose the item
                told = f"#{item.document.id}: cannot be checked, please report it: {error!r}"
                self._incoming.tell(Problem(item.document.path, None, told))
            yield item, checked

    def _keep(self, number: int, checked: Review, has_place: bool = True) -> None:
        if self._plan.is_streamed:
            self._flush()
        else:
            self._untold.append(number)
        self._state.keep(number, checked, has_place=has_place, is_told=self._plan.is_streamed)

    def _ended(self) -> Iterator[Review]:
        """Where the last item of an answer is kept: compare the feed with its past, and remember the answer."""
        ended = [one for one in self._incoming.open if one.is_read and not one.waiting]
        for reading in ended:
            self._incoming.open.remove(reading)
            yield from self._dropped(reading)
            if self._plan.is_streamed:
                self._finish(reading)
            else:
                self._finished.append(reading)

    def _finish(self, reading: Reading) -> None:
        if not reading.again:
            self._state.finish(reading.source.number, reading.fetched.validators, reading.fetched.digest)

    def _dropped(self, reading: Reading) -> Iterator[Review]:
        """The drops of a feed against its own past. All that stands in its first answer is past."""
        number = reading.source.number
        total, evaluated, since = self._state.places(number), reading.source.evaluated, reading.source.since
        like = reading.like
        if reading.source.digest is None or not self._plan.finds_drops:
            self._state.compared(number, total, since)
        while like is not None and reading.source.digest is not None and self._plan.finds_drops:
            found, evaluated = drops(
                lambda first, last: self._state.scores(number, first, last), total, evaluated, since
            )
            if found is not None:
                since = found.place - found.items
                claim, item = self._state.claim(number, f"mtqa:drop:{found.place}", b"drop")
                if claim is Claim.GOT:
                    checked = drop_review(shown(reading.feed), found, like)
                    yield checked
                    self._keep(item, checked, has_place=False)
            self._state.compared(number, evaluated, since)
            if found is None:
                return


def _sent(items: Iterator[Item], waiting: deque[Item]) -> Iterator[Document]:
    """The documents of items that are remembered in order, for the reviews that come back in order."""
    for item in items:
        waiting.append(item)
        yield item.document
