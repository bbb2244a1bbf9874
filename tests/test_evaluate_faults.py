"""`mtqa evaluate faults` on translations made up here."""

import json
import lzma
from typing import Any

import pytest
from click.testing import CliRunner

from mtqa.cli import main

TOWNS = ("Bremen", "Hamburg", "Dresden", "Leipzig", "Potsdam", "Dortmund", "Stuttgart", "Hannover")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is told of four texts of eight sound sentences each."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "outputs").mkdir()
    rows = []
    for number in range(32):
        town, sum_ = TOWNS[number % 8], 1371 + 7 * number
        target = f"La ville de {town} n'a pas payé les {sum_} lampes de la gare numéro {number + 20}."
        source = f"Die Stadt {town} hat die {sum_} Lampen des Bahnhofs Nummer {number + 20} nicht bezahlt."
        rows.append({"seg": number, "system": "human-A", "is_human": True, "src": source, "mt": target})
    text = "\n".join(map(json.dumps, rows))
    (folder / "outputs" / "wmt21.de-fr.jsonl.xz").write_bytes(lzma.compress(text.encode()))
    done = CliRunner().invoke(
        main, ["evaluate", "faults", str(folder), "--model", "none", "--output", str(folder)], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    result: dict[str, Any] = json.loads((folder / "faults.json").read_text(encoding="utf-8"))
    directions: dict[str, Any] = result["directions"]
    return directions


def test_faults_are_put_into_each_text_and_found(found: dict[str, Any]) -> None:
    assert found.keys() == {"de-fr"}
    assert found["de-fr"]["texts"] == 2
    for fault in ("number_changed", "copy_of_source", "negation_dropped"):
        assert found["de-fr"][fault]["n"] == 2
        assert found["de-fr"][fault]["recall"] == 1


def test_alarms_on_sound_text_are_counted_apart_for_checks_that_are_off(found: dict[str, Any]) -> None:
    assert found["de-fr"]["codes"] == {}
    assert found["de-fr"]["false_alarms_per_1000_words"] == 0
    assert found["de-fr"]["codes_off_by_default"] == {}
