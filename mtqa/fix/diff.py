"""A unified diff of a file's stretches, as `patch` and `git apply -p0` read it; of a long file only the changes are held."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

CONTEXT = 3  # lines around a change
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
Step = tuple[str, str]  # " ", "-" or "+", and a line


def unified(path: str, changes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of the diff, none where nothing changes."""
    is_first = True
    for hunk in _hunks(_steps(_by_line(changes))):
        if is_first:
            end = "\t" if " " in path else ""  # where the name ends, as git marks it
            yield f"--- {path}{end}\n+++ {path}{end}\n"
        is_first = False
        yield hunk


def _by_line(changes: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The changes in stretches of whole lines; of what stays as it is, no more than the lines of a change is held."""
    old: list[str] = []
    new: list[str] = []
    for before, after in changes:
        first = before.find("\n") + 1 if before == after else len(before) if before.endswith("\n") else 0
        if not first or not (before == after or after.endswith("\n")):
            old.append(before)
            new.append(after)
            continue
        last = before.rfind("\n") + 1
        yield "".join([*old, before[:first]]), "".join([*new, after[:first] if before == after else after])
        if first < last:
            yield before[first:last], before[first:last]
        old, new = [before[last:]], [before[last:]]
    yield "".join(old), "".join(new)


def _steps(changes: Iterable[tuple[str, str]]) -> Iterator[Step]:
    for before, after in changes:
        old = _LINE.findall(before)
        if before == after:
            yield from ((" ", line) for line in old)
            continue
        new = _LINE.findall(after)
        for _, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
            if old[a:b] == new[c:d]:
                yield from ((" ", line) for line in old[a:b])
            else:
                yield from (("-", line) for line in old[a:b])
                yield from (("+", line) for line in new[c:d])


def _hunks(steps: Iterable[Step]) -> Iterator[str]:
    """Hunks with their heads: changes with no more than twice the context between them stand in one."""
    hunk: list[Step] = []
    before: deque[Step] = deque(maxlen=CONTEXT)
    old = new = 1  # the numbers of the lines that come next
    start = (1, 1)
    quiet = 0  # unchanged lines at the end of the hunk
    for sign, line in steps:
        if sign != " ":
            if not hunk:
                start = old - len(before), new - len(before)
                hunk = list(before)
            quiet = 0
            hunk.append((sign, line))
        elif hunk:
            quiet += 1
            hunk.append((sign, line))
            if quiet > 2 * CONTEXT:
                before = deque(hunk[-CONTEXT:], CONTEXT)
                yield _written(hunk[: CONTEXT - quiet], *start)
                hunk = []
        else:
            before.append((sign, line))
        old += sign != "+"
        new += sign != "-"
    if hunk:
        yield _written(hunk[: len(hunk) - max(0, quiet - CONTEXT)], *start)


def _written(hunk: list[Step], old: int, new: int) -> str:
    olds, news = (sum(sign in kept for sign, _ in hunk) for kept in (" -", " +"))
    head = f"@@ -{_range(old, olds)} +{_range(new, news)} @@\n"
    return head + "".join(
        f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
        for sign, line in hunk
    )


def _range(start: int, count: int) -> str:
    return f"{start}" if count == 1 else f"{start if count else start - 1},{count}"
