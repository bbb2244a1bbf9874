"""What the README shows of glossaries and fixes: the files and the session are real."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## Terms and fixes\n")[1].split("\n## ")[0]
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", SECTION, re.S))
(SESSION,) = re.findall(r"```console\n(.*?)```", SECTION, re.S)


def without_score(text: str) -> str:
    """Scores change with every calibration."""
    return re.sub(r"score [\d.]+", "score", text)


def test_the_session_is_what_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = []
    for command in re.findall(r"^\$ (.*)$", SESSION, re.M):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        told.append(f"$ {command}\n{done.stdout}{done.stderr}")
    assert without_score("".join(told)) == without_score(SESSION)


def test_the_note_that_the_readme_names_is_there() -> None:
    (named,) = re.findall(r"`(reports/decisions/[\w-]+\.md)`", SECTION)
    assert (Path(__file__).parent.parent / named).is_file()
