"""Web pages: which part of one is its article, and what the page says of it."""
