"""Which signs of a text a card can show, with our fonts and those of the machine."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from io import BytesIO

from spotbrief.exports.cards.type import FOLDER, face

FONTS = ("serif", "sans")

_CELL = 64
_NOBODYS = "\U0010fffd"
"""A sign of private use that no font has; it looks as a missing one does."""
_BESIDE_EMOJI = re.compile("[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_ROW = '<text x="{x}" y="44" font-size="40" font-family="Spotbrief Card Sans">{sign}</text>'


def without_emoji(text: str) -> str:
    """*text* without pictures and other symbols that our fonts lack; letters stay, whoever draws them."""
    if own(text):
        return text
    kept = (sign for sign in _BESIDE_EMOJI.sub("", text) if own(sign) or unicodedata.category(sign) not in ("So", "Sk", "Cn", "Co"))
    return " ".join("".join(kept).split())


def own(text: str) -> bool:
    """Whether our own fonts have every sign of *text*."""
    return all(face(name).knows(text) for name in FONTS)


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The letters and signs of *texts* that no font has, ours or the machine's, in their order."""
    signs = sorted({sign for text in texts for sign in text if not own(sign) and unicodedata.category(sign)[0] not in "MZC"})
    return _unseen("".join(signs)) if signs else ()


@cache
def _unseen(signs: str) -> tuple[str, ...]:
    """Those of *signs* that come out as a sign does that no font has: the drawing library does not say."""
    import resvg_py
    from PIL import Image

    row = "".join(_ROW.format(x=i * _CELL + 8, sign=f"&#{ord(sign)};") for i, sign in enumerate(_NOBODYS + signs))
    size = f'width="{_CELL * (len(signs) + 1)}" height="{_CELL}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="100%" height="100%" fill="#fff"/>{row}</svg>'
    drawn = bytes(
        resvg_py.svg_to_bytes(svg_string=svg, font_files=[str(FOLDER / f"{name}.ttf") for name in FONTS], skip_system_fonts=False)
    )
    picture = Image.open(BytesIO(drawn)).convert("L")
    nobodys, *cells = (picture.crop((i * _CELL, 0, (i + 1) * _CELL, _CELL)).tobytes() for i in range(len(signs) + 1))
    return tuple(sign for sign, cell in zip(signs, cells, strict=True) if cell == nobodys)
