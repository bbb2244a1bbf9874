"""`mtqa train`: the shipped tagger, fine-tuned on a user's labelled file."""
