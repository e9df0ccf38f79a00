"""The documentation: its generated pages are fresh, and its examples hold."""
