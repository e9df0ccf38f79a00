"""What the interface says: every word that a reader sees and no editor typed, in one language."""
