"""Small pictures and documents, with marks planted in every place that notes may stand."""

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

MARK = "PLANTEDMARK"
M = MARK.encode()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{MARK}</a></x:xmpmeta>'.encode()


def drawing(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """A picture that tells its sides apart."""
    gradient = Image.linear_gradient("L").resize(size)
    bands = (gradient, gradient.rotate(90).resize(size), gradient.transpose(Image.Transpose.ROTATE_180).resize(size))
    return Image.merge("RGB", bands).convert(mode)


def exif(orientation: int = 6) -> bytes:
    """Place, camera, owner, and which side is up."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = made[0x013B] = made[0x8298] = MARK
    made.get_ifd(0x8825).update({1: "N", 2: (50.0, 27.0, 0.0), 29: MARK})
    made.get_ifd(0x8769).update({0x927C: M, 0x9286: M})
    return made.tobytes()


def profile() -> bytes:
    """Wide colours, as a calibrated screen has them, with its name, its serial number and its owner."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (count,) = struct.unpack_from(">I", plain, 128)
    tags = {plain[at : at + 4]: struct.unpack_from(">II", plain, at + 4) for at in range(132, 132 + 12 * count, 12)}
    parts = {name: plain[start : start + length] for name, (start, length) in tags.items()}
    parts[b"rXYZ"] = parts[b"rXYZ"][:8] + struct.pack(">iii", 0x8000, 0x3D00, 0x0100)
    words = b"text\0\0\0\0" + M + b"\0"
    parts |= dict.fromkeys((b"desc", b"cprt", b"dmnd", b"dmdd", b"mmod", b"meta", b"targ"), words)
    at, table, data = 132 + 12 * len(parts), b"", b""
    for name, content in parts.items():
        table += struct.pack(">4sII", name, at + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    head = struct.pack(">I", at + len(data)) + plain[4:48] + M[:8] + plain[56:80] + M[:4] + M.ljust(44, b"\0")
    return head + struct.pack(">I", len(parts)) + table + data


def jpeg(orientation: int = 6, mode: str = "RGB", size: tuple[int, int] = (64, 32), *, progressive: bool = False) -> bytes:
    """With Exif, XMP, IPTC, a comment, a small picture, and another picture after the end."""
    made = BytesIO()
    drawing(mode, size).save(
        made, "JPEG", exif=exif(orientation), icc_profile=profile(), comment=M, xmp=XMP, progressive=progressive, quality=90
    )
    data = made.getvalue()
    iptc = b"Photoshop 3.0\08BIM" + M
    extra = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + b"\xff\xe0" + struct.pack(">H", 7 + len(M)) + b"JFXX\0" + M
    return data[:2] + extra + data[2:] + data + M


def mpo() -> bytes:
    """Two pictures in one file, as phones make them."""
    made = BytesIO()
    drawing().save(made, "MPO", save_all=True, append_images=[drawing(size=(32, 16))], exif=exif(3), comment=M)
    return made.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (64, 32), orientation: int = 1) -> bytes:
    """With texts of all kinds, Exif, XMP, a time, a chunk of somebody's own, and something after the end."""
    texts = PngInfo()
    texts.add_text("Author", MARK)
    texts.add_text("Comment", MARK, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    texts.add(b"tIME", struct.pack(">HBBBBB", 2024, 1, 2, 3, 4, 5))
    texts.add(b"prVt", M)
    made = BytesIO()
    drawing(mode, size).save(made, "PNG", pnginfo=texts, exif=exif(orientation), icc_profile=profile())
    return made.getvalue() + M


def webp(*, lossless: bool = False, frames: int = 1, orientation: int = 6) -> bytes:
    """With Exif and XMP."""
    made = BytesIO()
    more = [drawing().rotate(90 * i) for i in range(1, frames)]
    drawing().save(
        made, "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=profile(), lossless=lossless, save_all=frames > 1, append_images=more
    )
    return made.getvalue()


def gif(frames: int = 1) -> bytes:
    """With a comment, XMP, and something after the end."""
    made = BytesIO()
    more = [drawing("P").rotate(90 * i) for i in range(1, frames)]
    drawing("P").save(made, "GIF", comment=M, save_all=frames > 1, append_images=more, loop=0, duration=50)
    data = made.getvalue()
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    parts = b"".join(bytes((len(part),)) + part for part in (XMP[i : i + 200] for i in range(0, len(XMP), 200)))
    return data[:at] + b"\x21\xff\x0bXMP DataXMP" + parts + b"\0" + data[at:] + M


def avif(frames: int = 1) -> bytes:
    """With Exif and XMP."""
    made = BytesIO()
    more = [drawing().rotate(90 * i) for i in range(1, frames)]
    drawing().save(made, "AVIF", exif=exif(1), xmp=XMP, icc_profile=profile(), save_all=frames > 1, append_images=more)
    return made.getvalue()


def svg() -> bytes:
    """With the notes of drawing programs, comments, and a photograph inside."""
    inside = b64encode(jpeg()).decode()
    return (
        f'<?xml version="1.0"?><!-- {MARK} --><!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/x/"><!-- {MARK} -->]>'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape"'
        f' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ai="&ns;" viewBox="0 0 60 30" i:export-filename="/home/{MARK}.png"'
        f' ai:x="{MARK}" data-name="{MARK}" xmlns:serif="http://www.serif.com/" serif:id="{MARK}">'
        f'<style>/* {MARK} */ .a {{ fill: red; /* {MARK} */ font-family: "/* A */" }} /* {MARK}</style>'
        f'<metadata><rdf:RDF>{MARK}</rdf:RDF></metadata><i:page a="{MARK}"><rect/></i:page><?x {MARK}?>'
        f'<g i:label="{MARK}" data-cell-id="{MARK}" style="fill: #123/* {MARK} */">'
        f'<title>Seen &amp; "heard"</title><rect width="60" height="30" fill="#123"/></g>'
        f'<image width="60" height="30" xlink:href="data:image/jpeg;base64,{inside}"/></svg>'
    ).encode()


def office(kind: str) -> bytes:
    """A spreadsheet that says who made it, with a photograph inside."""
    parts = {
        "xlsx": {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": b'<Relationships><Relationship Target="docProps/thumbnail.jpeg"/></Relationships>',
            "docProps/core.xml": M,
            "docProps/app.xml": M,
            "docProps/custom.xml": M,
            "docProps/thumbnail.jpeg": M,
            "xl/media/image1.jpeg": jpeg(),
            "xl/workbook.xml": b"<workbook/>",
        },
        "ods": {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "meta.xml": M,
            "Thumbnails/thumbnail.png": M,
            "Pictures/a.png": png(),
            "META-INF/manifest.xml": b'<m:manifest><m:file-entry m:full-path="Thumbnails/thumbnail.png"/></m:manifest>',
            "content.xml": b"<content/>",
        },
    }[kind]
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.comment = M
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def plain_png(width: int = 1, height: int = 1) -> bytes:
    """The smallest PNG of that size."""
    rows = zlib.compress(b"".join(b"\0" + bytes(width) for _ in range(height)))

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
