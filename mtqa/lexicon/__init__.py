"""What words and names belong to which language. One idea a file; the tables lie under models/lexicon (see build.py)."""
