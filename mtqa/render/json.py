"""One JSON object in the mtqa/1 schema: the documents, then the summary."""

import json
from collections.abc import Iterable, Iterator

from mtqa.as_json import as_json, summary_json
from mtqa.report import SCHEMA, Review, Tally


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream the documents and close with summary and signature, which are known last."""
    yield f'{{"schema": "{SCHEMA}", "documents": ['
    for number, review in enumerate(tally.watch(reviews)):
        yield (",\n " if number else "\n ") + json.dumps(as_json(review), ensure_ascii=False)
    summary = tally.summary()
    yield f'\n], "summary": {json.dumps(summary_json(summary), ensure_ascii=False)}, '
    yield f'"signature": {json.dumps(summary.signature)}}}\n'
