"""What is installed from the wheel is all that mtqa needs, wherever it runs from."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXT = "Le ministre est parti pour Moskau mardi soir.\n"  # to find Moskau takes the tables under models/


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile"]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", folder, wheel], check=True)
    return folder


def run(installed: Path, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed `mtqa`, from a folder that is not the checkout, with nothing of the checkout on its path."""
    command = [sys.executable, str(installed / "bin" / "mtqa"), *arguments]
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_wheel_holds_every_table_and_template_once(wheel: Path) -> None:
    names = Counter(ZipFile(wheel).namelist())
    wanted = {f"mtqa/{f.relative_to(ROOT).as_posix()}" for f in tracked("models")} | {
        f.relative_to(ROOT).as_posix() for f in tracked("mtqa")
    }
    assert wanted - set(names) == set()
    assert [name for name, count in names.items() if count > 1] == []
    assert {name.partition("/")[0] for name in names} == {"mtqa", f"mtqa-{PROJECT['version']}.dist-info"}
    assert any(name.endswith(".trie") for name in wanted)
    assert any(name.endswith(".html.j2") for name in wanted)


def tracked(folder: str) -> list[Path]:
    """What git keeps in a folder of the checkout, or all that lies there where the sources came without git."""
    listing = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, text=True, check=False)
    named = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [f for f in named or (ROOT / folder).rglob("*") if f.is_file() and "__pycache__" not in f.parts]


def test_an_installed_mtqa_checks_a_text_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    result = run(installed, tmp_path, "check", "article.txt", "--lang", "fr", "--output-format", "json")
    assert result.returncode == 1, result.stderr
    (finding,) = json.loads(result.stdout)["documents"][0]["findings"]
    assert (finding["code"], finding["text"], finding["suggestion"]) == ("A102", "Moskau", "Moscou")


def test_an_installed_mtqa_writes_the_report_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    result = run(installed, tmp_path, "report", "article.txt", "--lang", "fr", "-o", "out")
    assert result.returncode == 0, result.stderr
    assert "Moskau" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_the_installed_command_is_the_installed_package(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "--version").stdout == f"mtqa, version {PROJECT['version']}\n"
    told = subprocess.run(
        [sys.executable, "-c", "import mtqa; print(mtqa.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()).is_relative_to(installed)


def imported(folder: Path) -> set[str]:
    """Top-level names of what the modules of a folder import from elsewhere."""
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"mtqa"}


def distributions(requirements: list[str]) -> set[str]:
    """The names in a list of requirements, as they are imported."""
    return {re.split(r"[<>=!~\[; ]", r)[0].lower().replace("-", "_") for r in requirements}


GUARDED = {"eflomal"}  # qe/align.py does without it


def test_the_dependencies_are_what_is_imported() -> None:
    extras = PROJECT["optional-dependencies"]
    base = distributions(PROJECT["dependencies"])
    optional = distributions(extras["small"] + extras["train"] + extras["build"])
    names = imported(ROOT / "mtqa")
    assert names - base - optional - GUARDED == set(), "imported, but no dependency"
    assert base - names == set(), "a dependency, but not imported"
    assert base & optional == set()
