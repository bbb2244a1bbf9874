"""Which files are read, as which format, in which order, and with which languages."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from reading import documents, items

from mtqa.errors import ConfigError
from mtqa.readers import Problem, formats, read
from mtqa.segment import Document


def tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        file = root / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def names(root: Path, excludes: tuple[str, ...] = ()) -> list[str]:
    found = [item for item in read([str(root)], excludes=excludes) if isinstance(item, Document)]
    return [Path(item.path).relative_to(root).as_posix() for item in found]


def test_the_formats_are_the_files_of_the_folder() -> None:
    expected = {"atom", "csv", "feed", "html", "json", "jsonfeed", "jsonl", "markdown", "md", "rss", "text", "tsv"}
    assert expected <= set(formats())


def test_a_folder_is_walked_in_order_without_hidden_and_vendored_files(tmp_path: Path) -> None:
    tree(
        tmp_path,
        b_dot_txt="b", a__z_dot_md="z", a__y_dot_HTML="<p>y", _dot_git__x_dot_txt="x", node_modules__w_dot_txt="w",
        c_dot_png="c", _dot_d_dot_txt="d", Makefile="all:",
    )  # fmt: skip
    assert names(tmp_path) == ["b.txt", "a/y.HTML", "a/z.md"]


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ("*.md", ["a.txt", "fr/b.txt", "fr/old/c.txt"]),
        ("old", ["a.txt", "fr/b.txt", "fr/d.md"]),
        ("fr/old/**", ["a.txt", "fr/b.txt", "fr/d.md"]),
        ("fr/*.txt", ["a.txt", "fr/d.md"]),
        ("b.txt", ["a.txt", "fr/d.md", "fr/old/c.txt"]),
    ],
)
def test_excludes_are_globs_of_names_and_of_paths(tmp_path: Path, exclude: str, left: list[str]) -> None:
    tree(tmp_path, a_dot_txt="a", fr__b_dot_txt="b", fr__old__c_dot_txt="c", fr__d_dot_md="d")
    assert names(tmp_path, (exclude,)) == left


def test_settings_and_site_maps_in_a_folder_are_no_articles(tmp_path: Path) -> None:
    package, sitemap = '{"name": "site", "version": "1"}', "<urlset><url><loc>x</loc></url></urlset>"
    rows, feed = '[{"text": "a"}]', "<rss><item><title>b</title></item></rss>"
    tree(tmp_path, package_dot_json=package, sitemap_dot_xml=sitemap, rows_dot_json=rows, feed_dot_xml=feed)
    assert [getattr(item, "text", item) for item in read([str(tmp_path)])] == ["b", "a"]
    named = [str(item) for item in read([f"{tmp_path}/package.json", f"{tmp_path}/sitemap.xml"])]
    assert named == [
        f'{tmp_path}/package.json:1: has no "target" or "text" (found: name, version)',
        f"{tmp_path}/sitemap.xml: is no feed: an <rss>, <feed> or <rdf:RDF> was expected, and <urlset> came",
    ]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    tree(tmp_path, a__b_dot_txt="b")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    found = list(read([str(tmp_path)]))
    assert [item.path.removeprefix(str(tmp_path)) for item in found] == ["/a/b.txt", "/a/self.txt"]
    assert isinstance(found[1], Problem)


SNIFFED = [
    ('{"id": 1, "text": "a"}\n{"text": "b"}', ["a", "b"]),
    ('[{"text": "a"}]', ["a"]),
    ('{\n "text": "a"\n}', ["a"]),
    (
        '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": [{"title": "a"}, {"content_text": "b"}]}',
        ["a", "b"],
    ),
    ("id,text\n1,a\n", ["a"]),
    ("text\tlang\na\tfr\n", ["a"]),
    ("<!DOCTYPE html><p>a", ["a"]),
    ("<p>a</p>", ["a"]),
    ('<?xml version="1.0"?>\n<rss><item><title>a</title></item></rss>', ["a"]),
    ('<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title></entry></feed>', ["a"]),
    ("# A *b*\n", ["A b"]),
    ("Just a *text*, with commas.", ["Just a *text*, with commas."]),
    ("The text, as it came\n", ["The text, as it came\n"]),
]


@pytest.mark.parametrize(("raw", "texts"), SNIFFED)
def test_the_first_bytes_tell_the_format(raw: str, texts: list[str], tmp_path: Path) -> None:
    assert [item.text for item in documents(raw)] == texts
    (tmp_path / "file").write_text(raw)
    assert [getattr(item, "text", item) for item in read([str(tmp_path / "file")])] == texts


def test_the_suffix_wins_over_the_first_bytes(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt="<p>a</p>", b_dot_HTM="<p>a</p>", c_dot_json='{"text": "c"}\n{"text": "d"}\n')
    assert [item.text for item in read([str(tmp_path)]) if isinstance(item, Document)] == ["<p>a</p>", "a", "c", "d"]


def test_the_named_format_wins_over_the_suffix(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt="<p>a</p>")
    (item,) = read([str(tmp_path / "a.txt")], input_format="html")
    assert isinstance(item, Document)
    assert (item.id, item.path, item.text) == ("a", str(tmp_path / "a.txt"), "a")


def test_an_unknown_format_is_refused_before_anything_is_read() -> None:
    with pytest.raises(ConfigError, match='"docx" is no input format: expected one of atom, csv, feed'):
        next(read(["nowhere"], input_format="docx"))


def test_languages_that_are_given_win_over_those_in_the_file() -> None:
    raw = BytesIO(b'{"text": "a", "lang": "de", "source_lang": "en"}')
    (item,) = read(["-"], stdin=raw, target_lang="fr", source_lang="es")
    assert isinstance(item, Document)
    assert (item.target_lang, item.source_lang) == ("fr", "es")


@pytest.mark.parametrize(
    ("told", "lang"),
    [("fr", "fr"), ("fr-FR", "fr"), ("FR_ca", "fr"), ("deu", "de"), ("zh-Hant-TW", "zh"), ("und", None), ("", None)],
)
def test_languages_are_told_by_their_primary_tag(told: str, lang: str | None) -> None:
    (item,) = documents(f'{{"text": "a", "lang": "{told}"}}')
    assert item.target_lang == lang


@pytest.mark.parametrize(
    ("raw", "lang"),
    [
        ('<html lang="de"><body><p>a', "de"),
        ('<html lang="de"><body><article lang="fr-FR"><p>a', "fr"),
        (
            '<html lang="de"><script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "es"}</script><p>a',
            "es",
        ),
        ('<html><meta property="og:locale" content="it_IT"><p>a', "it"),
        ('<html><meta http-equiv="Content-Language" content="nl"><p>a', "nl"),
        ("<html><body><p>a", None),
    ],
)
def test_the_article_tells_its_language_before_the_page_does(raw: str, lang: str | None) -> None:
    assert documents(raw, "html")[0].target_lang == lang


@pytest.mark.parametrize(
    ("raw", "title", "text"),
    [
        ("<title>Tab - Site</title><h1>Head</h1><p>Text.", "Head", "Text."),
        ("<title>Tab one - Site</title><p>Text.", "Tab one", "Text."),
        ("<title>Tab</title><meta property='og:title' content='Social &amp; co'><p>Text.", "Social & co", "Text."),
        ("<title>Head | Site</title><h1><a href=/>Site</a></h1><h2>Head</h2><p>Text.", "Head", "Site\nText."),
        ("<h1>Only</h1>", None, "Only"),
        ("<h1>Twice</h1><h2>Twice</h2><p>Text.", "Twice", "Twice\nText."),
    ],
)
def test_the_headline_is_the_title_and_no_part_of_the_text(raw: str, title: str | None, text: str) -> None:
    (item,) = documents(raw, "html")
    assert (item.title, item.text) == (title, text)


def test_reading_is_lazy(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt="a")
    stream = read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(next(stream), Document)
    tree(tmp_path, b_dot_txt="b")
    assert isinstance(next(stream), Document)


def test_files_are_closed(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt="a", b_dot_jsonl='{"text": "b"}')
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    assert len(items(b"a")) == 1
    assert len(list(read([str(tmp_path)]))) == 2
    assert not before or len(os.listdir("/proc/self/fd")) == before


def test_a_file_that_is_named_and_lies_in_a_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tout va bien.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Tout va mal.", encoding="utf-8")
    paths = [str(tmp_path / "b.txt"), str(tmp_path), f"{tmp_path}/./a.txt", str(tmp_path / "missing.txt")]
    assert [one.id if isinstance(one, Document) else "?" for one in read(paths)] == ["b", "a", "?"]
