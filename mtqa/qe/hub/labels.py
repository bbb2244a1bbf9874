"""What a model's label means: nothing wrong, one of our tags, an MQM category, or just an error."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mtqa.finding import Category, Severity
from mtqa.qe.tags import BY_TAG, Tag

ANY = Tag(
    "error",
    "Q520",
    "likely-error",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    "the model takes “{text}” for an error",
)
IMPROBABLE = Tag(
    "improbable",
    "Q521",
    "improbable-word",
    Category.UNINTELLIGIBLE,
    Severity.MAJOR,
    "“{text}” is improbable here",
)
HUB_KINDS = (ANY, IMPROBABLE)

FINE = frozenset(["o", "ok", "good", "correct", "clean", "c", "none", "no-error", "noerror", "acceptable", "fine"])
WRONG = frozenset(
    ["bad", "error", "err", "incorrect", "wrong", "i", "unacceptable", "mistake", "mqm-error", "r", "replacement"]
)
SEVERITIES = {one.value: one for one in Severity}
SAYING_NOTHING = re.compile(r"label-?\d+|\d+")
MINOR_BY_NATURE = frozenset(
    {Category.PUNCTUATION, Category.CASING, Category.SPELLING, Category.GRAMMAR, Category.AGREEMENT, Category.QUOTES}
)
# Names of WMT's MQM typology and of ERRANT (Bryant et al. 2017) beside those of Category.
OTHER_NAMES: dict[str, str] = {
    "untranslated-text": "untranslated",
    "source-language-fragment": "untranslated",
    "do-not-translate": "wrong-name",
    "register": "mistranslation",
    "awkward": "unintelligible",
    "style": "unintelligible",
    "inconsistency": "inconsistent",
    "inappropriate-for-context": "wrong-term",
    "terminology": "wrong-term",
    "encoding": "character-encoding",
    "capitalization": "casing",
    "capitalisation": "casing",
    "orth": "casing",
    "wo": "word-order",
    "reordering": "word-order",
    "spell": "spelling",
    "punct": "punctuation",
    "verb-form": "form",
    "verb-tense": "form",
    "verb-sva": "agreement",
    "verb-infl": "form",
    "noun-num": "agreement",
    "noun-infl": "form",
    "morph": "form",
    "unnecessary": "addition",
    "missing-word": "missing",
    "repetition": "doubled",
    "duplicate": "doubled",
    "name-entity": "name",
    "named-entity": "name",
}
CATEGORIES = {one.value.rpartition("/")[2]: one for one in Category}


def meanings(labels: Sequence[str], told: Mapping[str, str]) -> list[Tag | None] | str:
    """For each label what it marks, None for "nothing wrong"; or why they cannot be understood, in a few words.

    `told` maps labels to names that are understood. Labels of which some are understood may leave others to ANY.
    """
    for label in told:
        if label not in labels:
            return f"has no label '{label}': its labels are {_listed(labels)}"
    names = [told.get(label, label) for label in labels]
    found = [meaning(name) for name in names]
    if all(one is not None for one in found):
        return f'has no label that means "ok": its labels are {_listed(labels)}'
    errors = [name for name, one in zip(names, found, strict=True) if one is not None]
    if not errors:
        return f"has no label that means an error: its labels are {_listed(labels)}"
    if all(meaning(name) == ANY and plain(name) not in WRONG and not _severity(name) for name in errors):
        return f"labels words with {_listed(labels)}, which are no translation errors"
    return found


def meaning(name: str) -> Tag | None:
    """What one label marks; None where it says that nothing is wrong, ANY where it says no more than that."""
    word = plain(name)
    if word in FINE:
        return None
    severity = _severity(name)
    known = _known(word)
    return known if known is None or severity is None else replace(known, severity=severity)


def _known(word: str) -> Tag:
    operation, _, rest = word.partition("-")
    if operation in {"r", "u", "m"} and (rest or operation != "r"):  # ERRANT: replacement, unnecessary, missing
        word = {"u": "addition", "m": "missing"}.get(operation, rest)
    parts = word.split("-")
    for tail in ("-".join(parts[start:]) for start in range(len(parts))):
        named = OTHER_NAMES.get(tail, tail)
        if named in BY_TAG:
            return BY_TAG[named]
        if named in CATEGORIES:
            return of_category(CATEGORIES[named])
    return ANY


def of_category(category: Category) -> Tag:
    """ANY with a category of its own."""
    kind = category.value.rpartition("/")[2].replace("-", " ")
    severity = Severity.MINOR if category in MINOR_BY_NATURE else Severity.MAJOR
    return replace(
        ANY, tag=category.value, category=category, severity=severity, message=f"“{{text}}” looks wrong: {kind}"
    )


def plain(label: str) -> str:
    """ "B-BAD_MAJOR" as "bad": small, hyphens between words, without the marks of chunks and without a severity."""
    bare = re.sub(r"^[BILUSE][-_](?=.)", "", label)
    words = [one for one in re.split(r"[^a-z0-9]+", bare.casefold()) if one]
    kept = [one for one in words if one not in SEVERITIES]
    return "-".join(kept) or ("error" if words else "")


def says_nothing(labels: Sequence[str]) -> bool:
    """Whether all labels are numbers ("LABEL_0"), as transformers gives them where nobody named them."""
    return all(SAYING_NOTHING.fullmatch(plain(label)) for label in labels)


def _severity(label: str) -> Severity | None:
    words = re.split(r"[^a-z0-9]+", label.casefold())
    return next((SEVERITIES[one] for one in words if one in SEVERITIES), None)


def _listed(labels: Sequence[str]) -> str:
    return ", ".join(labels[:6]) + (" ..." if len(labels) > 6 else "")
