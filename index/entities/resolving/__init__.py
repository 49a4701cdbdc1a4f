"""Which mentions are one thing, in an article and over the corpus."""
