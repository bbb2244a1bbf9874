"""Speed of the rules: `pytest tests/benchmarks --benchmark-enable --benchmark-only` (skipped in the ordinary run)."""

import subprocess
import sys
import tracemalloc
from itertools import islice, repeat

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from mtqa.checks import selected
from mtqa.review import Settings, review
from mtqa.segment import Document

SENTENCES = {
    "fr": "Le conseil municipal a adopté mardi soir, après quatre heures de débat, un budget qui prévoit "
    "la rénovation de trois écoles et d'un pont construit en 1931.",
    "de": "Der Stadtrat hat am Dienstagabend nach vier Stunden Debatte einen Haushalt beschlossen, der "
    "die Sanierung von drei Schulen und einer 1931 gebauten Brücke vorsieht.",
    "en": "After four hours of debate on Tuesday evening the city council adopted a budget that provides "
    "for the repair of three schools and of a bridge built in 1931.",
}
PER_DOCUMENT = 20


def news(lang: str, sentences: int) -> list[Document]:
    """Documents of twenty sentences that differ in a number each, so that no cache answers for a whole sentence."""
    texts = [SENTENCES[lang].replace("1931", str(1931 + n)) for n in range(sentences)]
    parts = [" ".join(texts[i : i + PER_DOCUMENT]) for i in range(0, sentences, PER_DOCUMENT)]
    return [Document(str(n), "bench", part, target_lang=lang) for n, part in enumerate(parts)]


@pytest.mark.parametrize("lang", SENTENCES)
def test_sentences_per_second_with_rules_alone(benchmark: BenchmarkFixture, lang: str) -> None:
    settings, documents = Settings(selected()), news(lang, 2000)
    list(review(documents[:2], settings))
    benchmark.extra_info["sentences"] = 2000
    assert len(benchmark(lambda: list(review(documents, settings)))) == 100
    benchmark.extra_info["sentences_per_second"] = round(2000 / benchmark.stats.stats.min)


@pytest.mark.parametrize("sentences", [1_000, 10_000, 100_000])
def test_time_grows_with_length_alone(benchmark: BenchmarkFixture, sentences: int) -> None:
    settings, documents = Settings(selected()), news("fr", sentences)
    count = benchmark.pedantic(lambda: sum(1 for _ in review(documents, settings)), rounds=1)
    assert count == sentences // PER_DOCUMENT


@pytest.mark.parametrize("documents", [100, 10_000])
def test_memory_stays_flat(benchmark: BenchmarkFixture, documents: int) -> None:
    settings = Settings(selected())
    stream = islice(repeat(news("fr", PER_DOCUMENT)[0]), documents)

    def peak() -> int:
        tracemalloc.start()
        for _ in review(stream, settings):
            pass
        return tracemalloc.get_traced_memory()[1]

    benchmark.extra_info["peak_mb"] = round(benchmark.pedantic(peak, rounds=1) / 2**20, 1)
    tracemalloc.stop()


def test_cold_start_on_one_article(benchmark: BenchmarkFixture) -> None:
    article = "\n".join(SENTENCES["fr"] for _ in range(30))
    command = [sys.executable, "-m", "mtqa", "check", "-", "--exit-zero"]
    benchmark(lambda: subprocess.run(command, input=article, text=True, capture_output=True, check=True))
