"""`--write-notes`: findings written into the XLIFF files that were checked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.cli.command import tell
from mtqa.cli.run import Run
from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.report import Review
from mtqa.segment import Document


@dataclass(slots=True)
class Noting:
    """What was found in each document of each file, by its place, and which files could not be written."""

    run: Run
    failures: int = 0
    _findings: dict[str, dict[tuple[int, int], Sequence[Finding]]] = field(default_factory=lambda: defaultdict(dict))

    def watch(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """Keep the findings of the reviews that pass."""
        from mtqa.fix.notes import place

        for review in reviews:
            if review.findings:
                self._findings[review.document.path][place(review.document)] = review.findings
            yield review

    def write(self) -> None:
        """Write the notes, and tell where that was done."""
        from mtqa.fix.notes import Noted, write_notes

        changes = self.run.changes
        is_checked: Callable[[Document], bool] = changes.touches if changes else lambda document: True
        for path, name in self.run.inputs(tells_problems=False):
            if name != "xliff" or path in self.run.unread_paths:
                continue
            try:
                units = write_notes(Path(path), Noted(self._findings.get(path, {}), is_checked))
                tell(f"{path}: notes in {units} unit{'' if units == 1 else 's'}")
            except (InputError, OSError) as error:
                self.failures += 1
                tell(f"{path}: no notes written: {error.strerror if isinstance(error, OSError) else error}")
