"""BLEU, chrF and TER: against sacrebleu's public functions, by hand, and folded over a stream."""

import math
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from mtqa.checks import selected
from mtqa.reference.counting import TER_TOKENS, chrf_of, chrf_statistics, count, measured, metrics, signatures
from mtqa.reference.pairing import LINE_WORDS, refer, units
from mtqa.reference.values import Metrics, Statistics
from mtqa.report import Tally
from mtqa.review import Settings, review, review_document
from mtqa.segment import Document
from mtqa.sentences import split

RULES = Settings(selected((), ()))
PAIRS = {
    "alike": ("Le pont rouvre mardi matin.", "Le pont rouvre mardi matin.", "fr"),
    "one word": ("Le pont rouvre mardi soir.", "Le pont rouvre mardi matin.", "fr"),
    "another order": ("Mardi matin, le pont rouvre enfin.", "Le pont rouvre enfin mardi matin.", "fr"),
    "nothing in common": ("Der Hafen schläft.", "Le pont rouvre mardi matin.", "fr"),
    "three words": ("Le pont rouvre", "Le pont ferme", "fr"),
    "too short for a BLEU of four": ("Non", "Non", "fr"),
    "empty": ("", "Le pont rouvre.", "fr"),
    "longer": ("Die Brücke, die lange zu war, öffnet am Dienstag um 9 Uhr.", "Die Brücke öffnet am Dienstag.", "de"),
    "Chinese": ("大桥周二早上重新开放。", "大桥将于周二上午重新开放。", "zh"),
    "Chinese and Latin": ("这座桥叫 Ponte Nuovo。", "这座桥名叫 Ponte Nuovo。", "zh"),
}


def public(target: str, reference: str, lang: str) -> Metrics:
    """What sacrebleu's public functions say of one pair."""
    is_chinese = lang == "zh"
    bleu = BLEU(tokenize="zh" if is_chinese else "13a", effective_order=True)
    ter = TER(normalized=True, asian_support=True) if is_chinese else TER()
    scores = [one.sentence_score(target, [reference]).score for one in (bleu, CHRF(), ter)]
    return Metrics(*(round(value, 2) for value in scores))


@pytest.mark.parametrize(("target", "reference", "lang"), PAIRS.values(), ids=PAIRS)
def test_a_pair_has_the_metrics_that_sacrebleu_gives_it(target: str, reference: str, lang: str) -> None:
    assert metrics(count(target, reference, lang)) == public(target, reference, lang)


def test_bleu_and_ter_by_hand() -> None:
    one = metrics(count("le chat dort ici", "le chat dort là", "fr"))
    assert one.bleu == round(100 * (3 / 4 * 2 / 3 * 1 / 2 * 1 / 2) ** (1 / 4), 2)  # no four words match: half of one
    assert one.ter == 25.0
    short = metrics(count("le chat dort", "le chat dort ici", "fr"))
    assert short.bleu == round(100 * math.exp(1 - 4 / 3), 2)  # all matches, one word too few


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_signatures_are_those_of_sacrebleu(lang: str) -> None:
    bleu = BLEU(tokenize="zh" if lang == "zh" else "13a")
    ter = TER(normalized=True, asian_support=True) if lang == "zh" else TER()
    public_ones = (bleu, CHRF(), ter)
    for one in public_ones:
        one.corpus_score(["a b c d"], [["a b c d"]])
    some = count("一二三", "一二四", lang)
    own = signatures(some, is_corpus=True)
    assert list(own.values()) == [str(one.get_signature()) for one in public_ones]
    assert "eff:yes" in signatures(some)["bleu"]


def test_a_corpus_of_both_ways_of_writing_says_so() -> None:
    both = count("Un mot.", "Un mot.", "fr") + count("一个词", "一个词", "zh")
    own = measured(both, is_corpus=True).signatures
    assert "|tok:13a,zh|" in own["bleu"]
    assert "|norm:no,yes|punct:yes|asian:no,yes|" in own["ter"]
    assert own["chrf"].count(",") == 0


WORDS = st.sampled_from(["le", "pont", "rouvre", "ferme", "mardi", "matin", ",", ".", "l'eau", "3,5", "Die", "Brücke"])
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8), st.data())
def test_a_corpus_folded_in_shards_is_the_corpus_at_once(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    targets, references = zip(*pairs, strict=True)
    at_once = [one.corpus_score(targets, [references]).score for one in (BLEU(force=True), CHRF(), TER())]
    cuts = sorted(data.draw(st.lists(st.integers(1, len(pairs)), max_size=3)))
    shards = [pairs[a:b] for a, b in pairwise([0, *cuts, len(pairs)]) if a < b]
    first, *rest = [summed([count(*pair, "fr") for pair in shard]) for shard in shards]
    folded = metrics(sum(rest, first), is_corpus=True)
    assert [folded.bleu, folded.chrf, folded.ter] == [round(value, 2) for value in at_once]


def summed(some: list[Statistics]) -> Statistics:
    return sum(some[1:], some[0])


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["fr", "zh", "und"]))
def test_any_two_texts_have_metrics_in_range(target: str, reference: str, lang: str) -> None:
    document = Document("a", "a", target, target_lang=lang, reference=reference)
    one = review_document(document, RULES)
    assert (one.measured is not None) == bool(reference.strip())
    found = [s.metrics for s in one.sentences if s.metrics] + ([one.measured.metrics] if one.measured else [])
    for own in found:
        assert 0 <= own.bleu <= 100.01
        assert 0 <= own.chrf <= 100.01
        assert own.ter is not None
        assert own.ter >= 0


