"""What the fonts of the site can show, and when a browser loads them."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).parents[2] / "templates" / "assets"
STYLES = (ASSETS / "site.css" / "10-fonts.css").read_text("utf-8")
SIGNS = "₴€£№«»„“”’ʼ–—…‑ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя АБВГҐДЕЄЖЗИІЇЙ ыэъё \u0301 ąęłńśźż șț ğış"
FACES = re.findall(r'font-family: "(Spotbrief \w+)";\n  src: url\("fonts/([\w-]+\.woff2)"\)([^}]*)', STYLES)


def characters(file: str) -> set[int]:
    """The code points that a font has a glyph for."""
    return set(TTFont(ASSETS / "fonts" / file).getBestCmap())


def announced(rule: str) -> set[int]:
    """The code points for which a browser loads the face, by its `unicode-range` (CSS Fonts 4, section 4.5)."""
    found: set[int] = set()
    for start, end in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule.partition("unicode-range:")[2]):
        found.update(range(int(start, 16), int(end or start, 16) + 1))
    return found


@pytest.mark.parametrize("face", ["Spotbrief Serif", "Spotbrief Serif italic", "Spotbrief Sans"])
def test_every_face_has_the_signs_of_european_desks(face: str) -> None:
    """Currencies, quotation marks, the numero sign, Ukrainian, stress marks: upright, italic and sans alike."""
    by_face: dict[str, set[int]] = defaultdict(set)
    for family, file, rule in FACES:
        by_face[f"{family} italic" if "font-style: italic" in rule else family] |= characters(file) & announced(rule)
    assert not {sign for sign in SIGNS if ord(sign) not in by_face[face]}


@pytest.mark.parametrize("file", [file for _, file, _ in FACES])
def test_a_font_is_loaded_for_all_that_it_has(file: str) -> None:
    """A letter outside the range is in the file in vain."""
    rule = next(rule for _, other, rule in FACES if other == file)
    assert not characters(file) - announced(rule)


def test_every_font_is_used() -> None:
    """No file lies there without a rule."""
    assert {file for _, file, _ in FACES} == {path.name for path in (ASSETS / "fonts").glob("*.woff2")}
