"""The logo of a desk, and what is made of it: icons of all sizes, and what cards show. A desk without one pays nothing.

`theme.logo` names it. Icons that the desk has made itself, in `templates/assets/icons/`, stay.
"""

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.logo import logo_fault, logo_path
from spotbrief.exports.cards.draw import can_draw
from spotbrief.rendering.assets import Asset, published

if TYPE_CHECKING:
    from PIL.Image import Image

SIZES = (32, 180, 192, 512)
"""Pixels of the icons: for the tabs of browsers, the home screens of Apple's and of other phones, and where apps are listed."""

_INSIDE = 0.72
"""The part of an icon that a logo takes on white, so that phones may round the corners off (W3C Web Application Manifest, maskable)."""
_ON_CARDS = 240
"""Pixels of the longer side on a card, at which it is sharp."""


def with_icons(assets: dict[str, Asset], corpus: Corpus, root: Path) -> dict[str, Asset]:
    """*assets* with the icons that the logo gives; those of the program go, and those of the desk stay."""
    file = _usable(corpus, root)
    if file is None:
        return assets
    own = {name for name in assets if (root / "templates/assets" / name).is_file()}
    rest = {name: asset for name, asset in assets.items() if name in own or not name.startswith("icons/")}
    return rest | {name: published(name, data) for name, data in _icons(file).items() if name not in own}


def on_cards(corpus: Corpus, root: Path) -> str:
    """The logo as the address of data, for a drawing to hold; empty without one."""
    file = _usable(corpus, root)
    if file is None:
        return ""
    if file.suffix.lower() == ".svg":
        return _data("svg+xml", file.read_bytes())
    picture = _opened(file.read_bytes())
    picture.thumbnail((_ON_CARDS, _ON_CARDS))
    return _data("png", _png(picture))


def _usable(corpus: Corpus, root: Path) -> Path | None:
    path = logo_path(corpus)
    if not path or logo_fault(corpus, path) or corpus.desk.pictures[path].fault:
        return None
    return root / corpus.desk.on_disk.get(path, path)


def _icons(file: Path) -> Mapping[str, bytes]:
    data = file.read_bytes()
    if file.suffix.lower() != ".svg":
        return _rendered(_opened(data))
    drawing = {"icons/favicon.svg": data}
    return drawing | _rendered(_opened(_as_png(data))) if can_draw() else drawing


def _rendered(picture: "Image") -> dict[str, bytes]:
    return {f"icons/{size}.png": _png(_icon(picture, size)) for size in SIZES}


def _icon(picture: "Image", size: int) -> "Image":
    """A square of *size*: opaque squares fill it, other logos stand on white, or on nothing in a tab."""
    from PIL import Image

    is_whole = picture.width == picture.height and picture.getchannel("A").getextrema() == (255, 255)
    is_tab = size == SIZES[0]
    room = size if is_whole or is_tab else round(size * _INSIDE)
    scale = room / max(picture.size)
    fitted = picture.resize((max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)), Image.Resampling.LANCZOS)
    made = Image.new("RGBA", (size, size), (255, 255, 255, 0 if is_tab else 255))
    made.alpha_composite(fitted, ((size - fitted.width) // 2, (size - fitted.height) // 2))
    return made if is_tab else made.convert("RGB")


def _opened(data: bytes) -> "Image":
    from PIL import Image, ImageOps

    return ImageOps.exif_transpose(Image.open(BytesIO(data))).convert("RGBA")


def _as_png(svg: bytes) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode("utf-8"), width=SIZES[-1]))


def _png(picture: "Image") -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def _data(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
