"""Slow calls made ahead of their turn, in threads, with results in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from mtqa.feeds.failure import Stopped

Given = TypeVar("Given")
Result = TypeVar("Result")
Box = SimpleQueue[tuple[Result | None, BaseException | None]]


def ahead(
    function: Callable[[Given], Result], items: Iterable[Given], stop: Event, threads: int = 8
) -> Iterator[Result]:
    """`function` of each item, in order, at most twice as many ahead as there are threads.

    The threads are daemons: the end of a run waits for no server. Raises what a call raised in its turn, and Stopped
    where the run ends while a result is waited for.
    """
    work: SimpleQueue[tuple[Given, Box[Result]] | None] = SimpleQueue()
    waiting: deque[Box[Result]] = deque()
    started, stream = 0, iter(items)
    try:
        while True:
            for item in stream:
                waiting.append(SimpleQueue())
                work.put((item, waiting[-1]))
                if started < threads:
                    Thread(target=_serve, args=(function, work), daemon=True).start()
                    started += 1
                if len(waiting) >= 2 * threads:
                    break
            if not waiting:
                return
            yield _opened(waiting.popleft(), stop)
    finally:
        for _ in range(started):
            work.put(None)


def _serve(function: Callable[[Given], Result], work: "SimpleQueue[tuple[Given, Box[Result]] | None]") -> None:
    while (one := work.get()) is not None:
        item, box = one
        try:
            box.put((function(item), None))
        except BaseException as error:  # raised again where the result is taken
            box.put((None, error))


def _opened(box: "Box[Result]", stop: Event) -> Result:
    while True:
        try:
            result, error = box.get(timeout=0.2)
        except Empty:
            if stop.is_set():
                raise Stopped from None
            continue
        if error is not None:
            raise error
        return result  # type: ignore[return-value]  # a call without error has its result
