"""Lists over the articles: which there are, what is found, named, said and marked in them; a row leads to its place."""
