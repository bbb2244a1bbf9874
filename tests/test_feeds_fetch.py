"""Fetching from a real server that misbehaves on purpose."""

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from itertools import pairwise
from threading import Event, Timer

import pytest

from mtqa.feeds.body import unpacked
from mtqa.feeds.failure import FetchError, Refused, Stopped
from mtqa.feeds.fetch import Fetched, Fetcher, Limits, Validators
from mtqa.feeds.retry import pauses, retry_after
from tests.feed_server import Question, Server, answer, conditional, serving

QUICK = Limits(connect=5, read=10, overall=20, retries=0, back_off=0.01, delay=0, allow_private=True)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    one = Fetcher(QUICK)
    yield one
    one.close()


def text(fetched: Fetched | None) -> str:
    assert fetched is not None
    with fetched.stream:
        return fetched.stream.read().decode()


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def dripping(pause: float, head: bytes = b"") -> object:
    """A byte at a time, for ever."""

    def script(_: Question, stream: socket.socket) -> None:
        stream.sendall(head)
        for _ in range(100):
            stream.sendall(b"x")
            time.sleep(pause)

    return script


BODY = "<rss><channel><item><title>Un</title></item></channel></rss>"
PACKED = {
    "gzip": gzip.compress(BODY.encode()),
    "x-gzip": gzip.compress(BODY[:20].encode()) + gzip.compress(BODY[20:].encode()),
    "deflate": zlib.compress(BODY.encode()),
    "DEFLATE": zlib.compressobj(wbits=-15).compress(b"") + zlib.compress(BODY.encode(), wbits=-15),
    "gzip, identity": gzip.compress(BODY.encode()) + b"trailing garbage",
    "deflate, gzip": gzip.compress(zlib.compress(BODY.encode())),
}


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("step", [1, 2, 7, 10_000])
def test_packed_bodies_are_unpacked_however_they_are_cut(coding: str, step: int) -> None:
    data = PACKED[coding]
    chunks = (data[start : start + step] for start in range(0, len(data), step))
    assert b"".join(unpacked(chunks, coding, 10_000, 10_000)).decode() == BODY


@pytest.mark.parametrize(
    ("data", "coding", "told"),
    [
        (bomb(4), "gzip", "is larger than 1 MB unpacked"),
        (gzip.compress(bomb(4)), "gzip, gzip", "is larger than 1 MB unpacked"),
        (bytes(3 << 20), "", "is larger than 2 MB as sent"),
        (gzip.compress(b"x" * 10_000)[:-9], "gzip", "was cut off: the packed data ends too early"),
        (b"no gzip at all", "gzip", "is no valid gzip or deflate"),
        (b"x", "br", "is packed as 'br', but gzip, deflate or nothing was asked for"),
        (b"x", "gzip,gzip,gzip", "is packed 3 times over"),
    ],
    ids=["bomb", "bomb in a bomb", "large as sent", "cut off", "no gzip", "brotli", "packed thrice"],
)
def test_bombs_and_broken_packing_are_refused(data: bytes, coding: str, told: str) -> None:
    with pytest.raises(FetchError, match=told):
        list(unpacked([data], coding, 2 << 20, 1 << 20))


def test_a_bomb_is_unpacked_in_small_pieces() -> None:
    assert max(map(len, unpacked([bomb(4)], "gzip", 1 << 20, 16 << 20))) <= 65_536


def test_a_feed_comes_with_what_makes_the_next_question_conditional(server: Server, fetcher: Fetcher) -> None:
    url = server.does("/conditional", conditional(BODY))
    first = fetcher.get(url)
    assert text(first) == BODY
    assert first is not None
    assert first.validators == Validators('"one"', formatdate(1_700_000_000, usegmt=True))
    assert fetcher.get(url, first.validators) is None


def test_a_304_that_nothing_asked_for_is_an_error(server: Server, fetcher: Fetcher) -> None:
    url = server.says("/304", answer(status="304 Not Modified"))
    with pytest.raises(FetchError, match=r"sends nothing to read \(HTTP 304\)"):
        fetcher.get(url)


def test_validators_that_no_header_can_hold_are_not_sent_back(server: Server, fetcher: Fetcher) -> None:
    url = server.says("/etag", answer(BODY, ETag="x" * 2000, Last_Modified="gestern nacht um elf, é"))
    fetched = fetcher.get(url)
    text(fetched)
    assert fetched is not None
    assert fetched.validators == Validators()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip"])
def test_a_packed_feed_is_read(server: Server, fetcher: Fetcher, coding: str) -> None:
    url = server.says(f"/packed-{coding}", answer(PACKED[coding], Content_Encoding=coding))
    assert text(fetcher.get(url)) == BODY


def redirect(place: str, status: str = "302 Found") -> bytes:
    return answer(status=status, Location=place)


