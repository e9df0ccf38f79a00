"""Whether a style may load something."""

import re

_FETCHING = re.compile(r"\\|@import|image-set|\bsrc\(|url\((?!\s*['\"]?\s*#)", re.IGNORECASE)
"""Whatever may load an address outside the file. A backslash counts too: it can spell any of the others."""


def fetches(style: str) -> bool:
    """Whether a style sheet, or the value of an attribute that may hold a style, can load what lies outside its file."""
    return bool(_FETCHING.search(style))
