"""Alignments and the tables made from them; clean text to train on."""

import lzma
from pathlib import Path

from mtqa.qe.align import Aligned, grown, ibm1, pairs
from mtqa.qe.noise.build import pair_tables
from mtqa.qe.training_text import MOST_PROSE, fingerprint, is_measured, measured, sentences
from mtqa.text import is_held_out


def test_links_of_both_directions_are_kept_and_their_neighbours() -> None:
    forward, backward = ((0, 0), (1, 1), (2, 2), (5, 9)), ((0, 0), (1, 1), (1, 2), (7, 7))
    assert grown(forward, backward) == ((0, 0), (1, 1), (1, 2), (2, 2)) or grown(forward, backward) == (
        (0, 0),
        (1, 1),
        (1, 2),
    )


def test_ibm1_finds_words_that_stand_together() -> None:
    sources = ["das haus", "das buch", "ein buch", "ein haus"]
    targets = ["la maison", "le livre", "un livre", "une maison"]
    found = ibm1(sources, targets)
    assert {t: s for s, t in found[0]}[1] == 1
    assert {t: s for s, t in found[2]}[1] == 1


def test_tables_know_translations_other_senses_and_copied_names() -> None:
    row = Aligned(
        ("Die", "Bank", "von", "Oslo"), ("La", "banque", "de", "Oslo"), ((0, 0), (1, 1), (2, 2), (3, 3)), "", ""
    )
    other = Aligned(("Die", "Bank", "steht"), ("Le", "siège", "reste"), ((0, 0), (1, 1), (2, 2)), "", "")
    table = pair_tables([row, row, row, other, other], "de", "fr")
    assert table["left"]["banque"] == [("Bank", 1.0)]  # type: ignore[index]
    assert table["gloss"]["bank"] == [("banque", 0.6), ("siège", 0.4)]  # type: ignore[index]
    assert table["senses"]["banque"] == [("siège", 0.4)]  # type: ignore[index]
    assert table["names"] == ["Oslo"]
    assert table["phrases"]["la banque"] == "Die Bank"  # type: ignore[index]


def _packed(file: Path, rows: list[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(file, "wt", encoding="utf-8") as out:
        out.write("\n".join(rows) + "\n")


def _data(folder: Path) -> Path:
    data = folder / "data"
    for genre in ("news", "prose", "speech"):
        rows = [f"Nous avons compté {number} moutons dans le pré de {genre}." for number in range(1500)]
        _packed(data / "text" / "fr" / f"{genre}.txt.xz", rows)
    judged = '{"mt": "Nous avons compté 17 moutons dans le pré de news.", "src": "Wir zählten siebzehn Schafe heute."}'
    _packed(data / "judged" / "dev" / "toy.jsonl.xz", [judged])
    return data


def test_training_text_has_nothing_measured_or_held_out_and_little_prose(tmp_path: Path) -> None:
    data = _data(tmp_path)
    marked = measured(data, tmp_path / "none")
    chosen = sentences(data, "fr", 400, 1, marked)
    assert len(chosen) == 400
    assert not any("compté 17 moutons dans le pré de news" in one.text for one in chosen)
    assert not any(is_held_out(one.text) for one in chosen)
    assert sum(one.genre == "prose" for one in chosen) <= MOST_PROSE * len(chosen)
    assert len({one.text for one in chosen}) == len(chosen)
    assert chosen == sentences(data, "fr", 400, 1, marked)


def test_fingerprint_ignores_case_spaces_and_marks() -> None:
    assert fingerprint("L’été, dit-il !") == fingerprint("l'été dit il")


def test_sentence_of_a_measured_passage_is_found_inside_a_longer_line() -> None:
    marked = frozenset({fingerprint("Une phrase que l'on mesure ici.")})
    assert is_measured("Avant. Une phrase que l'on mesure ici. Après.", marked)
    assert not is_measured("Une phrase que l'on ne mesure pas ici.", marked)


def test_parallel_text_leaves_out_what_is_held_out(tmp_path: Path) -> None:
    rows = [f"Zahl {n} steht im Buch.\tLe nombre {n} figure au livre." for n in range(100)]
    _packed(tmp_path / "parallel" / "de-fr" / "newstest.tsv.xz", rows)
    kept = list(pairs(tmp_path, "fr", "de", frozenset()))
    assert 60 < len(kept) < 100
    assert all(
        left.startswith("Le nombre") and not is_held_out(left) and not is_held_out(right) for left, right in kept
    )
