"""Texts that remember where they stood."""

from hypothesis import given
from hypothesis import strategies as st

from mtqa.readers.files.trace import Traced, Tracer, join, verbatim
from mtqa.segment import Anchor, Document


def of(text: str, *kept: tuple[int, int]) -> Traced:
    """The parts of a text, kept as they stand."""
    tracer = Tracer()
    for start, end in kept:
        tracer.keep(text[start:end], start)
    return tracer.traced()


def test_neighbouring_pieces_are_one_stretch() -> None:
    assert of("abcdef", (0, 2), (2, 4), (5, 6)) == Traced("abcdf", (0, 4), (0, 5))


def test_a_substitute_stands_where_the_original_began() -> None:
    tracer = Tracer()
    tracer.keep("a", 0)
    tracer.put("&", 1)
    tracer.keep("b", 6)
    traced = tracer.traced()
    assert [traced.origin(offset) for offset in range(3)] == [0, 1, 6]


def test_anchors_count_lines_and_columns_from_where_the_text_begins() -> None:
    raw = "ab\ncd\nef"
    assert of(raw, (0, 1), (4, 5), (6, 8)).anchors(raw, line=7, column=3) == (
        Anchor(0, 7, 3),
        Anchor(1, 8, 2),
        Anchor(2, 9, 1),
    )


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=6).map(
    lambda pairs: [(start, start + length) for start, length in pairs]
)


@given(text=st.text("ab\n", min_size=40, max_size=40), first=SPANS, second=SPANS)
def test_a_text_traced_through_another_leads_to_the_same_characters(
    text: str, first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    outer = of(text, *first)
    inner = of(outer.text, *((min(a, len(outer.text)), min(b, len(outer.text))) for a, b in second))
    both = inner.through(outer)
    assert both.text == inner.text
    assert [text[both.origin(offset)] for offset in range(len(both.text))] == list(both.text)
    document = Document("x", "x", both.text, anchors=both.anchors(text))
    lines = text.split("\n")
    for offset, character in enumerate(both.text):
        place = document.location(offset)
        assert (lines[place.line - 1] + "\n")[place.column - 1] == character


@given(text=st.text("ab ", max_size=20), start=st.integers(0, 20), end=st.integers(0, 20))
def test_a_part_is_traced_as_the_whole(text: str, start: int, end: int) -> None:
    whole = of(text, (0, 5), (7, 20))
    part = whole.cut(start, end)
    assert part.text == whole.text[start:end]
    assert [text[part.origin(offset)] for offset in range(len(part.text))] == list(part.text)


def test_joined_texts_are_traced_each_to_its_own() -> None:
    joined = join([verbatim("ab", 10), verbatim(""), verbatim("cd", 20)])
    assert joined.text == "ab\ncd"
    assert [joined.origin(offset) for offset in range(5)] == [10, 11, 20, 20, 21]
