"""mtqa: a quality checker for machine-translated news.

>>> review = check("Le ministre est parti pour Moskau mardi soir.", lang="fr", source_lang="de")
>>> [(f.code, f.text, f.hit.suggestion) for f in review.findings]
[('A102', 'Moskau', 'Moscou')]
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "check", "check_file"]

if TYPE_CHECKING:
    from mtqa.report import Review
    from mtqa.review import Settings


def check(
    text: str,
    lang: str | None = None,
    source_lang: str | None = None,
    source: str | None = None,
    reference: str | None = None,
) -> "Review":
    """Check one text and return its review: findings, sentences with scores, the text's score and penalty.

    `lang` and `source_lang` are BCP 47 tags; the target language is detected, and the source language inferred from what
    was left over, when they are None. Offsets of findings count code points of `text`, end exclusive. Beside a `source`
    much more is checked; a `reference`, another translation of it, adds BLEU, chrF and TER.

    >>> check("The talks ended in in Geneva.", lang="en").findings[0].text
    'in in'
    >>> check("The talks ended in Geneva.", lang="en").findings
    ()
    """
    from mtqa.review import review_document
    from mtqa.segment import Document

    document = Document("-", "-", text, target_lang=lang, source=source, source_lang=source_lang, reference=reference)
    return review_document(document, _settings())


def check_file(path: str, lang: str | None = None, source_lang: str | None = None) -> "list[Review]":
    """Check every document of a file (text, Markdown, HTML, JSONL, CSV, feed) and return their reviews, in order.

    Raises InputError, in one line, at the first part of the file that cannot be read.
    """
    from dataclasses import replace

    from mtqa.errors import InputError
    from mtqa.readers import read
    from mtqa.review import review_document
    from mtqa.segment import Document

    reviews = []
    for item in read([path]):
        if not isinstance(item, Document):
            raise InputError(str(item))
        told = replace(item, target_lang=lang or item.target_lang, source_lang=source_lang or item.source_lang)
        reviews.append(review_document(told, _settings()))
    return reviews


def _settings() -> "Settings":
    from mtqa.checks import selected
    from mtqa.qe.shipped import open_model
    from mtqa.qe.tags import KINDS
    from mtqa.review import Settings

    estimator, model = open_model(None)
    return Settings(selected(), estimator=estimator, model=model, model_codes=frozenset(k.code for k in KINDS))
