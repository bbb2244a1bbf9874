"""Markdown: blocks, and the markup inside them."""
