"""What one article states and the other denies, or states otherwise."""
