"""What a pipeline takes from the repository: the GitHub action, the GitLab template, the pre-commit hook, each run for real."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPT = (ROOT / "ci" / "github_check.sh").read_text(encoding="utf-8")
TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["mtqa"]
BROKEN = "Le ministre est parti pour Moskau mardi soir.\n"
CLEAN = "Le ministre est parti pour Moscou mardi soir.\n"
RULES = "--lang fr --source-lang de --model none"


def run(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a pipeline would, with this interpreter's programs on the path."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "CI_"))}
    identity = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = {"PATH": f"{BIN}{os.pathsep}{clean['PATH']}"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=clean | identity | path | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    done = run("git", *arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A repository with a broken article, and on a branch another one."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "old.txt").write_text(BROKEN, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "old")
    git(folder, "switch", "--quiet", "-c", "branch")
    (folder / "new, 100%.txt").write_text(BROKEN, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "new")
    return folder


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")]
)
def test_the_files_are_valid(schema: str, file: str) -> None:
    done = run(BIN / "check-jsonschema", "--builtin-schema", schema, file, folder=ROOT)
    assert done.returncode == 0, done.stdout


def test_the_hooks_manifest_is_valid() -> None:
    done = run(BIN / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", folder=ROOT)
    assert done.returncode == 0, done.stdout


def test_actions_are_pinned_to_commits() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 2
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in used)


def test_no_input_becomes_text_of_a_script() -> None:
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_the_script_gets_every_variable_that_it_reads_and_every_input_is_used() -> None:
    (check,) = [step for step in STEPS if step.get("id") == "check"]
    read = set(re.findall(r"\$\{?(INPUT_\w+|PULL_REQUEST_BASE|VENV)\b", SCRIPT))
    assert read == set(check["env"]) - {"CHECK"}
    told = json.dumps(ACTION["runs"])
    assert not [name for name in ACTION["inputs"] if f"inputs.{name} " not in told.replace("}", " ")]


def action(content: Path, tmp_path: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """What the action's step does in a repository, and its outputs."""
    out = tmp_path / "github-output"
    environment = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(out),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "RUNNER_TEMP": str(tmp_path),
        "INPUT_SARIF_FILE": "mtqa.sarif",
        "INPUT_LANG": "fr",
        "INPUT_SOURCE_LANG": "de",
        "INPUT_MODEL": "none",
    }
    done = run("bash", ROOT / "ci" / "github_check.sh", folder=content, **(environment | inputs))
    outputs = dict(line.split("=", 1) for line in out.read_text(encoding="utf-8").splitlines()) if out.exists() else {}
    return done, outputs


def uris(file: str | Path) -> list[str]:
    log = json.loads(Path(file).read_text(encoding="utf-8"))
    return [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["runs"][0]["results"]]