def test_chrf_alone_is_the_same_chrf() -> None:
    some = [chrf_statistics(*pair) for pair in (("Le pont rouvre.", "Le pont ferme."), ("Il pleut.", "Il neige."))]
    together = count("Le pont rouvre.", "Le pont ferme.", "fr") + count("Il pleut.", "Il neige.", "fr")
    assert round(chrf_of([sum(column) for column in zip(*some, strict=True)]), 2) == metrics(together).chrf


def test_a_unit_too_long_for_ter_has_the_others_alone() -> None:
    long = " ".join(f"mot{n}" for n in range(TER_TOKENS + 1))
    assert metrics(count(long, long, "fr")) == Metrics(100.0, 100.0, None)
    both = count(long, "rien", "fr") + count("Un mot ici.", "Un mot là.", "fr")
    assert metrics(both).ter == round(100 / 3, 2)


@dataclass(frozen=True)
class Case:
    """A target and its reference; the reference that each sentence has, and the units that are counted."""

    target: str
    reference: str
    sentences: tuple[str | None, ...]
    units: tuple[tuple[str, str], ...]


LONG = " ".join(["Le pont reste fermé au public."] * (LINE_WORDS // 6 + 1))
CASES = {
    "a sentence": Case("Le pont rouvre.", "Il rouvre.", ("Il rouvre.",), (("Le pont rouvre.", "Il rouvre."),)),
    "a row of two sentences": Case(
        "Le pont rouvre. Il pleut.",
        "Le pont est ouvert. Il pleut fort.",
        ("Le pont est ouvert.", "Il pleut fort."),
        (("Le pont rouvre. Il pleut.", "Le pont est ouvert. Il pleut fort."),),
    ),
    "lines": Case(
        "Le pont rouvre.\n\nIl pleut. Tout va bien.",
        "Le pont est ouvert.\nIl pleut. Tout va.",
        ("Le pont est ouvert.", "Il pleut.", "Tout va."),
        (("Le pont rouvre.", "Le pont est ouvert."), ("Il pleut. Tout va bien.", "Il pleut. Tout va.")),
    ),
    "one sentence for two": Case(
        "Le pont rouvre enfin et il pleut.",
        "Le pont rouvre enfin. Il pleut.",
        ("Le pont rouvre enfin. Il pleut.",),
        (("Le pont rouvre enfin et il pleut.", "Le pont rouvre enfin. Il pleut."),),
    ),
    "as many sentences, but not the same": Case(
        "Le maire de Lille ouvre le pont et la foule applaudit longtemps. Les pêcheurs restent au port.",
        "Le maire de Lille ouvre le pont. La foule applaudit longtemps.",
        ("Le maire de Lille ouvre le pont. La foule applaudit longtemps.", None),
        (
            (
                "Le maire de Lille ouvre le pont et la foule applaudit longtemps. Les pêcheurs restent au port.",
                "Le maire de Lille ouvre le pont. La foule applaudit longtemps.",
            ),
        ),
    ),
    "a long line goes by its sentences": Case(
        LONG, LONG, ("Le pont reste fermé au public.",) * 17, (("Le pont reste fermé au public.",) * 2,) * 17
    ),
}


def test_a_long_chinese_line_goes_by_its_sentences() -> None:
    text = "大桥周二早上重新开放。" * 20
    document = refer(split(Document("a", "a", text, target_lang="zh", reference=text)))
    assert list(units(document)) == [("大桥周二早上重新开放。",) * 2] * 20


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_reference_is_paired_with_lines_and_sentences(case: Case) -> None:
    document = refer(split(Document("a", "a", case.target, target_lang="fr", reference=case.reference)))
    assert tuple(segment.reference for segment in document.segments) == case.sentences
    assert tuple(units(document)) == case.units


def test_the_title_has_no_share_of_the_reference() -> None:
    one = review_document(
        Document("a", "a", "Il pleut.", title="Le temps", target_lang="fr", reference="Il pleut."), RULES
    )
    assert [s.metrics for s in one.sentences] == [None, Metrics(100.0, 100.0, 0.0)]
    assert one.measured is not None
    assert one.measured.metrics == Metrics(100.0, 100.0, 0.0)


@pytest.mark.parametrize("reference", [None, "", " \n"])
def test_without_a_reference_there_is_nothing_to_measure(reference: str | None) -> None:
    one = review_document(Document("a", "a", "Il pleut.", target_lang="fr", reference=reference), RULES)
    assert one.measured is None
    assert [s.metrics for s in one.sentences] == [None]


ROWS = [
    Document(str(n), "a", f"Le pont numéro {n} rouvre mardi. Il pleut.", target_lang="fr", reference=reference)
    for n, reference in enumerate(
        ["Le pont rouvre mardi soir. Il pleut.", None, "Le pont numéro 2 ferme lundi. Il neige."]
    )
]


def test_a_feed_is_measured_as_one_corpus_over_the_rows_that_have_a_reference() -> None:
    tally = Tally()
    list(tally.watch(review(ROWS, RULES)))
    whole = tally.summary().measured
    assert whole is not None
    referenced = [row for row in ROWS if row.reference]
    targets, references = [row.text for row in referenced], [[row.reference or "" for row in referenced]]
    at_once = [round(one.corpus_score(targets, references).score, 2) for one in (BLEU(), CHRF(), TER())]
    assert whole.metrics == Metrics(*at_once)
    assert whole.documents == 2
    assert tally.statistics is not None
    assert tally.statistics.units == 2
