"""Which addresses are fetched, and which are nobody's business."""

import pytest

from mtqa.feeds.address import is_address, parse, redirected, refusal, shown
from mtqa.feeds.failure import FetchError, Refused
from mtqa.feeds.resolve import refuse_private, resolve

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001:81b::200e"]
NOT_PUBLIC = [
    ("127.0.0.1", "a loopback address"),
    ("127.255.255.254", "a loopback address"),
    ("::1", "a loopback address"),
    ("0.0.0.0", "an unspecified address"),
    ("::", "an unspecified address"),
    ("10.0.0.1", "a private address"),
    ("172.16.0.1", "a private address"),
    ("192.168.1.1", "a private address"),
    ("198.18.0.1", "a private address"),
    ("fd00:ec2::254", "a private address"),
    ("169.254.169.254", "a link-local address"),  # where clouds keep their secrets
    ("fe80::1%eth0", "a link-local address"),
    ("224.0.0.1", "a multicast address"),
    ("ff02::1", "a multicast address"),
    ("100.100.100.200", "a reserved address"),
    ("192.0.0.192", "a reserved address"),
    ("240.0.0.1", "a private address"),
    ("255.255.255.255", "a private address"),
    ("::ffff:127.0.0.1", "a loopback address"),
    ("::ffff:10.1.2.3", "a private address"),
    ("::ffff:169.254.169.254", "a link-local address"),
    ("::127.0.0.1", "a loopback address"),
    ("2002:7f00:1::", "a loopback address"),  # 6to4
    ("2002:a00:1::1", "a private address"),
    ("64:ff9b::7f00:1", "a loopback address"),  # NAT64
    ("64:ff9b::a9fe:a9fe", "a link-local address"),
    ("64:ff9b:1::1", "a reserved address"),
    ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "a private address"),  # Teredo
    ("fec0::1", "a reserved address"),
    ("2001:db8::1", "a private address"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_passes(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(("address", "kind"), NOT_PUBLIC)
def test_what_is_not_public_is_refused_by_its_kind(address: str, kind: str) -> None:
    assert refusal(address) == kind


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "localhost", "017700000001"])
def test_a_loopback_address_by_any_other_name_is_refused(host: str) -> None:
    with pytest.raises(Refused, match="a loopback address: refused; --allow-private lets it pass"):
        resolve(host, 80, 5)
    assert "127.0.0.1" in resolve(host, 80, 5, allow_private=True)


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    refuse_private("example.org", PUBLIC)
    with pytest.raises(Refused, match=r"leads to 10\.0\.0\.1, a private address"):
        refuse_private("example.org", [*PUBLIC, "10.0.0.1"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ftp://example.org/feed", "is of the scheme ftp: only http and https"),
        ("file:///etc/passwd", "is of the scheme file: only http and https"),
        ("javascript:alert(1)", "is of the scheme javascript"),
        ("http://", "is no address"),
        ("http:///feed", "is no address"),
        ("http://exa mple.org/", "is no address"),
        ("http://example.org/\r\nHost: other", "is no address"),
        ("http://example.org:99999/", "is no address"),
        ("http://example.org:0/", "is no address"),
        ("http://[::1/", "is no address"),
    ],
)
def test_what_is_no_address_is_told(text: str, told: str) -> None:
    with pytest.raises(FetchError, match=told):
        parse(text)


def test_an_address_loses_its_fragment_and_hides_its_credentials() -> None:
    address = parse("HTTPS://me:s%65cret@Example.org:443/feed?a=b#top")
    assert (address.url, address.port, address.login) == ("https://example.org/feed?a=b", 443, ("me", "secret"))
    assert shown("https://me:secret@example.org/feed?a=b@c") == "https://example.org/feed?a=b@c"


def test_credentials_follow_a_redirect_to_the_same_origin_alone() -> None:
    address = parse("https://me:secret@example.org/feed")
    assert redirected(address, "/other").login == ("me", "secret")
    for elsewhere in ("http://example.org/feed", "https://example.net/feed", "https://example.org:8443/", "//x.org/"):
        assert redirected(address, elsewhere).login is None
    assert redirected(address, "https://thief:x@example.net/").login is None


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1:6379/_x", "http://[x"]
)
def test_a_redirect_leaves_http_never(location: str) -> None:
    with pytest.raises(FetchError, match="redirects to"):
        redirected(parse("https://example.org/"), location)


@pytest.mark.parametrize("path", ["feed.xml", "C:\\news\\feed.xml", "a:b.txt", "-", "content/fr"])
def test_a_path_is_no_address(path: str) -> None:
    assert not is_address(path)


@pytest.mark.parametrize("path", ["https://example.org", "HTTP://x", "file:///x", "gopher://x", "http:x"])
def test_an_address_is_one(path: str) -> None:
    assert is_address(path)
