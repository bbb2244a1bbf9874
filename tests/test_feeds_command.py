"""`mtqa feed` and addresses in `mtqa check`, against a real server."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main
from tests.feed_server import Server, answer, conditional, rss, serving

GOOD = "Le ministre est rentré de Moscou mardi soir."
BAD = "Le ministre est parti pour Moskau mardi soir."
QUICK = ["--allow-private", "--model", "none", "--retries", "0", "--delay", "0", "--timeout", "20"]
A102 = "A102 major 'Moskau' is the German name of Moscou (suggestion: “Moscou”) [source-exonym]"
FAILED = "mtqa: failed: 1 finding of severity major or worse\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def feed(state: Path, *arguments: str) -> Result:
    return run("feed", *arguments, "--state", str(state), "--source-lang", "de", *QUICK)


def told(result: Result) -> list[tuple[str, list[str]]]:
    """The ids of the items in a jsonl output, each with the codes found in it."""
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [(row["id"], [found["code"] for found in row["findings"]]) for row in rows]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "feeds.db"


def test_check_reads_a_feed_at_an_address(server: Server) -> None:
    url = server.says("/check.xml", answer(rss([("a", BAD), ("b", GOOD)])))
    result = run("check", url, "--source-lang", "de", *QUICK)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{url}#a:3:90: {A102}")
    assert A102 in result.stdout


def test_check_reads_a_page_at_an_address_among_files(server: Server, tmp_path: Path) -> None:
    page = f"<html lang=fr><body><article><h1>Un titre</h1><p>{BAD}</p></article></body></html>"
    url = server.says("/page?id=7", answer(page, Content_Type="text/html; charset=utf-8"))
    file = tmp_path / "a.txt"
    file.write_text(GOOD, encoding="utf-8")
    result = run("check", str(file), url, str(file), "--lang", "fr", "--output-format", "jsonl", *QUICK)
    assert [name for name, _ in told(result)] == ["a", url, "a"]


def test_check_tells_what_cannot_be_fetched_and_goes_on(server: Server) -> None:
    url = server.says("/good.xml", answer(rss([("a", GOOD)])))
    result = run("check", server.url("/none"), url, "ftp://example.org/x", *QUICK)
    assert result.exit_code == 2
    assert "No findings in 1 document" in result.stdout
    assert result.stderr.splitlines() == [
        f"mtqa: {server.url('/none')}: the server has nothing there (HTTP 404)",
        "mtqa: ftp://example.org/x: is of the scheme ftp: only http and https addresses are fetched",
    ]


def test_private_addresses_are_refused_unless_allowed(server: Server, state: Path) -> None:
    for command in (["check"], ["feed", "--state", str(state)]):
        result = run(*command, server.url("/good.xml"), "--model", "none")
        assert result.exit_code == 2
        assert f"{server.url('/good.xml')}: leads to 127.0.0.1, a loopback address: refused" in result.stderr


def test_only_what_is_new_or_changed_is_told(server: Server, state: Path) -> None:
    url = server.says("/feed.xml", *(answer(rss(items)) for items in (
        [("a", GOOD), ("b", BAD)],
        [("c", GOOD), ("a", GOOD), ("b", BAD)],
        [("c", GOOD), ("a", GOOD), ("b", GOOD)],
        [("b", GOOD)],
    )))  # fmt: skip
    jsonl = ("--output-format", "jsonl")
    assert told(feed(state, url, *jsonl)) == [("a", []), ("b", ["A102"])]
    assert told(feed(state, url, *jsonl)) == [("c", [])]
    assert told(feed(state, url, *jsonl)) == [("b", [])]
    assert told(feed(state, url, *jsonl)) == []
    assert len(list(rows(state))) == 4


def rows(state: Path) -> Iterator[tuple[str, float]]:
    db = sqlite3.connect(state)
    yield from db.execute("SELECT item, score FROM items WHERE told IS NOT NULL ORDER BY number")
    db.close()


def test_a_finding_fails_the_run_once(server: Server, state: Path) -> None:
    url = server.says("/once.xml", answer(rss([("a", BAD)])))
    first, second = feed(state, url), feed(state, url)
    assert (first.exit_code, second.exit_code) == (1, 0)
    assert first.stderr == f"mtqa: items: 1 new or changed, 0 known\n{FAILED}"
    assert (second.stdout, second.stderr) == ("", "mtqa: items: 0 new or changed, 0 known, 1 feed unchanged\n")
    assert feed(state, url, "--quiet").stderr == ""


def test_an_unchanged_feed_is_not_even_sent(server: Server, state: Path) -> None:
    url = server.does("/conditional.xml", conditional(rss([("a", GOOD)])))
    feed(state, url)
    assert feed(state, url).stderr == "mtqa: items: 0 new or changed, 0 known, 1 feed unchanged\n"
    asked = [q.headers.get("if-none-match") for q in server.asked if q.path == "/conditional.xml"]
    assert asked == [None, '"one"']


def test_other_checks_check_everything_again(server: Server, state: Path) -> None:
    url = server.does("/settings.xml", conditional(rss([("a", BAD)])))
    jsonl = ("--output-format", "jsonl")
    assert told(feed(state, url, *jsonl, "--ignore", "A102")) == [("a", [])]
    assert told(feed(state, url, *jsonl)) == [("a", ["A102"])]
    assert told(feed(state, url, *jsonl)) == told(feed(state, url, *jsonl, "--ignore", "A102")) == []


def test_atom_and_json_feeds_are_read(server: Server, state: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><id>urn:a</id>'
        f'<content type="html">&lt;p&gt;{BAD}&lt;/p&gt;</content></entry></feed>'
    )
    item = {"id": "b", "content_html": f"<p>{BAD}</p>"}
    fed = {"version": "https://jsonfeed.org/version/1.1", "language": "fr", "items": [item]}
    urls = [server.says("/atom", answer(atom)), server.says("/json", answer(json.dumps(fed)))]
    assert told(feed(state, *urls, "--output-format", "jsonl")) == [("urn:a", ["A102"]), ("b", ["A102"])]
    assert told(feed(state, *urls, "--output-format", "jsonl")) == []


def test_follow_checks_the_page_that_an_item_links_to(server: Server, state: Path) -> None:
    page = "<html lang=fr><body><article><h1>Un titre</h1><p>{}</p></article></body></html>"
    server.says("/page/a", answer(page.format(BAD), Content_Type="text/html"))
    server.says("/page/b", answer(status="500 Oops"), answer(page.format(GOOD)))
    url = server.says("/follow.xml", answer(rss([("a", GOOD), ("b", GOOD), ("c", BAD)])))
    first = feed(state, url, "--follow", "--output-format", "jsonl")
    assert told(first) == [("a", ["A102"]), ("c", ["A102"])]  # /page/c is not there: the item's own content
    assert first.exit_code == 2
    assert "/page/b: the server fails (HTTP 500)" in first.stderr
    assert "/page/c: the server has nothing there (HTTP 404)" in first.stderr
    assert told(feed(state, url, "--follow", "--output-format", "jsonl")) == [("b", [])]
    assert told(feed(state, url, "--follow", "--output-format", "jsonl")) == []
    assert server.paths().count("/page/a") == 1


def test_an_item_without_a_link_is_named_as_in_findings_and_checked_as_it_stands(server: Server, state: Path) -> None:
    items = f"<item><guid>a</guid><description>{BAD}</description></item><item><description>{BAD}</description></item>"
    text = f"<rss version='2.0'><channel><language>fr</language>\n{items}</channel></rss>"
    url = server.says("/linkless.xml", answer(text))
    result = feed(state, url, "--follow")
    assert result.stdout.count(": A102 ") == 2
    assert f"mtqa: {url}#a:2: has no link to follow: the item's own content was checked\n" in result.stderr
    assert f"mtqa: {url}:2: has no link to follow: the item's own content was checked\n" in result.stderr


def test_a_page_is_no_feed_and_its_feed_is_named(server: Server, state: Path) -> None:
    page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"><p>Un texte.</p>'
    result = feed(state, server.says("/home", answer(page)), server.says("/text", answer("Un texte.")))
    assert result.exit_code == 2
    assert (
        f"/home: is no feed (RSS, Atom or JSON Feed): it names its feed, {server.url('/rss?a=1&b=2')}" in result.stderr
    )
    assert "/text: is no feed (RSS, Atom or JSON Feed): give the address of the feed itself" in result.stderr


@pytest.mark.parametrize(
    ("body", "content_type", "declared"),
    [
        (BAD.encode("utf-8"), "application/xml; charset=iso-8859-1", ""),  # what the document is wins
        (BAD.encode("iso-8859-2", "replace"), "application/xml; charset=utf-8", ' encoding="iso-8859-2"'),
        (BAD.encode("iso-8859-1"), "application/xml", ""),
        (BAD.encode("cp1252"), "application/xml; charset=klingon", ""),
    ],
)
def test_a_wrong_charset_is_put_right(
    server: Server, state: Path, body: bytes, content_type: str, declared: str
) -> None:
    head, tail = rss([("a", "X")]).replace('"1.0"', f'"1.0"{declared}').encode().split(b"X")
    odd = "é: ".encode("latin-1") if declared else b""
    url = server.says("/charset.xml", answer(head + odd + body + tail, Content_Type=content_type))
    assert told(feed(state, url, "--output-format", "jsonl")) == [("a", ["A102"])]


def test_an_undeclared_charset_is_taken_from_http(server: Server, state: Path) -> None:
    text = "Министр вернулся во вторник вечером."
    body = rss([("a", text)], "ru").encode("windows-1251")
    url = server.says("/ru.xml", answer(body, Content_Type="application/rss+xml; charset=windows-1251"))
    assert told(feed(state, url, "--output-format", "jsonl")) == [("a", [])]
    result = json.loads(next(iter(review_texts(state))))
    assert result["sentences"][0]["end"] == len(text)


def review_texts(state: Path) -> list[str]:
    db = sqlite3.connect(state)
    found = [row[0] for row in db.execute("SELECT review FROM items")]
    db.close()
    return found


def test_an_item_without_an_id_is_known_by_its_link_or_its_content(server: Server, state: Path) -> None:
    def body(extra: str) -> bytes:
        bare = f"<item><description>{GOOD}</description></item>"
        linked = f"<item><link>/x</link><description>{GOOD} {extra}</description></item>"
        return answer(f'<rss version="2.0"><channel><language>fr</language>\n{extra}\n{bare}{linked}</channel></rss>')

    url = server.says("/bare.xml", body(""), body("Oui."))
    feed(state, url)
    assert told(feed(state, url, "--output-format", "jsonl")) == [("/x", [])]
    names = [name for name, _ in rows(state)]
    assert names[0].startswith("content:")
    assert names[1:] == ["/x"] * 2


def test_an_id_that_comes_twice_is_checked_for_each_of_its_contents(server: Server, state: Path) -> None:
    url = server.says("/twice.xml", answer(rss([("a", GOOD), ("a", BAD), ("a", GOOD)])))
    assert told(feed(state, url, "--output-format", "jsonl")) == [("a", []), ("a", ["A102"])]
    assert told(feed(state, url, "--output-format", "jsonl")) == []


def test_an_item_that_cannot_be_read_is_told_once(server: Server, state: Path) -> None:
    empty = "<item><guid>empty</guid></item>"
    broken = f"<item><guid>x</guid><description>{BAD}</i></description></item>"
    bodies = [
        rss([("a", GOOD)], more=more) for more in (empty + broken, empty + broken + "<!-- -->", empty + " " + empty)
    ]
    url = server.says("/empty.xml", *map(answer, bodies))
    first, second, third = (feed(state, url, "--output-format", "jsonl") for _ in bodies)
    assert (first.exit_code, told(first)) == (2, [("x", ["A102"]), ("a", [])])
    assert "is an item without title and text" in first.stderr
    assert "is broken XML" in first.stderr
    assert (second.exit_code, second.stdout) == (third.exit_code, third.stdout) == (0, "")
    assert sum(name.startswith("mtqa:problem:") for name, _ in rows(state)) == 1


def test_retry_after_holds_over_runs(server: Server, state: Path) -> None:
    url = server.says("/429.xml", answer(status="429 Too Many Requests", Retry_After="3600"))
    assert "it asks to come back in 3600 s" in feed(state, url).stderr
    second = feed(state, url)
    assert (second.exit_code, server.paths().count("/429.xml")) == (2, 1)
    assert "was not asked: its server wants no request for 3" in second.stderr


def test_a_feed_that_moved_for_good_is_told(server: Server, state: Path) -> None:
    server.says("/moved-to.xml", answer(rss([("a", GOOD)])))
    url = server.says("/moved.xml", answer(status="301 Moved", Location="/moved-to.xml"))
    result = feed(state, url)
    assert result.exit_code == 0
    assert f"mtqa: {url}: has moved for good to {server.url('/moved-to.xml')}: give that address" in result.stderr


def test_one_bad_feed_does_not_keep_the_others(server: Server, state: Path) -> None:
    good = server.says("/a.xml", answer(rss([("a", GOOD)])))
    bad = server.says("/b.xml", answer(rss([("b", GOOD)]), Content_Length="99999"))
    last = server.says("/c.xml", answer(rss([("c", BAD)])))
    result = feed(state, good, bad, last, "--output-format", "jsonl")
    assert told(result) == [("a", []), ("c", ["A102"])]
    assert result.exit_code == 2
    assert f"mtqa: {bad}: was cut off, or is no HTTP" in result.stderr


def test_credentials_are_neither_shown_nor_remembered(server: Server, state: Path) -> None:
    url = server.says("/login.xml", answer(rss([("a", BAD)])))
    result = feed(state, url.replace("//", "//me:hush@"))
    assert url in result.stdout
    assert "hush" not in result.output
    assert b"hush" not in state.read_bytes()


def test_a_file_is_a_feed_too(state: Path, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss([("a", BAD)]), encoding="utf-8")
    assert f"{file}#a:" in feed(state, str(file)).stdout
    assert feed(state, file.as_uri()).stdout == ""  # the same feed by another name
    refused = run("feed", file.as_uri(), "--state", str(state), "--model", "none")
    assert f"{file.as_uri()}: is of the scheme file: refused" in refused.stderr


@pytest.mark.parametrize("name", ["json", "html", "sarif", "junit", "markdown"])
def test_a_format_with_an_end_is_told_when_it_is_whole(server: Server, state: Path, tmp_path: Path, name: str) -> None:
    url = server.says("/whole.xml", answer(rss([("a", BAD), ("b", GOOD)])))
    out = tmp_path / "out"
    assert feed(state, url, "--output-format", name, "-o", str(out)).exit_code == 1
    assert "Moskau" in out.read_text(encoding="utf-8")
    assert len(list(rows(state))) == 2
    if name == "html":
        assert 'class="curve"' in out.read_text(encoding="utf-8")


def test_several_outputs_are_written_at_once(server: Server, state: Path, tmp_path: Path) -> None:
    url = server.says("/several.xml", answer(rss([("a", BAD)])))
    result = feed(state, url, "--output-format", "concise", "--output-format", f"json={tmp_path / 'o.json'}")
    assert A102 in result.stdout
    assert json.loads((tmp_path / "o.json").read_text())["documents"][0]["id"] == "a"


def test_an_output_file_grows_and_half_a_row_is_cut_off(server: Server, state: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    first, second = (answer(rss(items)) for items in ([("a", GOOD)], [("a", GOOD), ("b", BAD)]))
    url = server.says("/grows.xml", first, second)
    feed(state, url, "--output-format", "jsonl", "-o", str(out))
    with out.open("a") as stream:
        stream.write('{"schema": "mtqa/1", "id": "b", "fin')
    feed(state, url, "--output-format", "jsonl", "-o", str(out))
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["a", "b"]


def test_a_line_that_is_not_ours_is_left_in_an_output_file(server: Server, state: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("my notes")
    url = server.says("/notes.xml", answer(rss([("a", BAD)])))
    feed(state, url, "-o", str(out))
    assert out.read_text(encoding="utf-8").startswith(f"my notes\n{url}#a")


def test_a_drop_against_the_feeds_own_past_is_told_once(server: Server, state: Path) -> None:
    before, after = (
        [(f"{kind}{n}", text) for n in range(count)] for kind, text, count in (("a", GOOD, 70), ("b", BAD, 30))
    )
    url = server.says("/drop.xml", answer(rss(before)), answer(rss(after + before)), answer(rss([("c", GOOD), *after])))
    jsonl = ("--output-format", "jsonl", "--fail-on", "major")
    assert len(told(feed(state, url, *jsonl))) == 70
    second = feed(state, url, *jsonl)
    assert told(second)[-1] == (url, ["D201"])
    assert "31 findings of severity major" in second.stderr
    last = json.loads(second.stdout.splitlines()[-1])
    (found,) = last["findings"]
    assert (found["name"], found["category"], found["severity"]) == ("score-drop", "document/score-drop", "major")
    assert found["message"].startswith("scores fell from ")
    assert found["text"].startswith("The last 20 items score ")
    assert "the 60 before them" in found["text"]
    assert told(feed(state, url, *jsonl)) == [("c", [])]
    assert "D201 score-drop" in run("feed", "--history", "--state", str(state)).stdout


def test_a_drop_is_no_finding_where_it_is_ignored(server: Server, state: Path) -> None:
    before, after = (
        [(f"{kind}{n}", text) for n in range(count)] for kind, text, count in (("a", GOOD, 70), ("b", BAD, 30))
    )
    url = server.says("/no-drop.xml", answer(rss(before)), answer(rss(after + before)))
    jsonl = ("--output-format", "jsonl", "--ignore", "D201")
    feed(state, url, *jsonl)
    assert len(told(feed(state, url, *jsonl))) == 30


def test_history_is_a_table_json_or_a_page(server: Server, state: Path) -> None:
    url = server.says("/history.xml", answer(rss([("a", BAD), ("b", GOOD)])))
    feed(state, url)
    table = run("feed", "--history", "--state", str(state)).stdout
    assert table.startswith(f"{url}\n")
    assert "score" in table
    data = json.loads(run("feed", url, "--history", "--state", str(state), "--output-format", "json").stdout)
    (one,) = data["feeds"]
    assert (data["schema"], one["feed"], one["by"]) == ("mtqa-history/1", url, "hour")
    assert [(p["items"], p["major"]) for p in one["periods"]] == [(2, 1)]
    page = run("feed", "--history", "--by", "week", "--state", str(state), "--output-format", "html").stdout
    assert page.count("<circle") == 1
    assert "by week" in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["feed", "x.xml"], "Missing option '--state'."),
        (["feed", "--state", "{}/s"], "no feed: give addresses or files of feeds (see --help)"),
        (["feed", "-", "--state", "{}/s"], "a feed is remembered by its address or file: standard input has none"),
        (
            ["feed", "x.xml", "--state", "{}/s", "--watch", "5", "--output-format", "json"],
            "--watch writes as items come",
        ),
        (["feed", "x.xml", "--state", "x.xml"], "x.xml: is an input: write to another file"),
        (["feed", "--history", "--state", "{}/none"], "no such state: `mtqa feed ADDRESS --state"),
        (["feed", "x.xml", "--state", "{}"], "the state cannot be opened: unable to open database file"),
        (["feed", "x.xml", "--state", "{}/s", "--output-format", "docx"], "no output format 'docx'"),
        (
            ["feed", "--history", "x.xml", "--state", "{}/s", "--output-format", "sarif"],
            "--history is a table, json or",
        ),
    ],
)
def test_wrong_usage_is_one_line(arguments: list[str], message: str, tmp_path: Path) -> None:
    result = run(*(argument.replace("{}", str(tmp_path)) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr.splitlines()[0]
    assert result.stdout == ""
