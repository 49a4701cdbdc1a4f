"""Which sentences of two articles tell the same thing, and what stands in them: words, names, figures, quotations."""
