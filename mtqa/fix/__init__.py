"""Fixing: suggestions applied to text, Markdown and JSONL, and nothing else in the file touched.

A suggestion becomes an Edit of a document's text (edits), the edit a change of the file's own characters (places); a
change is kept when the file, read again, has that change and no other, and fewer findings than before (mend). `files`
reads and writes, `diff` shows what would change.
"""
