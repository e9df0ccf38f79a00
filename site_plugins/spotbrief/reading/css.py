"""Styles -> whether they may load something."""

import re

_FETCHING = re.compile(r"\\|@import|image-set|\bsrc\(|url\((?!\s*['\"]?\s*#)", re.IGNORECASE)
"""All that names an address but for parts of the same file, and the backslash, which can spell any of it in other signs."""


def fetches(style: str) -> bool:
    """Whether a style sheet, or the value of an attribute that may hold a style, can load what lies outside its file."""
    return bool(_FETCHING.search(style))
