"""What sentences say, for every finder: phrases, denials, whom they are about, what a thing is also called."""
