"""What the README shows of CI: its output is real, its files are valid, its inputs exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## In CI\n")[1].split("\n## ")[0]
WORKFLOW, HOOKS, PIPELINE = re.findall(r"```yaml\n(.*?)```", SECTION, re.S)


def test_each_takes_ten_lines_at_most() -> None:
    assert all(len(text.splitlines()) <= 10 for text in (WORKFLOW, HOOKS, PIPELINE))


def test_the_output_shown_is_what_comes(tmp_path: Path) -> None:
    (found,) = re.findall(r"<!-- output: (.*?) -->\n```text\n(.*?)```", SECTION, re.S)
    arguments, shown = found
    (tmp_path / "article.txt").write_text("Le ministre est parti pour Moskau mardi soir.\n", encoding="utf-8")
    done = subprocess.run([BIN / "mtqa", *arguments.split()], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert without_score(done.stdout + done.stderr) == without_score(shown)
    assert (tmp_path / "mtqa.sarif").exists()


def without_score(text: str) -> str:
    """Scores change with every calibration."""
    return re.sub(r"score [\d.]+", "score", text)


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("mtqa.yml", WORKFLOW, ("check-jsonschema", "--builtin-schema", "vendor.github-workflows")),
        (".gitlab-ci.yml", PIPELINE, ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci")),
        (".pre-commit-config.yaml", HOOKS, ("pre-commit", "validate-config")),
    ],
)
def test_the_files_shown_are_valid(name: str, text: str, command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    program, *arguments = command
    done = subprocess.run([BIN / program, *arguments, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_the_files_set_exists() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    _, step = yaml.safe_load(WORKFLOW)["jobs"]["mtqa"]["steps"]
    assert set(step["with"]) <= set(action["inputs"])
    assert set(yaml.safe_load(PIPELINE)["mtqa"]["variables"]) <= set(template["mtqa"]["variables"])
    assert [hook["id"] for hook in yaml.safe_load(HOOKS)["repos"][0]["hooks"]] == [hook["id"] for hook in hooks]
