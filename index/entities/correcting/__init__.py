"""What a person has put right, and the corpus as it is then."""
