"""Words of a text that are nowhere in what was made of it.

Words are compared as a bag, since notes move to the end. What nobody is meant to read, such as addresses, counts as shown.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from spotbrief.reading.blocks import plain_of
from spotbrief.reading.dialect import placed
from spotbrief.reading.tables import lost_cells, may_lose_cells

_KEPT = re.compile(r'(?:href|src|alt)="([^"]*)"')
_TITLE = re.compile(r'<a href="[^"]*" title="([^"]*)">((?:[^<]|<(?!/a>))*)')
_CAPTION = re.compile(r'<img [^>]*title="([^"]*)"')
_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""The stand-in for all letters beyond ASCII."""
_NOTE_MARK = re.compile(r'<sup class="footnote-ref">.*?</sup>')
"""The number of a note. It is taken out, or it would join the word before it."""
_WORD = re.compile(r"[^\W_]+(?:[*_~`\\\u0300-\u036f]+[^\W_]+)*")
_INSIDE = re.compile(r"[*_~`\\]+")
_SIGNS = bytes(set(range(128)) - {*range(48, 58), *range(65, 91), *range(97, 123)})
_ADDRESS, _NAME = re.compile(r"\]\([^()\s]*\)"), re.compile(r"\[\[[^\[\]|\n]*\|")
"""What stands beside the words of a link and of a mention; each of the two starts alike, which lets the search skip to it."""
_NUMBER = r"^[ \t>*+-]*\d{1,9}[.)](?=[ \t]|$)"
_UNREAD = re.compile(
    rf"{_NUMBER}|\[\^[^\]\s]+\]|^[ \t>*+-]*\[[ xX]\](?=\s)|^[ \t>]*\[!\w+\]|^[ \t>*+-]*(?:`{{3,}}|~{{3,}})[ \t]*[^\s`]+|&(?:\#\w+|\w+);",
    re.MULTILINE,
)
_DEFINITION = re.compile(r"^([ \t>]{0,8}\[([^\]\n^][^\]\n]*)\]:[ \t]*)(\S+).*$", re.MULTILINE)
_NUMBERS = re.compile(_NUMBER, re.MULTILINE)

_WHY = (
    (re.compile(r"\s*\[\^([^\]]+)\]:"), "no text refers to this note", "put [^{0}] where it belongs, or take the note out"),
    (
        re.compile(r"\s*\[([^\]]+)\]:"),
        "no text refers to this address",
        "take the line out; words for the desk alone stand in the field notes",
    ),
    (re.compile(r"[\s>]*(?:```|~~~)"), "nobody sees what stands after the language of code", "write it in a line above the code"),
)

_CELLS = "the row has more cells than the head of its table", "add a cell to its head and to the line below that"


def lost_words(text: str, made: str, plain: str) -> Iterator[tuple[int, str, str, str]]:
    """The offset of each run of words that readers do not see, the words, why, and how to mend it; *plain* is *made* without tags."""
    if _same_letters(text, made, plain):
        return
    if "<table" in made and may_lose_cells(text):
        for start, end in lost_cells(text, placed(text)):
            yield start, " ".join(text[start:end].split()), *_CELLS
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    shown = _shown(made, plain_of(_NOTE_MARK.sub(" ", made)) if "footnote-ref" in made else plain)
    titled = [(html.unescape(title), plain_of(words)) for title, words in _TITLE.findall(made)]
    titles = [title for title, words in titled if _spaced(title) not in _spaced(words)]
    for title in titles:
        yield (
            max(text.find(f'"{title}') + 1, text.find(title), 0),
            title,
            "it is the title of a link, which only a mouse finds",
            "write it in the text",
        )
    shown = "\n".join((shown, *titles))
    letters = _letters(shown)
    read = _read_by_nobody(text, letters)
    missing = _bag(read) - _bag(shown)
    if not missing:
        return
    told, typed = set[str](), _letters(read)
    for start, end in _runs(read, missing, text):
        words = read[start:end]
        if typed.count(_letters(words)) > letters.count(_letters(words)):
            line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
            whole = line.lstrip(" >").startswith("[") and "]:" in line
            if not whole or line not in told:
                yield start, " ".join((line if whole else words).split()), *_reason(line)
            told.add(line)


