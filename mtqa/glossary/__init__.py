"""Glossaries: what an editor has decided about terms, read from CSV files and looked up in texts.

A row says of a term that it may stand, that it is not translated, that it has a required translation, or that it is
forbidden. `table.read_glossary` reads files, a `lookup.Glossary` finds terms in texts; the checks T101 to T103 ask it.
"""
