"""Questions to git about a working tree, and its answers read; every name byte for byte."""

import os
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from subprocess import DEVNULL, run

from mtqa.errors import ConfigError

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_SUBMODULE, _LINK = b"160000", b"120000"
SPELT = "; is it spelt so, and fetched? (git branch --all lists branches)"
_LOCAL = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
)  # a hook has them of its own repository
_PLAIN = (
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--ignore-submodules=none",
    "--submodule=short",
    "--inter-hunk-context=0",
)


@dataclass(frozen=True, slots=True)
class Hunk:
    """`count` touched lines from line `start` on; with 0, lines were taken out after line `start`.

    What was taken out tore text off the line before it where its first line was not blank (`tears_above`), and off the line
    behind it where its last was not (`tears_below`).
    """

    start: int
    count: int
    tears_above: bool = False
    tears_below: bool = False

    def meets(self, first: int, last: int) -> bool:
        """Whether something in these lines, both included, was changed, added or taken out."""
        if self.count:
            return self.start <= last and first < self.start + self.count
        if first <= self.start < last:
            return True
        is_wrapped = first < last  # a paragraph on a line of its own loses nothing with its neighbour
        return is_wrapped and (
            (self.tears_above and self.start == last) or (self.tears_below and self.start == first - 1)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs: where, whether git takes it for binary, and the commit that was there if it is a submodule.

    `is_gone` where it was deleted, or is under another name now.
    """

    path: str
    hunks: tuple[Hunk, ...] = ()
    is_binary: bool = False
    submodule: str | None = None
    is_gone: bool = False


def root_of(folder: Path) -> Path | None:
    """The top of the working tree that a folder is in: the closest with a .git, as worktrees and submodules have it too."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


@dataclass(frozen=True, slots=True)
class Worktree:
    """A working tree by its top folder. Each question raises ConfigError, in one line, where git cannot answer it."""

    root: Path

    def merge_base(self, rev: str) -> str:
        """The commit at which the branch left `rev`."""
        commit = (
            None
            if rev.startswith("-") or not rev
            else self._try("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
        )
        if commit is None:
            self._ask("rev-parse", "--git-dir")  # a repository that git refuses says so itself
            raise ConfigError(f"--changed-since: no revision '{rev}' in {self.root}{self._shallow(rev) or SPELT}")
        if self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
            return self.empty_tree()
        base = self._try("merge-base", commit.decode().strip(), "HEAD")
        if base is None:
            raise ConfigError(f"--changed-since: '{rev}' and HEAD have no commit in common{self._shallow(rev)}")
        return base.decode().strip()

    def has(self, commit: str) -> bool:
        """Whether a commit is at hand."""
        return self._try("cat-file", "-e", f"{commit}^{{commit}}") is not None

    def empty_tree(self) -> str:
        """The id of the tree without files, from which everything differs."""
        return self._ask("hash-object", "-t", "tree", os.devnull).decode().strip()

    def changes(self, base: str) -> Iterator[Change]:
        """The files of the working tree that differ from a commit."""
        listed = list(self._listed(base))
        hunks = self._hunks(base) if any(one.submodule is None and not one.is_gone for one in listed) else {}
        for change in listed:
            yield replace(change, hunks=hunks.get(change.path, ()))

    def untracked(self) -> Iterator[str]:
        """The files that git neither tracks nor ignores."""
        for name in self._ask("ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            if name:
                yield os.fsdecode(name)

    def _listed(self, base: str) -> Iterator[Change]:
        """The files by --raw: their modes tell submodules; by --numstat: a dash tells binary ones."""
        binary = set(self._binary(base))
        fields = iter(self._diff("--raw", "--no-abbrev", "-z", base).split(b"\0"))
        for about in fields:
            if not about:
                continue
            before, after, old, _, status = about.lstrip(b":").split(b" ")
            name = next(fields)
            if status[:1] in b"RC":
                if status[:1] == b"R":
                    yield Change(os.fsdecode(name), is_gone=True)
                name = next(fields)
            path = os.fsdecode(name)
            if after == _SUBMODULE:
                is_new = before != _SUBMODULE
                if (self.root / path / ".git").exists():
                    yield Change(path, submodule=Worktree(self.root / path).empty_tree() if is_new else old.decode())
            elif after != _LINK:
                yield Change(path, is_binary=path in binary, is_gone=status[:1] == b"D")

    def _binary(self, base: str) -> Iterator[str]:
        fields = iter(self._diff("--numstat", "-z", base).split(b"\0"))
        for about in fields:
            added, _, name = about.partition(b"\t") if about else (b"", b"", b"")
            name = name.partition(b"\t")[2]
            if about and not name:  # renamed: the old and the new name follow
                next(fields)
                name = next(fields)
            if added == b"-":
                yield os.fsdecode(name)

    def _hunks(self, base: str) -> dict[str, tuple[Hunk, ...]]:
        """The hunks of each file; what follows a hunk's head is skipped by its counts, as it may look like anything."""
        found: dict[str, list[Hunk]] = {}
        here: list[Hunk] = []
        lines = iter(self._diff("--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base).split(b"\n"))
        for line in lines:
            if match := _HUNK.match(line):
                gone, start, count = (int(group) if group else 1 for group in match.groups())
                told = (line for line in lines if not line.startswith(b"\\"))  # "\ No newline at end of file"
                taken = [line[1:].strip() for line in islice(told, gone)]
                deque(islice(told, count), 0)
                tears = (bool(taken[0]), bool(taken[-1])) if taken else (False, False)
                here.append(Hunk(start, count, *tears))
            elif line.startswith(b"+++ "):
                here = found.setdefault(_named(line[4:]), [])
        return {path: tuple(hunks) for path, hunks in found.items()}

    def _diff(self, *arguments: str) -> bytes:
        return self._ask("-c", "core.quotePath=true", "diff", *_PLAIN, *arguments, "--")

    def _shallow(self, rev: str) -> str:
        """What to do where the clone holds no more than a few commits, "" where it holds them all."""
        if self._try("rev-parse", "--is-shallow-repository") != b"true\n":
            return ""
        return f": the clone is shallow; fetch more of it (git fetch --unshallow origin {rev}, or fetch-depth: 0)"

    def _try(self, *arguments: str) -> bytes | None:
        """What git says, None where it fails."""
        done = self._run(*arguments)
        return done[1] if done[0] == 0 else None

    def _ask(self, *arguments: str) -> bytes:
        code, told, error = self._run(*arguments)
        if code:
            first = next(iter(error.decode(errors="replace").strip().splitlines()), f"exit code {code}")
            raise ConfigError(f"--changed-since: git cannot be asked in {self.root}: {first.removeprefix('fatal: ')}")
        return told

    def _run(self, *arguments: str) -> tuple[int, bytes, bytes]:
        environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
        environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}
        try:
            done = run(
                ["git", *arguments], cwd=self.root, env=environment, stdin=DEVNULL, capture_output=True, check=False
            )
        except FileNotFoundError:
            raise ConfigError("--changed-since needs git, which is not installed here") from None
        except OSError as error:
            raise ConfigError(f"--changed-since: git cannot be run: {error.strerror}") from error
        return done.returncode, done.stdout, done.stderr


def _named(name: bytes) -> str:
    """The path on a +++ line: quoted as in C where it has odd characters, with a tab behind it where it has spaces."""
    if name.startswith(b'"'):
        from codecs import escape_decode

        name = escape_decode(name[1 : name.rindex(b'"')])[0]
    else:
        name = name.removesuffix(b"\t")
    return os.fsdecode(name.removeprefix(b"b/"))