def test_redirects_are_followed_and_only_those_for_good_move_the_feed(server: Server, fetcher: Fetcher) -> None:
    server.says("/new", answer(BODY))
    good = fetcher.get(server.says("/good", redirect("/new", "301 Moved Permanently")))
    passing = fetcher.get(server.says("/passing", redirect("good")))
    assert text(good) == text(passing) == BODY
    assert good is not None
    assert passing is not None
    assert (good.url, good.moved_to) == (server.url("/new"), server.url("/new"))
    assert passing.moved_to is None


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (redirect("/loop"), "redirects more than 10 times"),
        (redirect("file:///etc/passwd"), "redirects to 'file:///etc/passwd', which is of the scheme file"),
        (redirect("http://[/"), "redirects to"),
        (answer(status="302 Found"), r"sends nothing to read \(HTTP 302\)"),
        (answer(status="404 Not Found"), r"has nothing there \(HTTP 404\)"),
        (answer(status="410 Gone"), "gone for good"),
        (answer(status="401 Unauthorized"), "wants a user name and password"),
        (answer(status="206 Partial Content"), r"sends nothing to read \(HTTP 206\)"),
        (answer(status="500 Internal Server Error"), r"fails \(HTTP 500\)"),
        (answer(BODY, Content_Length="9999"), "was cut off, or is no HTTP"),
        (answer(BODY, Content_Length="-1"), "was cut off, or is no HTTP"),
        (answer(BODY, Content_Length="12, 13"), "was cut off, or is no HTTP"),
        (answer(BODY, Content_Length="", Transfer_Encoding="chunked"), "was cut off, or is no HTTP"),
        (answer(BODY, Content_Encoding="br"), "is packed as 'br'"),
        (answer(bomb(4), Content_Encoding="gzip"), "is larger than 1 MB unpacked"),
        (answer(PACKED["gzip"][:-5], Content_Encoding="gzip"), "was cut off: the packed data ends too early"),
        (answer(BODY, X_Huge="x" * 500_000), "was cut off, or is no HTTP"),
        (b"", "was cut off, or is no HTTP"),
        (b"220 smtp.example.org ESMTP\r\n", "was cut off, or is no HTTP"),
        (b"\x16\x03\x01\x00\xee" + bytes(300), "was cut off, or is no HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", "was cut off, or is no HTTP"),
        (b"HTTP/1.1 99999 What\r\n\r\n", "was cut off, or is no HTTP"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_what_a_server_does_wrong_is_one_line(server: Server, first: bytes, told: str) -> None:
    fetcher = Fetcher(replace(QUICK, unpacked_bytes=1 << 20))
    with pytest.raises(FetchError, match=told):
        fetcher.get(server.says("/loop", first))
    fetcher.close()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (lambda _, stream: time.sleep(0.5), "is too slow"),
        (dripping(0.05, b"HTTP/1.1 200 OK\r\nX-Slow: "), "is too slow"),
        (dripping(0.05, b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), "is too slow"),
    ],
    ids=["silence", "head", "body"],
)
def test_a_slow_server_has_so_much_time_in_all(server: Server, script: object, told: str) -> None:
    fetcher = Fetcher(replace(QUICK, read=0.3, overall=0.5))
    with pytest.raises(FetchError, match=told) as caught:
        fetcher.get(server.does("/slow", script))  # type: ignore[arg-type]
    assert caught.value.is_temporary
    fetcher.close()


