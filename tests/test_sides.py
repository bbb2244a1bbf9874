"""`--source` and `--reference` on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main
from mtqa.cli.sides import line_pairs
from mtqa.readers import read
from mtqa.segment import Document

SOURCE = "Der Rat von Bremen tagte am Montag.\nDie Brücke kostete 13 Millionen.\n"
TARGET = "Le conseil de Brême s'est réuni lundi.\nLe pont a coûté 14 millions.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for place, text in (("de", SOURCE), ("fr", TARGET)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments, "--lang", "fr", "--model", "none", "--select", "A2"])


def test_a_source_file_is_read_beside_the_text(folder: Path) -> None:
    done = run("fr/a.txt", "--source", "de/a.txt")
    assert done.stdout.splitlines()[0] == "fr/a.txt:2:17: A201 major the source has 13, not 14 [number-mismatch]"
    assert done.exit_code == 1


def test_a_pattern_names_the_source_of_each_file(folder: Path) -> None:
    (folder / "fr" / "b.txt").write_text("Le pont est ouvert.\n", encoding="utf-8")
    done = run("fr", "--source", "de/{name}.txt", "--exit-zero")
    assert "fr/a.txt:2:17: A201" in done.stdout
    assert "--source: 1 of 2 documents have none: checked without it" in done.stderr
    assert done.exit_code == 0


def test_one_source_for_several_texts_is_refused(folder: Path) -> None:
    (folder / "fr" / "b.txt").write_text("Le pont est ouvert.\n", encoding="utf-8")
    done = run("fr", "--source", "de/a.txt")
    assert "--source de/a.txt is one text, and there are several to check: give a pattern with {name}" in done.stderr
    assert done.exit_code == 2


@pytest.mark.parametrize("path", ["de/none.txt", "de"])
def test_a_source_that_cannot_be_read_is_told_in_a_line(folder: Path, path: str) -> None:
    (folder / "de" / "a.txt").unlink()
    done = run("fr/a.txt", "--source", path)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_reference_is_measured_and_rows_keep_their_own(folder: Path) -> None:
    done = run("fr/a.txt", "--reference", "fr/a.txt")
    assert "against the reference: BLEU 100.0, chrF 100.0, TER 0.0" in done.stdout
    row = {"id": "x", "target": "Le pont a coûté 14 millions.", "source": "Die Brücke kostete 14 Millionen."}
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert run("rows.jsonl", "--source", "de/a.txt").exit_code == 0


def test_items_of_two_feeds_are_paired_by_their_id(folder: Path) -> None:
    for lang, text in (("de", "Die Brücke kostete 13 Millionen."), ("fr", "Le pont a coûté 14 millions.")):
        item = f"<item><guid>b</guid><description>{text}</description></item><item><guid>{lang}</guid><title>x</title></item>"
        Path(f"{lang}.xml").write_text(f"<rss><channel>{item}</channel></rss>", encoding="utf-8")
    done = run("fr.xml", "--source", "de.xml", "--exit-zero")
    assert "fr.xml#b:1:" in done.stdout
    assert "A201" in done.stdout
    assert "1 of 2 documents have none" in done.stderr


@pytest.mark.parametrize("telling", [("de", "fr"), ("de",), ("fr",)])
@pytest.mark.parametrize("link", ["xhtml:link", "atom:link"])
def test_items_of_two_feeds_are_paired_by_the_links_between_them(
    folder: Path, telling: tuple[str, ...], link: str
) -> None:
    for lang, other, text in (
        ("de", "fr", "Die Brücke kostete 13 Millionen."),
        ("fr", "de", "Le pont a coûté 14 millions."),
    ):
        version = f'<{link} rel="alternate" hreflang="{other}" href="https://a.example/{other}/bridge"/>'
        item = f"<item>{version if lang in telling else ''}<link>https://a.example/{lang}/bridge</link><description>{text}</description></item>"
        more = f"<item><guid>{lang}</guid><title>x</title></item>"
        Path(f"{lang}.xml").write_text(f"<rss><channel>{more}{item}</channel></rss>", encoding="utf-8")
    done = run("fr.xml", "--source", "de.xml", "--exit-zero")
    assert "A201 major the source has 13, not 14" in done.stdout
    assert "1 of 2 documents have none" in done.stderr


def test_the_page_of_an_atom_entry_is_not_that_of_another_language(folder: Path) -> None:
    links = '<link rel="alternate" hreflang="de" href="https://a.example/de"/><link href="https://a.example/fr"/>'
    Path("a.atom").write_text(f"<feed><entry>{links}<title>Le pont</title></entry></feed>", encoding="utf-8")
    (document,) = read(["a.atom"])
    assert isinstance(document, Document)
    assert (document.link, document.versions) == ("https://a.example/fr", ("https://a.example/de",))


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        (SOURCE, TARGET, 2),
        ("one\n\ntwo", "un\ndeux\n", 2),
        ("one", "un", 0),
        ("one\ntwo", "un", 0),
        ("a\nb", f"{'long ' * 30}\n{'long ' * 30}", 0),
    ],
)
def test_lines_are_pairs_where_they_fit(source: str, target: str, count: int) -> None:
    assert len(line_pairs(source, target)) == count


def test_a_news_item_finds_the_one_that_it_was_translated_from(folder: Path) -> None:
    meta = '<itemMeta><link rel="irel:translatedFrom" residref="de1"/></itemMeta>'
    for guid, links, text in (
        ("de1", "", "Die Brücke kostete 13 Millionen."),
        ("fr1", meta, "Le pont a coûté 14 millions."),
    ):
        content = f"<contentSet><inlineData>{text}</inlineData></contentSet>"
        Path(f"{guid}.newsml").write_text(f'<newsItem guid="{guid}">{links}{content}</newsItem>', encoding="utf-8")
    done = run("fr1.newsml", "--source", "de1.newsml", "--exit-zero")
    assert "A201 major the source has 13, not 14" in done.stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "key,German,French\n7,Die Brücke kostete 13 Millionen.,Le pont a coûté 14 millions.\n"),
        (
            "a.jsonl",
            (
                '{"key": 7, "German": "Die Br\u00fccke kostete 13 Millionen.", '
                '"French": "Le pont a co\u00fbt\u00e9 14 millions."}\n'
            ),
        ),
    ],
)
def test_columns_and_keys_have_the_names_that_users_gave_them(folder: Path, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    done = run(name, "--columns", "target=French,source=German,id=key", "--source-lang", "de")
    assert done.stdout.startswith(f"{name}#7:{'2' if name.endswith('csv') else '1'}:")
    assert "A201 major the source has 13, not 14" in done.stdout


def test_a_column_that_is_not_there_is_told_with_those_that_are(folder: Path) -> None:
    Path("a.csv").write_text("key,de,fr\n7,Ja.,Oui.\n", encoding="utf-8")
    done = run("a.csv", "--columns", "target=French")
    assert done.stderr.splitlines()[0] == 'mtqa: a.csv: has no column "french" in its first line: it names key, de, fr'
    assert done.exit_code == 2
    assert "NAME=COLUMN was expected" in run("a.csv", "--columns", "French").stderr


def test_the_configuration_may_name_the_sources(folder: Path) -> None:
    (folder / "mtqa.toml").write_text('source = "de/{name}.txt"\nreference = "fr/{name}.txt"\n', encoding="utf-8")
    done = run("fr", "--exit-zero")
    assert "A201 major the source has 13, not 14" in done.stdout
    assert "against the reference: BLEU 100.0" in done.stdout
