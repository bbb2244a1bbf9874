"""`mtqa check --fix` and `--diff`: suggestions applied to files, or shown as a patch."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from mtqa.cli.command import tell
from mtqa.cli.kept import Kept
from mtqa.cli.run import Run, opened, with_languages
from mtqa.config import Config
from mtqa.errors import ConfigError, InputError
from mtqa.finding import Finding
from mtqa.readers.files.source import MAX_BYTES, STANDARD_INPUT
from mtqa.report import Review
from mtqa.segment import Document

if TYPE_CHECKING:
    from mtqa.fix.files import Fixer, Outcome

FORMATS = "text, Markdown, JSONL, XLIFF, TMX and PO"
HEAD = 65_536  # bytes that tell the format of standard input


def fixing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that apply suggestions."""
    options = [
        click.option("--fix", is_flag=True, help=f"Apply safe suggestions to {FORMATS} files; show what is left."),
        click.option("--diff", is_flag=True, help="Show what --fix would change as a patch, and change nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply the other suggestions too."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(slots=True)
class Fixing:
    """The files of a run, mended, and what came of it: suggestions applied, files changed, findings left."""

    run: Run
    fixer: "Fixer"
    fixed: Counter[str] = field(default_factory=Counter)
    files: int = 0
    left: int = 0
    left_unsafe: int = 0
    failures: int = 0
    _unwritten: Counter[str] = field(default_factory=Counter)
    _names: set[str] = field(default_factory=set)
    _places: set[Path] = field(default_factory=set)

    def fix(self) -> None:
        """Apply suggestions to the files in place."""
        from mtqa.fix.files import fix_file

        self._unwritten["standard input"] += STANDARD_INPUT in self.run.paths
        for path, name in self._files(tells_problems=False):
            with self._told(path):
                self._count(fix_file(Path(path), name, self.fixer))
        self._tell_unwritten()

    def diff(self) -> Iterator[str]:
        """The patch that would apply suggestions to the files and to standard input, a piece at a time."""
        for path, name in self._files(tells_problems=True):
            with self._told(path), Path(path).open("rb") as stream:
                yield from self._patch(path, name, stream)
        if STANDARD_INPUT in self.run.paths:
            from tempfile import SpooledTemporaryFile

            with self._told(STANDARD_INPUT), SpooledTemporaryFile(MAX_BYTES) as copy:
                yield from self._standard_input(cast(BinaryIO, copy))
        self._tell_unwritten()

    def watch(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """Count what is left in the reviews that come after."""
        from mtqa.fix.safe import has_fix

        for review in reviews:
            self.left += len(review.findings)
            if review.document.path in self._names:
                self.left_unsafe += sum(map(has_fix, review.findings))
            yield review

    def told(self, verb: str = "fixed") -> str:
        """How many findings were mended, in one line."""
        count = self.fixed.total()
        codes = ", ".join(f"{code} {number}" for code, number in sorted(self.fixed.items()))
        what = f"{_counted(count, 'finding')} in {_counted(self.files, 'file')} ({codes})" if count else "nothing"
        return f"{verb} {what}"

    def told_left(self) -> str:
        """How many findings are left, and how many of them have a suggestion."""
        more = f", {self.left_unsafe} of them with a suggestion (--unsafe-fixes)" if self.left_unsafe else ""
        return f"{_counted(self.left, 'finding')} left{more}"

    def _files(self, tells_problems: bool) -> Iterator[tuple[str, str]]:
        """The files that can be written, each once, with their formats."""
        from mtqa.fix.files import FIXABLE

        for path, name in self.run.inputs(tells_problems):
            if name not in FIXABLE:
                self._unwritten[name] += 1
            elif not self._leads_outside(path):
                self._names.add(path)
                place = Path(path).resolve()
                if place not in self._places:
                    self._places.add(place)
                    yield path, name

    def _patch(self, path: str, name: str, stream: BinaryIO) -> Iterator[str]:
        from mtqa.fix.diff import unified
        from mtqa.fix.files import Outcome, changes

        outcome = Outcome()
        pairs = ((was, now) for was, now, _ in changes(stream, path, name, self.fixer, outcome))
        yield from unified(path, pairs)
        self._count(outcome)

    def _standard_input(self, copy: BinaryIO) -> Iterator[str]:
        from shutil import copyfileobj

        from mtqa.fix.files import FIXABLE
        from mtqa.readers import format_of

        copyfileobj(sys.stdin.buffer, copy)
        copy.seek(0)
        name = format_of(copy.read(HEAD), self.run.input_format)
        copy.seek(0)
        if name in FIXABLE:
            yield from self._patch(STANDARD_INPUT, name, copy)
        else:
            self._unwritten[name] += 1

    def _leads_outside(self, path: str) -> bool:
        """Whether a link that was met in a folder leads out of the folders given; one that was named is followed."""
        if path in self.run.paths or not Path(path).is_symlink():
            return False
        place = Path(path).resolve()
        if any(place.is_relative_to(Path(folder).resolve()) for folder in self.run.paths if os.path.isdir(folder)):
            return False
        tell(f"{path}: not fixed: it is a link out of the folder; name {place} to fix it")
        return True

    def _count(self, outcome: "Outcome") -> None:
        self.fixed += outcome.fixed
        self.files += bool(outcome.fixed)
        for trouble in outcome.troubles:
            tell(trouble)

    def _told(self, path: str) -> "_Told":
        return _Told(self, path)

    def _tell_unwritten(self) -> None:
        self._unwritten["address"] += sum("://" in path for path in self.run.paths)
        found = {name: count for name, count in self._unwritten.items() if count}
        if found:
            kinds = ", ".join(
                name if name.startswith("standard") else f"{count} {name}" for name, count in found.items()
            )
            hint = "; --diff shows it for standard input" if "standard input" in found else ""
            tell(f"not fixed: {kinds}: only {FORMATS} files are written{hint}")


@dataclass(frozen=True, slots=True)
class _Told:
    """What goes wrong with a file is one line, and the next file's turn."""

    fixing: Fixing
    path: str

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, InputError | OSError) or isinstance(error, BrokenPipeError):
            return False
        why = str(error) if isinstance(error, InputError) else f"cannot be fixed: {error.strerror or error}"
        tell(f"{self.path}: {why}")
        self.fixing.failures += 1
        return True


def fixing_of(run: Run, config: Config, aside: Kept, given: dict[str, Any]) -> Fixing | None:
    """What --fix and --diff ask for, None without them; raises ConfigError where they make no sense."""
    if not (given.get("fix") or given.get("diff")):
        if given.get("unsafe_fixes"):
            raise ConfigError("--unsafe-fixes goes with --fix or --diff")
        return None
    if given.get("diff") and aside.writes:
        raise ConfigError("--diff with --write-baseline: --diff changes nothing; give one of them")
    from mtqa.fix.files import Fixer
    from mtqa.fix.safe import has_fix, is_safe

    wanted = has_fix if given.get("unsafe_fixes") else is_safe
    if aside.changes:  # which tells what a branch touches by lines: those must stay where they are
        return Fixing(run, Fixer(_finder(run, config, aside), lambda f: wanted(f) and not _moves_lines(f)))
    return Fixing(run, Fixer(_finder(run, config, aside), wanted))


def _moves_lines(finding: Finding) -> bool:
    return "\n" in finding.text or "\n" in (finding.hit.suggestion or "")


def _finder(run: Run, config: Config, aside: Kept) -> Callable[[Document], Sequence[Finding]]:
    """The findings of the rules in a document that count: nothing known in a baseline, nothing outside of what a branch touches.

    No model makes suggestions.
    """
    from mtqa.review import review_document

    settings = replace(run.settings, estimator=None, model="none", model_codes=frozenset())

    def find(document: Document) -> Sequence[Finding]:
        reviews: Iterable[Review] = [review_document(with_languages(document, config), settings)]
        if aside.ledger and not aside.writes:
            known = aside.ledger
            reviews = type(known)(known.baseline, known.folder, known.applies).sift(reviews)
        if aside.changes:
            reviews = replace(aside.changes).narrowed(reviews)
        return next(iter(reviews)).findings

    return find


def show_diff(fixing: Fixing, output: Path | None, is_quiet: bool) -> bool:
    """Write the patch, and tell how much it would fix; whether it holds anything."""
    with opened(output) as stream:
        for piece in fixing.diff():
            stream.write(piece)
    if not is_quiet:
        tell(fixing.told("would fix"))
    return bool(fixing.fixed)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
