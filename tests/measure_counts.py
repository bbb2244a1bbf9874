"""Measure F110 and F120: false alarms on human news, recall on faults put into it.

    python tests/measure_counts.py DATA [--langs fr,de] [--half odd|even] [--show 10]

DATA is the folder with outputs/ (human translations and sources of news; segments with an odd number report, even ones
were tuned on) and text/ (lines held out by `is_held_out`). F110's fault: what a determiner or preposition governs is
deleted, up to the next function word or mark. F120's fault: a determiner is swapped for an article that governs nothing
of what the first can.
"""

import argparse
import json
import lzma
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from mtqa.checks import all_checks
from mtqa.finding import Hit
from mtqa.languages import language
from mtqa.lexicon.gender import governed
from mtqa.segment import Segment
from mtqa.text import is_held_out, lowered, words

GENRES = ("news", "speech", "encyclopedia", "official", "everyday")
CHECKS = {check.code: check for check in all_checks()}
Fault = Callable[[str, str, random.Random], tuple[str, int] | None]


def human_news(data: Path, lang: str, odd: bool) -> Iterator[str]:
    """Each human translation into, and source in, the language, once."""
    seen = set()
    for path in sorted((data / "outputs").glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                target = row["mt"] if row.get("is_human") and row["tgt_lang"] == lang else None
                text = target or (row["src"] if row["src_lang"] == lang else None)
                if text and row["seg"] % 2 == odd and text not in seen:
                    seen.add(text)
                    yield text


def held_out(data: Path, lang: str, genre: str) -> Iterator[str]:
    """The lines of a genre that the tables have not seen."""
    path = data / "text" / lang / f"{genre}.txt.xz"
    if path.is_file():
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from (line.strip() for line in file if is_held_out(line))


def hits(code: str, text: str, lang: str) -> list[Hit]:
    return list(CHECKS[code].function(Segment(text, lang)))


def deleted(text: str, lang: str, rng: random.Random) -> tuple[str, int] | None:
    """The text without what one determiner or preposition governs, and the place of the gap."""
    facts, found, small = language(lang), words(text, lang), lowered(text, lang)
    governing = facts.determiners.keys() | facts.elided.keys() | facts.prepositions | facts.possessives
    gaps = []
    for place in range(len(found) - 2):
        if small[place] in governing and (not place or found[place].text[0].islower()):
            end = place + 1
            while end < len(found) - 1 and small[end] not in facts.closed:
                if text[found[end - 1].end : found[end].start] not in ("", " "):
                    break
                end += 1
            if place + 1 < end < place + 5:
                gaps.append((found[place].end, found[end - 1].end))
    if not gaps:
        return None
    start, end = rng.choice(gaps)
    space = "" if text[end : end + 1] in " ,.;:" else " "
    return text[:start].rstrip() + space + text[end:], start


def swapped(text: str, lang: str, rng: random.Random) -> tuple[str, int] | None:
    """The text with one determiner before an open-class word swapped for an article that cannot govern the same."""
    facts, found, small = language(lang), words(text, lang), lowered(text, lang)
    places = [
        place
        for place in range(len(found) - 1)
        if small[place] in facts.determiners
        and (not place or found[place].text[0].islower())
        and text[found[place].end : found[place + 1].start] == " "
        and small[place + 1] not in facts.closed
        and found[place + 1].text[0].isupper() == facts.capital_nouns
    ]
    if not places:
        return None
    place = rng.choice(places)
    could = governed(small[place], "x", facts)
    articles = facts.articles if lang != "en" else ("a", "these", "this", "many")
    others = [one for one in sorted(articles) if not one.endswith("'") and not governed(one, "x", facts) & could]
    if not others:
        return None
    other = rng.choice(others)
    start, end = found[place].start, found[place].end
    return text[:start] + (other if place else other.capitalize()) + text[end:], start


def recall(code: str, lang: str, texts: list[str], fault: Fault) -> tuple[int, int]:
    rng = random.Random(1)
    broken = [found for text in texts if (found := fault(text, lang, rng))]
    seen = sum(any(hit.start - 2 <= at <= hit.end + 1 for hit in hits(code, text, lang)) for text, at in broken)
    return seen, len(broken)


def false_alarms(code: str, lang: str, texts: list[str], show: int) -> tuple[int, int]:
    count = 0
    for text in texts:
        for hit in hits(code, text, lang):
            count += 1
            if count <= show:
                print(
                    f"    ...{text[max(0, hit.start - 40) : hit.start]}[{text[hit.start : hit.end]}]{text[hit.end :][:30]}"
                )
    return count, sum(len(words(text, lang)) for text in texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--langs", default="fr,de,en,es,it,pt,nl")
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for lang in options.langs.split(","):
        news = list(human_news(options.data, lang, options.half == "odd"))
        texts = {"wmt21": news} | {genre: list(held_out(options.data, lang, genre)) for genre in GENRES}
        for code, fault in (("F110", deleted), ("F120", swapped)):
            if not CHECKS[code].speaks(lang):
                continue
            for genre, lines in texts.items():
                if lines:
                    count, total = false_alarms(code, lang, lines, options.show)
                    print(
                        f"{code} {lang} {genre}: {count} findings in {total:,} words, {1e4 * count / total:.2f} per 10,000"
                    )
            sample = news or texts["news"] or texts["everyday"]
            found, total = recall(code, lang, sample[:3000], fault)
            print(f"{code} {lang} recall: {found} of {total} faults, {found / max(1, total):.2f}")


if __name__ == "__main__":
    main()
