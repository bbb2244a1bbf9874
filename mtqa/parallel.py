"""Batches of documents checked in several processes, in order."""

from collections.abc import Iterable, Iterator

from mtqa.report import Review
from mtqa.review import Settings, review_batch
from mtqa.segment import Document


def in_processes(batches: Iterable[list[Document]], settings: Settings, jobs: int) -> Iterator[Review]:
    """Batches in flight are bounded, so that a feed of any length is never read ahead."""
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[Future[list[Review]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (settings,)) as pool:
        for batch in batches:
            waiting.append(pool.submit(_review_here, batch))
            if len(waiting) >= 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_in_force: list[Settings] = []  # in a worker process: sent once, as a glossary may hold 50,000 terms


def _begin(settings: Settings) -> None:
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)
    _in_force[:] = [settings]


def _review_here(documents: list[Document]) -> list[Review]:
    return list(review_batch(documents, _in_force[0]))
