"""The body of an answer: unpacked piece by piece, its size bounded before and after unpacking."""

import zlib
from collections.abc import Iterable, Iterator

from mtqa.feeds.failure import FetchError

PIECE = 65_536  # bytes unpacked at a time, however much a few packed ones stand for
_GZIP_OR_ZLIB, _RAW = 47, -15  # wbits: https://docs.python.org/3/library/zlib.html#zlib.decompressobj
_MAGIC = b"\x1f\x8b"


def unpacked(chunks: Iterable[bytes], codings: str, packed_bytes: int, unpacked_bytes: int) -> Iterator[bytes]:
    """The bytes of a body whose Content-Encoding is `codings`.

    Raises FetchError over either size, for a coding that was not asked for, and for data that is broken or cut off.
    """
    stream = bounded(chunks, packed_bytes, "as sent")
    names = [name for part in codings.lower().split(",") if (name := part.strip()) and name != "identity"]
    for name in reversed(names):
        if name not in ("gzip", "x-gzip", "deflate"):
            raise FetchError(f"is packed as {name[:20]!r}, but gzip, deflate or nothing was asked for")
    if len(names) > 2:
        raise FetchError(f"is packed {len(names)} times over: refused")
    for _ in names:
        stream = inflated(stream)
    return bounded(stream, unpacked_bytes, "unpacked") if names else stream


def bounded(chunks: Iterable[bytes], most: int, how: str) -> Iterator[bytes]:
    """The same bytes; raises FetchError where they are more than `most`."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise FetchError(f"is larger than {most / 1024 / 1024:g} MB {how}: --max-size sets another limit")
        yield chunk


def inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """gzip (of one or more members), zlib, or the bare deflate that some servers send, in pieces of 64 KB at most.

    What follows the last member is left out, as browsers do.
    """
    unpacker, held = None, b""
    for chunk in primed(chunks):
        data, held = held + chunk, b""
        while data:
            if unpacker is None:
                unpacker = zlib.decompressobj(_GZIP_OR_ZLIB if _has_header(data) else _RAW)
            elif unpacker.eof:
                if data == _MAGIC[:1]:
                    held = data  # the next chunk says whether another member begins
                    break
                if not data.startswith(_MAGIC):
                    return
                unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                yield unpacker.decompress(data, PIECE)
            except zlib.error as error:
                raise FetchError(f"is no valid gzip or deflate: {error}") from error
            data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if unpacker is not None and not unpacker.eof:
        yield unpacker.flush()
        if not unpacker.eof:
            raise FetchError("was cut off: the packed data ends too early", is_temporary=True)


def primed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, the first two of them in one chunk: they say what kind of packing it is."""
    stream, head = iter(chunks), b""
    while len(head) < 2 and (chunk := next(stream, None)) is not None:
        head += chunk
    yield head
    yield from stream


def _has_header(data: bytes) -> bool:
    """Whether it begins as gzip does, or as zlib (RFC 1950: CM 8, and the two bytes a multiple of 31)."""
    return data.startswith(_MAGIC) or (data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0)
