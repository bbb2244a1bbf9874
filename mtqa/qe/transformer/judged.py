"""Translations that people judged, as labelled texts: MQM spans by their categories, post-edited words as wrong ones.

Of data/judged/train alone. What a person translated has no spans: what raters marked there is left out of the training.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mtqa.qe.corpora import lines
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer.rows import UNKNOWN, Labelled

TAG_OF = {  # what begins a category; others (punctuation, style, register, locale) are neither sound nor of a known kind
    "Accuracy/Mistranslation": "wrong-word",
    "Accuracy/Addition": "wrong-word",
    "Accuracy/Omission": "missing",
    "Accuracy/Untranslated": "untranslated",
    "Fluency/Grammar": "form",
    "Terminology": "wrong-word",
    "Non-translation": "wrong-word",
}
OPENING, CLOSING = frozenset("([«„“"), frozenset(".,;:!?)]»”…%")
Spans = list[tuple[int, int, str]]


def judged(data: Path) -> Iterator[Labelled]:
    """Every judged translation that may be trained on, file by file."""
    for file in sorted((data / "judged" / "train").glob("*.jsonl.xz")):
        for line in lines(file):
            found = labelled(json.loads(line))
            if found.text.strip():
                yield found


def labelled(row: dict[str, Any]) -> Labelled:
    """One translation: by its spans, or by its tagged words."""
    lang, source_lang = str(row["tgt_lang"]), str(row["src_lang"])
    if "spans" in row:
        text, source = str(row["mt"]), str(row["src"])
        spans = by_spans(text, lang, row["spans"], bool(row.get("is_human")))
    else:
        text, spans = by_words(row["tokens"], row["tags"], row["gap_tags"])
        source, _ = by_words(str(row["src"]).split(), (), ())
    return Labelled(text, lang, source_lang, source, tuple(spans))


def by_spans(text: str, lang: str, marked: Sequence[dict[str, Any]], is_human: bool) -> Spans:
    """Spans with our tags; an empty one ("something is missing here") takes in the words on both sides."""
    found: Spans = []
    for span in marked:
        kind = next((name for start, name in TAG_OF.items() if span["category"].startswith(start)), UNKNOWN)
        start, end = span["start"], span["end"]
        if start == end or kind == "missing":
            start, end = around(text, lang, start)
        found.append((start, end, UNKNOWN if is_human else kind))
    return sorted(found, key=lambda one: one[2] != UNKNOWN)  # where spans overlap, the known kind counts


def around(text: str, lang: str, place: int) -> tuple[int, int]:
    """From the start of the token before a place to the end of the one after it."""
    words = tokens(text, lang)
    before = max((word.start for word in words if word.start < place), default=place)
    after = min((word.end for word in words if word.end > place), default=place)
    return before, max(after, place)


def by_words(words: Sequence[str], tags: Sequence[str], gaps: Sequence[str]) -> tuple[str, Spans]:
    """The text of tokens set with the spaces that people write, its BAD words as wrong ones, and its BAD gaps."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for before, word in pairwise(["(", *words]):
        space = "" if before in OPENING or word in CLOSING or word == "<EOS>" else " "
        shown = "" if word == "<EOS>" else word
        parts.append(space + shown)
        places.append((at + len(space), at + len(space) + len(shown)))
        at = places[-1][1]
    found: Spans = [(*place, "wrong-word") for place, tag in zip(places, tags, strict=False) if tag == "BAD"]
    for number, gap in enumerate(gaps):
        sides = places[max(0, number - 1) : number + 1]
        if gap == "BAD" and sides:
            found.append((sides[0][0], sides[-1][1], "missing"))
    return "".join(parts), sorted(found, key=lambda one: one[2] != "missing")
