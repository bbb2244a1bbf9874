"""Reviews against a baseline: what is known is suppressed, what no longer occurs is fixed, and the next baseline."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.baseline import Accepted, Baseline, Known, known, quoted
from mtqa.finding import Finding
from mtqa.fingerprint import STANDARD_INPUT, Identities, Identity, relative
from mtqa.report import Review, Suppressed, SuppressedBy
from mtqa.sift import suppress

KNOWN = "known in the baseline"


@dataclass(slots=True)
class Ledger:
    """Holds a baseline against the reviews of one run. Paths are seen from `folder`, that of the baseline's file.

    `applies` tells whether this run looks for a code: what it does not look for is never fixed. With `takes_all` every
    finding that counts becomes known: the run that writes a baseline.
    """

    baseline: Baseline
    folder: Path
    applies: Callable[[str], bool] = lambda code: True
    takes_all: bool = False
    added: int = 0
    _met: dict[Identity, Known] = field(default_factory=dict)
    _used: set[Accepted] = field(default_factory=set)
    _paths: set[str] = field(default_factory=set)
    _identities: Identities = field(init=False)
    _known: dict[Identity, Known] = field(init=False)
    _accepted: dict[str, list[Accepted]] = field(init=False)
    _gone: dict[tuple[str, str, str], list[Identity]] | None = None

    def __post_init__(self) -> None:
        self._identities = Identities(self.folder)
        self._known = {one.identity: one for one in self.baseline.known}
        self._accepted = defaultdict(list)
        for one in self.baseline.accepted:
            self._accepted[one.code].append(one)

    def sift(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """The reviews with what is known or accepted suppressed."""
        for review in reviews:
            self._paths.add(relative(review.document.path, self.folder))
            told = zip(review.findings, self._identities.of(review), strict=False)
            why = {n: one for n, (f, identity) in enumerate(told) if (one := self._why(f, identity))}
            yield suppress(review, why)

    def _why(self, finding: Finding, identity: Identity) -> Suppressed | None:
        if one := self._accepting(finding, identity):
            self._used.add(one)
            return Suppressed(finding, SuppressedBy.ACCEPTED, one.reason)
        before = self._before(identity)
        if before is None and not self.takes_all:
            return None
        self.added += before is None
        self._met[before or identity] = known(identity, finding)
        return Suppressed(finding, SuppressedBy.BASELINE, KNOWN)

    def _accepting(self, finding: Finding, identity: Identity) -> Accepted | None:
        listed = self._accepted.get(identity.code)
        text = quoted(finding.text) if listed else ""
        return next((one for one in listed or () if one.matches(identity, text)), None)

    def _before(self, identity: Identity) -> Identity | None:
        """What the baseline knows the finding as: itself, or the same in a file that has been moved."""
        if identity in self._known:
            return identity
        if self._gone is None:
            self._gone = self._of_gone_files()
        moved = self._gone.get((identity.unit, identity.code, identity.content), [])
        return next((one for one in moved if one not in self._met), None)

    def _of_gone_files(self) -> dict[tuple[str, str, str], list[Identity]]:
        gone = {path for path in {one.path for one in self._known} if self._is_gone(path)}
        found: dict[tuple[str, str, str], list[Identity]] = defaultdict(list)
        for one in sorted(self._known):
            if one.path in gone:
                found[one.unit, one.code, one.content].append(one)
        return found

    def _is_gone(self, path: str) -> bool:
        return path != STANDARD_INPUT and "://" not in path and not (self.folder / path).exists()

    def fixed(self, unread: Collection[str] = ()) -> tuple[Known, ...]:
        """What is known but was not met in files that were read to the end, or that are gone. `unread` are paths as given."""
        held = {relative(path, self.folder) for path in unread}
        is_over: dict[str, bool] = {}
        for path in {one.path for one in self._known}:
            is_over[path] = path not in held and (path in self._paths or self._is_gone(path))
        return tuple(
            one
            for identity, one in self._known.items()
            if identity not in self._met and is_over[identity.path] and self.applies(identity.code)
        )

    def unused(self) -> tuple[Accepted, ...]:
        """Accepted false alarms that did not come up, where this run looked for them."""
        return tuple(
            one
            for one in self.baseline.accepted
            if one not in self._used and self.applies(one.code) and (one.path is None or one.path in self._paths)
        )

    def rewritten(self, unread: Collection[str] = ()) -> Baseline:
        """The baseline with what this run found and without what is fixed; what it did not look at stays."""
        dropped = {one.identity for one in self.fixed(unread)} | self._met.keys()
        kept = (one for one in self.baseline.known if one.identity not in dropped)
        return Baseline((*kept, *self._met.values()), self.baseline.accepted)
