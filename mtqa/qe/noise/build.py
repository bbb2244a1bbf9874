"""The tables of a language pair and of a language, made from alignments and from human text, as JSON in a work folder."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from mtqa.languages import language
from mtqa.lexicon.lemma import is_known, lemma
from mtqa.lexicon.name import is_widespread, nameness
from mtqa.qe.corpora import lines
from mtqa.text import Word, is_held_out, words

if TYPE_CHECKING:
    from mtqa.qe.align import Aligned

SURE = 0.08  # lowest share of a word's links from which another word translates it
SEEN = 2  # links below this are mistakes of the aligner too often
CHOICES = 5  # translations kept a word
SLOTS = 1 << 23  # of the table of neighbours: some 1.5 M pairs of words stand in 4 M words
MOST_WORDS = 4_000_000  # of text read a language
MOST_PHRASED = 30_000  # pairs that phrases are taken from: news stands first
GENRES = ("news", "speech", "encyclopedia", "everyday", "official")
FORM_SEEN = 4
Table = dict[str, list[tuple[str, float]]]


def write_pair(work: Path, first: str, second: str, rows: Sequence["Aligned"]) -> None:
    """Write `pair.<source>-<target>.json` for both directions."""
    turned = [row._replace(source=row.target, target=row.source, links=_turned(row)) for row in rows]
    for source, target, some in ((first, second, rows), (second, first, turned)):
        table = pair_tables(some, source, target)
        _write(work / f"pair.{source}-{target}.json", table)


def _turned(row: "Aligned") -> tuple[tuple[int, int], ...]:
    return tuple(sorted((t, s) for s, t in row.links))


def _write(file: Path, table: object) -> None:
    file.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")


def pair_tables(rows: Sequence["Aligned"], source: str, target: str) -> dict[str, object]:
    """left: source words by target word; gloss: target words by source word; senses, swaps: other words that translate
    the same source word, content and function words apart; phrases: source phrases by target phrase; names: copies."""
    both: Counter[tuple[str, str]] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    phrases: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(rows):
        for s, t in row.links:
            one, other = row.source[s], row.target[t]
            if one[0].isalpha() and other[0].isalpha():
                both[one.lower(), other.lower()] += 1
                if s:
                    written[one.lower()][one] += 1
                if one == other and one[0].isupper() and len(one) > 2:
                    names[one] += 1
        if number < MOST_PHRASED:
            phrases.update(_phrases(row))
    ahead, back = _table(both), _table(Counter({(t, s): count for (s, t), count in both.items()}))
    spelt = {word: forms.most_common(1)[0][0] for word, forms in written.items()}
    closed = language(target).closed
    left = {t: [(spelt.get(s, s), p) for s, p in some if s != t] for t, some in back.items()}
    senses = _senses(ahead, back, target)
    return {
        "left": {t: some for t, some in left.items() if some},
        "gloss": ahead,
        "senses": {t: some for t, some in senses.items() if t not in closed and some},
        "swaps": {t: some for t, some in senses.items() if t in closed and some},
        "phrases": _best(phrases),
        "names": [name for name, count in names.items() if count > 1 and not is_known(name.lower(), target)],
    }


def _table(both: Counter[tuple[str, str]]) -> Table:
    """For each first word its second words with their shares, the likeliest first."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (one, other), count in both.items():
        if count >= SEEN:
            found[one].append((other, count))
    table: Table = {}
    for word, some in found.items():
        whole = sum(count for _, count in some)
        some.sort(key=lambda row: (-row[1], row[0]))
        kept = [(other, round(count / whole, 3)) for other, count in some[: 2 * CHOICES] if count / whole >= SURE]
        if kept:
            table[word] = kept[:CHOICES]
    return table


def _senses(ahead: Table, back: Table, target: str) -> Table:
    """Words that translate what a word translates, and are no form of it."""
    closed = language(target).closed
    found: Table = {}
    for word, sources in back.items():
        own = lemma(word, target) or word
        chance: defaultdict[str, float] = defaultdict(float)
        for source, p in sources:
            for other, q in ahead.get(source, ()):
                if other != word and (other in closed) == (word in closed):
                    chance[other] += p * q
        found[word] = [
            (other, round(p, 4))
            for other, p in sorted(chance.items(), key=lambda row: -row[1])[: 2 * CHOICES]
            if (lemma(other, target) or other) != own and not _alike(word, other)
        ][:CHOICES]
    return found


def _alike(one: str, other: str) -> bool:
    return len(one) > 3 and one[:4] == other[:4]


