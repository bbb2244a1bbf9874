"""Speed of rules and tagger: `pytest tests/benchmarks --benchmark-enable --benchmark-only` (skipped in the ordinary run).

`python -m tests.benchmarks.speed` compares them with a large encoder and writes reports/evaluation/speed.
"""

import subprocess
import sys
import tracemalloc
from itertools import count, islice, repeat

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from mtqa.checks import selected
from mtqa.qe.shipped import open_model
from mtqa.qe.tags import KINDS
from mtqa.review import Settings, review
from mtqa.segment import Document
from tests.benchmarks.made_up import LANGS, PER_DOCUMENT, documents

SENTENCES = 500


def settings(model: str | None) -> Settings:
    estimator, name = open_model(model)
    return Settings(selected(), estimator=estimator, model=name, model_codes=frozenset(k.code for k in KINDS))


@pytest.mark.parametrize("model", ["none", None], ids=["rules", "rules-and-tagger"])
@pytest.mark.parametrize("lang", LANGS)
def test_sentences_per_second(benchmark: BenchmarkFixture, lang: str, model: str | None) -> None:
    chosen, seeds = settings(model), count(1)
    list(review(documents(lang, 40, seed=0), chosen))

    def unread() -> tuple[tuple[list[Document], Settings], dict[str, object]]:  # new text each round: no cache flatters
        return (documents(lang, SENTENCES, seed=next(seeds)), chosen), {}

    read = benchmark.pedantic(lambda made, how: list(review(made, how)), setup=unread, rounds=3)
    assert sum(len(one.sentences) for one in read) == SENTENCES
    benchmark.extra_info["sentences_per_second"] = round(SENTENCES / benchmark.stats.stats.min)


@pytest.mark.parametrize("sentences", [1_000, 10_000, 100_000])
def test_time_grows_with_length_alone(benchmark: BenchmarkFixture, sentences: int) -> None:
    chosen, made = settings("none"), documents("fr", sentences)
    found = benchmark.pedantic(lambda: sum(1 for _ in review(made, chosen)), rounds=1)
    assert found == sentences // PER_DOCUMENT


@pytest.mark.parametrize("times", [100, 10_000])
def test_memory_stays_flat(benchmark: BenchmarkFixture, times: int) -> None:
    chosen = settings("none")
    stream = islice(repeat(documents("fr", PER_DOCUMENT)[0]), times)

    def peak() -> int:
        tracemalloc.start()
        for _ in review(stream, chosen):
            pass
        return tracemalloc.get_traced_memory()[1]

    benchmark.extra_info["peak_mb"] = round(benchmark.pedantic(peak, rounds=1) / 2**20, 1)
    tracemalloc.stop()


def test_cold_start_on_one_article(benchmark: BenchmarkFixture) -> None:
    article = "\n".join(document.text for document in documents("fr", 30, per_document=3))
    command = [sys.executable, "-m", "mtqa", "check", "-", "--exit-zero"]
    benchmark(lambda: subprocess.run(command, input=article, text=True, capture_output=True, check=True))
