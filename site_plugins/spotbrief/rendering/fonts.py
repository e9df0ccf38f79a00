"""Which fonts a page asks for at once: those of the letters that its language is written in.

A font that comes late is not used on that page (`font-display: optional`), so that nothing jumps while it is read.
"""

from collections.abc import Sequence

_CYRILLIC = range(0x400, 0x500)
_EXTENDED = frozenset(map(chr, range(0x100, 0x180))) - frozenset("ĆćČčĞğİıŁłŃńŞşŠšŽž")
"""Latin letters that are not in the first file: that one has those of names in the news."""

ALWAYS = ("serif", "sans")


def fonts_for(alphabet: Sequence[str]) -> tuple[str, ...]:
    """The names of the files of letters, the most needed first, for a language of that *alphabet*."""
    letters = {sign for letter in alphabet for sign in letter + letter.lower()}
    cuts = [""]
    if any(ord(letter) in _CYRILLIC for letter in letters):
        cuts.append("-cyrillic")
    if letters & _EXTENDED:
        cuts.append("-more")
    return tuple(f"fonts/{family}{cut}.woff2" for cut in cuts for family in ALWAYS)
