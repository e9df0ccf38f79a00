"""An SVG -> a PNG, drawn by resvg with the fonts that come along; what was drawn once is kept on disk."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from html import unescape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from spotbrief.exports.cards.coverage import FONTS, own
from spotbrief.exports.cards.type import FOLDER
from spotbrief.exports.memo import keep

_TEXT = re.compile(r">([^<>]+)<")

NEEDS = ("resvg_py", "fontTools", "PIL")
"""What the extra `cards` brings."""


def can_draw() -> bool:
    """Whether the extra `cards` is installed."""
    return all(find_spec(name) for name in NEEDS)


def memoised(svg: str, folder: Path, draw: Callable[[str], bytes]) -> bytes:
    """What *draw* makes of *svg*; kept in *folder* by what it is made of, where nothing is missed if it goes."""
    kept = folder / f"{sha256(f'{_tools()}{svg}'.encode()).hexdigest()[:32]}.png"
    try:
        return kept.read_bytes()
    except OSError:
        data = draw(svg)
        keep(kept, data)
        return data


def drawn(svg: str) -> bytes:
    """The PNG of *svg*; the system's fonts are asked only for signs that ours lack, so that others look the same everywhere."""
    import resvg_py

    fonts = [str(FOLDER / f"{name}.ttf") for name in FONTS]
    return _smaller(bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=fonts, skip_system_fonts=all(map(own, texts_of(svg))))))


def texts_of(svg: str) -> list[str]:
    """The texts that *svg* shows."""
    return [unescape(text) for text in _TEXT.findall(svg)]


def _smaller(png: bytes) -> bytes:
    """The same in a palette, at about half the size: a card has few colours."""
    from PIL import Image

    made = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(made, "PNG")
    return made.getvalue()


@cache
def _tools() -> str:
    """What a picture depends on beside its SVG."""
    import PIL
    import resvg_py

    fonts = b"".join((FOLDER / f"{name}.ttf").read_bytes() for name in FONTS)
    return f"{resvg_py.__version__} {PIL.__version__} {sha256(fonts).hexdigest()} "
