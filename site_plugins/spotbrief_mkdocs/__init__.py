"""The MkDocs adapter: the only package that imports an engine; one plugin a file."""

from spotbrief import garbage_collector

garbage_collector.seldom()  # before the rest is imported, of which it would look through all, again and again
