"""Makes the fonts of the site again, from the packages that `make fonts` fetches.

Two weights of each family become one variable font, which is smaller than both and has all the weights between. The names
are changed, because the licence keeps the original name for the original files.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import build

RARE = [0xA4, 0xA6, 0xA8, 0xAA, 0xAC, 0xAF, 0xB4, 0xB8, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE, 0xD0, 0xDE, 0xF0, 0xFE]
"""Of Latin-1 what news has seldom."""
ASCII = [*range(0x20, 0x7F), 0xA0]
QUOTES = [0x2009, 0x202F, *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026]
NAMES = sorted(map(ord, "ĆćČčĞğİıŁłŃńŞşŠšŽž"))
"""Of Latin Extended-A what names in the news have most: a page in English loads no second file for one of them."""
LATIN = [
    *ASCII,
    *sorted({*range(0xA1, 0x100)} - {*RARE}),  # Latin-1
    *NAMES,
    *QUOTES,
    *(0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x20AC, 0x20B4, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2197, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
]
# Latin Extended-A, Romanian
EXTENDED = sorted({*RARE, *range(0x100, 0x132), *range(0x134, 0x149), *range(0x14A, 0x17F), *range(0x218, 0x21C), 0x2BC, 0x1E9E} - {*NAMES})
CYRILLIC = [0x301, 0x401, 0x404, 0x406, 0x407, 0x40E, *range(0x410, 0x450), 0x451, 0x454, 0x456, 0x457, 0x45E, 0x490, 0x491]
"""With the stress mark, which stands over the letter before it."""
FEATURES = ["kern", "mark"]

SERIF, SANS = "source-serif-4/package/{0}/SourceSerif4_{0}.ttf", "source-sans-3/package/{0}/SourceSans3_{0}.ttf"
UPRIGHT, ITALIC = {400: "400Regular", 700: "700Bold"}, {400: "400Regular_Italic"}
FONTS = [
    ("serif", "Spotbrief Serif", SERIF, UPRIGHT, LATIN),
    ("serif-more", "Spotbrief Serif", SERIF, UPRIGHT, EXTENDED),
    ("serif-cyrillic", "Spotbrief Serif", SERIF, UPRIGHT, CYRILLIC),
    ("serif-italic", "Spotbrief Serif Italic", SERIF, ITALIC, ASCII + QUOTES),
    ("serif-italic-more", "Spotbrief Serif Italic", SERIF, ITALIC, sorted({*LATIN, *EXTENDED} - {*ASCII, *QUOTES})),
    ("serif-italic-cyrillic", "Spotbrief Serif Italic", SERIF, ITALIC, CYRILLIC),
    ("sans", "Spotbrief Sans", SANS, UPRIGHT, LATIN),
    ("sans-more", "Spotbrief Sans", SANS, UPRIGHT, EXTENDED),
    ("sans-cyrillic", "Spotbrief Sans", SANS, UPRIGHT, CYRILLIC),
]


def cut(source: Path, signs: list[int], target: Path) -> None:
    """Write the part of a font that has *signs*."""
    options = Options(layout_features=FEATURES, hinting=False, glyph_names=True, notdef_outline=True, name_IDs=[1, 2, 13, 14])
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font.save(target)


def joined(weights: dict[int, Path]) -> TTFont:
    """One variable font of two weights."""
    space = DesignSpaceDocument()
    space.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=min(weights), default=min(weights), maximum=max(weights)))
    for weight, path in weights.items():
        place = {"Weight": weight}
        space.addSource(SourceDescriptor(path=str(path), font=TTFont(path), location=place, familyName="x", styleName=str(weight)))
    font, _, _ = build(space, exclude=["MVAR", "STAT"])
    return font


def named(font: TTFont, name: str) -> TTFont:
    """The font under a name of its own, with its licence, and without what browsers do not read."""
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16, 25):
            font["name"].removeNames(nameID=record.nameID)
    font["name"].setName(name, 1, 3, 1, 0x409)
    font["name"].setName(name.replace(" ", ""), 6, 3, 1, 0x409)
    for table in font["cmap"].tables:  # no break after it, and else the same sign: not every browser knows
        if 0x2010 in table.cmap:
            table.cmap[0x2011] = table.cmap[0x2010]
    font["post"].formatType = 3
    font["head"].modified = font["head"].created
    return font


def make(packages: Path, folder: Path) -> None:
    """Write every font."""
    for file, name, pattern, weights, signs in FONTS:
        with TemporaryDirectory() as cuts:
            paths = {weight: Path(cuts) / f"{weight}.ttf" for weight in weights}
            for weight, style in weights.items():
                cut(packages / pattern.format(style), signs, paths[weight])
            font = named(joined(paths) if len(paths) > 1 else TTFont(paths[400]), name)
            font.flavor = "woff2"
            font.recalcTimestamp = False
            font.save(folder / f"{file}.woff2")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
