"""`mtqa train`: a shipped model, fine-tuned on a user's labelled file."""
