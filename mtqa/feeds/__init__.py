"""Feeds and pages over HTTP, with a memory: fetched politely, read like files, checked where new or changed.

The HTTP client is imported only where an address is fetched (`client.py`).
"""
