"""Ids that can stand in an address: from what was typed, and from a title or a name."""

import re
import unicodedata

UNSAFE = re.compile(r"[\s/\\?#%:*\"'<>|&;=+,@!$^`~()\[\]{}\x00-\x1f\x7f-\x9f]+")
RESERVED = re.compile(r"\A(?:index|page|con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*[,;，；]\s*|\s+(?:and|und|et|та|і|и|&)\s+")


def suggestion(id: str) -> str:
    """The nearest safe id; empty where nothing is left."""
    safe = UNSAFE.sub("-", unicodedata.normalize("NFC", id)).strip("-._").encode()[:80].decode("utf-8", "ignore").strip("-._")
    return f"{safe}-1" if RESERVED.match(safe) else safe


def slug(name: str) -> str:
    """An id made from *name*: small letters without accents, digits and dashes; other scripts stay as they are.

    Empty where nothing is left.
    """
    letters = "".join(c if c.isalnum() else " " for c in _plain(name).replace("'", "").replace("’", ""))
    return suggestion("-".join(letters.casefold().split()))


def slugs(names: str) -> list[str]:
    """The ids of all names in a text such as `Olena Bondar and John Smith`."""
    return [made for name in _BETWEEN_NAMES.split(names) if (made := slug(name))]


def _plain(text: str) -> str:
    """Latin letters without their accents; й and its like keep theirs, which make another letter."""
    apart = unicodedata.normalize("NFKD", text)
    kept = [c for i, c in enumerate(apart) if not (unicodedata.combining(c) and i and apart[i - 1].isascii())]
    return unicodedata.normalize("NFC", "".join(kept))
