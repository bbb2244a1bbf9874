"""What several systems made of the same news: outputs/wmt21.<a>-<b>.jsonl.xz of the data folder."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.qe.records import rows

Texts = dict[int, str]


@dataclass(frozen=True, slots=True)
class Campaign:
    """The outputs of one language pair. `segments` are those that every system translated, by their numbers.

    The reference is the first human translation; `others` are the rest of them.
    """

    source_lang: str
    target_lang: str
    sources: Texts
    references: Texts
    outputs: dict[str, Texts]
    segments: tuple[int, ...]
    others: tuple[Texts, ...] = ()

    @property
    def pair(self) -> str:
        """ "de-fr"."""
        return f"{self.source_lang}-{self.target_lang}"


def campaigns(data: Path) -> Iterator[Campaign]:
    """The campaigns of a data folder; raises InputError where there is none, or a row lacks what it should have."""
    files = sorted((data / "outputs").glob("*.jsonl*"))
    if not files:
        raise InputError(f"{data}: no outputs/<name>.jsonl.xz with the outputs of systems")
    yield from map(campaign, files)


def campaign(file: Path) -> Campaign:
    """One file; raises InputError for a row without a field, and where no human translation is among them."""
    sources: Texts = {}
    human: dict[str, Texts] = defaultdict(dict)
    outputs: dict[str, Texts] = defaultdict(dict)
    langs = ("und", "und")
    for number, row in rows(file):
        system, segment = _named(file, number, row, "system"), _named(file, number, row, "seg")
        if not isinstance(segment, int):
            raise InputError(f"{file}:{number}: the field seg should be a number")
        sources[segment] = str(_named(file, number, row, "src"))
        (human if row.get("is_human") else outputs)[str(system)][segment] = str(_named(file, number, row, "mt"))
        langs = str(_named(file, number, row, "src_lang")), str(_named(file, number, row, "tgt_lang"))
    if not human or not outputs:
        raise InputError(f"{file}: human translations and outputs of systems were expected, one of them is missing")
    references, *others = (human[name] for name in sorted(human))
    common = set(references).intersection(*outputs.values())
    if not part(sorted(common), "even") or not part(sorted(common), "odd"):
        raise InputError(
            f"{file}: segments of even and odd number that every system translated were expected, found none"
        )
    named = {_short(name): texts for name, texts in sorted(outputs.items())}
    return Campaign(*langs, sources, references, named, tuple(sorted(common)), tuple(others))


def _named(file: Path, number: int, row: dict[str, Any], field: str) -> Any:
    if field not in row:
        raise InputError(f"{file}:{number}: no field {field}")
    return row[field]


def _short(system: str) -> str:
    """The system in WMT's "newstest2021.de-en.hyp.Online-A.en"; another name as it is."""
    parts = system.split(".")
    return ".".join(parts[3:-1]) if len(parts) > 4 else system


def part(segments: Sequence[int], name: str) -> list[int]:
    """The segments of even number (to choose on) or odd number (to report)."""
    return [n for n in segments if (n % 2 == 0) == (name == "even")]


def sample(segments: Sequence[int], size: int, seed: int) -> list[int]:
    """As many segments at random, in their order; all where there are no more, or where `size` is 0."""
    if not size or size >= len(segments):
        return list(segments)
    return sorted(random.Random(seed).sample(list(segments), size))
