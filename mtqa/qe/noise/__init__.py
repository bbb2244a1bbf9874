"""Kinds of damage that broken machine translation does, one a file. Each takes a Draft and says whether it found a place."""
