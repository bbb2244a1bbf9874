"""The baseline: what it holds through edits, what it drops, how its file reads, and what a damaged one says."""

import json
import subprocess
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mtqa.baseline import Accepted, Baseline, dump, load, write
from mtqa.checks import selected
from mtqa.errors import ConfigError, MtqaError
from mtqa.ledger import Ledger
from mtqa.report import Review, SuppressedBy
from mtqa.review import Settings, review_document
from mtqa.segment import Document

FOLDER = Path("/site")
REPORTS = Path(__file__).parent.parent / "reports"
SCHEMA = Draft202012Validator(json.loads((REPORTS / "mtqa-baseline-1.schema.json").read_text(encoding="utf-8")))
BROKEN = "Le ministre est parti pour Moskau mardi soir."
SECOND = "Les négociateurs sont arrivés à Peking jeudi."
CLEAN = [
    "La séance reprendra demain matin à neuf heures.",
    "Les députés ont voté le texte sans débat.",
    "Personne ne voulait parler aux journalistes.",
    "Le marché ouvre à l'aube.",
]
SETTINGS = Settings(selected(("A102",)), "fr", "de")


def reviewed(text: str, path: str = "/site/a.md", unit: str | None = None) -> Review:
    return review_document(Document(unit or "a", path, text, unit=unit), SETTINGS)


def learnt(*reviews: Review, before: Baseline = Baseline()) -> Baseline:  # noqa: B008
    ledger = Ledger(before, FOLDER, takes_all=True)
    for _ in ledger.sift(reviews):
        pass
    return ledger.rewritten()


def new(baseline: Baseline, *reviews: Review) -> list[str]:
    return [f.text for review in Ledger(baseline, FOLDER).sift(reviews) for f in review.findings]


articles = st.lists(st.lists(st.sampled_from(CLEAN), min_size=1, max_size=4).map("\n\n".join), max_size=5)


@settings(max_examples=60, deadline=None)
@given(articles, articles, st.randoms())
def test_it_holds_while_articles_around_are_added_edited_and_reordered(
    before: list[str], after: list[str], chance
) -> None:  # type: ignore[no-untyped-def]
    def feed(texts: list[str], known: str) -> list[Review]:
        rows = [*texts, known]
        chance.shuffle(rows)
        return [reviewed(row, "/site/feed.jsonl") for row in rows]

    known = "\n\n".join([CLEAN[0], BROKEN])
    edited = "\n\n".join([CLEAN[2], CLEAN[1], BROKEN, CLEAN[3]])
    baseline = learnt(*feed(before, known))
    assert new(baseline, *feed(after, edited)) == []
    assert new(baseline, *feed(after, edited), reviewed(BROKEN, "/site/feed.jsonl")) == ["Moskau"]
    assert new(baseline, *feed(after, edited), reviewed(BROKEN, "/site/other.jsonl")) == ["Moskau"]
    assert new(baseline, *feed(after, f"{edited}\n\n{SECOND}")) == ["Peking"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([BROKEN, SECOND, *CLEAN]), min_size=1, max_size=12), st.randoms())
def test_paragraphs_of_one_article_in_any_order_are_known(paragraphs: list[str], chance) -> None:  # type: ignore[no-untyped-def]
    baseline = learnt(reviewed("\n\n".join(paragraphs)))
    chance.shuffle(paragraphs)
    assert new(baseline, reviewed("\n\n".join(paragraphs))) == []
    assert new(baseline, reviewed("\n\n".join([*paragraphs, BROKEN]))) == ["Moskau"]


def test_an_edit_of_the_sentence_itself_is_new() -> None:
    assert new(learnt(reviewed(BROKEN)), reviewed(BROKEN.replace("mardi", "jeudi"))) == ["Moskau"]


