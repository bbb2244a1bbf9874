"""Measure what a glossary costs: reading it, its tables, memory, and sentences a second with it and without.

    python tests/benchmarks/measure_glossary.py [--terms 50000] [-o reports/evaluation]

The terms are one to three words of the shipped French lexicon, of every kind in equal shares; the text is the made-up
news of the other benchmarks. Seconds are those of the processor, as other work may go on beside. Each run has a process
of its own.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import marisa_trie
from made_up import documents

from mtqa.checks import selected
from mtqa.glossary.table import read_glossary
from mtqa.lexicon.table import folder
from mtqa.qe.results import write
from mtqa.review import Settings, review

SENTENCES = 4000
KINDS = ("allow", "required", "forbidden", "do-not-translate")


def terms(count: int) -> str:
    """A glossary of so many different terms, as CSV."""
    drawn = random.Random(1)
    known: list[str] = marisa_trie.Trie().mmap(str(folder() / "lexicon" / "fr.trie")).keys()
    lexicon = [word for word in known if word.isalpha()]
    found: dict[str, None] = {}
    while len(found) < count:
        found[" ".join(drawn.sample(lexicon, drawn.choice((1, 1, 2, 3))))] = None
    rows = (
        f"{term if KINDS[n % 4] in ('required', 'do-not-translate') else ''},{_target(term, n)},{KINDS[n % 4]},fr"
        for n, term in enumerate(found)
    )
    return "\n".join(["source,target,kind,target_lang", *rows, ""])


def _target(term: str, number: int) -> str:
    return "" if KINDS[number % 4] == "do-not-translate" else term


def measured(file: Path | None) -> dict[str, float]:
    """Figures of one process, with a glossary file or without."""
    begin = time.process_time()
    glossary = read_glossary([file]) if file else None
    read = time.process_time()
    settings = Settings(selected(), glossary=glossary)
    news = documents("fr", 2 * SENTENCES)
    half = len(news) // 2
    made = time.process_time()
    findings = sum(len(one.findings) for one in review(news[:half], settings))  # tables are made, words met
    warm = time.process_time()
    findings += sum(len(one.findings) for one in review(news[half:], settings))
    end = time.process_time()
    return {
        "read_seconds": round(read - begin, 2),
        "first_4000_sentences_seconds": round(warm - made, 2),
        "next_sentences_per_second": round(SENTENCES / (end - warm)),
        "findings": findings,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    """Measure, and write the result; with --one, a run of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--one", metavar="FILE")
    parser.add_argument("-o", "--output", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    if given.one is not None:
        print(json.dumps(measured(Path(given.one) if given.one else None)))
        return
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "terms.csv")
        file.write_text(terms(given.terms), encoding="utf-8")
        result = {name: _run(path) for name, path in (("without", ""), (f"with {given.terms} terms", str(file)))}
    command = f"python tests/benchmarks/measure_glossary.py --terms {given.terms}"
    for written in write(given.output, "glossary-speed", command, {"runs": result}):
        print(written)


def _run(file: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--one", file], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
