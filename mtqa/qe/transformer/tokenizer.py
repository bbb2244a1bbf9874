"""`python -m mtqa.qe.transformer.tokenizer DATA OUT`: one subword vocabulary for all languages, and how text is cut by it.

Pieces by merging frequent pairs (Sennrich et al. 2016). Words are cut at spaces, marks, apostrophes and digits first, as
`mtqa.qe.tokens` cuts them, so that a word begins with a piece of its own. Rare characters become their bytes: no text is
unknown. A unigram model (Kudo 2018) was not done learning after four minutes of processor time on 50 MB; not compared.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple

from mtqa.errors import ConfigError
from mtqa.qe.transformer.mix import LANGS, SHARES, every_line, may_be_read
from mtqa.text import Word

SIZE = 24_576  # pieces, special ones and bytes included: 6.3 M parameters at a width of 256
SPECIAL = (
    "<pad>",
    "<unk>",
    "<mask>",
    *(f"<{lang}>" for lang in (*LANGS, "und")),
    *(f"<from-{lang}>" for lang in (*LANGS, "und")),
)
PAD, UNKNOWN, MASK = range(3)
BYTES = tuple(f"<0x{byte:02X}>" for byte in range(256))
FIRST_SOURCE_TAG = SPECIAL.index(f"<from-{LANGS[0]}>")  # tags of targets have lower numbers
FIRST_PIECE = len(SPECIAL) + len(BYTES)  # pieces of text have this number and higher ones
CHARACTERS = 30_000_000  # read to learn the vocabulary from
LEAST = 60  # a character seen less often is left to its bytes
SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # what stands for a space in a piece
# Cut, in this order: apostrophes end a piece ("l'" + "armée"), marks stand alone, numbers in runs of four figures at most.
CUTS = (
    (r"['’ʼ＇]", "merged_with_previous"),
    (rf"{SPACE}?[^\w\s{SPACE}'’ʼ＇\u0300-\u036f]", "isolated"),
    (rf"{SPACE}?\d{{1,4}}", "isolated"),
)


class Piece(NamedTuple):
    """A piece's number and its place in the text: [start, end) in code points."""

    number: int
    start: int
    end: int


class Vocabulary:
    """The pieces of models/small/tokenizer.json."""

    def __init__(self, file: Path) -> None:
        """Raises ConfigError where the file is missing or is no vocabulary."""
        from tokenizers import Tokenizer

        try:
            self.tokenizer = Tokenizer.from_file(str(file))
        except Exception as error:  # tokenizers raises plain Exceptions
            raise ConfigError(f"{file}: no vocabulary: {error}") from error
        self.size: int = self.tokenizer.get_vocab_size()

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text in order. Every character but spaces lies in one; rare ones in several, one a byte."""
        return self.of_each([text])[0]

    def of_each(self, texts: Sequence[str]) -> list[list[Piece]]:
        """The pieces of many texts; faster than one by one."""
        found = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [[Piece(n, *span) for n, span in zip(e.ids, e.offsets, strict=True)] for e in found]

    def numbers(self, texts: Sequence[str]) -> list[list[int]]:
        """The pieces' numbers alone."""
        return [e.ids for e in self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]

    def spelt(self) -> list[str]:
        """What each number stands for; SPACE for a space."""
        return [self.tokenizer.id_to_token(number) or "" for number in range(self.size)]


def tag(lang: str) -> int:
    """The number of the piece that opens a text in a language."""
    return SPECIAL.index(f"<{lang}>" if lang in LANGS else "<und>")


def source_tag(lang: str | None) -> int:
    """The number of the piece that opens the source of a text."""
    return SPECIAL.index(f"<from-{lang}>" if lang in LANGS else "<from-und>")


def first_pieces(pieces: Sequence[Piece], words: Sequence[Word]) -> list[int]:
    """For each word the index of the piece that holds its first character; both in order, at most len(pieces) - 1."""
    found, at = [], 0
    for word in words:
        while at < len(pieces) - 1 and pieces[at].end <= word.start:
            at += 1
        found.append(at)
    return found


def sample(data: Path, characters: int) -> Iterator[str]:
    """Lines by the languages' shares, spread evenly over each language's text, novels left out; short texts come again."""
    for lang, share in SHARES.items():
        text = [line for genre, line in every_line(data, lang, "count") if genre != "prose"]
        budget, size = int(characters * share), sum(map(len, text))
        kept = [line for line in text[:: max(1, size // budget)] if may_be_read(data, line)]
        yield from chain.from_iterable(repeat(kept, max(1, budget // max(1, size))))


def learn(texts: Sequence[str], size: int) -> str:
    """The tokenizer.json of a vocabulary learnt from texts."""
    from tokenizers import Tokenizer, models, trainers

    often = Counter(chain.from_iterable(texts))
    rare = {ord(c): " " for c, times in often.items() if times < LEAST}
    tokenizer = cutter(Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>")))
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=[*SPECIAL, *BYTES], min_frequency=5, max_token_length=16, show_progress=False
    )
    tokenizer.train_from_iterator((text.translate(rare) for text in texts), trainer)
    told: dict[str, Any] = json.loads(tokenizer.to_str())
    told["added_tokens"] = []  # what a text spells like a special piece is text
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def cutter(tokenizer: Any) -> Any:
    """Set how text is cut before the pieces are looked up."""
    from tokenizers import Regex, decoders, normalizers, pre_tokenizers

    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s"), " ")])
    cuts = [pre_tokenizers.Split(Regex(pattern), how) for pattern, how in CUTS]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Metaspace(prepend_scheme="always"), *cuts])
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    return tokenizer


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn the vocabulary and write OUT/tokenizer.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    given = parser.parse_args(arguments)
    texts = list(sample(given.data, given.characters))
    print(f"{len(texts)} lines, {sum(map(len, texts))} characters", flush=True)
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "tokenizer.json").write_text(learn(texts, given.size) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
