"""The bytes of a text file as characters, line ends and all, and back again without a loss."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mtqa.errors import InputError
from mtqa.readers.files.decode import BYTE_ORDER_MARKS, HEAD_BYTES, UTF8, WESTERN, decode, encoding
from mtqa.readers.files.source import CHUNK_BYTES

SHIFTING = ("iso2022", "iso-2022", "utf-7", "utf_7", "hz")  # in which what a byte means depends on those before


@dataclass(frozen=True, slots=True)
class Codec:
    """A byte order mark, maybe empty, and the name of the encoding of what follows it."""

    mark: bytes
    name: str

    def bytes_of(self, text: str) -> bytes:
        """A whole file; raises UnicodeEncodeError for characters that the encoding has not."""
        return self.mark + text.encode(self.name)

    def has(self, text: str) -> bool:
        """Whether the encoding has these characters."""
        try:
            text.encode(self.name)
        except UnicodeEncodeError:
            return False
        return True


def decoded(data: bytes) -> tuple[str, Codec]:
    """A file's characters and how they are written; raises InputError where they could not be written back as they are."""
    codec = _codec(data[:HEAD_BYTES])
    body = data[len(codec.mark) :]
    try:
        text = body.decode(codec.name)
    except UnicodeDecodeError:
        text, codec = _western(data, codec)
    refuse_shifting(codec)
    if codec.bytes_of(text) != data:
        raise InputError(f"is written in {codec.name} in an unusual way, and was left as it is: save it as UTF-8")
    return text, codec


def codec_of(stream: BinaryIO) -> Codec:
    """How a file is written, as its first bytes tell. The stream stands after its byte order mark then."""
    stream.seek(0)
    codec = _codec(stream.read(HEAD_BYTES))
    stream.seek(len(codec.mark))
    return codec


def characters(stream: BinaryIO, codec: Codec) -> Iterator[str]:
    """The characters from where a stream stands, chunk by chunk, line ends as they are.

    Raises InputError where bytes are not in the encoding, or would not come back as they are.
    """
    decoder, encoder = codecs.getincrementaldecoder(codec.name)(), codecs.getincrementalencoder(codec.name)()
    waiting = b""  # the bytes of a character that is cut in two
    while True:
        chunk = stream.read(CHUNK_BYTES)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeError as error:
            raise InputError("has bytes that are not in the file's encoding: save it as UTF-8") from error
        waiting, written = waiting + chunk, encoder.encode(text)
        if not waiting.startswith(written):
            raise InputError(f"is written in {codec.name} in an unusual way, and was left as it is: save it as UTF-8")
        waiting = waiting[len(written) :]
        if text:
            yield text
        if not chunk:
            return


def refuse_shifting(codec: Codec) -> None:
    """Raise InputError for an encoding in which a change would change what follows."""
    if codec.name.startswith(SHIFTING):
        raise InputError(f"is written in {codec.name}, in which nothing can be changed safely: save it as UTF-8")


def _codec(head: bytes) -> Codec:
    name = encoding(head)
    mark = next((mark for mark, _ in BYTE_ORDER_MARKS if head.startswith(mark)), b"")
    if name == UTF8:
        return Codec(mark, "utf-8")
    if mark:
        name = f"{name}-{'le' if mark[0] == 0xFF else 'be'}"
    return Codec(mark, name)


def _western(data: bytes, codec: Codec) -> tuple[str, Codec]:
    """The text of a file that is no UTF-8 but Windows-1252 throughout."""
    if codec.name != "utf-8" or codec.mark or decode(data)[1] is not None:
        raise InputError("has bytes that are not in the file's encoding: save it as UTF-8")
    try:
        return data.decode(WESTERN), Codec(b"", WESTERN)
    except UnicodeDecodeError as error:
        raise InputError("has bytes that are not in the file's encoding: save it as UTF-8") from error
