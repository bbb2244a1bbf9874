"""The stretch of a file under a finding."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from made_reviews import Case, reviewed

from mtqa.render._place import Region, last_place, region
from mtqa.segment import Anchor

TEXTS = st.text("ab \n\N{GRINNING FACE}", min_size=1, max_size=40)
JUMPS = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 9), st.integers(1, 60)), max_size=4)


@given(TEXTS, st.data(), JUMPS)
def test_the_last_character_stands_where_the_document_says(
    text: str, data: st.DataObject, jumps: list[tuple[int, int, int]]
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = reviewed(Case(f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"))
    anchors = (Anchor(0, 1, 1), *(Anchor(at, line, column) for at, line, column in sorted(jumps) if at < len(text)))
    document = replace(made.document, anchors=anchors)
    place = document.location(start)
    finding = replace(made.findings[0], line=place.line, column=place.column)
    last = document.location(end - 1)
    assert last_place(document, finding) == (last.line, last.column)
    told = region(replace(made, document=document), finding)
    assert (told.line, told.column) < (told.end_line, told.end_column)


def test_an_end_before_the_start_is_one_character() -> None:
    made = reviewed(Case("a ⟦bc⟧"))
    document = replace(made.document, anchors=(Anchor(0, 5, 1), Anchor(3, 2, 1)))
    finding = replace(made.findings[0], line=5, column=3)
    assert region(replace(made, document=document), finding) == Region(5, 3, 5, 4)
