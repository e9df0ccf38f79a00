"""Signs that cannot be seen, or that look like others."""

import unicodedata

_COMMON = {
    "\t": "tab",
    "\n": "line break",
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u2011": "no-break hyphen",
    "\u200b": "zero-width space",
    "\u202f": "narrow no-break space",
    "\u2028": "line separator",
    "\ufeff": "byte-order mark",
}


def named_sign(sign: str) -> str:
    """What a sign is called, with its number: `no-break space (U+00A0)`."""
    name = _COMMON.get(sign) or unicodedata.name(sign, "control character").lower()
    return f"{name} (U+{ord(sign):04X})"


def visible(text: str) -> str:
    """*text* on one line, with the names of signs that cannot be seen, or that a terminal would obey, in their places."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"<{_short(c)}>" for c in text)


def _short(sign: str) -> str:
    return _COMMON.get(sign) or f"U+{ord(sign):04X}"
