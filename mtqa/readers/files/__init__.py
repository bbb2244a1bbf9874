"""From paths and bytes to text, and what every format does with it: lines, windows, traced texts, rows, problems."""
