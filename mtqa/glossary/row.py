"""One row of a glossary file into its terms."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mtqa.errors import ConfigError
from mtqa.glossary.term import Case, Kind, Term
from mtqa.readers.files.tag import primary

# The names that columns have in the glossaries of other programs, by what they are here.
_NAMES = {
    "source": "source source_term",
    "target": "target term target_term translation",
    "source_lang": "source_lang source_language src_lang from",
    "target_lang": "target_lang target_language tgt_lang trg_lang lang language to",
    "kind": "kind status type usage_status",
    "replacement": "replacement use instead use_instead",
    "forbidden": "forbidden not variants forbidden_variants",
    "case": "case case_sensitive",
    "note": "note notes comment comments",
}
COLUMNS = {name: column for column, names in _NAMES.items() for name in names.split()}
# The last words of each line are those of ISO 30042 (TBX), administrativeStatus without its "-admn-sts".
_KINDS = {
    Kind.ALLOW: "allow allowed may-stand accepted admitted admittedterm",
    Kind.KEEP: "do-not-translate dnt keep untranslatable",
    Kind.REQUIRE: "required require term approved preferred preferredterm standardizedterm",
    Kind.FORBID: "forbidden forbid avoid prohibited deprecated deprecatedterm supersededterm",
}
KINDS = {name: kind for kind, names in _KINDS.items() for name in names.split()}
CASES = {
    "": Case.SMART, "smart": Case.SMART, "any": Case.ANY, "ignore": Case.ANY, "insensitive": Case.ANY, "no": Case.ANY,
    "false": Case.ANY, "exact": Case.EXACT, "sensitive": Case.EXACT, "yes": Case.EXACT, "true": Case.EXACT,
}  # fmt: skip
SEVERAL = "|"  # between several forbidden variants in one cell
LONGEST = 200  # code points of a term: longer ones are sentences, or a quotation mark is missing


def terms_of(place: str, path: str, line: int, row: Mapping[str, str]) -> Iterator[Term]:
    """The terms of a row; raises ConfigError, with its place, where it makes no sense."""
    source, target = row.get("source", ""), row.get("target", "")
    kind = _kind(place, row.get("kind", ""), source, target)
    if kind is Kind.KEEP or kind is Kind.ALLOW:
        source, target = source or target, target or source
    if not target or (kind is Kind.REQUIRE and not source):
        missing = "source" if target else "target"
        raise ConfigError(f"{place}: has no {missing}, which a row of kind {kind} needs")
    if kind is Kind.KEEP and source != target:
        raise ConfigError(
            f"{place}: {source!r} is not translated, but its target is {target!r}: leave the target empty"
        )
    term = Term(
        kind=kind,
        target=_checked(place, target),
        source="" if kind is Kind.ALLOW else _checked(place, source),
        target_lang=_lang(place, "target_lang", row),
        source_lang=_lang(place, "source_lang", row),
        replacement=row.get("replacement", ""),
        case=_case(place, row.get("case", "")),
        note=row.get("note", ""),
        path=path,
        line=line,
    )
    if term.replacement and kind is not Kind.FORBID:
        raise ConfigError(f"{place}: has a replacement, but only a forbidden term is replaced")
    if term.replacement == target:
        raise ConfigError(f"{place}: {target!r} is replaced with itself")
    yield term
    yield from _variants(place, term, row.get("forbidden", ""))


def _variants(place: str, term: Term, cell: str) -> Iterator[Term]:
    """The forbidden variants that a row lists beside the term to use."""
    for variant in filter(None, (part.strip() for part in cell.split(SEVERAL))):
        if term.kind is Kind.FORBID or variant == term.target:
            raise ConfigError(f"{place}: {variant!r} stands both as term and as its forbidden variant")
        source = "" if term.kind is Kind.ALLOW else term.source
        yield replace(term, kind=Kind.FORBID, target=_checked(place, variant), source=source, replacement=term.target)


def _kind(place: str, name: str, source: str, target: str) -> Kind:
    """The kind that is named, else the one that the filled cells suggest."""
    spelt = name.lower().replace("_", "-").replace(" ", "-").removesuffix("-admn-sts")
    if spelt in KINDS:
        return KINDS[spelt]
    if spelt:
        raise ConfigError(f"{place}: no kind {name[:30]!r}: expected one of {', '.join(Kind)}")
    if source and target:
        return Kind.KEEP if source == target else Kind.REQUIRE
    return Kind.ALLOW


def _case(place: str, name: str) -> Case:
    if name.lower() not in CASES:
        raise ConfigError(f"{place}: no case {name[:30]!r}: expected one of {', '.join(Case)}")
    return CASES[name.lower()]


def _lang(place: str, column: str, row: Mapping[str, str]) -> str | None:
    tag = row.get(column, "")
    if tag in ("", "*"):
        return None
    found = primary(tag)
    if found is None:
        raise ConfigError(f"{place}: {column} is {tag[:30]!r}, but a BCP 47 tag such as fr was expected")
    return found


def _checked(place: str, term: str) -> str:
    if term and not any(character.isalnum() for character in term):
        raise ConfigError(f"{place}: {term[:30]!r} is no term: it has neither letters nor digits")
    if len(term) > LONGEST:
        raise ConfigError(
            f"{place}: {term[:30]!r}... is longer than {LONGEST} characters: is a quotation mark missing?"
        )
    return " ".join(term.split())
