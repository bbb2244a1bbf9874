"""Readers for labelled sentences: minimal pairs, acceptability, translations judged by people."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.finding import Severity
from mtqa.languages import language, tags
from mtqa.qe.metrics import Span
from mtqa.qe.records import records, rows

SEVERITIES = {"minor": Severity.MINOR, "major": Severity.MAJOR, "critical": Severity.CRITICAL}
NO_SPACE_BEFORE = frozenset([*".,;:!?%)]}»”", "'s", "'t", "n't", "'re", "'ve", "'ll", "'d", "'m"])
NO_SPACE_AFTER = frozenset("([{«„“")
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class MinimalPair:
    """A sound sentence and a broken one that differ in one place; `is_seen`: broken to a reader of the target alone.

    `source` is what they translate, where that is known.
    """

    good: str
    bad: str
    lang: str
    source_lang: str | None
    phenomenon: str
    is_seen: bool
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence that speakers accept or not."""

    text: str
    lang: str
    is_acceptable: bool


@dataclass(frozen=True, slots=True)
class JudgedSpan:
    """An error that a rater marked: code points of the translation, end exclusive."""

    start: int
    end: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class JudgedSegment:
    """A translation with what people said of it.

    `group` names what a bootstrap draws: the document, or the segment where none is told. `quality` is the higher the
    better. `tokens` are spans of `text`, and `is_bad` tells of each. `source` is what it translates.
    """

    text: str
    lang: str
    source_lang: str | None
    group: str
    spans: tuple[JudgedSpan, ...] = ()
    quality: float | None = None
    tokens: tuple[Span, ...] = ()
    is_bad: tuple[bool, ...] = ()
    source: str | None = None


def files(folder: Path, pattern: str = "*.jsonl*") -> list[Path]:
    """The files of a folder by name; raises InputError where there is none."""
    found = sorted(folder.glob(pattern))
    if not found:
        raise InputError(f"{folder}: no {pattern} to measure on")
    return found


def tag_of(lang: str | None) -> str | None:
    """The tag of a language that data name by a tag or by its English name ("german", "chinese_simple")."""
    if not lang:
        return None
    first = lang.partition("_")[0].lower()
    return next((tag for tag in tags() if language(tag).name.lower() == first), lang)


def minimal_pairs(file: Path) -> list[MinimalPair]:
    """Pairs of a file; those without `target_only` are about the target alone."""

    def made(row: dict[str, Any]) -> MinimalPair:
        is_seen = row.get("target_only", "yes") == "yes"
        good, bad, phenomenon = str(row["good"]), str(row["bad"]), str(row["phenomenon"])
        source = str(row["src"]) if row.get("src") else None
        return MinimalPair(good, bad, row["tgt_lang"], tag_of(row.get("src_lang")), phenomenon, is_seen, source)

    return records(file, made)


def rated(file: Path) -> list[Rated]:
    """Sentences of an acceptability file."""
    return records(file, lambda row: Rated(row["text"].strip(), row["tgt_lang"], bool(row["acceptable"])))


def has_tokens(file: Path) -> bool:
    """Whether a file of judged translations has tagged words rather than spans."""
    return "tokens" in next(rows(file), (0, {}))[1]


def judged_spans(file: Path) -> list[JudgedSegment]:
    """Translations with marked errors. Neutral marks, gaps and those whose place was not found are left out.

    `quality` is the negative sum of 5 for a major error and 1 for a minor one.
    """

    def made(row: dict[str, Any]) -> JudgedSegment:
        spans = tuple(
            JudgedSpan(span["start"], span["end"], SEVERITIES[span["severity"].lower()])
            for span in row["spans"]
            if span["severity"].lower() in SEVERITIES and span.get("align") != "fail" and span["start"] < span["end"]
        )
        points = sum(1.0 if span.severity is Severity.MINOR else 5.0 for span in spans)
        group = str(row.get("doc", row["id"]))
        source = str(row["src"]) if row.get("src") else None
        return JudgedSegment(str(row["mt"]), row["tgt_lang"], row["src_lang"], group, spans, -points, source=source)

    return records(file, made)


def judged_tokens(file: Path) -> list[JudgedSegment]:
    """Translations whose words are tagged OK or BAD, put together from their tokens; `quality` is the direct assessment.

    A token in angle brackets ("<EOS>") stands for no text: its span is empty. Tokens may be escaped ("&quot;"); texts are not.
    """

    def made(row: dict[str, Any]) -> JudgedSegment:
        text, spans = joined([unescape(token) for token in row["tokens"]])
        bad = tuple(tag == "BAD" for tag in row["tags"])
        if len(bad) != len(spans):
            raise ValueError(f"{len(spans)} tokens have {len(bad)} tags")
        source = joined(unescape(str(row["src"])).split())[0] if row.get("src") else None
        lang, quality = row["tgt_lang"], row.get("da_mean")
        return JudgedSegment(text, lang, row["src_lang"], row["id"], (), quality, spans, bad, source)

    return records(file, made)


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Tokens as written text, marks at their words, with each token's place in it."""
    text, spans = "", []
    is_open = False  # a straight quotation mark opens and closes by turns
    glue = True
    for token in tokens:
        if token.startswith("<") and token.endswith(">") and len(token) > 2:
            spans.append((len(text), len(text)))
            continue
        closes = token == QUOTE and is_open
        text += "" if glue or closes or token in NO_SPACE_BEFORE else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glue = token in NO_SPACE_AFTER or (token == QUOTE and not is_open)
        is_open ^= token == QUOTE
    return text, tuple(spans)
