"""The corpus as JSON, with a schema of every file."""
