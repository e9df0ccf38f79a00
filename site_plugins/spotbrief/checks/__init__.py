"""One rule, one function: the corpus -> problems."""
