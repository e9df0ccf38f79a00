"""Spreadsheets and texts of office programs (ECMA-376 and OpenDocument 1.3), both ZIP archives: the same without who made them."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from spotbrief.reading.media.people import People
from spotbrief.reading.media.refused import Refused

START = b"PK\x03\x04"
_LARGEST = 300_000_000
"""Bytes of all that is packed in a file."""
_DEEPEST = 4
"""Documents inside one another."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = {
    "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "meta.xml": f'{_XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3">'
    "<office:meta/></office:document-meta>",
}
"""What takes the place of the parts that tell of the author, the firm, the program and the times."""
SUFFIXES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".odg")
"""How the names of such files end."""
_ALWAYS = (".docx", ".xlsx", ".pptx")
_SIGNED = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
_PREVIEW = re.compile(rb"<(?:\w+:)?(?:Relationship|file-entry)\b[^>]*(?:docProps/thumbnail|Thumbnails/)[^>]*/>")
_PREVIEWS = ("docProps/thumbnail", "Thumbnails/")

Clean = Callable[[bytes, str], bytes]


def is_office(data: bytes, name: str) -> bool:
    """Whether the file is an archive of an office program, and not any other; some have the list of their parts at their end."""
    return data[:4] == START and (b"[Content_Types].xml" in data or data[30:38] == b"mimetype" or name.lower().endswith(_ALWAYS))


def cleaned(data: bytes, clean: Clean) -> bytes:
    """The same without its properties; *clean* takes the notes out of pictures inside. Raises Refused for what cannot be read.

    A file that somebody signed is left as it is: any change would break the signature, which says who they are anyway.
    """
    return _cleaned(data, clean, _Room())


class _Room:
    """What may still be unpacked of a file, and of the files inside it."""

    def __init__(self) -> None:
        self._left, self._deep = _LARGEST, 0

    def enter(self, parts: Iterable[ZipInfo]) -> None:
        self._left -= sum(part.file_size for part in parts)
        self._deep += 1
        if self._left < 0:
            raise Refused(f"unpacks to more than {_LARGEST:,} bytes", "split it, or save it again with less in it")
        if self._deep > _DEEPEST:
            raise Refused(f"holds more than {_DEEPEST} files inside one another", "take out what is packed in it")

    def leave(self) -> None:
        self._deep -= 1


def _cleaned(data: bytes, clean: Clean, room: _Room) -> bytes:
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            room.enter(parts)
            if any(part.filename.startswith(_SIGNED) for part in parts):
                made = data
            else:
                made = _packed(((part, _unpacked(packed, part)) for part in parts if not part.filename.startswith(_PREVIEWS)), clean, room)
    except (BadZipFile, ZlibError, EOFError, RuntimeError, NotImplementedError) as error:
        raise Refused(f"cannot be unpacked: {error}", "save it again") from None
    room.leave()
    return made


def _unpacked(packed: ZipFile, part: ZipInfo) -> bytes:
    """A part, and no more than it says to be: all of it would be unpacked otherwise before that is noticed."""
    with packed.open(part) as file:
        return file.read(part.file_size + 1)


def _packed(parts: Iterable[tuple[ZipInfo, bytes]], clean: Clean, room: _Room) -> bytes:
    made, people = BytesIO(), People()
    with ZipFile(made, "w") as into:
        for part, content in parts:
            plain = ZipInfo(part.filename)  # of 1980, with no word about the machine
            plain.compress_type = ZIP_STORED if part.compress_type == ZIP_STORED else ZIP_DEFLATED
            into.writestr(plain, _content(part.filename, content, partial(_inside, clean, room), people))
    return made.getvalue()


def _inside(clean: Clean, room: _Room, content: bytes, name: str) -> bytes:
    """A picture or a document inside, cleaned."""
    return _cleaned(content, clean, room) if is_office(content, name) else clean(content, name)


def _content(name: str, content: bytes, clean: Clean, people: People) -> bytes:
    if name in _EMPTY or name.endswith("/meta.xml"):  # of the file, or of a drawing or a chart inside
        return _EMPTY.get(name, _EMPTY["meta.xml"]).encode()
    if name == "[Content_Types].xml" or name.endswith((".rels", "META-INF/manifest.xml")):
        return people.unnamed(name, _without_previews(content))
    return people.unnamed(name, content) if name.endswith((".xml", ".svg")) else clean(content, name)


def _without_previews(content: bytes) -> bytes:
    """The list of parts without the small picture of the first page, which is not packed any more."""
    return _PREVIEW.sub(b"", content)
