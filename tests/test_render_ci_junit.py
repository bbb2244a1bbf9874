"""JUnit XML: valid for Jenkins' strict reader, read back by junitparser."""

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree
from made_reviews import HOSTILE, Case, rendered, rendered_reviews, reviewed

from mtqa.readers.files.problem import Problem
from mtqa.report import SuppressedBy

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "data" / "schemas" / "jenkins-junit.xsd"))
PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")


def read_back(output: str) -> JUnitXml:
    SCHEMA.assertValid(etree.fromstring(output.encode()))
    return JUnitXml.fromstring(output.encode())


def test_an_article_is_a_suite_and_a_finding_a_failing_case() -> None:
    (suite,) = read_back(rendered("junit", replace(PLAIN, unit="a1")))
    assert (suite.name, suite.tests, suite.failures, suite.errors) == ("content/article.txt#a1", 1, 1, 0)
    assert {p.name: p.value for p in suite.properties()}["score"] == "40"
    (case,) = suite
    assert (case.classname, case.name) == ("content/article.txt#a1", "A102 source-exonym: Moskau")
    (told,) = case.result
    assert isinstance(told, Failure)
    assert (told.type, told.message) == ("major", "'Moskau' is the German name of Moscou (suggestion: “Moscou”)")
    assert told.text == (
        "content/article.txt:1:28: A102 major 'Moskau' is the German name of Moscou (suggestion: “Moscou”)"
        " [accuracy/untranslated]"
    )


def test_a_clean_article_has_one_case_that_passes() -> None:
    (suite,) = read_back(rendered("junit", Case("Tout va bien.")))
    assert (suite.tests, suite.failures) == (1, 0)
    (case,) = suite
    assert case.name == "no findings"
    assert case.is_passed


def test_what_is_suppressed_is_skipped_with_its_reason() -> None:
    (suite,) = read_back(rendered("junit", replace(PLAIN, suppressed=((SuppressedBy.ACCEPTED, "a ship's name"),))))
    (case,) = suite
    assert (suite.failures, suite.skipped) == (0, 1)
    assert isinstance(case.result[0], Skipped)
    assert case.result[0].text == "a ship's name"


def test_names_are_unique_as_gitlab_drops_the_others() -> None:
    suites = list(read_back(rendered("junit", Case("⟦Moskau⟧, ⟦Moskau⟧"), Case("⟦Moskau⟧"), replace(PLAIN, path="-"))))
    assert [suite.name for suite in suites] == ["content/article.txt", "content/article.txt (2)", "standard input"]
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names) == 4
    assert names[1][1] == "A102 source-exonym: Moskau (2)"


def test_what_could_not_be_read_is_an_error() -> None:
    _, suite = read_back(rendered("junit", PLAIN, unread=[Problem("rows.jsonl", 7, "is not valid JSON")]))
    (case,) = suite
    assert (suite.name, suite.errors) == ("input", 1)
    assert case.name == "rows.jsonl:7: is not valid JSON"
    assert isinstance(case.result[0], Error)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_xml(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"x {text}", suggestion=text, path=f"{text}.txt", unit=text)
    made = reviewed(case)
    output = rendered_reviews("junit", [made, replace(made, findings=())], [Problem(text, None, text)])
    assert len(list(read_back(output))) == 3
