"""Spotbrief: a folder of YAML and Markdown briefings in, a linked, checked briefing site out."""

__version__ = "0.1.0"
