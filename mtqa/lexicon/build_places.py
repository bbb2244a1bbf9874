"""Compile CLDR's names of countries and cities into one table beside our own places.tsv.

    python -m mtqa.lexicon.build_places models/lexicon

Columns as in places.tsv: one language each, "=" for "as in English" (in the English column: as in German). Needs babel
(CLDR data, Unicode licence).
"""

import argparse
import re
from pathlib import Path

from babel import Locale

LANGS = ("de", "en", "es", "fr", "it", "nl", "pt")
CONTINENTS = ("150", "002", "003", "005", "013", "019", "142", "009")
ADDED = re.compile(r"\s*[(\[].*[)\]]|, .*")  # "Tripoli (Libye)", "Knox, Indiana"
ARTICLE = re.compile(r"(?:El|Le) (?=\w)")


def tidy(name: str) -> str:
    """A name without the region or article that CLDR adds to tell it from others."""
    return ARTICLE.sub("", ADDED.sub("", name)).strip()


def territories(locales: dict[str, Locale]) -> list[list[str]]:
    """Countries, dependencies and continents, one row each."""
    names: dict[str, dict[str, str]] = {lang: dict(locale.territories.items()) for lang, locale in locales.items()}
    codes = [code for code in names["en"] if (code.isalpha() and len(code) == 2) or code in CONTINENTS]
    return [[tidy(names[lang].get(code, "")) for lang in LANGS] for code in sorted(codes)]


def cities(locales: dict[str, Locale]) -> list[list[str]]:
    """The cities that stand for time zones; one missing from a locale is called there as the zone is."""
    zones: dict[str, dict[str, dict[str, str]]] = {
        lang: dict(locale.time_zones.items()) for lang, locale in locales.items()
    }
    found = sorted({zone for of_lang in zones.values() for zone in of_lang if zone.count("/") == 1})
    return [
        [tidy(zones[lang].get(zone, {}).get("city", zone.rpartition("/")[2].replace("_", " "))) for lang in LANGS]
        for zone in found
        if not zone.startswith(("Etc/", "Antarctica/"))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    locales = {lang: Locale.parse(lang) for lang in LANGS}
    english = LANGS.index("en")
    rows = [row for row in territories(locales) + cities(locales) if len(set(row)) > 1]
    cells = [["=" if at != english and cell == row[english] else cell for at, cell in enumerate(row)] for row in rows]
    lines = ["\t".join(LANGS), *("\t".join(row) for row in cells)]
    (out / "cldr.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main()
