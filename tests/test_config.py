"""Configuration files."""

from pathlib import Path

import pytest

from mtqa.config import load
from mtqa.errors import ConfigError


def test_the_closest_file_wins(tmp_path: Path) -> None:
    inner = tmp_path / "content" / "fr"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.mtqa]\nlang = "de"\n')
    (tmp_path / "content" / "mtqa.toml").write_text('lang = "fr"\nselect = ["A", "F1"]\n')
    config = load(inner)
    assert (config.lang, config.select) == ("fr", ("A", "F1"))
    assert load(tmp_path).lang == "de"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "sub"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "mtqa.toml").write_text("min-score = 70\n")
    assert load(inner).min_score == {"document": 70}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("langs = 'fr'", "unknown key 'langs'; known keys: allow, baseline, columns, exclude"),
        ("select = 'A1'", "'select' must be a list of strings, not 'A1'"),
        ("jobs = 'two'", "'jobs' cannot be 'two'"),
        ("min-score = true", "'min-score' cannot be True"),
        ("lang = [", "cannot be read as TOML"),
        ("[languages]\n'fr/**' = {source = 'de'}", "languages.'fr/**' must be a tag or {target, source}"),
    ],
)
def test_a_wrong_value_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mtqa.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load(tmp_path)
    assert told in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path / "mtqa.toml"))


def test_path_patterns_give_languages(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(
        "lang = 'es'\n[languages]\n'content/fr/**' = {target = 'fr', source = 'de'}\n'content/en/**' = 'en'\n"
    )
    config = load(tmp_path)
    assert config.pair(str(tmp_path / "content/fr/a/b.html")) == ("fr", "de")
    assert config.pair(str(tmp_path / "content/en/b.html")) == ("en", None)
    assert config.pair(str(tmp_path / "other.html")) == ("es", None)


def test_gates_and_ignores_are_read(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(
        "max-findings-per-1000-words = 5\nmin-score = {sentence = 40, feed = 80.5}\nbaseline = 'known.json'\n"
        "[per-path-ignores]\n'archive/**' = ['A101', 'F3']\n'*.draft.md' = 'F'\n"
    )
    config = load(tmp_path)
    assert (config.max_findings_per_1000_words, config.baseline) == (5, "known.json")
    assert config.min_score == {"sentence": 40, "feed": 80.5}
    assert config.per_path_ignores == {"archive/**": ("A101", "F3"), "*.draft.md": ("F",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("min-score = {word = 3}", "'min-score': 'word' must be one of sentence, document, feed"),
        ("min-score = 101", "'min-score': a score from 0 to 100 was expected, such as 60 or sentence=40, not 101"),
        ("max-findings-per-1000-words = '5'", "'max-findings-per-1000-words' cannot be '5'"),
        ("jobs = 0", "'jobs' must be 1 or more, not 0"),
        ("jobs = -2", "'jobs' must be 1 or more, not -2"),
        ("per-path-ignores = ['A101']", "'per-path-ignores' cannot be ['A101']"),
        ("[per-path-ignores]\n'a' = []", "per-path-ignores.'a' must be a list of codes, not []"),
        ("[per-path-ignores]\n'a' = [1]", "per-path-ignores.'a' must be a list of codes, not [1]"),
        ("baseline = 3", "'baseline' cannot be 3"),
    ],
)
def test_gates_and_ignores_that_make_no_sense_are_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mtqa.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load(tmp_path)
    assert told in str(raised.value)
