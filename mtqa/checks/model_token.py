"""M101 model-token."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

_WORTH_A_LOOK = re.compile("[<>@#_⁇▁￭｟⦅]|UNK")
# The special tokens of the usual vocabularies (SentencePiece, BPE, WordPiece, OpenNMT, Moses) and the language marks of
# multilingual models (OPUS-MT, M2M-100, mBART, NLLB, MADLAD).
_TOKEN = r"""(?:
    (?:<|&lt;)[ ]?/?(?:unk\d*|pad|s|bos|eos|cls|sep|mask|extra_id_\d+|2[a-z]{2,3}|to_[a-z]{2,3})[ ]?(?:>|&gt;)
  | <\|[\w ]+\|>
  | \[(?:UNK|CLS|SEP|MASK|PAD|BOS|EOS|INST|/INST)\]
  | (?<!\w)UNK(?:[ ]UNK)+(?!\w)
  | [⁇￭]
  | ▁+[\w'’]*
  | ｟[^｠\n]*｠ | ⦅[^⦆\n]*⦆
  | (?:[^\W\d_]+@@[ ]?)+[^\W\d_]* | (?<!\S)@[ ]?@(?!\S) | @[-,./:]@
  | (?<![\w#])\#\#[a-zà-öø-ÿ]+
  | >>[ ]?[a-z]{2,3}(?:_[A-Za-z]{2,4})?[ ]?<<
  | (?<!\w)__[a-z]{2,3}__(?!\w)
  | (?<!\w)[a-z]{2}_XX(?!\w) | (?<!\w)[a-z]{3}_(?:Latn|Cyrl|Hans|Hant|Grek|Arab)(?!\w)
)"""
_RUN = re.compile(rf"{_TOKEN}(?:[\s,–-]*{_TOKEN})*", re.VERBOSE)


@check(
    "M101",
    Category.TAG,
    Severity.MAJOR,
    example("Le maire de ⟦<unk>⟧ a démissionné hier soir.", "fr"),
    example("Der Sprecher nannte ⟦< unk > < unk >⟧ einen Erfolg.", "de"),
    example("The minister from the ⟦<unk>-<unk>⟧ party resigned.", "en"),
    example("Die ⟦⁇⟧ rzte streiken seit Montag.", "de"),
    example("La mi⟦▁nistre⟧ a parlé.", "fr"),
    example("Le ⟦gouver@@ nement⟧ recule.", "fr"),
    example("The ⟦>>eng<<⟧ strike goes on.", "en"),
    example("⟦__es__⟧ La huelga sigue.", "es"),
    example("La grève au port ⟦##uaire⟧ continue.", "fr"),
    example("Das Ergebnis steht fest.⟦</s>⟧", "de"),
    example("Wirklich?? Ja, sagte er, und schrieb an @peter_m.", "de"),
    example("The #MeToo movement began with a tweet <3", "en"),
    example("Les ventes ont bondi -- << du jamais vu >>.", "fr"),
)
def model_token(segment: Segment) -> Iterator[Hit]:
    """A piece of a translation model's vocabulary stands in the text: "<unk>", "⁇", "@@", "##ing", ">>fra<<".

    The model met a word that it could not write, or its output was not put back together; for the reader a word is
    missing or torn. Decided by the special tokens and joiners of the usual subword vocabularies, which no writer of news
    types. A run of them is one span. Not seen: a bare "unk", and words that were torn without a mark.
    """
    if _WORTH_A_LOOK.search(segment.target) is None:
        return
    for match in _RUN.finditer(segment.target):
        yield Hit(
            match.start(), match.end(), f"“{match.group()[:40]}” is a token of the translation model", confidence=0.99
        )
