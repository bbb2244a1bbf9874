"""Encodings: what is declared, what is detected, what is refused; and line ends."""

import codecs

import pytest
from reading import documents, items, problems

TEXT = "L’été à Nîmes : « déjà vu », dit-on – à 35 °C.\nEt après ?\n"
PAGE = (
    "<html><head><meta {}></head><body><p>"
    "Der Käse kostete früher zwölf Groschen, sagte die Händlerin am Stand und lächelte müde.</p>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_text_reads_alike_in_every_encoding(encoding: str, feed: str) -> None:
    data = TEXT.replace("\n", feed).encode(encoding)
    (item,) = items(data, "text")
    assert getattr(item, "text", item) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("input_format", "raw"),
    [
        ("jsonl", '{"text": "déjà"}\r\n{"text": "vu’"}\r\n'),
        ("json", '[{"text": "déjà"},\r\n{"text": "vu’"}]'),
        ("csv", "id,text\r\n1,déjà\r\n2,vu’\r\n"),
        ("feed", "<rss>\r\n<item><title>déjà</title></item><item><title>vu’</title></item></rss>"),
    ],
)
def test_streams_read_alike_in_every_encoding(encoding: str, input_format: str, raw: str) -> None:
    assert [item.text for item in documents(raw.encode(encoding), input_format)] == ["déjà", "vu’"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('charset="iso-8859-1"', "cp1252"),  # browsers read Latin-1 as Windows-1252
        ('http-equiv="Content-Type" content="text/html; charset=iso-8859-15"', "iso-8859-15"),
        ("charset=utf-8", "cp1252"),  # declared wrongly
        ("charset=iso-8859-1", "utf-8"),  # declared wrongly
        ('charset="mac-roman"', "mac-roman"),
        ("charset=nonsense", "utf-8"),
        ("charset=base64", "utf-8"),
    ],
)
def test_a_page_is_read_as_it_declares_unless_it_is_plainly_something_else(declared: str, encoding: str) -> None:
    (item,) = documents(PAGE.format(declared).encode(encoding), "html")
    assert item.text.startswith("Der Käse kostete früher zwölf")


def test_xml_is_read_as_it_declares() -> None:
    raw = '<?xml version="1.0" encoding="windows-1251"?><rss><item><title>Привет, мир</title></item></rss>'
    assert documents(raw.encode("cp1251"), "feed")[0].text == "Привет, мир"


def test_one_bad_byte_in_utf8_is_told_with_its_line_and_the_rest_is_read() -> None:
    found = items("Première ligne.\nDeuxième ".encode() + b"\xe9t\xe9.\n", "text")
    assert str(found[0]) == "-:2: has bytes that are not in the file's encoding: save it as UTF-8"
    assert found[1].text == "Première ligne.\nDeuxième été.\n"  # type: ignore[union-attr]


def test_a_row_in_another_encoding_does_not_spoil_the_others() -> None:
    data = '{"text": "déjà"}\n'.encode() + '{"text": "déjà"}\n'.encode("cp1252")
    assert [item.text for item in documents(data, "jsonl")] == ["déjà", "déjà"]


def test_legacy_cyrillic_without_a_declaration_is_refused() -> None:
    expected = ["-: is neither UTF-8 nor Windows-1252: save it as UTF-8"]
    assert problems("Мы не знаем, что это такое.".encode("cp1251")) == expected


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"a\x00"])
def test_a_byte_order_mark_is_no_text(mark: bytes) -> None:
    found = items(mark)
    assert all("\ufeff" not in getattr(item, "text", "") for item in found)


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    (item,) = documents('{"text": "a\\ud83dé", "title": "\\udc00", "id": "\\ud800"}', "jsonl")
    assert (item.text, item.title, item.id) == ("a\ufffdé", "\ufffd", "\ufffd")