def test_rows_with_ids_are_known_by_them() -> None:
    baseline = learnt(reviewed(BROKEN, "/site/feed.jsonl", "r1"))
    assert new(baseline, reviewed(BROKEN, "/site/feed.jsonl", "r1")) == []
    assert new(baseline, reviewed(BROKEN, "/site/feed.jsonl", "r2")) == ["Moskau"]


def test_what_is_known_is_suppressed_and_takes_nothing_from_the_scores() -> None:
    (review,) = Ledger(learnt(reviewed(BROKEN)), FOLDER).sift([reviewed(f"{BROKEN}\n\n{SECOND}")])
    assert [(s.finding.text, s.by) for s in review.suppressed] == [("Moskau", SuppressedBy.BASELINE)]
    assert review.score == reviewed(f"{BROKEN.replace('Moskau', 'Moscou')}\n\n{SECOND}").score
    assert [len(s.findings) for s in review.sentences] == [0, 1]


def test_a_moved_file_keeps_what_is_known_of_it_and_a_copied_one_does_not(tmp_path: Path) -> None:
    ledger = Ledger(Baseline(), tmp_path, takes_all=True)
    list(ledger.sift([reviewed(BROKEN, str(tmp_path / "old.md"))]))
    baseline = ledger.rewritten()

    def found() -> list[str]:
        moved = reviewed(BROKEN, str(tmp_path / "new.md"))
        return [f.text for review in Ledger(baseline, tmp_path).sift([moved]) for f in review.findings]

    assert found() == []
    (tmp_path / "old.md").touch()
    assert found() == ["Moskau"]


def fixed(ledger: Ledger, *reviews: Review) -> list[str]:
    list(ledger.sift(reviews))
    return [one.text for one in ledger.fixed()]


def test_what_no_longer_occurs_is_fixed_and_dropped() -> None:
    baseline = learnt(reviewed(f"{BROKEN}\n\n{SECOND}"))
    assert fixed(Ledger(baseline, FOLDER), reviewed(SECOND)) == ["Moskau"]
    assert [one.text for one in learnt(reviewed(SECOND), before=baseline).known] == ["Peking"]


def test_what_a_run_does_not_look_at_stays(tmp_path: Path) -> None:
    (tmp_path / "b.md").touch()
    paths = [str(tmp_path / name) for name in ("a.md", "b.md", "gone.md")]
    first = Ledger(Baseline(), tmp_path, takes_all=True)
    list(first.sift([reviewed(BROKEN, path) for path in paths]))
    ledger = Ledger(first.rewritten(), tmp_path)
    assert fixed(ledger, reviewed(CLEAN[0], paths[0])) == ["Moskau", "Moskau"]  # in a.md, and with gone.md
    assert [one.identity.path for one in ledger.rewritten().known] == ["b.md"]
    assert [one.identity.path for one in ledger.rewritten(unread=[paths[0]]).known] == ["a.md", "b.md"]
    assert fixed(Ledger(first.rewritten(), tmp_path, applies=lambda code: code != "A102"), reviewed(CLEAN[0])) == []


@pytest.mark.parametrize(
    ("accepted", "left"),
    [
        (Accepted("A102", "a name", "a.md", None, "Moskau"), ["Peking"]),
        (Accepted("A102", "a name", None, None, "Moskau"), ["Peking"]),
        (Accepted("A102", "a name", "b.md", None, "Moskau"), ["Moskau", "Peking"]),
        (Accepted("A101", "a name", "a.md", None, "Moskau"), ["Moskau", "Peking"]),
        (Accepted("A102", "a name", "a.md", "r1", "Moskau"), ["Moskau", "Peking"]),
        (Accepted("A102", "a name", "a.md", None, "moskau"), ["Moskau", "Peking"]),
        (Accepted("A102", "a name", "a.md", None, None, "0" * 16), ["Moskau", "Peking"]),
    ],
)
def test_accepted_false_alarms_are_suppressed_with_their_reason(accepted: Accepted, left: list[str]) -> None:
    ledger = Ledger(Baseline((), (accepted,)), FOLDER)
    (review,) = ledger.sift([reviewed(f"{BROKEN}\n\n{SECOND}")])
    assert [f.text for f in review.findings] == left
    assert {(s.by, s.reason) for s in review.suppressed} <= {(SuppressedBy.ACCEPTED, "a name")}
    is_elsewhere = accepted.path == "b.md"
    assert ledger.unused() == ((accepted,) if len(left) == 2 and not is_elsewhere else ())


