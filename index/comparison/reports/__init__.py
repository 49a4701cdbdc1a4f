"""A comparison or a matrix as what is handed on: JSON, Markdown, HTML, with citations that can be checked."""
