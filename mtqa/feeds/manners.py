"""Politeness: one request at a time to a host, a pause between two, and quiet while a host asks for it."""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

from mtqa.feeds.failure import FetchError, Stopped

PATIENCE = 60.0  # seconds that a run waits because a host asks for it; beyond that, a later run asks again


class Manners:
    """Turns at hosts, shared by the threads of a run. `delay`: seconds between the end of a request and the next one."""

    def __init__(self, delay: float, stop: Event) -> None:
        self._delay, self._stop = delay, stop
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._free_at: defaultdict[str, float] = defaultdict(float)
        self._guard = Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the host to be free, and hold it; raises Stopped where the run ends meanwhile."""
        with self._guard:
            lock = self._turns[host]
        while not lock.acquire(timeout=0.2):
            self.refuse_to_go_on()
        try:
            wait = self._free_at[host] - time.monotonic()
            if wait > PATIENCE:
                raise FetchError(
                    f"was not asked: {host} wants no request for {wait:.0f} s", is_temporary=True, wait=wait
                )
            self.pause(wait)
            yield
        finally:
            self._free_at[host] = max(self._free_at[host], time.monotonic() + self._delay)
            lock.release()

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host in peace for so long."""
        self._free_at[host] = max(self._free_at[host], time.monotonic() + seconds)

    def pause(self, seconds: float) -> None:
        """Wait; raises Stopped as soon as the run ends."""
        if seconds > 0:
            self._stop.wait(seconds)
        self.refuse_to_go_on()

    def refuse_to_go_on(self) -> None:
        """Raise Stopped where the run ends."""
        if self._stop.is_set():
            raise Stopped
