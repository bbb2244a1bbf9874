"""Fetching an address: what is asked, how often, and what comes of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from threading import Event
from typing import TYPE_CHECKING, BinaryIO, cast

from mtqa.feeds.address import Address, parse, redirected, refusal
from mtqa.feeds.failure import FetchError, Refused
from mtqa.feeds.manners import PATIENCE, Manners
from mtqa.feeds.retry import pauses

if TYPE_CHECKING:
    from mtqa.feeds.client import Client

IN_MEMORY = 4 * 1024 * 1024  # bytes of a body; more goes to a temporary file


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take: seconds, tries after the first, bytes as sent and unpacked, redirects, a pause per host."""

    connect: float = 10.0
    read: float = 20.0
    overall: float = 60.0
    retries: int = 2
    back_off: float = 1.0
    delay: float = 0.5
    packed_bytes: int = 64 * 1024 * 1024
    unpacked_bytes: int = 256 * 1024 * 1024
    redirects: int = 10
    seed: int = 1
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with the last answer, to be shown to it with the next question."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer with something to read. `url` is where it came from in the end; `digest` is the SHA-256 of `stream`.

    `moved_to` is a new address for good (301, 308), None where the old one holds.
    """

    url: str
    stream: BinaryIO
    digest: bytes
    media_type: str | None = None
    charset: str | None = None
    validators: Validators = Validators()
    moved_to: str | None = None


class Fetcher:
    """Fetches addresses, from any number of threads; one request at a time to a host. `stop` ends it early."""

    def __init__(self, limits: Limits = Limits(), stop: Event | None = None) -> None:
        self.limits = limits
        self.stop = stop or Event()
        self._manners = Manners(limits.delay, self.stop)
        self._client: Client | None = None

    def get(self, text: str, validators: Validators = Validators(), accept: str = "*/*") -> Fetched | None:
        """What stands at an address, None where it is as it was when the validators were given.

        Raises FetchError, in words that go on from the address, and Stopped.
        """
        address = parse(text)
        waits = pauses(f"{self.limits.seed}:{address.url}", self.limits.back_off, self.limits.retries)
        while True:
            try:
                return self._try(address, validators, accept)
            except FetchError as error:
                pause = next(waits, None)
                if not error.is_temporary or pause is None or (error.wait or 0) > PATIENCE:
                    raise
                self._manners.pause(max(pause, error.wait or 0))

    def close(self) -> None:
        """Close every connection."""
        if self._client:
            self._client.close()

    def _try(self, address: Address, validators: Validators, accept: str) -> Fetched | None:
        """One try, through all redirects."""
        client, place, is_for_good = self.client(), address, True
        with client.within(self.limits.overall):
            for _ in range(self.limits.redirects + 1):
                self._refuse_literal(place)
                with self._manners.turn(place.host), client.asked(place, validators, accept) as answer:
                    if answer.location is not None:
                        target = redirected(place, answer.location)
                    elif answer.is_unchanged:
                        return None
                    else:
                        self._refuse_failure(place, answer.status, answer.wait)
                        moved = place.url if is_for_good and place.url != address.url else None
                        stream, digest = self._kept(answer.body)
                        return Fetched(
                            place.url, stream, digest, answer.media_type, answer.charset, answer.validators, moved
                        )
                is_for_good = is_for_good and answer.status in (301, 308)
                place = target
        raise FetchError(f"redirects more than {self.limits.redirects} times, at last to {place.url}")

    def client(self) -> "Client":
        """The HTTP client, made where the first address is asked for."""
        if self._client is None:
            from mtqa.feeds.client import Client

            self._client = Client(self.limits)
        return self._client

    def _refuse_literal(self, place: Address) -> None:
        """An IP address in the address itself is looked at before anything else is done with it."""
        with suppress(ValueError):
            if not self.limits.allow_private and (kind := refusal(place.host)):
                raise Refused(f"leads to {place.host}, {kind}: refused; --allow-private lets it pass")

    def _refuse_failure(self, place: Address, status: int, wait: float | None) -> None:
        if status in (429, 503) and wait:
            self._manners.hold(place.host, min(wait, 24 * 3600.0))
        if failure := failed(status, wait):
            raise failure

    def _kept(self, body: Iterator[bytes]) -> tuple[BinaryIO, bytes]:
        """The body, whole, in memory or in a temporary file, with its digest."""
        file = SpooledTemporaryFile(max_size=IN_MEMORY, prefix="mtqa-")  # noqa: SIM115  lives as long as what is read from it
        summed = sha256()
        try:
            for piece in body:
                self._manners.refuse_to_go_on()
                summed.update(piece)
                file.write(piece)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return cast(BinaryIO, file), summed.digest()


MEANINGS = {
    400: "calls it a bad request",
    401: "wants a user name and password: give https://USER:PASSWORD@host/path",
    403: "forbids it",
    404: "has nothing there",
    410: "says that it is gone for good",
    429: "says that this is too many requests",
    451: "may not show it for legal reasons",
    503: "is not available now",
}
TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})


def failed(status: int, wait: float | None = None) -> FetchError | None:
    """What a status other than success says to the user; None for 200 and 203."""
    if status in (200, 203):
        return None
    asked = f"; it asks to come back in {wait:.0f} s" if wait else ""
    told = MEANINGS.get(status, "fails" if status >= 500 else "sends nothing to read")
    return FetchError(f"the server {told} (HTTP {status}){asked}", is_temporary=status in TEMPORARY, wait=wait)
