"""Connections that go only where they may: to addresses that were looked at, and within the time that is left.

httpx leaves resolving names to the socket; here it is done first, every address is checked, and the socket connects to
that very address. A name that is bent to a private network between two look-ups (DNS rebinding) gains nothing.
"""

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpcore
import httpx

from mtqa.feeds.resolve import resolve

Socket_option = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Clock:
    """The time that is left to the request of the present thread."""

    def __init__(self) -> None:
        self._local = threading.local()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Give what happens here, in this thread, so many seconds in all."""
        self._local.end = time.monotonic() + seconds
        try:
            yield
        finally:
            del self._local.end

    def left(self, timeout: float | None, error: type[Exception]) -> float | None:
        """The timeout, or what is left where that is less; raises `error` where nothing is."""
        end = getattr(self._local, "end", None)
        if end is None:
            return timeout
        left: float = end - time.monotonic()
        if left <= 0:
            raise error("no time is left")
        return left if timeout is None else min(timeout, left)


class Guard(httpcore.NetworkBackend):
    """Opens connections to checked addresses, one after the other until one answers."""

    def __init__(self, clock: Clock, allow_private: bool) -> None:
        self._clock, self._allow_private = clock, allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Socket_option] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect; raises Refused where the host has an address that is not public."""
        left = self._clock.left(timeout, httpcore.ConnectTimeout)
        try:
            addresses = resolve(host, port, left, allow_private=self._allow_private)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known ({error.strerror or error})") from error
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        for address in addresses:
            left = self._clock.left(timeout, httpcore.ConnectTimeout)
            try:
                return Timed(self._plain.connect_tcp(address, port, left, local_address, socket_options), self._clock)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def sleep(self, seconds: float) -> None:
        """Wait, for httpcore's own retries, which are not used."""
        time.sleep(seconds)


class Timed(httpcore.NetworkStream):
    """A connection of which no single read or write, nor all of them together, outlast the time that is left."""

    def __init__(self, plain: httpcore.NetworkStream, clock: Clock) -> None:
        self._plain, self._clock = plain, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self._plain.read(max_bytes, self._clock.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._plain.write(buffer, self._clock.left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close it."""
        self._plain.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Speak TLS from here on: the certificate is checked against the name, not the address."""
        left = self._clock.left(timeout, httpcore.ConnectTimeout)
        return Timed(self._plain.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> object:
        """What httpcore asks of a connection."""
        return self._plain.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """httpx over a pool of guarded connections. Raises httpcore's errors."""

    def __init__(self, guard: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=guard, max_connections=32, keepalive_expiry=10.0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without body, and give the answer before its body is read."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=Body(answer), extensions=answer.extensions)

    def shut(self) -> None:
        """Close every connection; `close`, which each short-lived client calls, leaves them for the next one."""
        self._pool.close()


class Body(httpx.SyncByteStream):
    """The body of an answer as it arrives."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer.iter_stream())

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()
