"""Documents that are read together give what they give alone, in their order, and none is lost."""

from collections.abc import Iterator, Sequence
from itertools import islice

import pytest

from mtqa.checks import selected
from mtqa.finding import Estimate
from mtqa.qe.shipped import open_model
from mtqa.qe.tags import KINDS
from mtqa.review import BATCH, BATCH_LENGTH, Settings, review, review_document
from mtqa.segment import Document, Segment

SENTENCES = (
    ("fr", "Le maire a présenté un plan rénovation la des pour écoles du quartier."),
    ("de", "Die Ministerin hat gestern einen Plan für die Sanierung der Schulen vorgestellt."),
    ("es", "El ministro un plan presentó reforma la para de las escuelas barrio del."),
    ("ru", "Мэр открыл мост во вторник."),
    ("en", ""),
    ("en", "The talks ended in in Geneva, said the mayor on Friday."),
)


def documents(count: int) -> Iterator[Document]:
    for number in range(count):
        lang, text = SENTENCES[number % len(SENTENCES)]
        yield Document(str(number), "-", " ".join([text] * (1 + number % 3)), target_lang=lang)


class Counting:
    """An estimator that keeps how many segments it is asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        self.asked.append(len(segments))
        return [Estimate(0.5) for _ in segments]


def test_documents_read_together_give_what_they_give_alone() -> None:
    model, name = open_model(None)
    settings = Settings(selected(), estimator=model, model=name, model_codes=frozenset(k.code for k in KINDS))
    found = list(review(documents(20), settings))
    assert found == [review_document(document, settings) for document in documents(20)]
    assert any(finding.code == "Q502" for one in found for finding in one.findings)


@pytest.mark.parametrize(("count", "expected"), [(1, [1]), (BATCH, [BATCH]), (BATCH + 1, [BATCH, 1]), (0, [])])
def test_a_model_is_asked_once_for_many_short_documents(count: int, expected: list[int]) -> None:
    model = Counting()
    rows = (Document(str(n), "-", f"Satz {n}.", target_lang="de") for n in range(count))
    assert len(list(review(rows, Settings((), estimator=model)))) == count
    assert model.asked == expected


def test_long_documents_are_not_gathered() -> None:
    model = Counting()
    rows = (Document(str(n), "-", "Ein Satz. " * (BATCH_LENGTH // 10), target_lang="de") for n in range(3))
    assert [one.document.id for one in review(rows, Settings((), estimator=model))] == ["0", "1", "2"]
    assert len(model.asked) == 3


def test_rules_alone_answer_document_by_document() -> None:
    taken = []

    def watched() -> Iterator[Document]:
        for document in documents(5):
            taken.append(document.id)
            yield document

    reviews = review(watched(), Settings(selected()))
    assert next(reviews).document.id == "0"
    assert taken == ["0"]


def test_what_was_read_before_a_reader_failed_is_reviewed() -> None:
    def failing() -> Iterator[Document]:
        yield from documents(3)
        raise OSError("the disk is gone")

    reviews = review(failing(), Settings((), estimator=Counting()))
    assert [one.document.id for one in islice(reviews, 3)] == ["0", "1", "2"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(reviews)
