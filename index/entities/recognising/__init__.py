"""What one text names: names, dates and numbers as spans with a type."""