def test_a_line_can_be_moved_from_the_known_to_the_accepted(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write(file, learnt(reviewed(f"{BROKEN}\n\n{SECOND}")))
    head, first, second, *rest = file.read_text(encoding="utf-8").splitlines()
    moved = first.replace("},", ', "reason": "a restaurant"},')
    file.write_text("\n".join([head, second, rest[0], moved, *rest[1:]]), encoding="utf-8")
    (review,) = Ledger(load(file), FOLDER).sift([reviewed(f"{BROKEN}\n\n{SECOND}")])
    assert [(s.by, s.reason) for s in review.suppressed] == [
        (SuppressedBy.ACCEPTED, "a restaurant"),
        (SuppressedBy.BASELINE, "known in the baseline"),
    ]


def test_the_file_reads_like_this() -> None:
    rows = reviewed(BROKEN, "/site/b.jsonl", "r1"), reviewed(f"{BROKEN} {BROKEN}"), reviewed(SECOND)
    accepted = Accepted("A102", "le nom d'un café", "a.md", None, "Paris\N{RIGHT-TO-LEFT OVERRIDE}")
    assert dump(Baseline(learnt(*rows).known, (accepted,))) == (
        '{"schema": "mtqa-baseline/1", "findings": [\n'
        '{"path": "a.md", "code": "A102", "text": "Moskau", "sentence": "8237c78cac7b3e55"},\n'
        '{"path": "a.md", "code": "A102", "text": "Moskau", "sentence": "8237c78cac7b3e55", "number": 2},\n'
        '{"path": "a.md", "code": "A102", "text": "Peking", "sentence": "654a57cd9f645ad8"},\n'
        '{"path": "b.jsonl", "unit": "r1", "code": "A102", "text": "Moskau", "sentence": "8237c78cac7b3e55"},\n'
        '{}], "accepted": [\n'
        '{"path": "a.md", "code": "A102", "text": "Paris\\u202e", "reason": "le nom d\'un café"},\n'
        "{}]}\n"
    )


def test_the_same_findings_give_the_same_file_in_any_order() -> None:
    rows = [reviewed(BROKEN), reviewed(SECOND, "/site/b.md"), reviewed(f"{SECOND}\n\n{BROKEN}", "/site/c.md")]
    assert len({dump(learnt(*order)) for order in permutations(rows)}) == 1


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    baseline = learnt(reviewed(f"{BROKEN} {BROKEN}", "/site/été \U0001f600\udcff.md"))
    file = tmp_path / "sub" / "baseline.json"
    write(file, baseline)
    SCHEMA.validate(json.loads(file.read_text(encoding="utf-8")))
    assert dump(load(file)) == dump(baseline)
    assert [p.name for p in file.parent.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    ("attributes", "ours", "theirs"),
    [("", "bcdef", "abdfg"), ("*.json merge=union", "abbxcdef", "aybbdfg")],  # of one name: the same line twice
)
def test_branches_that_add_findings_merge(tmp_path: Path, attributes: str, ours: str, theirs: str) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@x", *arguments], cwd=tmp_path, check=True)

    def commit(names: str) -> None:
        write(tmp_path / "b.json", learnt(*(reviewed(BROKEN, f"/site/{name}.md") for name in names)))
        git("add", ".")
        git("commit", "-qm", names)

    git("init", "-q", "-b", "main", ".")
    (tmp_path / ".gitattributes").write_text(attributes)
    commit("bdf")
    git("checkout", "-qb", "topic")
    commit(theirs)
    git("checkout", "-q", "main")
    commit(ours)
    git("merge", "-q", "topic")
    assert {one.identity.path[0] for one in load(tmp_path / "b.json").known} == {*ours, *theirs}


GOOD = {"path": "a.md", "code": "A102", "text": "Moskau", "sentence": "8237c78cac7b3e55"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ":1: is not valid JSON"),
        ('{"schema": "mtqa-baseline/1",\n"findings": [}', ":2: is not valid JSON"),
        ("<<<<<<< HEAD\n{}\n=======", "resolve the merge conflict"),
        ("[]", 'is no baseline: "schema": "mtqa-baseline/1" was expected'),
        ('{"schema": "mtqa-baseline/2"}', 'is no baseline: "schema": "mtqa-baseline/1" was expected'),
        ("[" * 100_000, "the baseline cannot be read"),
        ({"findings": {}}, '"findings" must be a list of findings'),
        ({"findings": ["x"]}, "findings, entry 1: a finding in braces was expected"),
        ({"findings": [{}, GOOD, {"path": "a.md"}]}, 'findings, entry 3: needs a "code"'),
        ({"findings": [GOOD | {"line": 3}]}, 'entry 1: "line" is unknown; known are path, unit, code, text'),
        ({"findings": [GOOD | {"code": 3}]}, 'entry 1: "code" must be a text'),
        ({"findings": [GOOD | {"number": 0}]}, 'entry 1: "number" must be 1 or more'),
        ({"accepted": [GOOD]}, 'accepted, entry 1: needs a "reason"'),
        ({"accepted": [GOOD | {"reason": " "}]}, 'accepted, entry 1: needs a "reason": say why'),
        (
            {"accepted": [{"code": "A102", "reason": "why"}]},
            'entry 1: needs the "text" that may stand, or a "sentence"',
        ),
    ],
)
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, text: object, told: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(
        text if isinstance(text, str) else json.dumps({"schema": "mtqa-baseline/1", **text}),  # type: ignore[dict-item]
        encoding="utf-8",
    )
    with pytest.raises(ConfigError) as raised:
        load(file)
    assert told in str(raised.value)
    assert str(raised.value).startswith(str(file))
    assert "\n" not in str(raised.value)


