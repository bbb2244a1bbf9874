"""An HTTP server on loopback that does what a test tells it to, however wrong, and remembers what it was asked."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from xml.sax.saxutils import escape

Script = Callable[["Question", socket.socket], None]


@dataclass(frozen=True)
class Question:
    """What was asked: the path with its query, and the headers with names in lower case."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Server:
    """Scripts by path; a path without one is not there."""

    port: int
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    fallback: Script | None = None

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [question.path for question in self.asked]

    def says(self, path: str, *answers: bytes) -> str:
        """The answers to one question after the other, the last one for good."""
        left = list(answers)

        def script(_: Question, stream: socket.socket) -> None:
            stream.sendall(left.pop(0) if len(left) > 1 else left[0])

        self.scripts[path] = script
        return self.url(path)

    def does(self, path: str, script: Script) -> str:
        self.scripts[path] = script
        return self.url(path)


def answer(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; header names with underscores for hyphens, an empty value leaves one out."""
    data = body.encode() if isinstance(body, str) else body
    told = {"Content_Length": str(len(data)), "Connection": "close", **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in told.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + data


def rss(items: Sequence[tuple[str, str]], lang: str = "fr", more: str = "") -> str:
    """A feed of ids and texts; each item links to /page/ID."""
    rows = "\n".join(
        f"<item><guid>{escape(name)}</guid><link>/page/{escape(name)}</link>"
        f"<description>{escape(f'<p>{text}</p>')}</description></item>"
        for name, text in items
    )
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><language>{lang}</language>{more}\n{rows}\n</channel></rss>'


def conditional(body: str, etag: str = '"one"') -> Script:
    """A script that knows If-None-Match and If-Modified-Since."""
    modified = formatdate(1_700_000_000, usegmt=True)

    def script(question: Question, stream: socket.socket) -> None:
        if question.headers.get("if-none-match") == etag and question.headers.get("if-modified-since") == modified:
            stream.sendall(answer(status="304 Not Modified", ETag=etag))
        else:
            stream.sendall(answer(body, ETag=etag, Last_Modified=modified))

    return script


@contextmanager
def serving() -> Iterator[Server]:
    """A server for as long as the context lasts."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1])
    threads: list[threading.Thread] = []

    def accept() -> None:
        with suppress(OSError):
            while True:
                stream, _ = listener.accept()
                threads.append(threading.Thread(target=_serve, args=(server, stream), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in [accepting, *threads]:
            thread.join(2)


def _serve(server: Server, stream: socket.socket) -> None:
    with stream, suppress(OSError):
        stream.settimeout(10)
        head = b""
        while b"\r\n\r\n" not in head:
            data = stream.recv(65_536)
            if not data:
                return
            head += data
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        pairs = (line.partition(":") for line in lines)
        question = Question(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in pairs})
        server.asked.append(question)
        script = server.scripts.get(question.path) or server.fallback
        if script:
            script(question, stream)
        else:
            stream.sendall(answer("not there", "404 Not Found"))
