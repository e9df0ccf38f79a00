"""One file for each format: the corpus -> files that are no pages."""