def test_a_port_where_nobody_listens_is_told(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached"):
        fetcher.get(f"http://127.0.0.1:{port}/")


def test_a_loopback_server_is_not_even_connected_to(server: Server) -> None:
    fetcher, before = Fetcher(replace(QUICK, allow_private=False)), len(server.asked)
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"):
        with pytest.raises(Refused, match="--allow-private"):
            fetcher.get(f"http://{host}:{server.port}/conditional")
    assert len(server.asked) == before
    fetcher.close()


def test_a_name_that_turns_private_after_the_check_gains_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: every connection goes to an address of the very look-up that was checked."""
    real, asked = socket.getaddrinfo, []

    def rebinding(host: str, *rest: object, **more: object) -> object:
        if host != "rebind.example":
            return real(host, *rest, **more)  # type: ignore[arg-type]
        asked.append(host)
        address = "192.0.2.1" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port))]

    monkeypatch.setattr("mtqa.feeds.address.refusal", lambda a: None if a == "192.0.2.1" else "a loopback address")
    monkeypatch.setattr("mtqa.feeds.resolve.refusal", lambda a: None if a == "192.0.2.1" else "a loopback address")
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    fetcher, before = Fetcher(replace(QUICK, connect=0.3, allow_private=False)), len(server.asked)
    with pytest.raises(FetchError, match=r"does not answer|cannot be reached"):
        fetcher.get(f"http://rebind.example:{server.port}/conditional")
    assert asked == ["rebind.example"]
    with pytest.raises(Refused, match=r"leads to 127\.0\.0\.1, a loopback address"):
        fetcher.get(f"http://rebind.example:{server.port}/conditional")
    assert len(server.asked) == before
    fetcher.close()


def test_what_may_pass_is_tried_again(server: Server) -> None:
    fetcher = Fetcher(replace(QUICK, retries=2))
    url = server.says("/flaky", answer(status="503 Busy"), answer(BODY, Content_Length="9999"), answer(BODY))
    assert text(fetcher.get(url)) == BODY
    assert server.paths().count("/flaky") == 3
    fetcher.close()


def test_what_will_not_pass_is_not_tried_again(server: Server) -> None:
    fetcher = Fetcher(replace(QUICK, retries=5))
    with pytest.raises(FetchError):
        fetcher.get(server.says("/gone", answer(status="404 Not Found")))
    assert server.paths().count("/gone") == 1
    fetcher.close()


def test_retry_after_is_waited_for(server: Server) -> None:
    fetcher = Fetcher(replace(QUICK, retries=1))
    url = server.says("/later", answer(status="429 Too Many Requests", Retry_After="1"), answer(BODY))
    began = time.monotonic()
    assert text(fetcher.get(url)) == BODY
    assert time.monotonic() - began >= 1
    fetcher.close()


def test_a_long_retry_after_is_left_to_a_later_run_for_the_whole_host(server: Server) -> None:
    fetcher = Fetcher(replace(QUICK, retries=3))
    url = server.says("/much-later", answer(status="429 Too Many Requests", Retry_After="3600"))
    with pytest.raises(FetchError, match="it asks to come back in 3600 s") as caught:
        fetcher.get(url)
    assert (caught.value.is_temporary, caught.value.wait) == (True, 3600)
    with pytest.raises(FetchError, match=r"was not asked: 127\.0\.0\.1 wants no request for 3\d\d\d s"):
        fetcher.get(server.url("/conditional"))
    fetcher.close()


def test_one_host_gets_one_request_at_a_time_and_a_pause(server: Server) -> None:
    from mtqa.feeds.ahead import ahead

    now: list[int] = []
    most: list[int] = []
    times: list[float] = []

    def script(_: Question, stream: socket.socket) -> None:
        now.append(1)
        most.append(len(now))
        times.append(time.monotonic())
        time.sleep(0.02)
        now.pop()
        stream.sendall(answer(BODY))

    url = server.does("/polite", script)
    fetcher = Fetcher(replace(QUICK, delay=0.05))
    assert [text(one) for one in ahead(fetcher.get, [url] * 6, Event())] == [BODY] * 6
    assert max(most) == 1
    assert min(after - before for before, after in pairwise(times)) >= 0.05
    fetcher.close()


def test_a_stop_ends_a_wait_at_once(server: Server) -> None:
    stop = Event()
    fetcher = Fetcher(replace(QUICK, retries=1, back_off=30), stop)
    timer = Timer(0.1, stop.set)
    timer.start()
    with pytest.raises(Stopped):
        fetcher.get(server.says("/busy", answer(status="503 Busy")))
    timer.join()
    fetcher.close()


def test_credentials_are_sent_and_never_along_a_redirect_elsewhere(server: Server, fetcher: Fetcher) -> None:
    server.says("/secret", redirect(f"http://localhost:{server.port}/open"))
    server.says("/open", answer(BODY))
    assert text(fetcher.get(server.url("/secret").replace("//", "//me:pass@"))) == BODY
    asked = {q.path: q.headers.get("authorization") for q in server.asked if q.path in ("/secret", "/open")}
    assert asked == {"/secret": "Basic bWU6cGFzcw==", "/open": None}


def test_the_environments_proxy_is_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("all_proxy", "http://127.0.0.1:9")
    fetcher = Fetcher(QUICK)
    assert text(fetcher.get(server.says("/direct", answer(BODY)))) == BODY
    with pytest.raises(FetchError, match="the environment's proxy is not used"):
        fetcher.get("http://127.0.0.1:9/")
    fetcher.close()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 5 ", 5.0),
        ("0", 0.0),
        (formatdate(1_000_060, usegmt=True), 60.0),
        (formatdate(999_000, usegmt=True), 0.0),
        ("-5", None),
        ("soon", None),
        ("1e9", None),
        ("9" * 400, None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, 1_000_000) == seconds


def test_pauses_double_with_jitter_that_the_seed_repeats() -> None:
    first = list(pauses("seed", 1.0, 4))
    assert first == list(pauses("seed", 1.0, 4)) != list(pauses("other", 1.0, 4))
    assert all(0.5 * 2**n <= pause <= 1.5 * 2**n for n, pause in enumerate(first))