def _same_letters(text: str, made: str, plain: str) -> bool:
    """The comparison that nearly every text passes: letters and digits in their order, addresses apart."""
    typed = _NAME.sub("]", _ADDRESS.sub("]", text))
    return _ascii(_NUMBERS.sub("", typed) if "<ol" in made else typed) == _ascii(plain)


def _ascii(text: str) -> bytes:
    return text.encode().translate(None, _SIGNS)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _bag(text: str) -> Counter[str]:
    return Counter(_INSIDE.sub("", word) for word in _WORD.findall(text))


def _shown(made: str, plain: str) -> str:
    kept = map(html.unescape, (*_KEPT.findall(made), *_CAPTION.findall(made)))
    return "\n".join((plain, *(f"{address}\n{unquote(address)}\n{_typed_by_hand(address)}" for address in kept)))


def _typed_by_hand(address: str) -> str:
    """An address whose letters were typed as such beside signs that were not, as in `%20für`."""
    return _ENCODED.sub(lambda found: unquote(found[0]), address)


def _read_by_nobody(text: str, letters: str) -> str:
    """*text* with blanks for what Markdown itself uses, such as addresses; *letters* are those of the result. The length stays."""

    def definition(found: re.Match[str]) -> str:
        label = r"\s+".join(map(re.escape, found[2].split()))
        used = re.search(rf"\[\s*{label}\s*\](?!:)", text, re.IGNORECASE) and _letters(unquote(found[3].strip("<>"))) in letters
        return _blank(found, len(found[1])) if used else found[0]

    text = _DEFINITION.sub(definition, text) if "]:" in text else text
    text = re.sub(r"\]\[[^\[\]]+\]", _blank, text) if "][" in text else text
    return _UNREAD.sub(_character, text)


def _blank(found: re.Match[str], length: int | None = None) -> str:
    size = len(found[0]) if length is None else length
    return " " * size + found[0][size:]


def _character(found: re.Match[str]) -> str:
    return (html.unescape(found[0]) if found[0].startswith("&") else " ").ljust(len(found[0]))[: len(found[0])]


def _runs(text: str, missing: Counter[str], typed: str) -> Iterator[tuple[int, int]]:
    """The places of the missing words. Lines that Markdown may hide come first, then the longest runs: a word may stand elsewhere too.

    *text* is what was *typed*, with blanks for what nobody reads.
    """
    runs: list[list[tuple[int, int, str]]] = [[]]
    for found in _WORD.finditer(text):
        word = _INSIDE.sub("", found[0])
        if word in missing and (not runs[-1] or "\n" not in text[runs[-1][-1][1] : found.start()]):
            runs[-1].append((found.start(), found.end(), word))
        elif word in missing:
            runs.append([(found.start(), found.end(), word)])
        elif runs[-1]:
            runs.append([])
    left = missing.copy()
    lines = {number: typed[typed.rfind("\n", 0, run[0][0]) + 1 : run[-1][1]] for number, run in enumerate(runs) if run}
    for number in sorted(lines, key=lambda one: (not _may_hide(lines[one]), -len(runs[one]))):
        run = runs[number]
        if any(left[word] > 0 for *_, word in run):
            left.subtract(word for *_, word in run)
            yield run[0][0], run[-1][1]


def _may_hide(line: str) -> bool:
    return any(pattern.match(line) for pattern, *_ in _WHY)


def _reason(line: str) -> tuple[str, str]:
    for pattern, why, hint in _WHY:
        if found := pattern.match(line):
            return why, hint.format(*found.groups())
    return "Markdown reads them as something else", "write them in a paragraph of their own, or in `backquotes`"
