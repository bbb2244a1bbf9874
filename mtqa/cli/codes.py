"""The codes that there are, and those that a run looks for, each with its name."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtqa.report import Review

if TYPE_CHECKING:
    from mtqa.qe.tags import Tag
    from mtqa.review import Settings

Codes = frozenset[tuple[str, str]]
SCORE_DROP = ("D201", "score-drop")  # of a feed as a whole
OF_FEEDS = """score-drop, major, told by `mtqa feed --state`: the scores of a feed's latest items lie below its own past,
further than chance explains (Mann-Whitney test; README, "A feed"). Something changed in its translation as a whole."""
OF_MODELS = """{name}, {category}, {severity} at most, minor where the model is less sure. Told by the model that --model names
(the shipped tagger by default), not by a rule: {message}.
What each model is worth stands in models/tagger/README.md and reports/models.md; --model none leaves it out."""


@cache
def known() -> Codes:
    """Of every check, every model, and of feeds."""
    from mtqa.checks import all_checks

    return frozenset({(one.code, one.name) for one in all_checks()} | _of_models() | {SCORE_DROP})


def running(settings: "Settings") -> Codes:
    """Of the checks that a run applies and the findings of its model that it shows."""
    checks = {(c.code, c.name) for c in settings.checks if settings.glossary or not c.needs_glossary}
    marked = {pair for pair in _of_models() if pair[0] in settings.model_codes} if settings.estimator else set()
    return frozenset(checks | marked)


def _of_models() -> set[tuple[str, str]]:
    return {(kind.code, kind.name) for kind in _kinds()}


def _kinds() -> "tuple[Tag, ...]":
    from mtqa.qe.hub.labels import HUB_KINDS
    from mtqa.qe.tags import KINDS

    return (*KINDS, *HUB_KINDS)


def explained(wanted: str) -> str | None:
    """The documentation of a code, or name, that is of a model or of feeds; None where it is neither."""
    if wanted.lower() in {one.lower() for one in SCORE_DROP}:
        return f"{SCORE_DROP[0]} {OF_FEEDS}"
    for kind in _kinds():
        if wanted.lower() in {kind.code.lower(), kind.name}:
            told = OF_MODELS.format(
                name=kind.name, category=kind.category, severity=kind.severity, message=kind.message.format(text="…")
            )
            return f"{kind.code} {told}"
    return None


def names_any(wanted: str, codes: Codes) -> bool:
    """Whether a code, prefix or name is of any of these."""
    from mtqa.checks import is_named

    return any(is_named(code, name, (wanted,)) for code, name in codes)


def with_remarks(reviews: Iterable[Review], settings: "Settings", is_whole: bool) -> Iterator[Review]:
    """Tell, while reviews pass, which ignores are unknown or unused; those of paths only in a run over all files."""
    from mtqa.cli.command import tell
    from mtqa.ignores import Watch

    ours = cache(lambda: running(settings))
    watch = Watch(
        settings.path_ignores, cache(lambda code: names_any(code, ours())), cache(lambda code: names_any(code, known()))
    )
    for line in watch.unknown():
        tell(line)
    for review in reviews:
        for line in watch.of(review):
            tell(line)
        yield review
    for line in watch.unused() if is_whole else ():
        tell(line)
