"""What the README shows beside a source and a reference: the files and the sessions are real."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## With the source\n")[1].split("\n## ")[0]
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", SECTION, re.S))
SESSIONS = re.findall(r"```console\n(.*?)```", SECTION, re.S)


def even(text: str) -> str:
    """Scores change with every calibration."""
    return re.sub(r"score [\d.]+", "score", text)


@pytest.mark.parametrize("session", SESSIONS, ids=["source", "reference"])
def test_the_session_is_what_comes(session: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = []
    for command in re.findall(r"^\$ (.*)$", session, re.M):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
        told.append(f"$ {command}\n{done.stdout}{done.stderr}")
    assert even("".join(told)) == even(session)
