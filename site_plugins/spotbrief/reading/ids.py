"""Ids that can stand in an address: from what was typed, and from a title or a name."""

import re
import unicodedata

from spotbrief.reading.latin import in_latin

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


def new_id(name: str, language: str = "") -> str:
    """An id for what is called *name* on a desk of *language*: a slug in Latin letters; scripts other than Cyrillic stay as they are."""
    return slug(in_latin(unicodedata.normalize("NFC", name), language))


def names_in(text: str) -> list[str]:
    """All names in a text such as `Olena Bondar and John Smith`."""
    return [name for name in _BETWEEN_NAMES.split(text) if slug(name)]


def slugs(names: str) -> list[str]:
    """The ids of all names in a text, as far as they can be known without the desk."""
    return [new_id(name) for name in names_in(names)]


def bare(name: str) -> str:
    """The letters and figures of *name* by which it is compared: what an id made of it keeps."""
    return "".join(c for c in _plain(name).casefold() if c.isalnum() and c != "ʼ")


def _plain(text: str) -> str:
    """Latin letters without their accents; й and its like keep theirs, which make another letter."""
    apart = unicodedata.normalize("NFKD", text)
    kept = [c for i, c in enumerate(apart) if not (unicodedata.combining(c) and i and apart[i - 1].isascii())]
    return unicodedata.normalize("NFC", "".join(kept))
