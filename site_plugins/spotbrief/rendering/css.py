"""Styles without what only people read."""

import re

_KEPT = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\))"""
"""Texts and addresses."""

_NOTHING = re.compile(rf"{_KEPT}|(?:\s|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)+", re.DOTALL)
_SPACED = re.compile(rf"{_KEPT}| ?;? ?(\}}) ?| ?([{{,;]) ?|(:) ", re.DOTALL)


def smaller(styles: str) -> str:
    """*styles* without comments, and without spaces where they mean nothing; before a colon one may tell two selectors apart."""
    spaced = _NOTHING.sub(lambda found: found[1] or " ", styles)
    return _SPACED.sub(lambda found: "".join(filter(None, found.groups())), spaced).strip()