def test_the_action_marks_what_a_pull_request_brings(content: Path, tmp_path: Path) -> None:
    done, outputs = action(content, tmp_path, PULL_REQUEST_BASE=git(content, "rev-parse", "main"))
    assert done.returncode == 1, done.stderr
    marked = [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert len(marked) == 1
    assert marked[0].startswith("::error file=new%2C 100%25.txt,line=1,")
    assert outputs["exit-code"] == "1"
    assert uris(outputs["upload-file"]) == ["new,%20100%25.txt"]
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## mtqa: failed\n")


def test_the_action_checks_everything_outside_a_pull_request(content: Path, tmp_path: Path) -> None:
    done, outputs = action(content, tmp_path)
    assert done.returncode == 1, done.stderr
    assert uris(outputs["upload-file"]) == ["new,%20100%25.txt", "old.txt"]


def test_the_upload_goes_without_what_the_baseline_knows(content: Path, tmp_path: Path) -> None:
    arguments = f"check . {RULES} --baseline known.json --write-baseline --exit-zero".split()
    assert run(BIN / "mtqa", *arguments, folder=content).returncode == 0
    (content / "more.txt").write_text(BROKEN.replace("mardi", "lundi"), encoding="utf-8")
    done, outputs = action(content, tmp_path, INPUT_BASELINE="known.json")
    assert done.returncode == 1, done.stderr
    assert uris(outputs["upload-file"]) == ["more.txt"]
    assert sorted(uris(content / "mtqa.sarif")) == ["more.txt", "new,%20100%25.txt", "old.txt"]


def test_the_action_passes_lists_on_a_line_each(content: Path, tmp_path: Path) -> None:
    done, _ = action(content, tmp_path, INPUT_PATHS="old.txt\nnew, 100%.txt\n", INPUT_ARGUMENTS="--ignore\nA102\n")
    assert done.returncode == 0, done.stderr
    assert "No findings in 2 documents" in done.stdout


def test_the_action_says_when_the_base_was_not_fetched(content: Path, tmp_path: Path) -> None:
    done, outputs = action(content, tmp_path, PULL_REQUEST_BASE="0" * 40)
    assert done.returncode == 2
    assert "fetch-depth: 0" in done.stdout
    assert outputs == {}


def test_the_action_fetches_what_a_shallow_checkout_lacks(content: Path, tmp_path: Path) -> None:
    base = git(content, "rev-parse", "main")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=branch", f"file://{content}", str(shallow))
    done, outputs = action(shallow, tmp_path, PULL_REQUEST_BASE=base)
    assert done.returncode == 1, done.stderr
    assert uris(outputs["upload-file"]) == ["new,%20100%25.txt"]


def test_a_hostile_branch_or_path_is_no_command(content: Path, tmp_path: Path) -> None:
    done, _ = action(content, tmp_path, INPUT_CHANGED_SINCE="$(touch owned)", INPUT_PATHS="; touch owned")
    assert done.returncode == 2
    assert not (content / "owned").exists()


def test_gitlab_fails_for_what_a_merge_request_brings_and_reports_everything(content: Path) -> None:
    base = git(content, "rev-parse", "main")
    variables = {name: value for name, value in TEMPLATE["variables"].items() if name.startswith("MTQA_")}
    script = "set -e\n" + "\n".join(TEMPLATE["script"])
    environment = variables | {"MTQA_ARGUMENTS": RULES, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    done = run("sh", "-c", script, folder=content, **environment)
    assert done.returncode == 1, done.stderr
    assert done.stderr.endswith("mtqa: failed: 1 finding of severity major or worse\n")
    reports = TEMPLATE["artifacts"]["reports"]
    issues = json.loads((content / reports["codequality"]).read_text(encoding="utf-8"))
    assert [one["location"]["path"] for one in issues] == ["new, 100%.txt", "old.txt"]
    assert "new, 100%.txt" in (content / reports["junit"]).read_text(encoding="utf-8")


def test_the_pre_commit_hook_stops_a_broken_article(content: Path, tmp_path: Path) -> None:
    """The hook as it is, but for its language: `python` would install mtqa from the network, `system` runs it from here."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_bytes((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    git(hooks, "init", "--quiet")
    git(hooks, "add", ".")
    git(hooks, "commit", "--quiet", "-m", "hooks")
    hook = {"id": "mtqa", "language": "system", "args": RULES.split()}
    config = {"repos": [{"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": [hook]}]}
    (content / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(content, "add", ".pre-commit-config.yaml")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}

    def commit(text: str) -> subprocess.CompletedProcess[str]:
        (content / "article.md").write_text(text, encoding="utf-8")
        git(content, "add", "article.md")
        return run("git", "commit", "-m", "article", folder=content, **home)

    assert run(BIN / "pre-commit", "install", folder=content, **home).returncode == 0
    stopped = commit(BROKEN)
    assert stopped.returncode == 1
    assert "article.md:1:28: A102 major 'Moskau' is the German name of Moscou" in stopped.stderr + stopped.stdout
    assert "old.txt" not in stopped.stderr + stopped.stdout
    passed = commit(CLEAN)
    assert passed.returncode == 0, passed.stderr
    assert git(content, "show", "--stat", "--format=%s").startswith("article")
