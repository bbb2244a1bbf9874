"""The worst of a stream, and how many others there were: for readers that take only so much."""

from collections.abc import Iterator
from heapq import heappush, heappushpop
from itertools import count
from typing import Generic, TypeVar

Item = TypeVar("Item")
Badness = tuple[float, ...]


class Worst(Generic[Item]):
    """Keeps at most `size` items: the worst by the badness they are added with, of two alike the earlier.

    `dropped` counts the rest.
    """

    def __init__(self, size: int) -> None:
        self.size, self.dropped = size, 0
        self._heap: list[tuple[Badness, int, Item]] = []
        self._order = count()

    def takes(self, bad: Badness) -> bool:
        """Whether an item this bad would be kept now; if not, it counts as dropped, and there is no need to make it."""
        if len(self._heap) < self.size or bad > self._heap[0][0]:
            return True
        self.dropped += 1
        return False

    def add(self, bad: Badness, item: Item) -> None:
        """Keep the item, or drop the least bad one."""
        row = (bad, -next(self._order), item)
        if len(self._heap) < self.size:
            heappush(self._heap, row)
        else:
            heappushpop(self._heap, row)
            self.dropped += 1

    def __len__(self) -> int:
        return len(self._heap)

    def worst_first(self) -> Iterator[Item]:
        """The items kept, the worst first."""
        return (item for _, _, item in sorted(self._heap, key=lambda row: row[:2], reverse=True))

    def in_order(self) -> Iterator[Item]:
        """The items kept, in the order in which they came."""
        return (item for _, _, item in sorted(self._heap, key=lambda row: -row[1]))
