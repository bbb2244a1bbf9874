"""sacrebleu's statistics of one pair of texts, and the metrics and signatures of their sums (Post 2018).

sacrebleu hands out no statistics of chrF, so that the methods behind its `corpus_score` are used; the tests hold every
figure against its public functions.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.languages import language
from mtqa.reference.values import Measured, Metrics, Statistics

if TYPE_CHECKING:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

TER_TOKENS = 200  # on either side of a unit: TER takes seconds beyond, and no sentence is as long
DIGITS = 2


class _Scorers(NamedTuple):
    bleu: "BLEU"
    chrf: "CHRF"
    ter: "TER"


@cache
def _scorers(has_spaces: bool, is_corpus: bool = False) -> _Scorers:
    """The metrics for a way of writing; `effective_order` lets a sentence of under four words have a BLEU.

    Texts without spaces are cut at every Chinese character. No tokeniser that sacrebleu would download is used.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    made = _Scorers(
        BLEU(tokenize="13a" if has_spaces else "zh", effective_order=not is_corpus, force=True),
        CHRF(),
        TER() if has_spaces else TER(normalized=True, asian_support=True),
    )
    for one in made:
        one.num_refs = 1  # what the signature says; sacrebleu sets it when it first sees a reference
    return made


def count(target: str, reference: str, lang: str) -> Statistics:
    """The statistics of one unit: a sentence, a line, a paragraph, with its reference in the same language."""
    has_spaces = not language(lang).written_without_spaces
    bleu, chrf, ter = _scorers(has_spaces)
    tokens = max(len(ter._preprocess_segment(text).split()) for text in (target, reference))
    edits = _statistics(ter, target, reference) if tokens <= TER_TOKENS else (0, 0)
    return Statistics(
        _statistics(bleu, target, reference),
        _statistics(chrf, target, reference),
        (float(edits[0]), float(edits[1])),
        with_spaces=int(has_spaces),
        without_spaces=int(not has_spaces),
        without_ter=int(tokens > TER_TOKENS),
    )


def _statistics(metric: Any, target: str, reference: str) -> tuple[int, ...]:
    return tuple(metric._extract_corpus_statistics([target], [[reference]])[0])


def chrf_statistics(target: str, reference: str) -> tuple[int, ...]:
    """The statistics of chrF alone, which costs a hundredth of what TER does."""
    return _statistics(_scorers(True).chrf, target, reference)


def chrf_of(statistics: Sequence[int]) -> float:
    """chrF of summed statistics."""
    return float(_scorers(True).chrf._compute_score_from_stats(list(statistics)).score)


def metrics(some: Statistics, is_corpus: bool = False) -> Metrics:
    """BLEU, chrF and TER of summed statistics, to two decimals."""
    bleu, chrf, ter = _scorers(True, is_corpus)
    has_ter = some.units > some.without_ter
    return Metrics(
        round(bleu._compute_score_from_stats(list(some.bleu)).score, DIGITS),
        round(chrf._compute_score_from_stats(list(some.chrf)).score, DIGITS),
        round(ter._compute_score_from_stats(list(some.ter)).score, DIGITS) if has_ter else None,
    )


def signatures(some: Statistics, is_corpus: bool = False) -> dict[str, str]:
    """sacrebleu's signature of each metric; of a corpus written in both ways, with both values where they differ."""
    ways = [has_spaces for has_spaces, n in ((True, some.with_spaces), (False, some.without_spaces)) if n]
    told = [[metric.get_signature().format() for metric in _scorers(way, is_corpus)] for way in ways]
    return {name: _joined(*of_metric) for name, *of_metric in zip(("bleu", "chrf", "ter"), *told, strict=True)}


def _joined(*told: str) -> str:
    """Signatures as one: "tok:13a,zh"."""
    fields = [[pair.split(":", 1) for pair in one.split("|")] for one in told]
    return "|".join(f"{same[0][0]}:{','.join(dict.fromkeys(v for _, v in same))}" for same in zip(*fields, strict=True))


def measured(some: Statistics, is_corpus: bool = False, documents: int = 1) -> Measured:
    """The metrics of summed statistics with their signatures."""
    return Measured(metrics(some, is_corpus), signatures(some, is_corpus), some, documents)


def forget() -> None:
    """Empty sacrebleu's caches of tokenised texts: 65,536 of each kind, hundreds of megabytes where lines are long."""
    from sacrebleu.tokenizers.tokenizer_13a import Tokenizer13a
    from sacrebleu.tokenizers.tokenizer_re import TokenizerRegexp
    from sacrebleu.tokenizers.tokenizer_ter import TercomTokenizer
    from sacrebleu.tokenizers.tokenizer_zh import TokenizerZh

    for tokenizer in (Tokenizer13a, TokenizerRegexp, TercomTokenizer, TokenizerZh):
        tokenizer.__call__.cache_clear()
