"""One document a line, clean ones too, in the input's order, each with its schema and signature."""

import json
from collections.abc import Iterable, Iterator

from mtqa.as_json import as_json
from mtqa.report import SCHEMA, Review, Tally


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream one element of mtqa/1 `documents` a line."""
    for review in tally.watch(reviews):
        row = {"schema": SCHEMA, "signature": review.signature} | as_json(review)
        yield json.dumps(row, ensure_ascii=False) + "\n"
