"""`python -m tests.benchmarks.speed`: sentences a second of rules and models, beside an encoder of 560 M parameters.

Everything is measured in processes of its own, on made-up news of 25-word sentences that no round has read before, and
with --data on human news besides; the best of the rounds counts, as others may use the machine. The encoder has
XLM-R-large's shape (Conneau et al. 2020; CometKiwi's) and random weights. Written to reports/evaluation/speed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.made_up import LANGS, distinct, documents

Figures = dict[str, Any]
BATCH, POSITIONS = 8, 35  # of the encoder: sentences a batch, and what 25 words of news come to in XLM-R's subwords
WORDS = 25
STARTED = (
    0.1  # share of the documents that have come out when the clock starts: workers have opened their tables by then
)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder of human news, to read that too")
    parser.add_argument("--sentences", type=int, default=2000, help="of each language and round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--transformer", default="small", help="its name or folder; none: without")
    parser.add_argument("--out", type=Path, default=Path("reports/evaluation"))
    parser.add_argument("--part", choices=("reading", "encoder"), help=argparse.SUPPRESS)
    parser.add_argument("--model", help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        part = reading(given) if given.part == "reading" else encoder(given.rounds)
        print(json.dumps(part))
        return
    command = f"python -m tests.benchmarks.speed --sentences {given.sentences} --rounds {given.rounds}"
    command += " --data DATA" if given.data else ""
    print(write(given.out, "speed", command, measured(given))[1])


def measured(given: argparse.Namespace) -> Figures:
    """All figures, each part in a process of its own."""
    load = os.getloadavg()[0]
    places = {"made-up news": None} | ({"human news": given.data} if given.data else {})
    models = {"rules": "none", "rules and tagger": "tagger"}
    models |= {"rules and transformer": given.transformer} if given.transformer != "none" else {}
    read = {
        f"{name} on {place}, {processes(jobs)}": own(given, "reading", model, jobs, data)
        for place, data in places.items()
        for name, model in models.items()
        for jobs in (1, 2)
    }
    large = own(given, "encoder")
    return {
        "processors": os.cpu_count(),
        "load average before, and after": [round(load, 1), round(os.getloadavg()[0], 1)],
        "times as fast as the encoder": {name: times(name, read, large) for name in models},
        "sentences a second": read,
        "encoder of 560 M parameters, two threads": large,
        "one article, cold": cold_starts(given.rounds, models),
    }


def times(name: str, read: dict[str, Figures], large: Figures) -> Figures:
    """How many times as many sentences a second as the encoder, on made-up news."""
    one, two = (read[f"{name} on made-up news, {processes(jobs)}"] for jobs in (1, 2))
    return {
        "two processes": two["sentences/s"] / large["sentences/s"],
        "one process, of processor time": one["of processor time"] / large["of processor time"],
    }


def processes(jobs: int) -> str:
    """How many processes, in words."""
    return "one process" if jobs == 1 else "two processes"


def own(given: argparse.Namespace, part: str, model: str = "", jobs: int = 1, data: Path | None = None) -> Figures:
    """One part's figures, measured in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--part", part, "--jobs", str(jobs)]
    command += ["--rounds", str(given.rounds), "--sentences", str(given.sentences)]
    command += [*(["--model", model] if model else []), *(["--data", str(data)] if data else [])]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | {"OMP_NUM_THREADS": "2"}
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    print(part, model, jobs, data or "", figures, flush=True)
    return figures


def reading(given: argparse.Namespace) -> Figures:
    """Sentences of 25 words a second through `review`, the best of the rounds.

    Processor time is told for one process only: that of workers is not known while they run.
    """
    from mtqa.checks import selected
    from mtqa.qe.shipped import open_model
    from mtqa.qe.tags import KINDS
    from mtqa.review import Settings, review

    estimator, name = open_model(given.model)
    codes = frozenset(kind.code for kind in KINDS)
    settings = Settings(selected(), estimator=estimator, model=name, model_codes=codes)
    for _ in review(news(given, 0, 40), settings):  # opens the tables
        pass
    best: Figures = {}
    for number in range(1, given.rounds + 1):
        made = news(given, number, given.sentences)
        words, different = distinct(made)
        stream = review(made, settings, given.jobs)
        for _ in islice(stream, int(STARTED * len(made))):
            pass
        began, spent = time.perf_counter(), processor_time()
        sentences = sum(one.words for one in stream) / WORDS
        wall, spent = time.perf_counter() - began, processor_time() - spent
        if sentences / wall > best.get("sentences/s", 0):
            best = {
                "sentences/s": sentences / wall,
                "of processor time": sentences / spent if given.jobs == 1 else None,
            }
            best |= {"words": words, "different words": different}
    return {**best, "model": name}


def news(given: argparse.Namespace, number: int, sentences: int) -> list[Any]:
    """The documents of a round, the languages by turns; of human news there is enough for three rounds only."""
    if not given.data:
        made = [documents(lang, sentences, seed=number) for lang in LANGS]
        return [document for row in zip(*made, strict=True) for document in row]
    from mtqa.qe.corpora import human_news

    found = [d for lang in LANGS for d in human_news(given.data, lang, "all")]
    unlike = list({d.text: d for d in found}.values())
    return unlike[:12] if number == 0 else unlike[12:][number % 3 :: 3]


def processor_time() -> float:
    """Seconds that this process and its ended workers took, of user and system time."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, who))


def peak_mb(who: int) -> int:
    """The most resident memory of one process so far."""
    return resource.getrusage(who).ru_maxrss // 1024


def encoder(rounds: int) -> Figures:
    """Sentences a second through an encoder of XLM-R-large's shape with random weights, in 32 bits."""
    import torch
    from transformers import XLMRobertaConfig, XLMRobertaModel

    torch.set_num_threads(2)
    torch.manual_seed(1)
    shape = XLMRobertaConfig(
        vocab_size=250_002,
        hidden_size=1024,
        num_hidden_layers=24,
        num_attention_heads=16,
        intermediate_size=4096,
        max_position_embeddings=514,
        type_vocab_size=1,
    )
    model = XLMRobertaModel(shape).eval()
    best: Figures = {}
    with torch.inference_mode():
        for number in range(rounds + 1):  # the first warms up
            batches = [torch.randint(4, 250_002, (BATCH, POSITIONS)) for _ in range(2 if number else 1)]
            began, spent = time.perf_counter(), processor_time()
            for batch in batches:
                model(batch)
            wall, spent = time.perf_counter() - began, processor_time() - spent
            speed = BATCH * len(batches) / wall
            if number and speed > best.get("sentences/s", 0):
                best = {"sentences/s": speed, "of processor time": BATCH * len(batches) / spent}
    parameters = sum(p.numel() for p in model.parameters())
    return {**best, "parameters": parameters, "peak_mb": peak_mb(resource.RUSAGE_SELF)}


def cold_starts(rounds: int, models: dict[str, str]) -> dict[str, Figures]:
    """Seconds and memory of `mtqa check` on an article of thirty sentences, from start to exit."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text("\n".join(d.text for d in documents("fr", 30, seed=3, per_document=3)), encoding="utf-8")
        return {
            name: min((started(article, model) for _ in range(rounds + 2)), key=itemgetter("seconds"))
            for name, model in models.items()
        }


def started(article: Path, model: str) -> Figures:
    """One run of the command."""
    command = [sys.executable, "-m", "mtqa", "check", str(article), "--exit-zero", "--model", model]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {run.returncode}")
    return {
        "seconds": time.perf_counter() - began,
        "processor seconds": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss // 1024,
    }


if __name__ == "__main__":
    main()
