"""How close a translation comes to a reference: BLEU, chrF and TER as sacrebleu computes them, beside mtqa's own score."""
