"""One finding per defect."""

from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.merge import merge
from mtqa.segment import Segment

TEXT = Segment("Le ministre de Moskau a parlé à la presse hier soir.", "fr")


def found(code: str, start: int, end: int, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(code, code.lower(), Category.GRAMMAR, severity, Hit(start, end, "m"), TEXT)


def codes(*findings: Finding) -> list[str]:
    return [f.code for f in merge(findings)]


def test_two_checks_on_the_same_word_give_the_more_telling() -> None:
    assert codes(found("D106", 15, 21), found("A102", 15, 21), found("F501", 15, 21, Severity.MINOR)) == ["A102"]


def test_a_sentence_in_another_language_explains_what_is_inside() -> None:
    assert codes(found("A101", 15, 21), found("A103", 0, 52)) == ["A103"]


def test_different_damage_in_one_sentence_stays() -> None:
    assert codes(found("F110", 9, 14), found("A102", 15, 21)) == ["F110", "A102"]


def test_a_long_span_does_not_hide_a_word_inside_it() -> None:
    assert codes(found("D101", 0, 52), found("A102", 15, 21)) == ["D101", "A102"]


def test_order_of_the_input_does_not_matter() -> None:
    one, two = found("A102", 15, 21), found("D106", 15, 21)
    assert merge([one, two]) == merge([two, one])


def test_a_rule_and_a_model_on_the_same_words_give_the_rule_and_more_confidence() -> None:
    merged = merge([found("Q501", 15, 21), found("A101", 15, 21)])
    assert [(f.code, f.hit.confidence) for f in merged] == [("A101", 0.99)]


def test_a_models_long_span_around_a_rules_word_stays() -> None:
    assert codes(found("Q502", 3, 40), found("A101", 15, 21)) == ["Q502", "A101"]
