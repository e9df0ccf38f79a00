"""The pictures that stand where a page is shared."""
