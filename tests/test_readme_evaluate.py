"""What the README shows of evaluations: the file and the session are real, and every command is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mtqa.cli.evaluate import evaluate

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## Measure\n")[1].split("\n## ")[0]
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", SECTION, re.S))
(SESSION,) = re.findall(r"```console\n(.*?)```", SECTION, re.S)


def test_the_session_is_what_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = []
    for command in re.findall(r"^\$ (.*)$", SESSION, re.M):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        told.append(f"$ {command}\n{done.stdout}{done.stderr}")
    assert "".join(told) == SESSION


def test_every_evaluation_is_named() -> None:
    table = "\n".join(line for line in SECTION.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)(?: [A-Z ]+)?`", table)) == set(evaluate.commands)
