"""Broken passages against human news of the same length, and recall at a rate of false alarms."""

import json
import lzma
from math import log
from pathlib import Path
from typing import Any

import pytest
from scripted import scripted

from mtqa.qe.corpora import gold
from mtqa.qe.evaluate.curve import SYSTEMS, threshold
from mtqa.qe.evaluate.matched import evaluate_matched, human_passages
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.review import Settings
from mtqa.segment import Document
from mtqa.text import words

SOUND = "Le maire a parlé du pont numéro {n} devant la presse mardi matin."


def reading(text: str, settings: Settings) -> Reading:
    return next(read([Document("a", "a", text, target_lang="fr")], settings))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Eighty segments of news, of twelve words each, in four documents; one segment in twenty ends in an odd word."""
    rows = [
        {
            "system": "ref.A",
            "seg": n,
            "is_human": True,
            "src_lang": "de",
            "tgt_lang": "fr",
            "src": f"Satz {n} steht hier.",
            "mt": SOUND.format(n=n).replace("matin", "zut" if n % 20 == 0 else "matin"),
        }
        for n in range(80)
    ]
    (tmp_path / "outputs").mkdir()
    with lzma.open(tmp_path / "outputs" / "wmt21.de-fr.jsonl.xz", "wt", encoding="utf-8") as stream:
        stream.write("\n".join(map(json.dumps, rows)))
    return tmp_path


@pytest.fixture
def passages(tmp_path: Path) -> Path:
    def row(name: str, text: str, *spans: str) -> dict[str, Any]:
        where = [(text.index(span), len(span)) for span in spans]
        errors = [
            {"start": at, "end": at + size, "category": "grammar", "severity": "major", "obvious": True}
            for at, size in where
        ]
        return {"id": name, "text": text, "src_lang": "de", "tgt_lang": "fr", "errors": errors}

    rows = [
        row("a", "Le maire a parlé bof pont devant toute la presse mardi matin.", "bof"),
        row("b", "Le maire a parlé du pont devant la la presse zut matin.", "la la", "zut"),
        row("c", "Le maire a parlé du pont devant la presse mardi matin."),
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


MODEL = scripted({"bof": 0.9, "zut": 0.6, "maire": 0.1})


def test_a_reading_keeps_what_the_model_thought_of_each_token() -> None:
    one = reading("Le maire a dit bof. Rien de plus.", MODEL)
    assert [len(tagged.words) for tagged in one.tagged] == [6, 4]
    assert one.model_spans(0.5) == [(15, 18)]
    assert one.model_spans(0.95) == []
    assert one.peak() == pytest.approx(0.45)
    assert one.raw() == pytest.approx(-(log(0.1) + log(0.9)) / (8 + 20), rel=1e-4)


def test_a_rule_speaks_before_the_model_and_counts_as_one_more_token() -> None:
    one = reading("Le maire a dit la la presse bof.", scripted({"bof": 0.9, "la": 0.7}))
    assert one.rule_spans() == [(15, 20)]
    assert one.model_spans(0.5) == [(15, 20), (28, 31)]
    assert one.merged_spans(0.5) == [(15, 20), (28, 31)]
    (finding,) = one.rules
    told = -log(1 - finding.hit.confidence)
    assert one.together() - one.raw() == pytest.approx(told / (8 + 20))


def test_without_a_model_there_is_nothing_raw() -> None:
    one = reading("Le maire a dit la la presse.", Settings(MODEL.checks))
    assert (one.tagged, one.raw(), one.model_spans(0.1)) == ((), 0.0, [])


def test_readings_do_not_depend_on_the_documents_before() -> None:
    texts = [SOUND.format(n=n) + (" Rien, zut." if n % 3 else "") for n in range(150)]
    documents = [Document(str(n), "a", text, target_lang="fr") for n, text in enumerate(texts)]
    many = [(one.raw(), one.model_spans(0.5)) for one in read(documents, MODEL)]
    assert many == [(one.raw(), one.model_spans(0.5)) for one in (reading(text, MODEL) for text in texts)]


def test_human_passages_have_the_length_the_language_and_the_source_of_the_broken_one(
    data: Path, passages: Path
) -> None:
    broken = [p for p in gold(passages) if p.errors]
    found = human_passages(data, broken, seed=1, per=5)
    assert len(found) == 10
    assert {(d.target_lang, d.source_lang) for d in found} == {("fr", "de")}
    assert {len(words(d.text, "fr")) for d in found} == {12}
    assert [d.text for d in found] == [d.text for d in human_passages(data, broken, seed=1, per=5)]
    odd = {
        SOUND.format(n=n).replace("matin", "zut" if n % 20 == 0 else "matin") for n in [*range(20, 40), *range(60, 80)]
    }
    assert {d.text for d in found} <= odd


def test_a_threshold_gives_the_rate_of_false_alarms_that_was_asked_for(data: Path) -> None:
    news = [reading(f"Le maire a parlé devant la presse {word}.", MODEL) for word in ("bof", "zut", "zut", "matin")]
    words = sum(one.review.words for one in news)
    high = threshold(news, SYSTEMS["tagger"], 1000 / words)
    assert 0.6 < high <= 0.9
    assert threshold(news, SYSTEMS["tagger"], 3000 / words) <= 0.6
    assert threshold(news, SYSTEMS["tagger"], 0) > 0.9


def test_recall_and_auc_of_a_model_that_is_known(data: Path, passages: Path) -> None:
    found = evaluate_matched(passages, data, MODEL, per=20)
    assert (found["broken"], found["human"]) == (2, 40)
    assert found["auc"]["tagger_raw"]["fr"] == found["auc"]["tagger_raw"]["all"] >= 0.95
    assert found["rules"]["recall"] == pytest.approx(1 / 3)
    at_most_one = found["tagger"]["1 per 1,000"]  # "zut" comes four times in 1,000 words of news, "bof" never
    assert at_most_one["recall"] == pytest.approx(1 / 3)
    assert at_most_one["per_1000_words"] == 0
    both = found["rules_and_tagger"]["7 per 1,000"]
    assert (both["recall"], both["precision"]) == (1, 1)
    assert both["per_1000_words"] == pytest.approx(1000 * 2 / (40 * 12))
