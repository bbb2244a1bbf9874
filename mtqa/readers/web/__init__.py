"""HTML and XML: tags, lines as a reader sees them, the article of a page, the items of a feed."""
