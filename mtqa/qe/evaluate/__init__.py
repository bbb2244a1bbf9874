"""Evaluations of a whole run, one idea a file.

Each returns a plain dictionary of counts and figures, never text of the data. From Python, on the model in any folder:

    from mtqa.cli.options import settings
    from mtqa.config import Config
    evaluate_matched(PASSAGES, DATA, settings(Config(model="FOLDER")))
"""

from mtqa.qe.evaluate.acceptability import evaluate_acceptability
from mtqa.qe.evaluate.alarms import evaluate_alarms
from mtqa.qe.evaluate.alignment import evaluate_alignment
from mtqa.qe.evaluate.corruptions import evaluate_corruptions
from mtqa.qe.evaluate.faults import evaluate_faults
from mtqa.qe.evaluate.gold import evaluate_gold
from mtqa.qe.evaluate.judged import evaluate_judged
from mtqa.qe.evaluate.leftovers import evaluate_leftovers
from mtqa.qe.evaluate.matched import evaluate_matched
from mtqa.qe.evaluate.pairs import evaluate_pairs
from mtqa.qe.evaluate.references import evaluate_references
from mtqa.qe.evaluate.systems import evaluate_systems

__all__ = [
    "evaluate_acceptability",
    "evaluate_alarms",
    "evaluate_alignment",
    "evaluate_corruptions",
    "evaluate_faults",
    "evaluate_gold",
    "evaluate_judged",
    "evaluate_leftovers",
    "evaluate_matched",
    "evaluate_pairs",
    "evaluate_references",
    "evaluate_systems",
]
