"""Bytes into text: UTF-8, UTF-16 and UTF-32 by their marks, a declared encoding, else Windows-1252 (which holds Latin-1).

Line ends become line feeds, so that a column counts what an editor shows; a byte order mark is no part of the text.
"""

import codecs
import io
import re
from collections.abc import Iterable, Iterator

from mtqa.errors import InputError

HEAD_BYTES = 65_536
UTF8, WESTERN = "utf-8-sig", "cp1252"
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, UTF8),
)
_DECLARED = re.compile(
    rb"""\s*<(?:\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|(?s:.{0,4096}?)<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]+))""",
    re.I,
)
# https://encoding.spec.whatwg.org/#names-and-labels: what says Latin-1 is read as Windows-1252.
_SAYS_WESTERN = frozenset({"iso8859-1", "ascii", "latin-1"})
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"BZh", "compressed with bzip2"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "rich text (RTF)"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_FEW_CONTROLS = 4  # may be debris in a short text
_MANY_CONTROLS = 0.02  # a share of bytes; text has none, a random byte is a control character with 0.11
_MOSTLY_FOREIGN = 0.4  # of the letters; Western languages stay under 0.2, Cyrillic or Shift-JIS read as cp1252 over 0.6


def encoding(head: bytes) -> str:
    """The codec that the first bytes ask for: by mark, by the zeros of UTF-16, or as XML or HTML declare; else UTF-8.

    Valid UTF-8 that goes beyond ASCII is UTF-8 whatever it declares.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name
    if wide := _unmarked_utf16(head):
        return wide
    declared = _DECLARED.match(head)
    if not declared or (not head.isascii() and _is_utf8(head)):
        return UTF8
    codec = _codec((declared[1] or declared[2]).decode("ascii"))
    return UTF8 if codec is None or codec.startswith("utf") else codec


def refuse_binary(head: bytes) -> None:
    """Raise InputError where the first bytes are not text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"is {name}, not text: unpack or export it as text first")
    if encoding(head) != UTF8 or not head:
        return
    controls = len(head) - len(head.translate(None, _CONTROL))
    if b"\x00" in head[:8192] or controls > max(_FEW_CONTROLS, _MANY_CONTROLS * len(head)):
        raise InputError("is binary, not text: text, Markdown, HTML, JSONL, CSV or a feed was expected")


def decode(data: bytes) -> tuple[str, int | None]:
    """The text of a whole document, and the line of the first byte that its encoding does not know (read as best can be).

    A document that is Windows-1252 throughout has no such line.
    """
    name = encoding(data[:HEAD_BYTES])
    try:
        return _lines_fed(data.decode(name)), None
    except UnicodeDecodeError as error:
        odd_line = data.count(b"\n", 0, error.start) + 1
    if name != UTF8:
        return _lines_fed(data.decode(name, "replace")), odd_line
    text = _lines_fed(data.decode(UTF8, western_errors()))
    has_utf8 = not data.decode("utf-8", "ignore").isascii()
    return text, odd_line if has_utf8 or "\N{REPLACEMENT CHARACTER}" in text else None


def decode_line(data: bytes) -> str:
    """One line of a UTF-8 file; bytes that are not UTF-8 are read as Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", western_errors())


def decoded(chunks: Iterable[bytes], name: str) -> Iterator[str]:
    """The text of a stream, chunk by chunk. Bytes that are not UTF-8 are read as Windows-1252, one by one."""
    errors = western_errors() if name == UTF8 else "replace"
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(name)(errors), translate=True)
    for chunk in chunks:
        if text := decoder.decode(chunk):
            yield text
    if text := decoder.decode(b"", final=True):
        yield text


def western_errors() -> str:
    """The name of the error handler that reads bytes that are not UTF-8 as Windows-1252."""
    codecs.register_error("mtqa.western", _western)
    return "mtqa.western"


def refuse_foreign(head: bytes) -> None:
    """Raise InputError where the first bytes, neither UTF-8 nor declared, are no Windows-1252: most letters are accented."""
    if encoding(head) != UTF8 or _is_utf8(head):
        return
    letters = [character for character in head.decode(UTF8, western_errors()) if character.isalpha()]
    if sum(not character.isascii() for character in letters) > _MOSTLY_FOREIGN * len(letters):
        raise InputError("is neither UTF-8 nor Windows-1252: save it as UTF-8")


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(WESTERN, "replace"), error.end


def _lines_fed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    if b"\x00" not in head or len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.02 * half else None


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
        b"".decode(name)
    except LookupError:
        return None
    return WESTERN if name in _SAYS_WESTERN else name
