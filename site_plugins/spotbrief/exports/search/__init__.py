"""The search index: small text files that a page loads a few of, made without any tool beside this package."""
