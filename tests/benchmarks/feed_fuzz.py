"""Hostile answers, each from a number: broken feeds, pages, JSON and HTTP. Some are mutations, some are attacks by name."""

import gzip
import json
import socket
import time
import zlib
from collections.abc import Callable
from random import Random

from tests.feed_server import Question, answer, rss

TEXTS = [("a", "Le ministre est parti pour Moskau mardi soir."), ("b", "La mairie a publié un rapport, dit-on.")]
PAGE = f"<!doctype html><html lang=fr><body><article><h1>Un titre</h1><p>{TEXTS[0][1]}</p></article></body></html>"
ITEMS = [{"id": name, "content_html": f"<p>{text}</p>", "url": "/x"} for name, text in TEXTS]
JSON_FEED = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": ITEMS})
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><id>a</id>'
    f'<title>Un titre</title><content type="html">&lt;p&gt;{TEXTS[0][1]}&lt;/p&gt;</content></entry></feed>'
)
ODD = [
    b"\x00",
    b"<",
    b"]]>",
    b"<![CDATA[",
    b"&#xD800;",
    b"&#99999999999;",
    b"<!--",
    b"\xff\xfe",
    b'"',
    b"\\u",
    b"}",
    b"&amp;" * 99,
]
HEAD = '<rss version="2.0"><channel><item><guid>a</guid><description>'
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
NAMED: dict[str, list[Callable[[], bytes]]] = {
    "xml": [
        lambda: (
            f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>{HEAD}&l9;</description></item></rss>'.encode()
        ),
        lambda: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item><title>&e;</title></item></rss>',
        lambda: (HEAD + "<b>" * 60_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "&lt;div&gt;" * 40_000 + "</description></item></channel></rss>").encode(),
        lambda: b"<rss>" + b"<item/>" * 60_000,
        lambda: b"<rss>" + b"<item>" * 60_000,
        lambda: b"<rss><item " + b'a="b" ' * 60_000 + b"></item></rss>",
        lambda: (HEAD + "mot " * 300_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "a" * 1_000_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "((((" * 100_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "» « " * 60_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "dans dans " * 20_000 + "</description></item></channel></rss>").encode(),
        lambda: (HEAD + "<![CDATA[" * 40_000).encode(),
        lambda: rss([("g" * 400_000, TEXTS[0][1])]).encode("utf-16"),
        lambda: rss([(f"{n}", "x") for n in range(4_000)]).encode(),
    ],
    "html": [
        lambda: ("<html><body>" + "<div>" * 60_000 + TEXTS[0][1]).encode(),
        lambda: ("<html><body>" + "<a href=x>lien</a> " * 40_000).encode(),
        lambda: ("<html><body><table>" + "<tr><td>x" * 40_000).encode(),
        lambda: ("<html><body><p " + "class=" * 100_000 + ">").encode(),
        lambda: ("<html><body>" + "<!-- " * 100_000).encode(),
        lambda: ("<html><body>" + "&" * 600_000).encode(),
        lambda: b"<html><body>" + b"<p>" + "É".encode() * 400_000,
        lambda: ("<html><head>" + '<script type="application/ld+json">{"a":[' * 20_000).encode(),
    ],
    "json": [
        lambda: (JSON_FEED[:-2] + "," + "[" * 100_000).encode(),
        lambda: (JSON_FEED[:-2] + ', {"id": ' + "9" * 20_000 + ', "content_text": "x"}]}').encode(),
        lambda: (JSON_FEED[:-2] + "," + '{"a":' * 60_000).encode(),
        lambda: (JSON_FEED[:-2] + ', {"content_text": "' + "\\ud800" * 100_000 + '"}]}').encode(),
        lambda: (JSON_FEED[:-2] + ', {"content_text": "' + "\\" * 2_000_001).encode(),
        lambda: (JSON_FEED[:-2] + "," + ", ".join(["{}"] * 40_000) + "]}").encode(),
        lambda: (JSON_FEED[:-2] + ', {"id": null, "title": NaN, "url": [], "content_html": {}}]}').encode(),
    ],
}
SEEDS = {"xml": [rss(TEXTS).encode(), ATOM.encode()], "html": [PAGE.encode()], "json": [JSON_FEED.encode()]}
TYPES = {"xml": "application/rss+xml", "html": "text/html", "json": "application/feed+json"}


def mutated(data: bytes, chance: Random) -> bytes:
    """A few cuts, repeats, flips and odd bytes; mostly after the beginning, by which a format is told."""
    start = chance.choice((0, 60, 120, 180))
    head, data = data[:start], data[start:]
    for _ in range(chance.randint(1, 12)):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at] + data[end:]
        elif kind == 1:
            data = data[:at] + data[at:end] * chance.choice((2, 3, 50)) + data[end:]
        elif kind == 2 and data:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif kind == 3:
            data = data[:at] + chance.choice(ODD) + data[at:]
        else:
            data = data[:at] + data[end:] + data[at:end]
        data = data[:2_000_000]
    return head + data


def bomb(megabytes: int) -> bytes:
    """gzip that unpacks to so much."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()


def wire(chance: Random, stream: socket.socket) -> None:
    """An answer that is wrong as HTTP."""
    body = rss(TEXTS).encode()
    kind = chance.randrange(14)
    whole = answer(body, Content_Type="application/rss+xml")
    if kind < 4:
        stream.sendall(mutated(whole, chance))
    elif kind == 4:
        stream.sendall(answer(bomb(600), Content_Encoding="gzip"))
    elif kind == 5:
        stream.sendall(answer(gzip.compress(bomb(600)), Content_Encoding="gzip, gzip"))
    elif kind == 6:
        stream.sendall(answer(gzip.compress(mutated(body, chance))[: chance.randint(1, 400)], Content_Encoding="gzip"))
    elif kind == 7:
        stream.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200_000)
    elif kind == 8:
        stream.sendall(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + mutated(b"4\r\n<rss\r\n" * 99, chance)
        )
    elif kind == 9:
        stream.sendall(answer(status="302 Found", Location=mutated(b"/case/http", chance).decode("latin-1")))
    elif kind == 10:
        drip(stream, b"HTTP/1.1 200 OK\r\nX-Slow: ")
    elif kind == 11:
        drip(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<rss>")
    elif kind == 12:
        flood(stream, b"HTTP/1.1 200 OK\r\n\r\n<rss><item>", b"<p>" * 20_000)
    else:
        stream.sendall(answer(body, ETag=mutated(b'"etag"', chance).decode("latin-1"), Retry_After="9" * 99))


def drip(stream: socket.socket, head: bytes) -> None:
    """A byte now and then."""
    stream.sendall(head)
    for _ in range(600):
        time.sleep(0.1)
        stream.sendall(b"x")


def flood(stream: socket.socket, head: bytes, more: bytes) -> None:
    """Bytes without end."""
    stream.sendall(head)
    while True:
        stream.sendall(more)


def hostile(question: Question, stream: socket.socket) -> None:
    """The answer to /KIND/NUMBER."""
    kind, _, number = question.path[1:].partition("/")
    if kind not in (*NAMED, "http") or not number.isdigit():
        stream.sendall(answer(status="404 Not Found"))  # where a broken redirect leads
        return
    chance, index = Random(question.path), int(number)
    if kind == "http":
        wire(chance, stream)
        return
    named = NAMED[kind]
    body = named[index]() if index < len(named) else mutated(chance.choice(SEEDS[kind]), chance)
    stream.sendall(answer(body, Content_Type=f"{TYPES[kind]}{chance.choice(('', '; charset=utf-7', '; charset=x'))}"))
