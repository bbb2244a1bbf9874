"""What the README shows of baselines, changed lines, thresholds and ignores: the files and the session are real."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## Known findings, changed lines, exceptions\n")[1].split("\n## ")[0]
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", SECTION, re.S))
(SESSION,) = re.findall(r"```console\n(.*?)```", SECTION, re.S)


def without_score(text: str) -> str:
    """Scores change with every calibration."""
    return re.sub(r"(scores?|at) [\d.]+(, [\d.]+ below)?", r"\1", text)


def test_the_session_is_what_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "n")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "n@example.org")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main", "."], cwd=tmp_path, check=True)
    told = []
    for command in re.findall(r"^\$ (.*)$", SESSION, re.M):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        told.append(f"$ {command}\n{done.stdout}{done.stderr}")
    assert without_score("".join(told)) == without_score(SESSION)
