"""What the README shows of a feed: the file and the session are real."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## A feed\n")[1].split("\n## ")[0]
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", SECTION, re.S))
(SESSION,) = re.findall(r"```console\n(.*?)```", SECTION, re.S)


def even(text: str) -> str:
    """Scores change with every calibration, checks are added, and time goes on."""
    text = re.sub(r"score [\d.]+", "score", text)
    text = re.sub(r"\d{4}-\d\d-\d\d \d\d:00( +\d+ +\d+) +[\d.]+ +[\d.]+", r"TIME\1", text)
    return re.sub(r"mtqa:[\d.]+\|checks:\d+", "mtqa", text)


def test_the_session_is_what_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = []
    for command in re.findall(r"^\$ (.*)$", SESSION, re.M):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        told.append(f"$ {command}\n{done.stdout}{done.stderr}".replace(str(tmp_path), "/srv/news"))
    assert even("".join(told)) == even(SESSION)
