"""Another time, day, place or direction for one thing that happened."""
