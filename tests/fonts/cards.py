"""Makes the fonts of the share cards again: `python -m tests.fonts.cards FOLDER`, where FOLDER holds the unpacked npm packages
`@expo-google-fonts/source-serif-4` and `@expo-google-fonts/source-sans-3`; needs fonttools.

Each is the part of one static weight that European names need. The names are changed, because the licence keeps the original name
for the original files.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SIGNS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1, Latin Extended-A
    *range(0x218, 0x21C),  # Romanian
    *(0x2BC, 0x1E9E),
    *(0x401, 0x404, 0x406, 0x407, 0x40E, *range(0x410, 0x450), 0x451, 0x454, 0x456, 0x457, 0x45E, 0x490, 0x491, 0x2116),  # Cyrillic
    *(0x2009, 0x202F, *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x20B4, 0x2192, 0x2212),
]
FONTS = {
    "serif": ("Spotbrief Card Serif", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
    "sans": ("Spotbrief Card Sans", "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
}


def make(packages: Path, folder: Path) -> None:
    """Write both fonts."""
    for file, (name, path) in FONTS.items():
        font = TTFont(packages / path, recalcTimestamp=False)
        options = Options(layout_features=["kern", "locl"], hinting=False, notdef_outline=True, name_IDs=[13, 14], name_languages=[0x409])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=SIGNS)
        subsetter.subset(font)
        for id, text in ((1, name), (2, "Regular"), (4, name), (6, name.replace(" ", ""))):
            font["name"].setName(text, id, 3, 1, 0x409)
        font["OS/2"].usWeightClass = 400  # the only weight of its family: asked for by name alone
        font["post"].formatType = 3
        font.save(folder / f"{file}.ttf")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(__file__).parents[2] / "site_plugins/spotbrief/exports/cards/fonts")
