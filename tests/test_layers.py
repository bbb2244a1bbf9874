"""The architecture, held: who may import whom, and what an import may load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mtqa"
ROWS = [
    {"segment", "finding", "errors", "text", "languages", "quotes", "enclosed", "directive"},
    {"lexicon", "sentences", "readers", "scoring", "quantities"},
    {"alignment", "bilingual", "glossary"},
    {"checks", "qe", "reference"},
    {
        "report",
        "as_json",
        "merge",
        "review",
        "parallel",
        "gate",
        "config",
        "spool",
        "catalogue",
        "fingerprint",
        "ignores",
        "baseline",
        "fix",
        "changed",
        "sift",
        "ledger",
        "worktree",
        "history",
    },
    {"feeds"},
    {"render"},
    {"cli", "__init__", "__main__"},
]
ROW_OF = {name: number for number, row in enumerate(ROWS) for name in row}
SIBLINGS_MAY = {0, 4, 7}  # the first row's types and the pipeline's row build on each other
ABOVE = {("qe", "review"), ("qe", "report"), ("qe", "merge"), ("qe", "reference")}  # evaluation runs the pipeline
STANDARD = sys.stdlib_module_names


def parts() -> list[tuple[str, Path]]:
    return [(f.relative_to(PACKAGE).parts[0].removesuffix(".py"), f) for f in sorted(PACKAGE.rglob("*.py"))]


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize(("part", "file"), parts(), ids=lambda value: str(value).removeprefix(str(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(part: str, file: Path) -> None:
    for name in imported(file):
        if not name.startswith("mtqa."):
            continue
        other = name.split(".")[1]
        if other not in ROW_OF or other == part or other == "__init__" or (part, other) in ABOVE:
            continue
        below = ROW_OF[other] < ROW_OF[part] or (ROW_OF[other] == ROW_OF[part] and ROW_OF[part] in SIBLINGS_MAY)
        assert below, f"{file.name} ({part}) imports {name}"


@pytest.mark.parametrize("file", [f for part, f in parts() if part in ROWS[0]], ids=str)
def test_the_first_row_needs_the_standard_library_alone(file: Path) -> None:
    foreign = {n.split(".")[0] for n in imported(file)} - STANDARD - {"mtqa"}
    assert not foreign


def test_every_module_has_a_row() -> None:
    assert {part for part, _ in parts()} <= set(ROW_OF)


HEAVY = ("torch", "onnxruntime", "transformers", "numpy", "lxml", "click", "httpx", "sacrebleu")


def test_importing_mtqa_loads_nothing_heavy() -> None:
    code = f"import mtqa, sys; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
