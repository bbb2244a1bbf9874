"""Measure what --fix would change in human-written news: suggestions by check, and samples to read.

    python tests/measure_fixes.py DATA [--langs fr,de] [--show 12] [--output reports/evaluation]

DATA is the folder with outputs/ and text/. Every suggestion there is one too many, but for the slips of the writers:
reports/decisions/0006-safe-fixes.md says how many of the samples were right.
"""

import argparse
import random
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from mtqa.checks import selected
from mtqa.qe.corpora import human_news, single_lines
from mtqa.qe.results import write
from mtqa.review import Settings, review

AROUND = 40  # code points shown on both sides


def main() -> None:
    """Count, write the result, print samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--langs", default="fr,de,en,es")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--output", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    words: Counter[str] = Counter()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    samples: defaultdict[str, list[str]] = defaultdict(list)
    for lang in given.langs.split(","):
        documents = chain(human_news(given.data, lang, "odd"), single_lines(given.data, lang))
        for one in review(documents, Settings(selected())):
            words[lang] += one.words
            for finding in one.findings:
                if (fix := finding.hit.suggestion) is not None:
                    found[finding.code][lang] += 1
                    text, start, end = one.document.text, finding.start, finding.end
                    shown = (
                        f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]} → {fix}⟧{text[end : end + AROUND]}"
                    )
                    samples[finding.code].append(f"{lang} {finding.hit.confidence:.2f} {shown!r}")
    table = {code: {lang: found[code][lang] for lang in words} for code in sorted(found)}
    command = f"python tests/measure_fixes.py DATA --langs {given.langs}"
    write(given.output, "fixes-human", command, {"words": dict(words), "suggestions": table})
    for code in sorted(samples) if given.show else ():
        print(code)
        for line in random.Random(1).sample(samples[code], min(given.show, len(samples[code]))):
            print(" ", line)


if __name__ == "__main__":
    main()
