"""What a branch touches, asked of real git repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from mtqa.changed import Changes, Touched
from mtqa.checks import selected
from mtqa.errors import ConfigError
from mtqa.readers import read
from mtqa.review import Settings, review_document
from mtqa.segment import Document
from mtqa.worktree import Hunk, Worktree

BROKEN = "Le ministre est parti pour Moskau mardi soir."
OTHER = "Les négociateurs sont arrivés à Peking jeudi."
CLEAN = "La séance reprendra demain matin à neuf heures."
SETTINGS = Settings(selected(("A102",)), "fr", "de")


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    config = tmp_path / "gitconfig"
    config.write_text('[user]\nname = n\nemail = e@example.org\n[protocol "file"]\nallow = always\n', encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


class Repository:
    """A working tree on a branch, `topic`, that has just left `main`."""

    def __init__(self, root: Path, files: dict[str, str | bytes]) -> None:
        self.root = root
        root.mkdir()
        self.git("init", "-q", "-b", "main", ".")
        self.write(files)
        self.commit()
        self.git("checkout", "-q", "-b", "topic")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True)
        return done.stdout.decode()

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "more")

    def found(self, rev: str = "main", path: str = ".") -> list[str]:
        """file:words of the findings that count."""
        changes = Changes(rev)
        paths = [str(self.root / path)]
        changes.look_at(paths)
        items = read(paths, wanted=changes.touches_file)
        documents = [one for one in items if isinstance(one, Document) and changes.touches(one)]
        reviews = changes.narrowed(review_document(one, SETTINGS) for one in documents)
        return [
            f"{Path(r.document.path).relative_to(self.root)}{f'#{r.document.unit}' if r.document.unit else ''}:{f.text}"
            for r in reviews
            for f in r.findings
        ]


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


def test_only_touched_paragraphs_count(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN, CLEAN), "b.md": paragraphs(BROKEN)})
    assert tree.found() == []
    tree.write({"a.md": paragraphs(BROKEN, CLEAN, OTHER)})
    assert tree.found() == ["a.md:Peking"]
    tree.commit()
    assert tree.found() == ["a.md:Peking"]


def test_what_main_has_done_since_is_not_the_branch_s(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(CLEAN)})
    tree.write({"b.md": paragraphs(OTHER)})
    tree.commit()
    tree.git("checkout", "-q", "main")
    tree.write({"a.md": paragraphs(BROKEN)})
    tree.commit()
    tree.git("checkout", "-q", "topic")
    assert tree.found() == ["b.md:Peking"]


WRAPPED = "Le ministre, qui avait\nlongtemps hésité, est parti\npour Moskau mardi soir."


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        (paragraphs(WRAPPED), paragraphs(WRAPPED.replace("longtemps", "toujours")), True),  # another line of it
        (paragraphs(WRAPPED, CLEAN), paragraphs(WRAPPED, OTHER.replace("Peking", "Pékin")), False),
        (paragraphs(WRAPPED.replace("hésité,", "hésité,\nà la fin,")), paragraphs(WRAPPED), True),  # a line less in it
        (paragraphs(WRAPPED + "\nDit-on."), paragraphs(WRAPPED), True),  # its last line less
        (paragraphs("Hier\n" + WRAPPED), paragraphs(WRAPPED), True),  # its first line less
        (paragraphs(WRAPPED, CLEAN), paragraphs(WRAPPED), False),  # the next paragraph less
        (paragraphs(CLEAN, WRAPPED), paragraphs(WRAPPED), False),
        (paragraphs(CLEAN, WRAPPED, CLEAN), paragraphs(WRAPPED), False),
        (paragraphs(BROKEN, CLEAN), paragraphs(BROKEN), False),
        (paragraphs(WRAPPED), paragraphs("# Un titre", WRAPPED), False),
        (paragraphs(WRAPPED).rstrip("\n"), paragraphs(WRAPPED), True),  # the line end that was missing
        (paragraphs(WRAPPED), paragraphs(WRAPPED).replace("\n", "\r\n"), True),
    ],
)
def test_a_paragraph_is_touched_where_any_of_its_lines_is(
    tmp_path: Path, before: str, after: str, counts: bool
) -> None:
    tree = Repository(tmp_path / "r", {"a.md": before})
    tree.write({"a.md": after})
    assert tree.found() == (["a.md:Moskau"] if counts else [])


def test_rows_of_a_table_count_one_by_one(tmp_path: Path) -> None:
    def rows(*texts: str) -> str:
        return "".join(f'{{"id": "{n}", "target": "{text}"}}\n' for n, text in enumerate(texts))

    tree = Repository(tmp_path / "r", {"a.jsonl": rows(BROKEN, BROKEN, CLEAN), "b.csv": f"id,target\n1,{BROKEN}\n"})
    tree.write({"a.jsonl": rows(BROKEN, OTHER, CLEAN, OTHER), "b.csv": f"id,target\n1,{BROKEN}\n2,{OTHER}\n"})
    assert tree.found() == ["a.jsonl#1:Peking", "a.jsonl#3:Peking", "b.csv#2:Peking"]


def test_blocks_of_a_page_and_items_of_a_feed_count_one_by_one(tmp_path: Path) -> None:
    def page(*texts: str) -> str:
        return (
            "<html><body><article>\n" + "\n".join(f"<p>{text}</p>" for text in texts) + "\n</article></body></html>\n"
        )

    def feed(*texts: str) -> str:
        fields = [f"<guid>{n}</guid>\n<title>{t}</title>\n<description>{t}</description>" for n, t in enumerate(texts)]
        items = "\n".join(f"<item>{one}</item>" for one in fields)
        return f"<rss><channel>\n{items}\n</channel></rss>\n"

    tree = Repository(tmp_path / "r", {"a.html": page(BROKEN, CLEAN), "b.rss": feed(BROKEN, CLEAN)})
    tree.write({"a.html": page(BROKEN, OTHER), "b.rss": feed(BROKEN, OTHER)})
    assert tree.found() == ["a.html:Peking", "b.rss#1:Peking", "b.rss#1:Peking"]


def test_a_title_counts_where_its_line_is_touched(tmp_path: Path) -> None:
    def page(title: str, text: str) -> str:
        return f"---\ntitle: {title}\n---\n\n{text}\n"

    tree = Repository(tmp_path / "r", {"a.md": page(CLEAN, BROKEN)})
    tree.write({"a.md": page(OTHER, BROKEN)})
    assert tree.found() == ["a.md:Peking"]


NAMES = [
    "a b.md",
    "été.md",
    "日本.md",
    "tab\there.md",
    'quo"te.md',
    "-dash.md",
    "trailing .md",
    "new\nline.md",
    "a -> b.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_found(tmp_path: Path, name: str) -> None:
    tree = Repository(tmp_path / "r", {f"sub dir/{name}": paragraphs(BROKEN, CLEAN), "other.md": paragraphs(BROKEN)})
    tree.write({f"sub dir/{name}": paragraphs(BROKEN, CLEAN, OTHER)})
    assert tree.found() == [f"sub dir/{name}:Peking"]


def test_a_name_that_is_no_utf8_is_found(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    tree = Repository(tmp_path / "r", {name: paragraphs(BROKEN, CLEAN)})
    tree.write({name: paragraphs(BROKEN, CLEAN, OTHER)})
    assert tree.found() == [f"{name}:Peking"]


@pytest.mark.parametrize("config", ["diff.noprefix", "diff.mnemonicPrefix", "color.ui", "core.quotePath"])
@pytest.mark.parametrize("value", ["true", "false"])
def test_a_user_s_settings_of_git_change_nothing(tmp_path: Path, config: str, value: str) -> None:
    tree = Repository(tmp_path / "r", {"é b.md": paragraphs(BROKEN, CLEAN)})
    tree.git("config", config, "always" if (config, value) == ("color.ui", "true") else value)
    tree.git("config", "diff.interHunkContext", "50")
    tree.git("config", "diff.external", "false")
    tree.write({"é b.md": paragraphs(BROKEN, CLEAN, OTHER)})
    assert tree.found() == ["é b.md:Peking"]


def test_a_renamed_file_counts_where_it_was_edited_too(tmp_path: Path) -> None:
    long = [CLEAN] * 20
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN, *long), "c.md": paragraphs(OTHER, *long)})
    tree.git("mv", "a.md", "b c.md")
    tree.git("mv", "c.md", "d.md")
    tree.write({"b c.md": paragraphs(BROKEN, *long, OTHER)})
    assert tree.found() == ["b c.md:Peking"]
    tree.commit()
    assert tree.found() == ["b c.md:Peking"]


def test_new_files_count_whole_tracked_or_not_and_ignored_ones_do_not(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {".gitignore": "built/\n", "old.md": paragraphs(BROKEN)})
    tree.write({"staged.md": paragraphs(BROKEN), "new.md": paragraphs(OTHER), "built/x.md": paragraphs(BROKEN)})
    tree.git("add", "staged.md")
    assert tree.found() == ["new.md:Peking", "staged.md:Moskau"]


def test_deleted_files_are_passed_over(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN), "b.md": paragraphs(CLEAN)})
    (tree.root / "a.md").unlink()
    tree.git("rm", "-q", "--cached", "a.md")
    assert tree.found() == []
    assert tree.found(path="a.md") == []
    changes = Changes("main")
    changes.look_at([str(tree.root)])
    assert not changes.touches_file(str(tree.root / "a.md"))
    assert not changes.touches_file(str(tree.root / "b.md"))
    assert changes.touches_file(str(tree.root / "misspelt.md"))  # for the reader to say that it is not there


def test_added_lines_that_look_like_a_diff_are_text(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN), "b.md": paragraphs(BROKEN)})
    lines = "++ b/b.md\n@@ -1 +1 @@\ndiff --git a/b.md b/b.md"
    tree.write({"a.md": paragraphs(BROKEN, f"```\n{lines}\n```", OTHER)})
    assert tree.found() == ["a.md:Peking"]


def test_files_that_git_takes_for_binary_or_one_line_count_whole(tmp_path: Path) -> None:
    old_mac = paragraphs(BROKEN, CLEAN).replace("\n", "\r")
    tree = Repository(tmp_path / "r", {"a.txt": BROKEN.encode("utf-16"), "b.txt": old_mac})
    assert tree.found() == []
    tree.write({"a.txt": f"{BROKEN}\n{CLEAN}".encode("utf-16"), "b.txt": f"{old_mac}\r{OTHER}"})
    assert tree.found() == ["a.txt:Moskau", "b.txt:Moskau", "b.txt:Peking"]


def test_a_link_that_becomes_a_file_counts_and_a_link_to_a_touched_file_too(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(CLEAN), "b.md": paragraphs(CLEAN)})
    (tree.root / "link.md").symlink_to("b.md")
    tree.commit()
    tree.git("branch", "-f", "main")
    (tree.root / "link.md").unlink()
    tree.write({"link.md": paragraphs(BROKEN)})
    (tree.root / "new.md").symlink_to("a.md")
    tree.write({"a.md": paragraphs(CLEAN, OTHER)})
    assert tree.found() == ["a.md:Peking", "link.md:Moskau", "new.md:Peking"]


def test_a_submodule_counts_from_the_commit_that_main_has(tmp_path: Path) -> None:
    inner = Repository(tmp_path / "inner", {"a.md": paragraphs(BROKEN), "b.md": paragraphs(BROKEN)})
    tree = Repository(tmp_path / "r", {"top.md": paragraphs(BROKEN)})
    tree.git("submodule", "--quiet", "add", str(inner.root), "sub")
    tree.commit()
    assert tree.found() == ["sub/a.md:Moskau", "sub/b.md:Moskau"]  # new on this branch
    tree.git("branch", "-f", "main")
    assert tree.found() == []
    tree.write({"sub/a.md": paragraphs(BROKEN, OTHER), "sub/new.md": paragraphs(OTHER)})
    assert tree.found() == ["sub/a.md:Peking", "sub/new.md:Peking"]


def test_a_clone_in_a_folder_counts_whole(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN)})
    Repository(tree.root / "clone", {"b.md": paragraphs(OTHER)})
    assert tree.found() == ["clone/b.md:Peking"]


def test_a_worktree_of_its_own_is_asked(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(BROKEN)})
    tree.git("worktree", "add", "-q", str(tmp_path / "w"), "-b", "other")
    (tmp_path / "w" / "b.md").write_text(paragraphs(OTHER), encoding="utf-8")
    tree.root = tmp_path / "w"
    assert tree.found() == ["b.md:Peking"]


def test_a_hook_s_environment_does_not_mislead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(CLEAN)})
    tree.write({"a.md": paragraphs(CLEAN, OTHER)})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert tree.found() == ["a.md:Peking"]


def test_a_branch_without_a_commit_in_common_or_a_shallow_clone_is_told(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(CLEAN)})
    tree.commit()
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{tree.root}", str(tmp_path / "s")], check=True)
    shallow = tmp_path / "s"
    advice = "the clone is shallow; fetch more of it (git fetch --unshallow origin main, or fetch-depth: 0)"
    assert told("main", shallow) == f"--changed-since: no revision 'main' in {shallow}: {advice}"
    tree.git("checkout", "-q", "--orphan", "alone")
    tree.write({"b.md": CLEAN})
    tree.commit()
    assert told("main", tree.root) == "--changed-since: 'main' and HEAD have no commit in common"


def told(rev: str, path: Path | str) -> str:
    with pytest.raises(ConfigError) as raised:
        Changes(rev).look_at([str(path)])
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_what_git_cannot_answer_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = Repository(tmp_path / "r", {"a.md": paragraphs(CLEAN)})
    for rev in ("nope", "--output=x", "", "main:a.md", "main..topic"):
        assert told(rev, tree.root).startswith(f"--changed-since: no revision '{rev}' in {tree.root}; is it spelt so")
    assert told("main", tmp_path) == f"{tmp_path}: --changed-since needs a git repository, and this is in none"
    assert told("main", "-") == "-: --changed-since needs files, with their history in git"
    assert told("main", "https://example.org/x").startswith("https://example.org/x: --changed-since needs files")
    (tree.root / ".git" / "HEAD").write_text("garbage")
    assert told("main", tree.root).startswith(
        f"--changed-since: git cannot be asked in {tree.root}: not a git repository"
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told("main", tree.root) == "--changed-since needs git, which is not installed here"


def test_hunks_are_read_from_the_diff(tmp_path: Path) -> None:
    tree = Repository(tmp_path / "r", {"a.md": "1\n2\n3\n4\n5\n"})
    tree.write({"a.md": "1\nzwei\nnew\n3\n"})
    (change,) = Worktree(tree.root).changes("main")
    assert change.hunks == (Hunk(2, 2, True, True), Hunk(4, 0, True, True))
    assert [Touched(change.hunks).meets(n, n) for n in range(1, 6)] == [False, True, True, False, False]
