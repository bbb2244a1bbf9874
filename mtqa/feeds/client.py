"""One question to one host: httpx, without redirects, retries, cookies kept or proxies; those are decided elsewhere."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.request import getproxies

import httpcore
import httpx

from mtqa import __version__
from mtqa.feeds.address import Address
from mtqa.feeds.body import unpacked
from mtqa.feeds.failure import FetchError
from mtqa.feeds.fetch import Limits, Validators
from mtqa.feeds.retry import retry_after
from mtqa.feeds.transport import Clock, Guard, Transport

REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {"User-Agent": f"mtqa/{__version__}", "Accept-Encoding": "gzip, deflate"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, its body not yet read."""

    status: int
    location: str | None
    is_unchanged: bool
    wait: float | None
    media_type: str | None
    charset: str | None
    validators: Validators
    body: Iterator[bytes]


class Client:
    """Asks servers. The environment's proxies are not used: one of them would connect, to an address that nobody checked."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._clock = limits, Clock()
        self._transport = Transport(Guard(self._clock, limits.allow_private))

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """Give what happens here so many seconds in all."""
        return self._clock.within(seconds)

    @contextmanager
    def asked(self, place: Address, validators: Validators, accept: str) -> Iterator[Answer]:
        """The answer to a GET, for as long as the context lasts; what goes wrong, reading the body too, is a FetchError."""
        limits = self._limits
        timeout = httpx.Timeout(limits.read, connect=limits.connect, pool=limits.overall)
        with told(), httpx.Client(transport=self._transport, trust_env=False, timeout=timeout) as client:
            request = client.build_request("GET", place.url, headers=headers(validators, accept))
            answer = client.send(request, auth=place.login, stream=True)
            try:
                yield read(answer, validators, limits)
            finally:
                answer.close()

    def close(self) -> None:
        """Close every connection."""
        self._transport.shut()


def headers(validators: Validators, accept: str) -> dict[str, str]:
    """The headers of a question, conditional where validators are known."""
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.modified}
    return {**HEADERS, "Accept": accept, **{name: value for name, value in asked.items() if value}}


def read(answer: httpx.Response, validators: Validators, limits: Limits) -> Answer:
    """The headers of an answer as values."""
    told = answer.headers
    kind = Message()
    kind["Content-Type"] = told.get("content-type", "")[:200]
    body = unpacked(answer.iter_raw(), told.get("content-encoding", ""), limits.packed_bytes, limits.unpacked_bytes)
    return Answer(
        answer.status_code,
        told.get("location") if answer.status_code in REDIRECTS else None,
        answer.status_code == 304 and validators != Validators(),
        retry_after(told.get("retry-after"), time.time()),
        kind.get_content_type() if "content-type" in told else None,
        kind.get_content_charset(),
        Validators(usable(told.get("etag")), usable(told.get("last-modified"))),
        body,
    )


def usable(value: str | None) -> str | None:
    """A header's value if it can be sent back as it came."""
    return value if value and len(value) < 1000 and value.isascii() and value.isprintable() else None


def without_proxy() -> str:
    """A hint where the environment names a proxy, which may be the only way out."""
    return " (the environment's proxy is not used: it would connect where nobody checked)" if getproxies() else ""


@contextmanager
def told() -> Iterator[None]:
    """Turn what the network and the protocol do wrong into a FetchError; all of it may pass, but for a bad address."""
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise FetchError("does not answer: the connection took too long", is_temporary=True) from error
    except httpcore.TimeoutException as error:
        raise FetchError("is too slow: the time for it ran out (--timeout)", is_temporary=True) from error
    except httpcore.ConnectError as error:
        raise FetchError(
            f"cannot be reached: {str(error) or 'no connection'}{without_proxy()}", is_temporary=True
        ) from error
    except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        raise FetchError(f"was cut off, or is no HTTP: {error}", is_temporary=True) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, httpcore.LocalProtocolError, UnicodeError) as error:
        raise FetchError(f"is no address: {error}") from error
