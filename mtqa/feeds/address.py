"""Addresses of feeds and pages, and which of them are nobody's business: private networks, other schemes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from mtqa.feeds.failure import FetchError

PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?=//)|(?:https?|ftp|file|feed|data|gopher|javascript|mailto):", re.I)
_BLANK = re.compile(r"[\x00-\x20\x7f]")
# What Python's `is_global` lets pass and no feed stands on: https://www.iana.org/assignments/iana-ipv4-special-registry
_SPECIAL = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "2001::/23", "5f00::/16")))
_NAT64 = ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address without fragment and without credentials; `login` holds those, and is never shown."""

    url: str
    scheme: str
    host: str
    port: int
    login: tuple[str, str] | None = None

    @property
    def origin(self) -> tuple[str, str, int]:
        """Whom credentials may be shown to again."""
        return self.scheme, self.host, self.port


def is_address(path: str) -> bool:
    """Whether this is meant as an address and not as the path of a file."""
    return _SCHEME.match(path) is not None


def shown(path: str) -> str:
    """An address as it may stand in a message: without user name and password."""
    return re.sub(r"(?<=//)[^/?#\s]*@", "", path)


def parse(text: str) -> Address:
    """The address that a text is; raises FetchError where it is none, or not of http or https."""
    scheme = text.partition(":")[0].lower()
    if scheme not in PORTS:
        raise FetchError(f"is of the scheme {scheme}: only http and https addresses are fetched")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(f"is no address: {error}") from error
    if _BLANK.search(text) or not host or port == 0:
        raise FetchError("is no address: https://host/path was expected, without spaces")
    place = f"[{host}]" if ":" in host else host
    netloc = place if port in (None, PORTS[scheme]) else f"{place}:{port}"
    login = (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else None
    url = urlunsplit((scheme, netloc, parts.path or "/", parts.query, ""))
    return Address(url, scheme, host, port or PORTS[scheme], login)


def redirected(address: Address, location: str) -> Address:
    """Where a redirect leads; the credentials go along only to the same origin. Raises FetchError as `parse` does."""
    try:
        target = parse(urljoin(address.url, location.strip()))
    except FetchError as error:
        raise FetchError(f"redirects to {shown(location)[:200]!r}, which {error}") from error
    except ValueError as error:
        raise FetchError(f"redirects to {shown(location)[:200]!r}, which is no address") from error
    login = address.login if target.origin == address.origin else None
    return Address(target.url, target.scheme, target.host, target.port, login)


def refusal(address: str) -> str | None:
    """What kind of IP address this is where it is none of the public internet's, such as "a loopback address"; else None.

    IPv4 addresses inside IPv6 ones (mapped, 6to4, Teredo, NAT64) are looked at too. Raises ValueError for what is no IP address.
    """
    for one in _with_inner(ip_address(address.partition("%")[0])):
        if one.is_unspecified:
            return "an unspecified address"
        if one.is_loopback:
            return "a loopback address"
        if one.is_link_local:
            return "a link-local address"
        if one.is_multicast:
            return "a multicast address"
        if one.is_private:
            return "a private address"
        is_special = any(one.version == net.version and one in net for net in _SPECIAL)
        if not one.is_global or one.is_reserved or is_special or getattr(one, "is_site_local", False):
            return "a reserved address"
    return None


def _with_inner(ip: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The IPv4 addresses that an IPv6 address stands for, then itself unless it only stands for them."""
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            yield ip.ipv4_mapped
            return
        if ip.sixtofour is not None:
            yield ip.sixtofour
        if ip.teredo is not None:
            yield from ip.teredo
        if ip in _NAT64:
            yield IPv4Address(int(ip) & 0xFFFFFFFF)
            return
        if 1 < int(ip) < 1 << 32:
            yield IPv4Address(int(ip))
    yield ip
