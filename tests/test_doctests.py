"""What the documentation shows is what happens."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import mtqa

ROOT = Path(mtqa.__file__).parent
SHOWING = sorted(
    ".".join(file.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
    for file in ROOT.rglob("*.py")
    if "\n    >>> " in (text := file.read_text(encoding="utf-8")) or "\n>>> " in text
)


def test_the_public_functions_are_shown() -> None:
    assert "mtqa" in SHOWING
    assert mtqa.__all__ == ["__version__", "check", "check_file"]


@pytest.mark.parametrize("name", SHOWING)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
