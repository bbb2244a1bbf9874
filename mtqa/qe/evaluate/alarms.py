"""False alarms: findings on human-written news."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from mtqa.finding import Severity
from mtqa.qe.corpora import human_news, single_lines
from mtqa.review import Settings, review

LANGS = ("fr", "de", "en", "es", "it", "pt", "nl")


def evaluate_alarms(
    data: Path, settings: Settings, langs: Iterable[str] = LANGS, part: str = "odd", wide: bool = False
) -> dict[str, Any]:
    """Findings on human-written news: per 1,000 words, major and worse and all, and by check.

    `wide` adds the held-out lines of the news text: more words for checks that seldom speak.
    """
    words: dict[str, int] = {}
    found: dict[str, Counter[str]] = {}
    major: dict[str, int] = {}
    for lang in langs:
        counts: Counter[str] = Counter()
        words[lang] = major[lang] = 0
        documents = chain(human_news(data, lang, part), single_lines(data, lang) if wide else ())
        for one in review(documents, settings):
            words[lang] += one.words
            counts.update(f.code for f in one.findings)
            major[lang] += sum(f.severity.rank >= Severity.MAJOR.rank for f in one.findings)
        found[lang] = counts
    spoken = [lang for lang in words if words[lang]]
    return {
        "part": part,
        "wide": wide,
        "words": {lang: words[lang] for lang in spoken},
        "per_1000_major": {lang: 1000 * major[lang] / words[lang] for lang in spoken},
        "per_1000_all": {lang: 1000 * found[lang].total() / words[lang] for lang in spoken},
        "findings": {lang: dict(sorted(found[lang].items())) for lang in spoken},
    }
