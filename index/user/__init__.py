"""What the user made: places, marks, notes and searches, where they stand in texts that change, and their export."""
