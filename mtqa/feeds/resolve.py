"""Names of hosts to IP addresses, each of them looked at before anything connects."""

import socket
from queue import Empty, SimpleQueue
from threading import Thread

from mtqa.feeds.address import refusal
from mtqa.feeds.failure import Refused

Found = list[str] | OSError | UnicodeError


def resolve(host: str, port: int, seconds: float | None, *, allow_private: bool = False) -> list[str]:
    """The IP addresses of a host, in the order to try them.

    Raises Refused where one of them is not public (unless `allow_private`), OSError where the name is not known, and
    TimeoutError where that takes more than `seconds`, which the system's own resolver does not bound.
    """
    box: SimpleQueue[Found] = SimpleQueue()
    Thread(target=lambda: box.put(_ask(host, port)), daemon=True).start()
    try:
        found = box.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"the name {host} was not resolved in time") from None
    if isinstance(found, UnicodeError):
        raise OSError(f"{host[:80]} is no host name")
    if isinstance(found, OSError):
        raise found
    if not allow_private:
        refuse_private(host, found)
    return found


def refuse_private(host: str, addresses: list[str]) -> None:
    """Raise Refused where an address is not public: one bad one among good ones is how a name is bent to a private network."""
    for address in addresses:
        if kind := refusal(address):
            named = "" if host == address else f"{address}, "
            raise Refused(f"leads to {named}{kind}: refused; --allow-private lets it pass")


def _ask(host: str, port: int) -> Found:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return error
    return list(dict.fromkeys(str(row[4][0]) for row in rows))
