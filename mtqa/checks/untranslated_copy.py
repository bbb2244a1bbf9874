"""A207: a stretch that stands as in the source."""

from collections.abc import Iterator, Sequence

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.frequency import zipf
from mtqa.segment import Segment
from mtqa.text import Word, words

SHORTEST = 3  # words of a copied sentence
LEAST = 4  # words of a run
WHOLE = 0.8  # share of the target's words in runs from which it is a copy as a whole
MARKS = '"“”„«»‘’‚‹›'
OWN = 0.6  # share of a run's words, names left out, that are more at home in the source's language


@source_check(
    "A207",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    example(
        "⟦Die Regierung will das Gesetz noch im Herbst ändern.⟧",
        "fr",
        source="Die Regierung will das Gesetz noch im Herbst ändern.",
        source_lang="de",
    ),
    example(
        "Le ministre a dit que ⟦the law will be changed before the summer⟧ à Berlin.",
        "fr",
        source="The minister said that the law will be changed before the summer in Berlin.",
        source_lang="en",
    ),
    example(
        "Der Film „La vie est un long fleuve“ läuft im Kino.",
        "de",
        source="Le film « La vie est un long fleuve » passe au cinéma.",
        source_lang="fr",
    ),
    example(
        "Angela Dorothea Merkel, Berlin 2021", "fr", source="Angela Dorothea Merkel, Berlin 2021", source_lang="de"
    ),
)
def untranslated_copy(segment: Segment) -> Iterator[Hit]:
    """Words that stand in the target in the order of the source, in its language.

    Engines give up and hand back what they were given; metrics reward it, readers cannot read it. A run of four words and
    more counts where most of its words are more at home in the source's language; names, numbers and what stands in
    quotation marks on both sides do not count. Where nearly all of the target is such a run, it is critical.
    Not seen: one to three words (A101 has those); copies between languages that share their words.
    """
    if segment.source is None or segment.source_lang in (None, segment.target_lang):
        return
    here = words(segment.target, segment.target_lang)
    runs = list(_runs(here, [w.text.lower() for w in words(segment.source, segment.source_lang or "und")]))
    if _is_copy(segment, here):
        yield Hit(0, len(segment.target), "stands as in the source", confidence=0.99, severity=Severity.CRITICAL)
        return
    foreign = [run for run in runs if _is_foreign(here[run[0] : run[1]], segment)]
    if here and sum(last - first for first, last in foreign) >= WHOLE * len(here):
        yield Hit(0, len(segment.target), "stands as in the source", confidence=0.99, severity=Severity.CRITICAL)
        return
    for first, last in foreign:
        if first and here[first].text[0].isupper() and not language(segment.source_lang or "und").capital_nouns:
            continue  # a body or a work is called by its own name: "the Institut des hautes études"
        start, end = here[first].start, here[last - 1].end
        if not _is_quoted(segment.target, start, end):
            yield Hit(start, end, f"“{segment.target[start:end][:40]}” stands as in the source", confidence=0.95)


def _is_copy(segment: Segment, here: Sequence[Word]) -> bool:
    """Whether the target is the source to the letter, and a word of it that no name has is the source's language."""
    if len(here) < SHORTEST or segment.target.split() != (segment.source or "").split():
        return False
    return any(w.text.islower() and _is_at_home(w.text, segment) for w in here)


def _is_at_home(word: str, segment: Segment) -> bool:
    return zipf(word, segment.source_lang or "und") > zipf(word, segment.target_lang) + 0.5


def _runs(here: Sequence[Word], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of the target's words that stand in the source in the same order."""
    small = [word.text.lower() for word in here]
    least = min(LEAST, len(small), len(there))
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(there) - least + 1 if least else 0):
        places.setdefault(tuple(there[at : at + least]), []).append(at)
    at = 0
    while least and at <= len(small) - least:
        longest = max(
            (_common(small, at, there, place) for place in places.get(tuple(small[at : at + least]), ())), default=0
        )
        if longest:
            yield at, at + longest
        at += max(1, longest)


def _common(one: Sequence[str], at: int, other: Sequence[str], place: int) -> int:
    length = 0
    while at + length < len(one) and place + length < len(other) and one[at + length] == other[place + length]:
        length += 1
    return length


def _is_foreign(run: Sequence[Word], segment: Segment) -> bool:
    """Whether most of a run's words belong to the source's language rather than the target's."""
    facts = language(segment.source_lang or "und")
    plain = [w.text for w in run if w.text[0].islower() or facts.capital_nouns]
    at_home = [w for w in plain if _is_at_home(w, segment)]
    small = [w for w in at_home if w[0].islower()]
    says_something = any(w not in facts.closed for w in small)  # "Friends of the Bridge" is a name
    return says_something and len(small) >= 2 and len(at_home) >= OWN * len(plain)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins in front of a stretch or within it, and one ends behind it."""
    before, after = text[:end].count, text[end:].lstrip(" .,!?…\N{NO-BREAK SPACE}")[:1]
    return any(map(before, MARKS)) and bool(after) and after in MARKS
