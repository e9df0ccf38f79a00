"""The language server, asked by programs of editors."""
