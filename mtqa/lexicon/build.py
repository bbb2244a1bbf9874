"""Compile wordfreq, simplemma and counts of human text into the tables of models/lexicon.

    python -m mtqa.lexicon.build models/lexicon --text DATA/text [--langs fr,de,en]

DATA/text/<lang>/*.txt.xz holds a sentence or paragraph a line. One line in ten is left out (`text.is_held_out`), so that
false alarms can be counted on text that the tables have not seen. Needs the extra `build`.
"""

import argparse
import json
import lzma
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mtqa.languages import language
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, STEPS_PER_ZIPF, UNGOVERNED, Entry, key
from mtqa.text import is_held_out

LANGS = ("de", "en", "es", "fr", "it", "nl", "pt")
GENRES = ("news", "speech", "encyclopedia", "official", "everyday")  # no novels: their spelling and names are old
SEEN_AT_LEAST = 2  # a word of the text alone, in no list, is kept from two occurrences on
FORM_OF_FREQUENT = 2.0  # zipf from which a lemma's forms that no corpus shows are kept
NOUN_SHARE = 0.3  # of a German noun's occurrences follow a determiner; "Merkel" .17, "Handelsblatt" .5, "Häuser" .63
NAME_SHARE, NAME_COUNT = 0.1, 3
WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'’](?=[^\W\d_]))+")
TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
INSIDE = re.compile(r"(?<=[\w,;][ '’])[^\W\d_](?:[^\W_]|[-'’](?=[^\W\d_]))+")


def lines(folder: Path, lang: str) -> Iterator[str]:
    """The lines of a language's text that may be counted."""
    for genre in GENRES:
        path = folder / lang / f"{genre}.txt.xz"
        if path.is_file():
            with lzma.open(path, "rt", encoding="utf-8") as file:
                yield from (line for line in file if not is_held_out(line))


def counts(folder: Path, lang: str) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands inside a sentence, and how often with a capital there; titles in capitals are left out."""
    seen: Counter[str] = Counter()
    for line in lines(folder, lang):
        inside = INSIDE.findall(line)
        if sum(word[0].isupper() for word in inside) * 3 < len(inside) * 2:
            seen.update(inside)
    total: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, count in seen.items():
        spelt = key(word)
        total[spelt] += count
        if word[0].isupper():
            capital[spelt] += count
    return total, capital


def governed(folder: Path, lang: str) -> dict[str, int]:
    """Where nouns have capitals: GOVERNED for a word that stands after a determiner as nouns do, UNGOVERNED for one that
    hardly does, as names do not. Adjectives between are looked over.
    """
    if not language(lang).capital_nouns:
        return {}
    determiners = frozenset(language(lang).determiners)
    total: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for line in lines(folder, lang):
        tokens = TOKEN.findall(line)
        for before, left, word in zip(["", *tokens], tokens, tokens[1:], strict=False):
            if word[0].isupper() and left.isalpha():
                spelt = key(word)
                total[spelt] += 1
                after[spelt] += left in determiners or (left[0].islower() and before in determiners)
    return {
        word: GOVERNED if after[word] >= NOUN_SHARE * count else UNGOVERNED
        for word, count in total.items()
        if after[word] >= NOUN_SHARE * count or (count >= NAME_COUNT and after[word] <= NAME_SHARE * count)
    }


def frequencies(lang: str) -> dict[str, int]:
    """wordfreq's list, the frequency as a byte."""
    import wordfreq

    best = "large" if lang in wordfreq.available_languages("large") else "best"
    return {
        word.replace("’", "'"): max(1, min(255, 1 + round((math.log10(frequency) + 9 - 1) * STEPS_PER_ZIPF)))
        for word, frequency in wordfreq.get_frequency_dict(lang, best).items()
        if WORD.fullmatch(word) or len(word) == 1
    }


def forms(lang: str) -> dict[str, tuple[int, str, str]]:
    """simplemma's forms: flags, and the lemmas of the form as written small and with a capital ("" for none)."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    found: dict[str, tuple[int, str, str]] = {}
    for form, lemma in sorted(DefaultDictionaryFactory().get_dictionary(lang).items()):  # "ß" last: it wins over "ss"
        if WORD.fullmatch(form):
            flags, small, capital = found.get(key(form), (0, "", ""))
            if form[0].islower():
                found[key(form)] = flags | SMALL, lemma, capital
            else:
                found[key(form)] = flags | CAPITAL, small, lemma
    return found


def rule(form: str, lemma: str) -> str:
    """How to get from a form to its lemma: "2+en" takes two letters off and adds "en"; "^" first: it has a capital."""
    lemma_small = lemma.casefold()
    common = 0
    while common < min(len(form), len(lemma_small)) and form[common] == lemma_small[common]:
        common += 1
    return f"{'^' if lemma[:1].isupper() else ''}{len(form) - common}+{lemma_small[common:]}"


def text_byte(total: int, capital: int) -> int:
    """Count and share of capitals in one byte."""
    return min(15, total.bit_length()) << 4 | round(15 * capital / total) if total else 0


def compile_table(lang: str, text: Path | None) -> tuple[dict[str, Entry], list[str]]:
    """Everything known of every word worth keeping, and the lemma rules."""
    frequency, form = frequencies(lang), forms(lang)
    total, capital = counts(text, lang) if text else (Counter[str](), Counter[str]())
    noun = governed(text, lang) if text else {}
    floor = 1 + (FORM_OF_FREQUENT - 1) * STEPS_PER_ZIPF
    keys = set(frequency) | {word for word, count in total.items() if count >= SEEN_AT_LEAST}
    lemma = {
        word: capitalised if not small or (capitalised and capital[word] * 2 > total[word]) else small
        for word, (_, small, capitalised) in form.items()
    }
    keys |= {word for word in lemma if frequency.get(key(lemma[word]), 0) >= floor}
    rule_of = {word: rule(word, lemma[word]) for word in keys & lemma.keys()}
    common = [one for one, count in Counter(rule_of.values()).most_common(65535) if count > 1]
    number = {one: place for place, one in enumerate(common, start=1)}
    entries = {
        word: Entry(
            frequency.get(word, 0),
            form.get(word, (0, "", ""))[0] | noun.get(word, 0),
            text_byte(total[word], capital[word]),
            number.get(rule_of.get(word, ""), 0),
        )
        for word in keys
    }
    return entries, ["", *common]


def write(lang: str, entries: dict[str, Entry], rules: list[str], out: Path) -> None:
    """Write <lang>.trie, <lang>.columns and <lang>.rules.json."""
    import marisa_trie

    trie = marisa_trie.Trie(entries, num_tries=3, order=marisa_trie.LABEL_ORDER)
    rows = [Entry(0, 0, 0, 0)] * len(trie)
    for word, entry in entries.items():
        rows[trie[word]] = entry
    columns = b"".join(bytes(column) for column in list(zip(*rows, strict=True))[:3])
    trie.save(str(out / f"{lang}.trie"))
    (out / f"{lang}.columns").write_bytes(columns + b"".join(row.rule.to_bytes(2, "little") for row in rows))
    (out / f"{lang}.rules.json").write_text(json.dumps(rules, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--langs", default=",".join(LANGS))
    parser.add_argument("--text", type=Path, help="folder of text, one folder a language")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for lang in options.langs.split(","):
        entries, rules = compile_table(lang, options.text)
        write(lang, entries, rules, options.out)
        size = sum((options.out / f"{lang}{end}").stat().st_size for end in (".trie", ".columns", ".rules.json"))
        print(f"{lang}: {len(entries):,} words, {len(rules):,} lemma rules, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
