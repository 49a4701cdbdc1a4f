"""Conflicts of near copies: sentences, quotations, titles and datelines that are nearly the same."""