def test_a_missing_or_binary_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such baseline: make it with --write-baseline"):
        load(tmp_path / "none.json")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="the baseline cannot be read"):
        load(tmp_path / "binary.json")
    with pytest.raises(ConfigError, match="the baseline cannot be read"):
        load(tmp_path)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(MtqaError, match="the baseline cannot be written: Is a directory"):
        write(tmp_path / "folder", Baseline())
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


texts = st.sampled_from(["a.md", "A102", "Moskau", "", " "]) | st.none()
fields = dict.fromkeys(("unit", "text", "sentence", "reason"), texts) | {
    "number": st.integers(-1, 3),
    "x": st.none(),
}
rows = st.fixed_dictionaries({"path": texts, "code": texts}, optional=fields) | st.sampled_from([GOOD, {}, None, [], 3])
lists = st.lists(rows, max_size=2) | st.none() | st.dictionaries(st.text(max_size=2), rows, max_size=1)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([{"path": "a.md", "code": "", "sentence": "a.md"}], [])
@given(lists, lists)
def test_any_json_is_a_baseline_or_told(tmp_path: Path, findings: object, accepted: object) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps({"schema": "mtqa-baseline/1", "findings": findings, "accepted": accepted}))
    try:
        baseline, told = load(file), f"{file}: read"
    except ConfigError as error:
        baseline, told = Baseline(), str(error)
    assert told.startswith(str(file))
    assert "\n" not in told
    assert told.endswith(": read") == SCHEMA.is_valid(json.loads(file.read_text()))
    write(file, baseline)
    assert dump(load(file)) == dump(baseline)
