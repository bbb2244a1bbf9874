"""Measure SARIF of many findings against GitHub's limits: size, results kept and left out, time, memory.

    python tests/benchmarks/measure_sarif.py [--findings 100000] [-o reports/evaluation]

The articles are made up: each holds a leaked prompt (critical), a German place name (major) and three doubled words
(minor), with words of its own, so that nothing compresses better than in a real feed. Only the checks that find these
run, as it is the output that is measured. Memory is the largest resident set of the process; `concise` is the same run
without SARIF.
"""

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.qe.results import write
from mtqa.render.sarif import MOST_RESULTS

PER_ARTICLE = 5
PLACES = ("Moskau", "Warschau", "Mailand", "Peking", "Genf")
PARTS = ["bel", "mar", "ton", "vil", "cor", "dan", "fer", "gui", "lan", "mon", "nor", "per", "ros", "sal", "tur", "val"]
CHECKS = "leaked-prompt,source-exonym,doubled-word"
UPLOAD = 10_000_000  # bytes, compressed, that GitHub takes


def articles(findings: int) -> Iterator[str]:
    """Rows of JSONL with so many findings."""
    chance = random.Random(1)
    for number in range(findings // PER_ARTICLE):
        one, two = ("".join(chance.choices(PARTS, k=3)).capitalize() for _ in range(2))
        text = (
            f"Le maire {one} est parti pour {chance.choice(PLACES)} mardi avec {chance.randint(2, 900)} invités. "
            f"Le conseil de {two} a voté la la hausse des loyers de {chance.randint(2, 99)} euros. "
            f"Monsieur {two} a vendu les les terrains du port {one}. "
            f"La société {one} a fermé une une usine de {two}. "
            "En tant que modèle de langage, je ne peux pas traduire ce texte."
        )
        row = {"id": f"{one}-{number}", "target": text, "target_lang": "fr", "source_lang": "de"}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def measured(feed: Path, *wanted: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes of a run of `mtqa check` over the feed."""
    code = (
        "import resource, sys; from mtqa.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)"
    )
    arguments = ["check", str(feed), "--model", "none", "--select", CHECKS, "--exit-zero", "--quiet", *wanted]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    seconds, memory = map(float, done.stderr.splitlines()[-1].split())
    return round(seconds, 1), round(memory, 1)


def figures(findings: int, folder: Path) -> dict[str, Any]:
    """Run once without SARIF and once with it, and look at what it wrote."""
    feed, file = folder / "feed.jsonl", folder / "feed.sarif"
    with feed.open("w", encoding="utf-8") as stream:
        stream.writelines(articles(findings))
    plain_seconds, plain_memory = measured(feed, "--output-format", "concise", "-o", str(folder / "feed.txt"))
    seconds, memory = measured(feed, "--output-format", "sarif", "-o", str(file))
    data = file.read_bytes()
    packed = gzip.compress(data)
    (run,) = json.loads(data)["runs"]
    kept = Counter(result["properties"]["severity"] for result in run["results"])
    return {
        "findings": dict(run["properties"]["findings"]) | {"all": sum(run["properties"]["findings"].values())},
        "kept": dict(kept) | {"all": len(run["results"]), "left out, and told so": run["properties"]["leftOut"]},
        "limits": {
            "results of a run": {"here": len(run["results"]), "GitHub takes": MOST_RESULTS},
            "bytes, gzip": {"here": len(packed), "GitHub takes": UPLOAD},
            "bytes, gzip and Base64": {"here": len(b64encode(packed)), "GitHub takes": UPLOAD},
            "bytes": {"here": len(data), "GitHub takes": "–"},
            "rules": {"here": len(run["tool"]["driver"]["rules"]), "GitHub takes": 25_000},
            "most tags of a rule": {
                "here": max(len(rule["properties"]["tags"]) for rule in run["tool"]["driver"]["rules"]),
                "GitHub takes": 20,
            },
            "runs": {"here": 1, "GitHub takes": 20},
        },
        "cost": {
            "concise": {"processor seconds": plain_seconds, "MB": plain_memory},
            "sarif": {"processor seconds": seconds, "MB": memory},
        },
    }


def main() -> None:
    """Measure, and write the result."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("-o", "--output", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = figures(given.findings, Path(folder))
    command = f"python tests/benchmarks/measure_sarif.py --findings {given.findings}"
    for file in write(given.output, "sarif-size", command, result):
        print(f"wrote {file}")


if __name__ == "__main__":
    main()
