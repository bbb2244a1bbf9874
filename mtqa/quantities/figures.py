"""Numbers in figures: what their marks may mean in a language."""

import re
from decimal import Decimal

from mtqa.languages import language

SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
FIGURES = rf"\d{{1,3}}(?:[{SPACES}’']\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_GROUPING = re.compile(rf"[{SPACES}’']")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


def readings(text: str, lang: str) -> frozenset[Decimal]:
    """The values of one number in figures, or none where it is several ("3.2.1", "10,12,15").

    A mark before three figures may part thousands or decimals, whatever the language: agencies write both.
    """
    bare = _GROUPING.sub("", text)
    marks = [c for c in bare if c in ".,"]
    if not marks:
        return frozenset((Decimal(bare),))
    if len(set(marks)) == 1:
        return _of_one_mark(bare, marks[0], len(marks), lang)
    if marks.count(marks[-1]) > 1:
        return frozenset()
    whole, _, rest = bare.rpartition(marks[-1])
    return frozenset((Decimal(f"{whole.replace(marks[0], '')}.{rest}"),))


def _of_one_mark(bare: str, mark: str, count: int, lang: str) -> frozenset[Decimal]:
    grouped = {Decimal(bare.replace(mark, ""))} if _GROUPED.fullmatch(bare) else set()
    if count > 1:
        return frozenset(grouped)
    is_decimal = not grouped or mark == language(lang).decimal
    return frozenset(grouped | ({Decimal(bare.replace(mark, "."))} if is_decimal else set()))
