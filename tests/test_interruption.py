"""Ctrl-C at the worst moment."""

import subprocess
import sys
from pathlib import Path

WORST = """
from mtqa.cli.command import told_in_one_line

with told_in_one_line():
    exec("raise KeyboardInterrupt")  # where Python makes a dataclass while it imports
"""


def test_an_interruption_inside_exec_ends_with_130_and_not_by_the_signal(tmp_path: Path) -> None:
    (tmp_path / "worst.py").write_text(WORST, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "worst"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "mtqa: interrupted\n")
