"""Spreadsheets and texts of office programs (ECMA-376 and OpenDocument 1.3), both ZIP archives: the same without who made them."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from spotbrief.reading.media.people import People
from spotbrief.reading.media.refused import Refused

START = b"PK\x03\x04"
_LARGEST = 300_000_000
"""Bytes of all that is packed in a file."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = {
    "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "meta.xml": f'{_XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3">'
    "<office:meta/></office:document-meta>",
}
"""What takes the place of the parts that tell of the author, the firm, the program and the times."""
_SUFFIXES = (".docx", ".xlsx", ".pptx")
_SIGNED = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
_PREVIEW = re.compile(rb"<(?:\w+:)?(?:Relationship|file-entry)\b[^>]*(?:docProps/thumbnail|Thumbnails/)[^>]*/>")
_PREVIEWS = ("docProps/thumbnail", "Thumbnails/")

Clean = Callable[[bytes, str], bytes]


def is_office(data: bytes, name: str) -> bool:
    """Whether the file is an archive of an office program, and not any other; some have the list of their parts at their end."""
    return data[:4] == START and (b"[Content_Types].xml" in data or data[30:38] == b"mimetype" or name.lower().endswith(_SUFFIXES))


def cleaned(data: bytes, clean: Clean) -> bytes:
    """The same without its properties; *clean* takes the notes out of pictures inside. Raises Refused for what cannot be read.

    A file that somebody signed is left as it is: any change would break the signature, which says who they are anyway.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > _LARGEST:
                raise Refused(f"unpacks to more than {_LARGEST:,} bytes", "split it")
            if any(part.filename.startswith(_SIGNED) for part in parts):
                return data
            return _packed([(part, packed.read(part)) for part in parts if not part.filename.startswith(_PREVIEWS)], clean)
    except (BadZipFile, ZlibError, EOFError, RuntimeError, NotImplementedError) as error:
        raise Refused(f"cannot be unpacked: {error}", "save it again") from None


def _packed(parts: list[tuple[ZipInfo, bytes]], clean: Clean) -> bytes:
    made, people = BytesIO(), People()
    with ZipFile(made, "w") as into:
        for part, content in parts:
            plain = ZipInfo(part.filename)  # of 1980, with no word about the machine
            plain.compress_type = ZIP_STORED if part.compress_type == ZIP_STORED else ZIP_DEFLATED
            into.writestr(plain, _content(part.filename, content, clean, people))
    return made.getvalue()


def _content(name: str, content: bytes, clean: Clean, people: People) -> bytes:
    if name in _EMPTY or name.endswith("/meta.xml"):  # of the file, or of a drawing or a chart inside
        return _EMPTY.get(name, _EMPTY["meta.xml"]).encode()
    if name == "[Content_Types].xml" or name.endswith((".rels", "META-INF/manifest.xml")):
        return people.unnamed(name, _without_previews(content))
    return people.unnamed(name, content) if name.endswith((".xml", ".svg")) else clean(content, name)


def _without_previews(content: bytes) -> bytes:
    """The list of parts without the small picture of the first page, which is not packed any more."""
    return _PREVIEW.sub(b"", content)
