"""The MkDocs adapter: the only package that imports an engine; one plugin a file."""
