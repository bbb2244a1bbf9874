"""Models of the transformers library as estimators: `--model DIR|HUB-ID`, by the optional torch back end (mtqa[torch])."""
