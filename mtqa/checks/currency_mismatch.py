"""A203: a currency or unit that the source does not have."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

# What languages of Europe write for each; symbols of currencies from CLDR, names by their stems.
KINDS = (
    {
        "euro": r"€|\beuros?\b|\beur\b",
        "dollar": r"(?<![a-z])(?:us)?\$|\bdoll?ars?\b|\bd[oó]lar(?:es)?\b|\bdollari\b|\busd\b",
        "pound": r"£|\bpfund\b|\bpounds?\b|\blivres? sterling\b|\blibras?\b|\bgbp\b|\bsterlin\w+",
        "yen": r"¥|\byens?\b|\bjpy\b",
        "rouble": r"₽|\brou?bles?\b|\brubel\b|\brublos?\b|\brubli\b|\brub\b",
        "yuan": r"\byuans?\b|\brenminbi\b|\bcny\b",
    },
    {
        "Celsius": r"°\s?c\b|\bcelsius\b",
        "Fahrenheit": r"°\s?f\b|\bfahrenheit\b",
    },
)


@source_check(
    "A203",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example(
        "Le pont a coûté 13 millions de ⟦dollars⟧.",
        "fr",
        source="Die Brücke kostete 13 Millionen Euro.",
        source_lang="de",
    ),
    example("Die Brücke kostete 13 Millionen ⟦€⟧.", "de", source="The bridge cost $13 million.", source_lang="en"),
    example("Le pont a coûté 13 millions d'euros.", "fr", source="Die Brücke kostete 13 Mio. €.", source_lang="de"),
    example("Es waren 20 °C.", "de", source="It was 68 °F (20 °C).", source_lang="en"),
)
def currency_mismatch(segment: Segment) -> Iterator[Hit]:
    """A currency, or a scale of temperature, where the source has another one.

    A sum in the wrong currency is a wrong sum. Compared are symbols and names; marked is one that the source has not,
    where the source has one that the target has not.
    Not seen: currencies that are not listed; dollars of one country for those of another; units that were converted.
    """
    for kinds in map(_compiled, range(len(KINDS))):
        own = {name: match for name, pattern in kinds if (match := pattern.search(segment.target))}
        its = {name for name, pattern in kinds if pattern.search(segment.source or "")}
        lost = sorted(its - own.keys())
        for name, match in own.items():
            if name not in its and lost:
                yield Hit(*match.span(), f"the source has {lost.pop(0)}, not {name}", confidence=0.85)


@lru_cache
def _compiled(number: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.I)) for name, pattern in KINDS[number].items())
