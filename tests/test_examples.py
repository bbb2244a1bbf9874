"""Every check does what its examples say: exact spans, the promised suggestion, silence where there is no defect."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

from mtqa.alignment import align
from mtqa.checks import Check, Example, all_checks
from mtqa.finding import Hit
from mtqa.glossary.lookup import Glossary
from mtqa.glossary.table import read_glossary
from mtqa.segment import Document, Segment
from mtqa.sentences import split

EXAMPLES = [(check, one) for check in all_checks() for one in check.examples]


def hits(check: Check, one: Example, text: str) -> list[Hit]:
    """What the check says of a text in the example's place: one segment, or a document that is split."""
    if check.whole_document:
        document = Document("example", "-", text, one.title, one.lang, one.source, one.source_lang, codes=codes(one))
        return sorted(check.function(align(split(document))), key=lambda hit: hit.start)
    segment = Segment(text, one.lang, source=one.source, source_lang=one.source_lang)
    if check.needs_glossary:
        return sorted(check.function(segment, glossary(one.glossary or "")), key=lambda hit: hit.start)
    return sorted(check.function(segment), key=lambda hit: hit.start)


def codes(one: Example) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The inline codes of an example's source and target."""
    if one.codes is None:
        return None
    source, target = (tuple(filter(None, side.split(","))) for side in one.codes.split("|"))
    return source, target


@cache
def glossary(text: str) -> Glossary:
    """The glossary of an example, read as a file is."""
    with NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return read_glossary([Path(file.name)])


def names(pairs: list[tuple[Check, Example]]) -> Iterator[str]:
    return (f"{check.code}-{one.lang}-{one.text[:30]}" for check, one in pairs)


@pytest.mark.parametrize(("check", "one"), EXAMPLES, ids=names(EXAMPLES))
def test_an_example_gives_its_spans_and_no_others(check: Check, one: Example) -> None:
    found = hits(check, one, one.text)
    assert [one.text[hit.start : hit.end] for hit in found] == [one.text[start:end] for start, end in one.spans]
    assert [(hit.start, hit.end) for hit in found] == list(one.spans)
    assert all(hit.message and 0 < hit.confidence <= 1 for hit in found)
    if one.fix is not None:
        assert found[0].suggestion == one.fix


@pytest.mark.parametrize(("check", "one"), EXAMPLES, ids=names(EXAMPLES))
def test_an_applied_suggestion_silences_the_check_there(check: Check, one: Example) -> None:
    for hit in hits(check, one, one.text):
        if hit.suggestion is not None:
            mended = one.text[: hit.start] + hit.suggestion + one.text[hit.end :]
            end = hit.start + len(hit.suggestion)
            assert not [left for left in hits(check, one, mended) if left.start < end and hit.start < left.end]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_shows_what_it_flags_and_what_it_leaves_and_names_its_limits(check: Check) -> None:
    assert any(one.spans for one in check.examples)
    assert any(not one.spans for one in check.examples)
    assert all(start < end for one in check.examples for start, end in one.spans)
    assert check.doc.partition("\n")[0].endswith(".")
    assert "Not seen:" in check.doc
    assert len({one.lang for one in check.examples}) > 1 or len(check.langs) == 1


def test_codes_and_names_are_unique() -> None:
    checks = all_checks()
    assert all(re.fullmatch(r"[A-Z]\d{3}", check.code) for check in checks)
    assert len({check.code for check in checks}) == len({check.name for check in checks}) == len(checks)
