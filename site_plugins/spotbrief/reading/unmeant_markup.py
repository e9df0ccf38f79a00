"""Figures and sentences that Markdown reads as lists, headings, code or emphasis against their author's meaning."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import count, pairwise

from spotbrief.model.prose import Remark

_AT = r' data-sourcepos="(\d+):(\d+)-(\d+):\d+"'
_MAY = re.compile(
    r"<(?:del|ol|pre)\b|<em>(?<=\w<em>)|<strong>(?<=\w<strong>)|</a>(?<=[^\x00-\x7f]</a>)"
    r"|<blockquote>\n<p>[=$€£\d]|<ul>\n<li>[^\n]*(?:\n(?!<)[^\n]*)*</li>\n</ul>"
)
"""All alternatives start with the same sign, which lets the search skip to it."""
_LEVEL = re.compile(r"<h([1-6])[ >]")
_UNDERLINE = re.compile(r"\n[ >]{0,4}(?:-+|=+)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"[a-z_]+: ")
_STRUCK = re.compile(rf"<del{_AT}>(.*?)</del>", re.DOTALL)
_EMPHASIS = re.compile(rf"(\w)<(em|strong){_AT}>((?:(?!</\2>).)*)</\2>(?=(\w))", re.DOTALL)
_LIST = re.compile(rf'<(/?)([ou]l)(?:{_AT})?(?: start="(\d+)")?|<li{_AT}')
_QUOTE = re.compile(rf"<blockquote{_AT}")
_HEADING = re.compile(rf"<h([1-6]){_AT}>(.*?)</h\1>", re.DOTALL)
_PRE = re.compile(rf"<pre{_AT}><code[^>]*>(.*?)</code>", re.DOTALL)
_AUTOLINK = re.compile(rf'<a{_AT} href="[^"]*">((?:https?://|www\.)[^<]*[^\x00-\x7f])</a>')
_EMPTY_LINK = re.compile(rf'<a{_AT} href="([^"]*)"></a>')
_ESCAPED = r"<span data-escaped-char{}>\{}</span>"
_FORMULAS = (
    re.compile(rf"(?<!\]){_ESCAPED.format(_AT, '(')}([^\n<]{{1,300}}){_ESCAPED.format('[^>]*', ')')}"),
    re.compile(rf"(?<=<p)[^>]*>{_ESCAPED.format(_AT, '[')}([^\n]{{1,300}}){_ESCAPED.format('[^>]*', ']')}</p>"),
)
"""In brackets with backslashes, as LaTeX has them; square ones inside a sentence are kept from becoming a link."""
_CAPTION = re.compile(rf"<p{_AT}><img [^>]*></p>\n<p{_AT}><em[^>]*>((?:(?!</?em|</p>).){{1,200}})</em></p>")
"""A line in emphasis below a picture, with a blank line between them."""
_TAG = re.compile("<[^>]*>")
_FENCE = re.compile(r"[ \t>*+\d.)-]*(`{3,}|~{3,})")
_MARKED = re.compile(r"\s*(?:[-+*>#|]|\d+[.)])")
_NUMBER = re.compile(r"[\s>*+-]*(\d{1,9})[.)]")
_SENTENCE = re.compile(r"[\"“«„‘(]?[^\W\d_][^{}\[\];=<>$\\|&#@`]*[.!?…][\"”»’)]?")
_SIGNS_OF_CODE = re.compile(r"[(){}\[\];=<>$/\\|&#@]|\w[:.]\w")

LONGEST = 40
"""Letters of a text that a message quotes."""

SHORT_LINE = 3
"""Signs of a line that parts sections; who underlines a heading draws a longer one."""

FEWEST_OF_A_YEAR = 100
"""No list starts at such a number, and hardly an abbreviation does."""


def may_be_unmeant(text: str, made: str) -> bool:
    """Whether the HTML that was *made* of a text has anything that may have been meant as words."""
    if "\\" in text and ("\\(" in text or "\\[" in text):
        return True
    if "<h" in made and (_UNDERLINE.search(text) or _skips(map(int, _LEVEL.findall(made)))):
        return True
    return "/></p>\n<p><em>" in made or '"></a>' in made or bool(_MAY.search(made))


def _skips(levels: Iterable[int]) -> bool:
    return any(level > before + 1 for before, level in pairwise((1, *(max(2, level) for level in levels))))


def unmeant(text: str, made: str, *, sentence: bool = False) -> Iterator[Remark]:
    """What *made*, with positions, has that *text* hardly meant; a *sentence* shows the signs of blocks as they are."""
    lines = text.split("\n")
    for find in (_struck, _emphasis, _addresses, _links, _formulas, *(() if sentence else (_lists, _quotes, _headings, _code, _captions))):
        yield from find(lines, made)


def _say(line: int, column: int, message: str, hint: str, rule: str = "unmeant-markup") -> Remark:
    return Remark(rule=rule, line=line, column=column, message=message, hint=hint)


def _struck(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _STRUCK.finditer(made):
        line, column = int(found[1]), int(found[2])
        if lines[line - 1][column - 1 : column + 1] != "~~":
            message = f"two single tildes strike out what stands between them: '{_words(found[4])}'"
            yield _say(line, column, message, "write \\~ for about; ~~two~~ to strike out", "struck-out")


def _emphasis(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _EMPHASIS.finditer(made):
        line, column = int(found[3]), int(found[4])
        inner = _words(found[6])
        around = (found[1], found[7], found.string[found.start() - 1 : found.start()], found.string[found.end() + 1 : found.end() + 2])
        if found[1].isdigit() or found[7].isdigit() or not inner.isalpha() or _is_variable(inner, *around):
            message = f"the signs around '{inner}' vanish, and it is emphasised"
            yield _say(line, column, message, f"write \\{lines[line - 1][column - 1 : column] or '*'} for a sign that is meant")


def _is_variable(inner: str, before: str, after: str, further_before: str, further_after: str) -> bool:
    """Whether single letters are multiplied, as in a*b*c, rather than a part of a word emphasised."""
    return len(inner) == 1 and not further_before.isalnum() and not further_after.isalnum() and (before + after).isalpha()


def _lists(lines: list[str], made: str) -> Iterator[Remark]:
    open_lists: list[tuple[str, int, list[int]]] = []
    for found in _LIST.finditer(made):
        closing, name, line, _, _, start, item, _, _ = found.groups()
        if item:
            if open_lists:
                open_lists[-1][2].append(int(item))
        elif not closing:
            open_lists.append((name if line else "", int(start or 1), []))
        elif open_lists:
            yield from _list(lines, *open_lists.pop())


def _list(lines: list[str], name: str, start: int, items: list[int]) -> Iterator[Remark]:
    if not name or not items:
        return
    first = lines[items[0] - 1]
    column = len(first) - len(first.lstrip(" >")) + 1
    if name == "ol" and start >= FEWEST_OF_A_YEAR:
        yield _say(items[0], column, f"'{start}' starts a list here, as if it were a number of it", f"write {start}\\. and so on")
    elif name == "ol" and (wrong := _renumbered(lines, start, items)):
        line, number, shown = wrong
        message = f"the number {number} is shown as {shown}: lists count by themselves"
        yield _say(line, 1, message, f"write {number}\\. to keep it, or put the right number")
    elif len(items) == 1 and _is_prose(first, lines[items[0] - 2] if items[0] > 1 else ""):
        sign = first.lstrip(" >")[:1]
        mend = f"write \\{sign}" if not sign.isdigit() else f"write {start}\\."
        message = f"this line becomes a list: '{first.strip()[:LONGEST]}'"
        yield _say(items[0], column, message, f"{mend} for a sign that is meant, or a blank line above")


def _renumbered(lines: list[str], start: int, items: list[int]) -> tuple[int, int, int] | None:
    """The first line of a list that is shown with another number, that number, and the one shown; 1. 1. 1. is a way to write any list."""
    typed = [int(found[1]) for item in items if (found := _NUMBER.match(lines[item - 1]))]
    if len(typed) < len(items) or len({*typed}) == 1:
        return None
    numbered = zip(items, typed, count(start), strict=False)
    return next((one for one in numbered if one[1] != one[2]), None)


def _is_prose(line: str, above: str) -> bool:
    """Whether the one line of a list goes on with the text above it, or starts with a figure."""
    goes_on = above.strip()[-1:] not in ("", *":;.!?") and not _MARKED.match(above) and not above.endswith("  ")
    return bool(re.match(r"[ >]*[+-] [\d$€£]", line)) or (goes_on and not line.startswith(" ") and line[2:3].islower())


def _quotes(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _QUOTE.finditer(made):
        first, column, last = (int(part) for part in found.groups())
        line = lines[first - 1][column - 1 :]
        if first == last and re.match(r">\s?(?:[=$€£]|\d[\d.,]*(?!\w))", line):
            yield _say(first, column, f"'{line[:LONGEST]}' is shown as a quotation", "write \\> for more than")


def _headings(lines: list[str], made: str) -> Iterator[Remark]:
    found_levels = [(1, 0, 0, "")]
    for found in _HEADING.finditer(made):
        line, column, last = int(found[2]), int(found[3]), int(found[4])
        words = _words(found[5])
        setext = not lines[line - 1][column - 1 :].startswith("#")
        below = lines[last - 1].strip(" >")
        short = len(below) <= SHORT_LINE < len(words)
        if setext and (short or last - line > 1 or words[-1:] in (".", ",", ";", ":") or _FIELD.match(words)):
            hint = f"put a blank line above {below}; for a heading, write ## and a blank before its words"
            yield _say(line, column, f"the line of signs below makes a heading of '{words[:LONGEST]}'", hint)
        found_levels.append((max(2, int(found[1])), line, column, words))
    for (before, *_), (level, line, column, words) in pairwise(found_levels):
        if level > before + 1:
            message = f"the heading '{words[:LONGEST]}' is of level {level}, but the one above it is of level {before}"
            yield _say(line, column, message, f"write {'#' * (before + 1)} {words[:LONGEST]}", "skipped-heading")


def _code(lines: list[str], made: str) -> Iterator[Remark]:
    end = next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip()), 0)
    for found in _PRE.finditer(made):
        line, column, last = int(found[1]), int(found[2]), int(found[3])
        fence = _FENCE.match(lines[line - 1])
        if fence and last >= end and (line == last or not _FENCE.fullmatch(lines[last - 1].rstrip())):
            yield _say(line, column, f"the code that {fence[1]} opens here is never closed", f"write {fence[1]} in a line below it")
        elif not fence and (prose := _first_prose(html.unescape(found[4]))):
            number, words = prose
            message = f"four blanks at the start of a line make code of '{words[:LONGEST]}'"
            yield _say(line + number, column, message, "take the blanks out, or put code between lines of ```")


def _first_prose(code: str) -> tuple[int, str] | None:
    """The first line of a part of indented code that reads like prose, and its number from 0."""
    lines = code.split("\n")
    starts = [number for number, line in enumerate(lines) if line.strip() and not (number and lines[number - 1].strip())]
    return next(((number, lines[number].strip()) for number in starts if _reads_like_prose(lines[number].strip())), None)


def _reads_like_prose(line: str) -> bool:
    many = len(line.split()) > 4 and not _SIGNS_OF_CODE.search(line) and line[:1].isalpha()
    return many or (len(line.split()) > 2 and bool(_SENTENCE.fullmatch(line)))


def _addresses(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _AUTOLINK.finditer(made):
        url = html.unescape(found[4])
        if not url[-1].isalnum():
            message = f"the sign '{url[-1]}' becomes part of the address '{url[-40:]}'"
            yield _say(int(found[1]), int(found[2]), message, f"write <{url.rstrip(url[-1])}>")


def _links(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _EMPTY_LINK.finditer(made):
        url = html.unescape(found[4])
        message = f"readers do not see the link to '{url[:LONGEST]}': it has no words"
        yield _say(int(found[1]), int(found[2]), message, f"write [words]({url})", "lost-words")


def _formulas(lines: list[str], made: str) -> Iterator[Remark]:
    for found in (one for pattern in _FORMULAS for one in pattern.finditer(made)):
        if found[4].lower() in ("c", "r", "tm"):
            continue  # kept from becoming a sign by another engine
        message = f"the backslashes around '{_words(found[4])[:LONGEST]}' vanish: formulas are not set here"
        yield _say(
            int(found[1]), int(found[2]), message, "write it in words, or in `backquotes`; for plain brackets, take the backslashes out"
        )


def _captions(lines: list[str], made: str) -> Iterator[Remark]:
    for found in _CAPTION.finditer(made):
        message = f"'{_words(found[7])[:LONGEST]}' is no caption of the picture, since a blank line parts them"
        yield _say(int(found[4]), int(found[5]), message, "take the blank line above it out; write it without emphasis if it is none")


def _words(made: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", made)).split())
