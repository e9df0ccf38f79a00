"""Signs that prose does not have, whichever language they come from.

Prose has stops, quotation marks, dashes, brackets round words, a hash before a word, an at before a name, a dollar before a
number, a plus after one. What remains is markup: braces, carets, backslashes and backquotes; a sign of markup typed twice;
a sign on the wrong side of a word, or on both; brackets that hold signs, or lean on other brackets; lines that start alike.
"""

import re
from collections.abc import Iterator

from spotbrief.reading.blocks import CODE, ESCAPED

_LETTER = r"[^\W\d_]"
_INK = r"[\w\"“«„(]"
_URL = re.compile(r"(?<!\w)\w{1,20}://[^\s()\[\]<>{}|\"'`*]+|www\.[^\s()\[\]<>{}|\"'`*]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+")

_ALONE = (
    r"[{}^]",
    r"(?<![\w:\\])\\|\\(?!\w)",
    rf"(?<!{_LETTER})`+|`+(?!{_LETTER})",
    rf"(?<!{_LETTER})\*{{2,}}|\*{{2,}}(?!{_LETTER})",
    r"(?<![\w@/.:#&=?-])(?:_(?=[^\W_])(?!\w*_\w)|_{2,3}(?=[^\W_]))|(?<=[^\W_])_{1,3}(?!\w)|(?<=[.,;:!?\"”»)])_{1,3}(?!\w)",
)
"""Signs that prose has nowhere; a backquote between letters is an apostrophe, and stars inside a word hide letters of it."""

_TWICE = (
    r"~{2,}|={2,}|(?<! )\|{2,}|\|{2,}(?! )|%{2,}|@{2,}|\${2,}|<{2,}|>{2,}|\#{2,}",
    r"(?<![\w+])\+{2,}(?!\d)",
    r"(?<!\w):{2,}|:{2,}(?!\w)|::(?=[^\s\[]*\[)|/{3,}|[\"”]:(?=\w+://)",
    rf"(?<![\w!?()\]\"'”»’*…{CODE}])!{{2,}}",
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
    r"\[[/!:=~|<^]|\[%(?!\])",
    r"\[[^\[\]\n]*\w=[^\[\]\n]*\]",
    r"\[[ x]?\](?!\w)",
    r"\[(?=\w+://[^\s\]]+ )|\[(?=[a-z]\w*:[^\s/])",
    r"</?[A-Za-z][^<>\n]*>|<[%?!]",
)
"""Brackets that hold anything but words, or have no blank between them and others."""

_LINES = (
    r"^[ \t]*\||\|[ \t]*$|^[^|\n]*\|[^|\n]*\n(?=[^|\n]*\|)",
    r"^[ \t]*(?:[:=%;!?]+|\.\.)[ \t]+(?=\w)|^(?:h[1-6]|bq|fn\d)\.[ \t]|^\?{3}|^=>",
    r"^([-+*•·▪◦:;]) ?(?=\w).*\n(?=\1 ?\w)",
    rf"^\d{{1,2}}[.)](?={_LETTER}).*\n(?=\d{{1,2}}[.)]{_LETTER})|^{_LETTER}[.)] .*\n(?={_LETTER}[.)] )",
)
"""What stands at the start or the end of a line, and lines that start alike: a list or a table that did not become one."""

_ODD = re.compile("|".join((*_BRACKETS, *_LINES, *_TWICE, *_WRONG_SIDE, *_ALONE)), re.MULTILINE)
_HEADING = re.compile(rf"\A#{_LETTER}\S*(?: (?!#)\S+){{1,11}}(?<![.!?…:])\Z")
_WORD_IN_BRACKETS = re.compile(r"\A\[\w[\w-]*\]\Z")
_SURE = b"{}^\\`*_~|[]<"
_TWICE_OVER = ("==", "++", "##", "::", "''", "!!", "%%", "@@", "$$", ">>", '":', ")[")
_NO_SIGN = bytes(set(range(256)) - {*_SURE, *b"!:+=#%$@;?&/\"'>"})
_BEFORE_WORD = re.compile(r"[!:+=#%$@;?](?=\S)(?<![\w!?)\"'”»’….,].)")
_LINE_START = re.compile(r"\n ?(?:[-+•·▪◦:;=%!?]|\.|\w\w?[.)])")
_REFERENCE = re.compile(r"&[\w#]")
_SLASHES = re.compile(r"//(?<![:\w]//)")
"""What tells a text that may hold such signs: cheap to look for, since nearly every text has none."""


def may_be_odd(text: str) -> bool:
    """Whether a text has a sign that prose may not have; most texts have none, and pass at the speed of deleting bytes."""
    signs = text.encode().translate(None, _NO_SIGN)
    if len(signs.translate(None, _SURE)) < len(signs) or _LINE_START.search(f"\n{text}"):
        return True
    return bool(signs) and (
        any(pair in text for pair in _TWICE_OVER)
        or bool(_BEFORE_WORD.search(text))
        or (b"&" in signs and bool(_REFERENCE.search(text)))
        or (b"/" in signs and bool(_SLASHES.search(text)))
        or '="' in text
    )


def odd_signs(text: str, *, block: bool = True) -> Iterator[tuple[int, str]]:
    """Where *text* has signs that prose does not have, and the signs, once a line; *block* if it may be meant as a heading or a command."""
    plain = _URL.sub(_without_signs, text)
    told = -1  # the end of the last line of which something was said
    for found in (*_of_block(plain, block), *_ODD.finditer(plain)):
        if found.start() > told and found[0].strip(f"{CODE}{ESCAPED}"):
            told = (plain.find("\n", found.start()) + 1 or len(plain) + 1) - 1
            yield found.start(), text[found.start() : found.end()].strip("\n")
    if told < 0 and ESCAPED not in plain and plain.count("[") != plain.count("]"):
        at = plain.rfind("[") if plain.count("[") > plain.count("]") else plain.find("]")
        yield at, text[at]


def _of_block(text: str, block: bool) -> Iterator[re.Match[str]]:
    if block and (found := _HEADING.match(text) or _WORD_IN_BRACKETS.match(text)):
        yield found


def _without_signs(url: re.Match[str]) -> str:
    """An address of the same length whose signs say nothing."""
    scheme, sign, rest = url[0].partition("://")
    return scheme + sign + "x" * len(rest) if sign else "x" * len(url[0])
