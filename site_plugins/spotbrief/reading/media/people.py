"""Who wrote and changed the text of an office program: comments and tracked changes stay, the names become `Author 1`, `Author 2`."""

import re


def _value(attribute: bytes) -> bytes:
    """The value of an attribute, inside a tag."""
    return rb"(?P<before>\s(?:\w+:)?(?:" + attribute + rb""")=(?P<quote>["']))(?P<name>(?:(?!(?P=quote))[^<])*)(?=[^<>]*>)"""


def _value_of(element: bytes, attribute: bytes) -> bytes:
    return (
        rb"(?P<before><(?:\w+:)?(?:"
        + element
        + rb")\s(?:[^<>]*?\s)?"
        + attribute
        + rb"""=(?P<quote>["']))(?P<name>(?:(?!(?P=quote))[^<])*)"""
    )


def _inside(element: bytes) -> bytes:
    """The text of an element; one of a spreadsheet that starts with tc= leads to a comment, and is no name."""
    return rb"(?P<before><(?:\w+:)?(?:" + element + rb")(?:\s[^<>]*)?>)(?!tc=)(?P<name>[^<]+)(?=<)"


_NUMBERED = (
    (r"word/(?!media/|embeddings/).*\.xml", (_value(b"author"),)),
    (
        r"xl/(?:comments|persons/|threadedComments/|revisions/|workbook\.xml).*",
        (_inside(b"author"), _value(b"displayName|userName|author"), _value_of(b"userInfo", b"name")),
    ),
    (r"ppt/(?:commentAuthors|authors|changesInfos/).*", (_value_of(b"cmAuthor|author|chgData", b"name"),)),
    (r"(?:.*/)?(?:content|styles)\.xml", (_inside(b"dc:creator"),)),
)
"""Names, by the parts of a file that have them."""
_EMPTIED = (
    (r"(?:word|ppt)/.*\.xml", (_value(b"initials|userId|providerId"),)),
    (r"xl/persons/.*", (_value(b"userId|providerId"),)),
    (r"(?:.*/)?(?:content|styles)\.xml", (_inside(b"meta:creator-initials|loext:sender-initials"),)),
    (r"xl/workbook\.xml", (_value_of(b"absPath", b"url"),)),
)
"""What tells of them otherwise: initials, accounts, the folder where a spreadsheet was saved."""
_FOLDER = re.compile(rb"""(?P<before>\sTarget=["'])file:[^"'<>]*[/\\]""", re.IGNORECASE)
"""The folder, on somebody's machine, of a template or of another spreadsheet."""


class People:
    """The people of one file, each with the number that takes the place of the name in all of its parts."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, bytes] = {}

    def unnamed(self, part: str, content: bytes) -> bytes:
        """The *content* of a *part* without names."""
        if part.endswith(".rels"):
            return _FOLDER.sub(rb"\g<before>", content)
        for pattern in _of(part, _EMPTIED):
            content = re.sub(pattern, rb"\g<before>", content)
        for pattern in _of(part, _NUMBERED):
            content = re.sub(pattern, self._numbered, content)
        if part.startswith("xl/comments"):  # the text starts with the name
            for name, number in self._numbers.items():
                content = content.replace(b">%s:" % name, b">%s:" % number)
        return content

    def _numbered(self, found: re.Match[bytes]) -> bytes:
        name = found["name"].strip()
        number = self._numbers.setdefault(name, b"Author %d" % (len(self._numbers) + 1)) if name else b""
        return bytes(found["before"]) + number


def _of(part: str, patterns: tuple[tuple[str, tuple[bytes, ...]], ...]) -> tuple[bytes, ...]:
    return tuple(pattern for parts, ours in patterns if re.fullmatch(parts, part) for pattern in ours)
