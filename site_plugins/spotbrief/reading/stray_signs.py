"""Signs that prose does not have, whichever language they come from.

Prose has stops, quotation marks, dashes, brackets round words, a hash before a word, an at before a name, a dollar before a
number, a plus after one. What remains is markup: braces, carets, backslashes and backquotes; a sign of markup typed twice;
a sign on the wrong side of a word, or on both; brackets that hold signs, or lean on other brackets; lines that start alike.
"""

import re
from collections.abc import Iterator

from spotbrief.reading.blocks import CODE, ESCAPED

_LETTER = r"[^\W\d_]"
BULLETS = "•·▪◦‣●○■□◆➢►→✓✔\uf0b7\uf0a7\uf0d8"
"""Signs before the entries of lists; the last three are what text processors leave behind."""
_INK = r"[\w\"“«„(]"
_URL = re.compile(r"(?<!\w)\w{1,20}://[^\s()\[\]<>{}|\"'`*]+|www\.[^\s()\[\]<>{}|\"'`*]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+")

_ALONE = (
    r"[{}]|\^(?<!\d\^)|\^(?!-?\d)",
    r"(?<![\w:\\])\\|\\(?!\w)",
    rf"(?<!{_LETTER})`+|`+(?!{_LETTER})",
    rf"(?<!\*)(?:(?<!{_LETTER})\*{{2,}}|(?<!\b\w)(?<!\b\w\w)\*{{2,}}(?!{_LETTER}))",
    r"(?<=[ (\[\"“«„])\*(?=[\w“«„])(?![^*\n]*\*(?!\*))",
    r"(?<![\w@/.:#&=?-])(?:_(?=[^\W_])(?!\w*_\w)|_{2,3}(?=[^\W_]))|(?<=[^\W_])_{1,3}(?!\w)|(?<=[.,;:!?\"”»)])_{1,3}(?!\w)",
)
"""Signs that prose has nowhere: but for powers of numbers, apostrophes typed as backquotes, stars that hide letters or mark a note."""

_TWICE = (
    r"~{2,}|(?<!=)={2,}(?=[^\s=])|(?<=[^\s(=])={2,}|^={2,}$|(?<! )\|{2,}|\|{2,}(?! )|%{2,}|@{2,}|\${2,}|<{2,}|>{2,}|\#{2,}",
    r"(?<![\w+])(?<![A-Z] )\+{2,}(?!\d)",
    rf":{{3,}}|(?<![\w:])::(?={_LETTER})|::(?=[^\s\[]{{0,40}}\[)|/{{3,}}|[\"”]:(?=\w+://)|https?:(?:/(?!/)|//(?!\S))",
    rf"(?<![\w!?()\]\"'”»’*…{CODE}])!{{2,}}(?=\w)",
    r"(?<![\w'])'{2,}(?=\w)",
    r"(?<![:\w/])//(?=\w)",
    r"\#(?=[+!:{])",
)
"""Signs of markup that are doubled, or lean on one another."""

_WRONG_SIDE = (
    rf"(?<![\w!?)\"'”»’])!(?={_LETTER}|\()",
    rf"(?<![\w*])\*(?={_INK})[^*\n]{{0,80}}(?<=[\w.!?\"”»)])\*(?![\w*])",
    r"(?<![\w*])\*(?=\w)[^*\n]{1,80} \*(?![\w*])",
    rf"(?<![\w~])~(?={_LETTER})[^~\n]{{0,80}}(?<=[\w.!?\"”»)])~(?![\w~])",
    r"\*[^\w\s*]\*|(?<=[.!?,;:])\*(?=\w)",
    r"(?<![\w%])%\w+%(?!\w)",
    r"(?<![\w:]):[a-z0-9_+-]{2,}:(?!\w)",
    r"(?<![\w@])@\w+@(?!\w)|(?<!\w)\+\w[^\s+]*\+(?!\w)|(?<!\w)=\w[^\s=]*=(?!\w)|(?<!\w)\$[^\s$\d][^\s$]*\$(?!\w)|(?<!\w)\#\w+\#",
    r"\w=[\"“”](?=\w)",
    r"&(?:[A-Za-z]{2,}|\#\w+);|(?<!\w)&[A-Za-z]{2,}",
)
"""Signs before a word that prose has only after one, and pairs of signs round words."""

_BRACKETS = (
    r"!?\[{2,}",
    r"!\[|\*\[|\]\(|\]\[|\)\[(?=\w)|\[-?@\w",
    r"\]\s\((?:\#|[^\s()]*(?://|\.\w{2,5}\)|/\w))",
    r"\[[/!:=~|<^](?!\])|\[%(?!\])|\[[^\[\]|\n]+\|[^\[\]\n]*\]",
    r"\[[^\[\]\n]*\w=[^\[\]\n]*\]",
    r"^\[[ xX]?\]|\[[ x]?\](?!\w)",
    r"\[/?(?:gallery|playlist|toc|contact-form\S*)(?: [^\[\]\n]*)?\]",
    r"\[(?:tweet|embed|gist|youtube|vimeo|instagram) [^\[\]\n]*\d[^\[\]\n]*\]",
    r"\[(?=\w+://[^\s\]]+ )|\[(?=[a-z]\w*:[^\s/])",
    r"</?[A-Za-z][^<>\n]*>|<[%?!]",
)
"""Brackets that hold anything but words, or have no blank between them and others."""

