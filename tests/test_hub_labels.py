"""What labels of public models are taken to mean."""

from pathlib import Path

import pytest

from mtqa.errors import ConfigError
from mtqa.finding import Category, Severity
from mtqa.qe.hub.labels import ANY, meaning, meanings, says_nothing
from mtqa.qe.hub.settings import read_settings
from mtqa.qe.tags import BY_TAG

FINE = ["O", "OK", "ok", "CORRECT", "C", "none", "no_error", "acceptable", "B-OK"]


@pytest.mark.parametrize("label", FINE)
def test_nothing_is_wrong(label: str) -> None:
    assert meaning(label) is None


MEANT = [
    ("BAD", ANY.code, Category.MISTRANSLATION, Severity.MAJOR),
    ("I-BAD", ANY.code, Category.MISTRANSLATION, Severity.MAJOR),
    ("INCORRECT", ANY.code, Category.MISTRANSLATION, Severity.MAJOR),
    ("I-minor", ANY.code, Category.MISTRANSLATION, Severity.MINOR),
    ("BAD_CRITICAL", ANY.code, Category.MISTRANSLATION, Severity.CRITICAL),
    ("word-order", "Q502", Category.WORD_ORDER, Severity.MAJOR),
    ("B-missing", "Q503", Category.OMISSION, Severity.MAJOR),
    ("wrong_word", "Q506", Category.MISTRANSLATION, Severity.MAJOR),
    ("Accuracy/Omission", ANY.code, Category.OMISSION, Severity.MAJOR),
    ("accuracy/mistranslation", ANY.code, Category.MISTRANSLATION, Severity.MAJOR),
    ("Fluency/Grammar", ANY.code, Category.GRAMMAR, Severity.MINOR),
    ("major Fluency/Grammar", ANY.code, Category.GRAMMAR, Severity.MAJOR),
    ("Terminology/Inappropriate for context", ANY.code, Category.TERMINOLOGY, Severity.MAJOR),
    ("Locale convention/Date format", ANY.code, Category.DATE_FORMAT, Severity.MAJOR),
    ("Non-translation", ANY.code, Category.NON_TRANSLATION, Severity.MAJOR),
    ("R:VERB:SVA", ANY.code, Category.AGREEMENT, Severity.MINOR),
    ("R:SPELL", ANY.code, Category.SPELLING, Severity.MINOR),
    ("M:DET", "Q503", Category.OMISSION, Severity.MAJOR),
    ("U:PREP", ANY.code, Category.ADDITION, Severity.MAJOR),
    ("R:WO", "Q502", Category.WORD_ORDER, Severity.MAJOR),
    ("something new", ANY.code, Category.MISTRANSLATION, Severity.MAJOR),
]


@pytest.mark.parametrize(("label", "code", "category", "severity"), MEANT, ids=[row[0] for row in MEANT])
def test_a_label_becomes_a_kind_of_finding(label: str, code: str, category: Category, severity: Severity) -> None:
    found = meaning(label)
    assert found is not None
    assert (found.code, found.category, found.severity) == (code, category, severity)
    assert "{text}" in found.message


def test_some_labels_may_be_new_where_others_are_known() -> None:
    assert meanings(["O", "BAD", "weird"], {}) == [None, ANY, ANY]


def test_the_four_operations_of_errant_are_known() -> None:
    kinds = meanings(["C", "M", "R", "U"], {})
    assert not isinstance(kinds, str)
    assert [one and one.category for one in kinds] == [
        None,
        Category.OMISSION,
        Category.MISTRANSLATION,
        Category.ADDITION,
    ]


def test_told_labels_are_taken_at_their_word() -> None:
    assert meanings(["LABEL_0", "LABEL_1"], {"LABEL_0": "form", "LABEL_1": "ok"}) == [BY_TAG["form"], None]


REFUSED = [
    (["O", "B-PER", "I-PER", "B-LOC"], {}, "which are no translation errors"),
    (["LABEL_0", "LABEL_1"], {}, 'has no label that means "ok"'),
    (["OK", "GOOD"], {}, "has no label that means an error"),
    (["OK", "BAD"], {"WORSE": "bad"}, "has no label 'WORSE'"),
]


@pytest.mark.parametrize(("labels", "told", "message"), REFUSED, ids=[row[2] for row in REFUSED])
def test_labels_that_tell_of_no_errors_are_refused(labels: list[str], told: dict[str, str], message: str) -> None:
    found = meanings(labels, told)
    assert isinstance(found, str)
    assert message in found


def test_numbered_labels_say_nothing() -> None:
    assert says_nothing(["LABEL_0", "LABEL_1"])
    assert not says_nothing(["OK", "LABEL_1"])


SETTINGS = [
    ("[1]", "must be an object with keys, not list"),
    ("{", "cannot be read as JSON"),
    ('{"hihg": 1}', "unknown key 'hihg'; known keys: model, name"),
    ('{"words": "middle"}', "'words' cannot be \"middle\""),
    ('{"input": "both"}', "'input' cannot be \"both\""),
    ('{"langs": "fr"}', "'langs' cannot be \"fr\""),
    ('{"labels": {"LABEL_0": 1}}', "'labels' cannot be"),
    ('{"names": 1}', "'names' cannot be 1"),
    ('{"worst": 0}', "'worst' and 'best' must be two numbers that differ"),
    ('{"worst": 1, "best": 1}', "'worst' and 'best' must be two numbers that differ"),
    ('{"worst": NaN, "best": 1}', "'worst' cannot be NaN"),
    ('{"limits": {"fr": {"low": 1}}}', "the limits of 'fr' must be high and"),
    ('{"limits": {"fr": {"high": "x"}}}', "the limits of 'fr' must be numbers"),
    ('{"limits": {"fr": {"high": 0.5, "low": 0.9}}}', "must be 0 < low <= high <= sure"),
]


@pytest.mark.parametrize(("text", "message"), SETTINGS, ids=[row[0] for row in SETTINGS])
def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mtqa_thresholds.json").write_text(text)
    with pytest.raises(ConfigError) as raised:
        read_settings(tmp_path)
    assert str(raised.value).startswith(str(tmp_path / "mtqa_thresholds.json"))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_limits_hold_for_a_language_or_for_all(tmp_path: Path) -> None:
    (tmp_path / "mtqa_thresholds.json").write_text(
        '{"limits": {"fr": {"high": 9}, "*": {"high": 8, "low": 7, "sure": 9}}}'
    )
    settings = read_settings(tmp_path)
    french, other = settings.limit("fr"), settings.limit("de")
    assert french is not None
    assert other is not None
    assert (french.high, french.low, french.sure) == (9, 9, float("inf"))
    assert (other.high, other.low, other.sure) == (8, 7, 9)
