"""Glossaries: what is read from files, what is found in texts, and what may stand."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.checks import selected
from mtqa.errors import ConfigError
from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.glossary.lookup import Glossary
from mtqa.glossary.silence import may_stand
from mtqa.glossary.table import MAX_BYTES, read_glossary
from mtqa.glossary.term import Case, Kind, Term
from mtqa.glossary.trie import Trie
from mtqa.review import Settings, review_document
from mtqa.segment import Document, Segment


def written(place: Path, text: str | bytes, name: str = "terms.csv") -> Path:
    file = place / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def glossary(place: Path, text: str | bytes) -> Glossary:
    return read_glossary([written(place, text)])


def found(
    terms: Glossary | None, text: str, lang: str = "fr", source_lang: str | None = "de", **more: str
) -> list[tuple[str, str]]:
    document = Document("d", "-", text, target_lang=lang, source_lang=source_lang, **more)
    return [(f.code, f.text) for f in review_document(document, Settings(selected(), glossary=terms)).findings]


ROWS = "source_lang;target_lang;source;target;kind;case;note\nde;fr;Kanzler;chancelier;required;;\n;;Elbbote;;dnt;exact;a paper\n"


@pytest.mark.parametrize(
    "data",
    [
        ROWS,
        "\ufeff" + ROWS,
        ROWS.replace(";", "\t"),
        ROWS.replace(";", ","),
        ROWS.replace("\n", "\r\n"),
        ROWS.encode("utf-16"),
    ],
    ids=["semicolons", "byte order mark", "tabs", "commas", "CRLF", "UTF-16"],
)
def test_a_file_is_read_whatever_its_delimiter_mark_and_line_ends(data: str | bytes, tmp_path: Path) -> None:
    one, other = glossary(tmp_path, data).terms
    assert (one.kind, one.source, one.target, one.source_lang, one.target_lang) == (
        "required",
        "Kanzler",
        "chancelier",
        "de",
        "fr",
    )
    assert (other.kind, other.source, other.target, other.case, other.line) == (
        "do-not-translate",
        "Elbbote",
        "Elbbote",
        Case.EXACT,
        3,
    )


def test_a_quoted_cell_may_hold_the_delimiter_and_a_line_break(tmp_path: Path) -> None:
    (term, last) = glossary(tmp_path, 'target,note\n"Kiel, die Stadt","two\nlines"\nBremen,\n').terms
    assert (term.target, term.note, last.line) == ("Kiel, die Stadt", "two\nlines", 4)


KINDS = [
    ("Haus,maison,", Kind.REQUIRE),
    ("Spiegel,Spiegel,", Kind.KEEP),
    (",Spiegel,", Kind.ALLOW),
    ("Spiegel,,", Kind.ALLOW),
    ("Spiegel,,Do not translate", Kind.KEEP),
    ("Haus,maison,preferredTerm-admn-sts", Kind.REQUIRE),
    (",maison,deprecated", Kind.FORBID),
]


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_a_kind_is_named_or_told_by_the_cells(row: str, kind: Kind, tmp_path: Path) -> None:
    assert [term.kind for term in glossary(tmp_path, f"source,target,status\n{row}\n").terms] == [kind]


WRONG = {
    "": "the glossary is empty: a CSV file was expected",
    "a,b\n1,2\n": ":1: has no column named source or target (found: a, b): begin with a row such as",
    "Haus,maison\n": ":1: has no column named source or target (found: Haus, maison)",
    "source,target,to,lang\n": ":1: has more than one column for target_lang",
    "target,kind\nmaison,sometimes\n": ":2: no kind 'sometimes': expected one of allow, do-not-translate, required, forbidden",
    "source,target,kind\nHaus,,required\n": ":2: has no target, which a row of kind required needs",
    "source,target,kind\n,maison,required\n": ":2: has no source, which a row of kind required needs",
    "source,target,kind\nHaus,,forbidden\n": ":2: has no target, which a row of kind forbidden needs",
    "source,target,kind\nHaus,maison,dnt\n": ":2: 'Haus' is not translated, but its target is 'maison'",
    "target\n...\n": ":2: '...' is no term: it has neither letters nor digits",
    f"target\n{'a' * 201}\n": "is longer than 200 characters: is a quotation mark missing?",
    "target,case\nmaison,upper\n": ":2: no case 'upper': expected one of smart, any, exact",
    "target,target_lang\nmaison,french\n": ":2: target_lang is 'french', but a BCP 47 tag such as fr was expected",
    "target\nmaison,foyer\n": ":2: has 2 cells under 1 columns: quote a cell that holds the delimiter",
    'target,note\nmaison,"open\n': ":2: is not valid CSV",
    "target,kind,replacement\nmaison,forbidden,maison\n": ":2: 'maison' is replaced with itself",
    "target,kind,replacement\nmaison,allow,foyer\n": ":2: has a replacement, but only a forbidden term is replaced",
    "source,target,forbidden\nHaus,maison,foyer|maison\n": ":2: 'maison' stands both as term and as its forbidden variant",
    "target,kind\nmaison,allow\nmaison,forbidden\n": ":3: 'maison' is forbidden, but allow in {file}:2: remove one of them",
    b"PK\x03\x04" + bytes(60): "the glossary is a ZIP archive or an office document, not text",
    b"\x00\x01\x02" * 99: "the glossary is binary, not text",
    b"target\nB\xe4cker und V\xf6gel\nB\xc3\xa4cker\n": "has bytes that are not in the file's encoding",
}  # fmt: skip


@pytest.mark.parametrize(("data", "told"), WRONG.items(), ids=[told[:50] for told in WRONG.values()])
def test_what_is_wrong_in_a_file_is_told_in_one_line_with_its_place(
    data: str | bytes, told: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as error:
        glossary(tmp_path, data)
    message = str(error.value)
    assert message.startswith(str(tmp_path / "terms.csv"))
    assert told.format(file=tmp_path / "terms.csv") in message
    assert "\n" not in message


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as stream:
        stream.write(b"target\n")
        stream.truncate(MAX_BYTES + 7)
    with pytest.raises(ConfigError, match=r"huge\.csv: the glossary (is binary|has more than 64 MB)"):
        read_glossary([file])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="the glossary cannot be read: No such file"):
        read_glossary([tmp_path / "none.csv"])


def test_rows_that_stand_twice_and_columns_that_are_not_used_are_warned_of(tmp_path: Path) -> None:
    terms = glossary(tmp_path, "target,colour\n" + "maison,red\n" * 8)
    assert len(terms.terms) == 1
    told = [
        re.sub(r".*terms\.csv", "F", warning.replace(f"in {tmp_path}/terms.csv", "in F")) for warning in terms.warnings
    ]
    assert told[:2] == [
        "F:1: the column 'colour' is not used",
        "F:3: the same row stands in F:2: this one was left out",
    ]
    assert told[-1] == "2 more rows stand twice"


def test_a_ban_for_one_source_term_does_not_contradict_another(tmp_path: Path) -> None:
    rows = "source,target,kind\nSitzbank,banque,forbidden\nBank,banque,required\n"
    assert len(glossary(tmp_path, rows).terms) == 2


# What a term in a language finds in a text: brackets mark it.
MATCHES = [
    ("banque centrale", "fr", "Les ⟦banques centrales⟧ et la banque du Centre."),
    ("Vereinigte Staaten", "de", "In den ⟦Vereinigten Staaten⟧ von Amerika."),
    ("maire-adjoint", "fr", "Les ⟦maires-adjoints⟧ et le maire adjoint."),
    ("Bundestag", "de", "Im Keller des ⟦Bundestags⟧; die Bundestagswahl nicht."),
    ("config", "en", "Set the ⟦config⟧, not the configurtions or a pre-config."),
    ("Moskau", "fr", "« ⟦Moskau⟧ », ⟦MOSKAU⟧, mais pas moskau ni Moskauer."),
    ("Xypo", "en", "⟦Xypo's⟧ shares; ⟦Xypos⟧ abound; Xypoland does not."),
    ("Otan", "fr", "L'⟦Otan⟧ et d’⟦Otan⟧."),
    ("L'Oréal", "fr", "Chez ⟦L’Oréal⟧ et l'oreal."),
    ("5G", "de", "Das ⟦5G⟧, kein 15G und kein 5GB."),
    ("C++", "en", "Written in ⟦C++⟧, not in C + + or C."),
    ("AT&T", "en", "⟦AT&T⟧ but not AT & T."),
    ("New York Times", "en", "The ⟦New York\nTimes⟧ and the ⟦New\N{NO-BREAK SPACE}York Times⟧."),
    ("Covid-19", "fr", "Le ⟦Covid\N{NON-BREAKING HYPHEN}19⟧."),
    ("Café", "fr", "Au ⟦Cafe\N{COMBINING ACUTE ACCENT}⟧."),
    ("saw", "en", "A ⟦saw⟧, two ⟦saws⟧; I see."),
    ("Straße", "de", "Die ⟦Straße⟧ und die ⟦STRASSE⟧."),
]  # fmt: skip


@pytest.mark.parametrize(("term", "lang", "marked"), MATCHES, ids=[term for term, *_ in MATCHES])
def test_a_term_is_found_whole_inflected_and_with_its_capitals(term: str, lang: str, marked: str) -> None:
    trie = Trie(lang)
    trie.add(term, Term(Kind.ALLOW, term))
    pieces = re.split("[⟦⟧]", marked)
    text = "".join(pieces)
    assert [text[m.start : m.end] for m in trie.matches(text)] == pieces[1::2]


def test_case_exact_asks_for_every_letter_and_case_any_for_none() -> None:
    trie = Trie("de")
    trie.add("Elbbote", Term(Kind.KEEP, "Elbbote", case=Case.EXACT))
    trie.add("Weserkurier", Term(Kind.KEEP, "Weserkurier", case=Case.ANY))
    text = "Elbbote ELBBOTE Elbboten WeserKurier weserkurier"
    assert [text[m.start : m.end] for m in trie.matches(text)] == ["Elbbote", "WeserKurier", "weserkurier"]


@given(
    st.lists(
        st.text(alphabet="abcC' -.,5\N{RIGHT SINGLE QUOTATION MARK}é", min_size=1, max_size=8), min_size=1, max_size=6
    ),
    st.data(),
)
def test_a_term_is_found_in_every_text_that_has_it_between_spaces(terms: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(terms))
    trie = Trie("und")
    for term in terms:
        trie.add(term, Term(Kind.ALLOW, term))
    hits = {m[:2] for m in trie.matches(f"Zz {wanted} zz")}
    stripped = wanted.strip()
    start = 3 + wanted.index(stripped) if stripped else 0
    assert not stripped or (start, start + len(stripped)) in hits


# A finding on a term that may stand, and on more than it.
STANDING = [
    ("Moskau", "On dîne au Moskau.", []),
    ("Moskau", "On dîne au Moskau et à Warschau.", [("A102", "Warschau")]),
    ("Warschauer", "On dîne à Warschau.", [("A102", "Warschau")]),
    ("Haus am Warschau", "Le théâtre est à Warschau.", [("A102", "Warschau")]),
    ("Theater Warschau", "Le Theater Warschau est à Warschau.", [("A102", "Warschau")]),
    ("Geneva", "The talks ended in in Geneva.", [("F101", "in in")]),
    ("in", "The talks ended in in Geneva.", [("F101", "in in")]),
    ("in in", "The talks ended in in Geneva.", []),
]


@pytest.mark.parametrize(("term", "text", "left"), STANDING)
def test_a_term_that_may_stand_silences_findings_on_it_and_never_more(
    term: str, text: str, left: list[tuple[str, str]]
) -> None:
    terms = Glossary([Term(Kind.ALLOW, term)])
    lang = "en" if text.startswith("The ") else "fr"
    assert found(terms, text, lang) == left
    assert found(None, text, lang)  # the checks speak up without the glossary


def test_a_term_of_one_language_may_not_stand_in_another() -> None:
    terms = Glossary([Term(Kind.ALLOW, "Moskau", target_lang="es")])
    assert found(terms, "On dîne au Moskau.") == [("A102", "Moskau")]


def test_a_forbidden_term_inside_a_longer_one_that_may_stand_is_silent() -> None:
    terms = Glossary([Term(Kind.FORBID, "maire"), Term(Kind.ALLOW, "maire du palais")])
    assert found(terms, "Le maire du palais dort. Le maire veille.") == [("T101", "maire")]


SOURCE = "Der Kanzler kam.\nDer Elbbote schrieb darüber, und der Kanzler las es im Zug nach Hause.\n"
GOOD = "Le chancelier est venu.\nL'Elbbote en a parlé, et le chancelier l'a lu dans le train du retour.\n"
TERMS = Glossary(
    [
        Term(Kind.REQUIRE, "chancelier", "Kanzler", "fr", "de"),
        Term(Kind.KEEP, "Elbbote", "Elbbote"),
        Term(Kind.FORBID, "Messager de l'Elbe", "Elbbote", replacement="Elbbote"),
    ]
)


def test_a_translation_that_keeps_to_the_glossary_is_silent() -> None:
    assert found(TERMS, GOOD, source=SOURCE) == []


BROKEN = [
    (GOOD.replace("L'Elbbote", "Le Messager de l'Elbe"), [("T101", "Messager de l'Elbe")]),
    (
        GOOD.replace("L'Elbbote", "Le journal"),
        [("T102", "Le journal en a parlé, et le chancelier l'a lu dans le train du retour.")],
    ),
    (GOOD.replace("Le chancelier", "Le ministre"), [("T103", "Le ministre est venu.")]),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_beside_a_source_paragraphs_are_compared_and_the_sentence_is_marked(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [pair for pair in found(TERMS, text, source=SOURCE) if pair[0].startswith("T")] == told


def test_without_paragraphs_that_match_a_term_anywhere_in_the_text_counts() -> None:
    text = "Le chancelier est venu. L'Elbbote en a parlé."
    assert [code for code, _ in found(TERMS, text, source=SOURCE) if code.startswith("T")] == []
    told = found(TERMS, text.replace("Elbbote", "article"), source=SOURCE)
    assert [code for code, _ in told if code.startswith("T")] == ["T102"]


def test_two_terms_missing_from_one_sentence_are_both_told_and_hide_nothing() -> None:
    told = found(TERMS, "Le ministre de Moskau lit.", source="Der Kanzler liest, der Elbbote schreibt.")
    assert [code for code, _ in told] == ["T102", "T103", "A102"]


def test_a_title_is_searched_for_forbidden_terms() -> None:
    terms = Glossary([Term(Kind.FORBID, "maire")])
    assert found(terms, "Tout va bien ici.", title="Le maire parle") == [("T101", "maire")]


def test_a_signature_names_the_glossary_by_its_content() -> None:
    document = Document("d", "-", "Bonjour.", target_lang="fr")
    signed = [
        review_document(document, Settings(selected(), glossary=g)).signature
        for g in (None, TERMS, Glossary(TERMS.terms[::-1]))
    ]
    assert "glossary" not in signed[0]
    assert re.search(r"\|glossary:[0-9a-f]{8}$", signed[1])
    assert signed[1] == signed[2]


def test_a_segment_whose_language_has_no_dictionary_is_compared_as_spelt() -> None:
    terms = Glossary([Term(Kind.FORBID, "дом")])
    assert [m[:2] for m in terms.forbidden(Segment("Это дом и дома.", "ru"))] == [(4, 7)]


@given(st.lists(st.sampled_from(["Moskau", "New York", "York", "le", "Minsk"]), min_size=1, max_size=8), st.data())
def test_only_different_whole_terms_are_silenced(said: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(said) - 1))
    last = data.draw(st.integers(first, len(said) - 1))
    start, end = len("".join(f"{word} " for word in said[:first])), len(" ".join(said[: last + 1]))
    segment = Segment(" ".join(said), "fr")
    finding = Finding("X101", "x", Category.SPELLING, Severity.MINOR, Hit(start, end, "x"), segment)
    marked = said[first : last + 1]
    is_terms = set(marked) <= {"Moskau", "New York"} and len(marked) == len(set(marked))
    assert may_stand(finding, Glossary([Term(Kind.ALLOW, "Moskau"), Term(Kind.ALLOW, "New York")])) == is_terms
