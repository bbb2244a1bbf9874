"""Measure whether a baseline holds what is known while articles around it are added, edited and reordered.

    python tests/benchmarks/measure_baseline.py [--rounds 40] [--model none|tagger] [-o reports/evaluation]

Each round writes made-up French news with broken sentences in it as Markdown and HTML files, as JSONL rows with ids and
as rows without, learns a baseline from it, edits everything but the broken sentences, and checks again: articles are
added, taken out and reordered, files renamed, sentences before and behind the broken ones rewritten, paragraphs swapped;
then copies of broken sentences are put elsewhere. `known` are broken sentences that were found in the first run and still
stand; `copies` those put elsewhere. `others` are findings of the first run in sentences that were not rewritten.
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from made_up import news

from mtqa.baseline import Baseline
from mtqa.cli.options import settings
from mtqa.config import Config
from mtqa.ledger import Ledger
from mtqa.qe.results import write
from mtqa.readers import read
from mtqa.report import Review
from mtqa.review import Settings, review
from mtqa.segment import Document

ARTICLES, BROKEN_SHARE, COPIES = 24, 0.3, 6
FORMS = ("md", "html", "ids", "rows")
TEMPLATES = (
    "Le ministre {0} est parti pour Moskau avec {1} invités.",
    "Le conseil a voté la la hausse des loyers de {1} euros, dit {0}.",
    "Madame {0} a rencontré {1} élus à Warschau.",
    "Le maire {0} a invité {1} personnes , puis il est parti.",
    "Selon {0}, les les travaux dureront {1} jours.",
)
Article = list[list[str]]  # paragraphs of sentences


class Site:
    """Articles by name, each in one form; every broken sentence stands once."""

    def __init__(self, chance: random.Random, stream: Iterator[str]) -> None:
        self.chance, self.stream = chance, stream
        self.broken: list[str] = []
        self.articles: dict[str, Article] = {}
        self.forms: dict[str, str] = {}
        for _ in range(ARTICLES):
            self.add()

    def add(self, with_faults: bool = True) -> None:
        """One more article."""
        name = f"n{len(self.articles)}-{self.chance.randrange(10**6)}"
        self.articles[name] = [self.paragraph(with_faults) for _ in range(self.chance.randint(2, 5))]
        self.forms[name] = self.chance.choice(FORMS)

    def paragraph(self, with_faults: bool) -> list[str]:
        """Two to four sentences, with a broken one among them or not."""
        found = [next(self.stream) for _ in range(self.chance.randint(2, 4))]
        if with_faults and self.chance.random() < BROKEN_SHARE:
            name = self.chance.choice(["Bel", "Mar", "Cor"]) + self.chance.choice(["ton", "vil", "dan"])
            self.broken.append(self.chance.choice(TEMPLATES).format(name, 100 + len(self.broken)))
            found.insert(self.chance.randint(0, len(found)), self.broken[-1])
        return found

    def edit(self) -> set[str]:
        """Rewrite everything around the broken sentences; return what was taken out."""
        before = self.sentences()
        for article in self.articles.values():
            self.chance.shuffle(article)
            for paragraph in article:
                for place, sentence in enumerate(paragraph):
                    if sentence not in self.broken and self.chance.random() < 0.4:
                        paragraph[place] = next(self.stream)
                if self.chance.random() < 0.3:
                    paragraph.insert(self.chance.randint(0, len(paragraph)), next(self.stream))
        for name in [n for n, a in self.articles.items() if not any(s in self.broken for p in a for s in p)][:3]:
            del self.articles[name]
        for _ in range(8):
            self.add(with_faults=False)
        shuffled = list(self.articles.items())
        self.chance.shuffle(shuffled)
        self.articles = dict(shuffled)
        return before - self.sentences()

    def copy(self) -> list[str]:
        """Put copies of broken sentences into articles that do not hold them."""
        copied = self.chance.sample(self.broken, min(COPIES, len(self.broken)))
        for sentence in copied:
            others = [a for a in self.articles.values() if not any(sentence in p for p in a)]
            self.chance.choice(others).append([sentence])
        return copied

    def sentences(self) -> set[str]:
        """All that stands there."""
        return {s for a in self.articles.values() for p in a for s in p}

    def save(self, folder: Path, prefix: str) -> None:
        """Write the files; Markdown files are named by `prefix`, so that another one renames them."""
        rows: dict[str, list[str]] = {"ids": [], "rows": []}
        for name, article in self.articles.items():
            texts = [" ".join(paragraph) for paragraph in article]
            form = self.forms[name]
            if form == "md":
                (folder / f"{prefix}{name}.md").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
            elif form == "html":
                body = "\n".join(f"<p>{escape(text)}</p>" for text in texts)
                (folder / f"{name}.html").write_text(f"<html><article>{body}</article></html>", encoding="utf-8")
            else:
                row = {"target": "\n".join(texts)} | ({"id": name} if form == "ids" else {})
                rows[form].append(json.dumps(row, ensure_ascii=False))
        for form, lines in rows.items():
            (folder / f"{form}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def checked(folder: Path, chosen: Settings) -> list[Review]:
    """The reviews of a folder."""
    items = read([str(folder)], target_lang="fr", source_lang="de")
    return list(review((one for one in items if isinstance(one, Document)), chosen))


def round_of(seed: int, chosen: Settings) -> Counter[str]:
    """One round, counted."""
    chance, counts = random.Random(seed), Counter[str]()
    site = Site(chance, news("fr", seed))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        site.save(folder, "old-")
        first = Ledger(Baseline(), folder, takes_all=True)
        learnt = list(first.sift(checked(folder, chosen)))
        baseline = first.rewritten()
        known = Counter(sentence_of(s.finding, r) for r in learnt for s in r.suppressed)
        gone = site.edit()
        copied = site.copy()
        for file in folder.iterdir():
            file.unlink()
        site.save(folder, "new-")
        after = list(Ledger(baseline, folder).sift(checked(folder, chosen)))
    shown = Counter(sentence_of(f, r) for r in after for f in r.findings)
    planted = [s for s in site.broken if known[s]]
    counts["known"] = len(planted)
    counts["known, called new"] = sum(shown[s] > (known[s] if s in copied else 0) for s in planted)
    counts["copies"] = sum(known[s] > 0 for s in copied)
    counts["copies, called new"] = sum(shown[s] > 0 for s in copied if known[s])
    others = [s for s in known if s not in site.broken and s not in gone]
    counts["others"] = sum(known[s] for s in others)
    counts["others, called new"] = sum(min(known[s], shown[s]) for s in others)
    return counts


def sentence_of(finding: Any, one: Review) -> str:
    """The sentence in which a finding starts."""
    return next((s.target for s in one.document.segments if s.field == finding.field and s.end > finding.start), "")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--model", default="none")
    parser.add_argument("-o", "--output", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    chosen = settings(Config(model=None if given.model == "tagger" else given.model))
    total = sum((round_of(seed, chosen) for seed in range(1, given.rounds + 1)), Counter[str]())
    rows = {
        name: {"in the second run": total[name], "called new": total[f"{name}, called new"]}
        for name in ("known", "copies", "others")
    }
    command = f"python tests/benchmarks/measure_baseline.py --rounds {given.rounds} --model {given.model}"
    for file in write(given.output, f"baseline-edits-{given.model}", command, {"findings": rows}):
        print(f"wrote {file}", file=sys.stderr)


if __name__ == "__main__":
    main()
