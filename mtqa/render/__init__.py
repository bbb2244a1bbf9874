"""Output formats: one file each, with `render(reviews, tally, colour=False) -> Iterator[str]`.

A renderer streams: it writes what it can while the reviews come, and what needs all of them (the summary) last. Reading
`reviews` to the end fills the tally.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from mtqa.report import Review, Tally


class Renderer(Protocol):
    """What each file in this folder offers."""

    def __call__(self, reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
        """Text of the output, in pieces."""


@cache
def formats() -> tuple[str, ...]:
    """The names for --output-format."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_")))


def renderer(name: str) -> Renderer:
    """The renderer of this name."""
    found: Renderer = import_module(f"{__name__}.{name}").render
    return found
