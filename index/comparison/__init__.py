"""Two documents become a `Comparison`: alignment, facts, variants, quotes, reports."""
