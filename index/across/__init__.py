"""What the corpus, or the articles that a search finds, say taken together: who with whom, what when, who speaks."""