def _phrases(row: "Aligned") -> Iterator[tuple[str, str]]:
    """Target phrases of two to four words with the source words that they translate and that translate nothing else."""
    ahead: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for s, t in row.links:
        ahead[t].append(s)
        back[s].append(t)
    is_word = [word[0].isalpha() for word in row.target]
    for start in range(len(row.target) - 1):
        inside = list(ahead.get(start, ()))
        for end in range(start + 2, min(start + 4, len(row.target)) + 1):
            if not is_word[start] or not is_word[end - 1]:
                break
            inside += ahead.get(end - 1, ())
            if not inside:
                continue
            low, high = min(inside), max(inside) + 1
            if high - low > 5 or any(not start <= t < end for s in range(low, high) for t in back.get(s, ())):
                continue
            found = row.source[low:high]
            if all(word[0].isalpha() for word in found):
                yield " ".join(row.target[start:end]).lower(), " ".join(found)


def _best(phrases: Counter[tuple[str, str]]) -> dict[str, str]:
    best: dict[str, tuple[int, str]] = {}
    for (target, source), count in phrases.items():
        if count > 1 and target != source.lower():
            best[target] = max(best.get(target, (0, "")), (count, source))
    return {target: source for target, (_, source) in best.items()}


def write_language(data: Path, work: Path, lang: str) -> None:
    """Write `words.<lang>.json` (forms, vocabulary, names) and `neighbours.<lang>.bin` (counts of word pairs, a byte)."""
    near = bytearray(SLOTS)
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for some in _texts(data, lang):
        before = ""
        for at, word in enumerate(some):
            here = word.text.lower()
            slot = crc32(f"{before} {here}".encode()) % SLOTS
            near[slot] += near[slot] < 255
            before = here
            if word.text[0].isupper():
                if at:
                    large[word.text] += 1
                    if at > 1 and some[at - 1].text[0].isupper() and some[at - 1].end + 1 == word.start:
                        full[f"{some[at - 1].text} {word.text}"] += 1
            else:
                small[word.text] += 1
    (work / f"neighbours.{lang}.bin").write_bytes(bytes(near))
    names = _names(large, small, lang)
    _write(
        work / f"words.{lang}.json",
        {
            "forms": _forms(small, large, lang),
            "vocabulary": _vocabulary(small, large, set(names), lang),
            "names": names,
            "full_names": [two for two in full if all(part in names for part in two.split())][:20_000],
        },
    )


def _texts(data: Path, lang: str) -> Iterator[tuple[Word, ...]]:
    read = 0
    for genre in GENRES:
        file = data / "text" / lang / f"{genre}.txt.xz"
        for line in lines(file) if file.is_file() else ():
            if not is_held_out(line):
                some = words(line, lang)
                read += len(some)
                yield some
            if read > MOST_WORDS:
                return


def _names(large: Counter[str], small: Counter[str], lang: str) -> dict[str, None]:
    """Words with a capital inside sentences that no dictionary has and that hardly ever stand small."""
    return {
        word: None
        for word, count in large.most_common(60_000)
        if len(word) > 2
        and word.isalpha()
        and not word.isupper()
        and small[word.lower()] * 20 < count
        and nameness(word, lang) >= 0.5
        and (is_widespread(word, lang) or not language(lang).capital_nouns)
        and not is_known(word.lower(), lang)
    }


def _forms(small: Counter[str], large: Counter[str], lang: str) -> dict[str, list[str]]:
    """Other forms of the same lemma, lower case, by the form."""
    counts = Counter({word: count for word, count in small.items() if count >= FORM_SEEN})
    if language(lang).capital_nouns:
        counts.update({word.lower(): count for word, count in large.items() if count >= FORM_SEEN})
    groups: dict[str, list[str]] = defaultdict(list)
    capital = language(lang).capital_nouns
    for word, _ in counts.most_common(80_000):
        written = word[:1].upper() + word[1:] if capital and large[word[:1].upper() + word[1:]] > small[word] else word
        if (found := lemma(written, lang)) and word.isalpha():
            groups[found].append(word)
    return {
        word: others
        for some in groups.values()
        for word in some
        if (others := [other for other in some if _is_form(word, other)][:8])
    }


def _is_form(word: str, other: str) -> bool:
    """Whether the two differ in their ends alone, or are short and much used ("is", "are")."""
    if word == other:
        return False
    shared = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return (shared >= max(len(word), len(other)) - 4 and shared >= 2) or max(len(word), len(other)) <= 5


def _vocabulary(small: Counter[str], large: Counter[str], names: set[str], lang: str) -> list[str]:
    """Content words as written inside sentences, the most frequent first."""
    closed, capital = language(lang).closed, language(lang).capital_nouns
    counts = Counter({word: count for word, count in small.items() if count > 1})
    if capital:
        counts.update(
            {word: n for word, n in large.items() if n > 1 and word not in names and nameness(word, lang) < 0.5}
        )
    return [
        word
        for word, _ in counts.most_common(60_000)
        if len(word) > 3 and word.lower() not in closed and word.replace("-", "").isalpha() and not word.isupper()
    ]
