"""What a run leaves aside: findings that a baseline knows, lines that a branch does not touch, what ignores name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.cli.command import tell
from mtqa.cli.run import Run
from mtqa.config import Config
from mtqa.errors import ConfigError
from mtqa.report import Review

if TYPE_CHECKING:
    from mtqa.changed import Changes
    from mtqa.ledger import Ledger

BASELINE = "mtqa-baseline.json"
SHOWN = 10  # fixed findings and unused entries that are named; the rest is counted


@dataclass(slots=True)
class Kept:
    """A run's reviews without what is left aside, and what to tell and write at its end."""

    run: Run
    file: Path
    ledger: "Ledger | None" = None
    changes: "Changes | None" = None
    writes: bool = False

    def reviews(self) -> Iterable[Review]:
        """The reviews as they come, without what is known or untouched."""
        reviews = self.run.reviews()
        if self.ledger:
            reviews = self.ledger.sift(reviews)
        return self.changes.narrowed(reviews) if self.changes else reviews

    def close(self) -> None:
        """Tell what is fixed and unused, and write the baseline where that is asked."""
        if self.changes and self.changes.left_out:
            tell(f"{_counted(self.changes.left_out, 'finding')} outside the lines touched since {self.changes.rev}")
        if self.ledger is None:
            return
        if self.changes is None:
            self._tell_unused(self.ledger)
        fixed = self.ledger.fixed(self.run.unread_paths)
        if self.writes:
            from mtqa.baseline import write

            baseline = self.ledger.rewritten(self.run.unread_paths)
            write(self.file, baseline)
            size = _counted(len(baseline.known), "known finding")
            tell(f"wrote {self.file}: {size}, {self.ledger.added} new, {len(fixed)} fixed and dropped")
        elif fixed and self.changes is None:
            told = _counted(len(fixed), "known finding")
            tell(f"{self.file}: {told} no longer there; drop with --write-baseline:")
            _tell_some(f"{one.identity.path}: {one.identity.code} {one.text}" for one in fixed)

    def _tell_unused(self, ledger: "Ledger") -> None:
        if unused := ledger.unused():
            tell(f"{self.file}: {_counted(len(unused), 'accepted false alarm')} did not come up; remove:")
            _tell_some(f"{one.path or 'any file'}: {one.code} {one.text or one.sentence}" for one in unused)


def kept(config: Config, given: dict[str, Any], run: Run) -> Kept:
    """What to leave aside, as options and configuration say; raises ConfigError where that makes no sense."""
    writes, rev = bool(given.get("write_baseline")), given.get("changed_since")
    named = given.get("baseline") or (config.folder / config.baseline if config.baseline else None)
    file = _from_here(Path(named or BASELINE))
    if writes and rev is not None:
        raise ConfigError("--write-baseline with --changed-since: a baseline is written from all that is there")
    run.leave_out(file)
    found = Kept(run, file, writes=writes)
    if named or writes:
        found.ledger = _ledger(file, writes, run)
    if rev is not None:
        found.changes = run.changes = _changes(rev, run.paths)
    return found


def _from_here(file: Path) -> Path:
    """A path below the current folder as seen from there, for messages to be short."""
    return file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file


def _ledger(file: Path, writes: bool, run: Run) -> "Ledger":
    from mtqa.baseline import Baseline, load
    from mtqa.cli.codes import running
    from mtqa.ledger import Ledger

    baseline = Baseline() if writes and not file.exists() else load(file)
    codes = {code for code, _ in running(run.settings)}
    return Ledger(baseline, file.resolve().parent, lambda code: code in codes, writes)


def _changes(rev: str, paths: tuple[str, ...]) -> "Changes":
    from mtqa.changed import Changes

    changes = Changes(rev)
    changes.look_at(paths)
    return changes


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _tell_some(lines: Iterator[str]) -> None:
    for number, line in enumerate(lines):
        if number == SHOWN:
            tell(f"  and {1 + sum(1 for _ in lines)} more")
            return
        tell(f"  {line}")