_LINES = (
    r"^[ \t]*\||\|[ \t]*$|^[^|\n]*\|.*\n(?=[^|\n]*\|)",
    r"^[ \t]*(?:[:=%;!?]+|\.\.)[ \t]+(?=\w)|^(?:h[1-6]|bq|fn\d)\.[ \t]|^\?{3}|^=>(?=\s*\S)",
    rf"^([-+*{BULLETS}:;])[ \t]*(?=\w).*\n(?=\1[ \t]*\w)|^(--?|[–—]) (?=\w).*\n(?=\2 \w)",
    r"^o\t(?=\w).*\n(?=o\t\w)",
    rf"^\d{{1,2}}[.)](?={_LETTER}).*\n(?=\d{{1,2}}[.)]{_LETTER})|^\(\w{{1,3}}\) .*\n(?=\(\w{{1,3}}\) )",
    r"^[^\t\n]*\S\t+(?=\S).*\n(?=[^\t\n]*\S\t+\S)",
    r"^[aAаАiI][.)] .*\n(?=(?:[bBбБвВ]|ii|II)[.)] )",
)
"""What stands at the start or the end of a line, and lines that start alike: a list or a table that did not become one."""

_SET = re.compile(r"(?<![{$#%\w])\{\w+(?:, ?\w+)*\}(?![}\w])")
_AMOUNT = re.compile(r"(?<![\w|])\|\w{1,12}\|(?![\w|])")
_ODD = "|".join((*_BRACKETS, *_LINES, *_TWICE, *_WRONG_SIDE, *_ALONE))
"""Compiled by `re` when a text may have such signs, which few desks have: no pattern takes longer to compile."""
_HEADING = re.compile(rf"\A#{_LETTER}\S*(?: (?!#)\S+){{1,11}}(?<![.!?…:])\Z")
_COMMAND = re.compile(r"\A\[(?:TOC|(?!sic\b)[a-z][a-z0-9_-]{2,}(?: (?=[^\s\]]{6})[^\s\]]*(?:\d|//)[^\s\]]*)?)\]\Z")
"""A word in brackets, or one with an address or a number, that is all of a block."""
_ENTRY = re.compile(rf"\n(?:[-+*•]|\d{{1,2}}[.)])(?={_LETTER})")
"""An entry of a list that lacks its blank, and is part of the one above."""
_LONE = re.compile(r"\A\*(?=[\w\"“«„])(?![^*]*\*)")
"""A star before the first word, which may be a note to another one behind a word elsewhere."""
_BLOCKS = {"p": (_HEADING, _COMMAND, _LONE), "li": (_ENTRY, _LONE)}
_SURE = b"{}^\\`*_~|[]<"
_TWICE_OVER = (b"==", b"++", b"##", b"::", b"''", b"!!", b"%%", b"@@", b"$$", b">>", b'":')
_NO_SIGN = bytes(set(range(256)) - {*_SURE, *b"!:+=#%$@;?&/\"'>"})
_BEFORE_WORD = re.compile(r"[!:+=#%$@;?](?=\S)(?<![\w!?)\"'”»’….,].)")
_LINE_START = re.compile(rf"\n ?(?:[-+{BULLETS}–—(:;=%!?]|o\t|\.|\w\w?[.)])")
_REFERENCE = re.compile(r"&[\w#]")
_SLASHES = re.compile(r"//(?<![:\w]//)|:/(?:/(?!\S)|(?!/))")
"""A cheap first test for such signs. Nearly every text has none."""


def may_be_odd(text: str) -> bool:
    """Whether a text has a sign that prose may not have; most texts have none, and pass at the speed of deleting bytes."""
    signs = text.encode().translate(None, _NO_SIGN)
    if len(signs.translate(None, _SURE)) < len(signs) or "\t" in text or _LINE_START.search(f"\n{text}"):
        return True
    return bool(signs) and (
        any(pair in signs and pair.decode() in text for pair in _TWICE_OVER)  # without the letters it is a short text
        or bool(_BEFORE_WORD.search(text))
        or (b"&" in signs and bool(_REFERENCE.search(text)))
        or (b"/" in signs and bool(_SLASHES.search(text)))
        or '="' in text
    )


def odd_signs(text: str, tag: str = "") -> Iterator[tuple[int, str]]:
    """Where *text* has signs that prose does not have, and the signs, once a line; *tag* is that of its block, if it is one of Markdown."""
    plain = _SET.sub(_without_braces, _URL.sub(_without_signs, text))
    if "|" in plain:
        plain = "\n".join(map(_without_amounts, plain.split("\n")))
    told = -1  # the end of the last line of which something was said
    for found in (*_of_block(plain, tag), *re.finditer(_ODD, plain, re.MULTILINE)):
        if found.start() > told and found[0].strip(f"{CODE}{ESCAPED}"):
            told = (plain.find("\n", found.start() + 1) + 1 or len(plain) + 1) - 1
            yield found.start(), text[found.start() : found.end()].strip("\n")
    if told < 0 and ESCAPED not in plain and plain.count("[") != plain.count("]"):
        at = plain.rfind("[") if plain.count("[") > plain.count("]") else plain.find("]")
        yield at, text[at]


def _without_braces(found: re.Match[str]) -> str:
    """A set such as {1, 2, 3} in a sentence, as letters; alone in its block it is a sign of something else."""
    return found[0] if found[0] == found.string.strip() else "x" * len(found[0])


def _without_amounts(line: str) -> str:
    """A line in which |x| stands for the size of something, as letters; that of a table has pipes beside."""
    plain = _AMOUNT.sub(lambda found: "x" * len(found[0]), line)
    return line if "|" in plain or not plain.strip("x \t") else plain


def _of_block(text: str, tag: str) -> Iterator[re.Match[str]]:
    for pattern in _BLOCKS.get(tag, ()):
        if found := pattern.search(text):
            yield found


def _without_signs(url: re.Match[str]) -> str:
    """An address of the same length whose signs say nothing."""
    scheme, sign, rest = url[0].partition("://")
    return scheme + sign + "x" * len(rest) if sign else "x" * len(url[0])
