"""Compares what readers see of a text with what was typed."""

import re
from collections.abc import Iterator

from spotbrief.model.prose import Remark
from spotbrief.reading.blocks import CODE, ESCAPED, blocks, plain_of, words_of
from spotbrief.reading.dialect import placed
from spotbrief.reading.garbled import garbled, may_be_garbled
from spotbrief.reading.lost_words import lost_words
from spotbrief.reading.stray_sign_mends import mend
from spotbrief.reading.stray_signs import may_be_odd, odd_signs
from spotbrief.reading.text import line_column
from spotbrief.reading.unmeant_markup import LONGEST, may_be_unmeant, unmeant

_REFERENCE = re.compile(r"&(?:lt|gt|quot|amp(?!;#?\w+;)|#\d+|#[xX][0-9A-Fa-f]+);")
"""Signs that are typed so in order to be shown; what `&amp;` makes of a reference, such as `&amp;nbsp;`, hardly is."""
_MARK = "\u2056"
"""What stands for them while Markdown is read: a sign of punctuation, as they are, so that emphasis starts and ends beside them."""
_LEFT_OUT = re.compile(f"[{CODE}{ESCAPED}]+")
_NOTE_MARK = re.compile(r"[^\W_]\*(?!\w)")


def may_surprise(text: str) -> bool:
    """Whether a short text has a sign that may be shown, or vanish, against its author's meaning."""
    return may_be_odd(text) or may_be_garbled(text)


def remarks(text: str, made: str, *, sentence: bool = False) -> Iterator[Remark]:
    """What to say of *text*, of which *made* was made; nothing for nearly all good texts, at little cost."""
    plain = plain_of(made)
    for offset, words, why, hint in lost_words(text, made, plain):
        line, column = line_column(text, offset)
        yield Remark(rule="lost-words", line=line, column=column, message=f"readers do not see '{_short(words)}': {why}", hint=hint)
    yield from garbled(text)
    odd = may_be_odd(words_of(made) if "<code" in made else plain)
    if odd or may_be_unmeant(text, made):
        again = placed(_REFERENCE.sub(lambda found: _MARK * len(found[0]), text) if "&" in text else text).replace(_MARK, ESCAPED)
        yield from unmeant(text, again, sentence=sentence)
        if odd:
            yield from _shown(text, again)


def plain_remarks(text: str) -> Iterator[Remark]:
    """What to say of a text that is shown as it is, whatever it holds."""
    yield from garbled(text)
    for offset, signs in odd_signs(text):
        line, column = line_column(text, offset)
        yield shown_remark(line, column, text, offset, signs, mend(signs, text, markdown=False))


def _shown(text: str, made: str) -> Iterator[Remark]:
    lines = text.split("\n")
    for block in blocks(made):
        for offset, signs in odd_signs(block.text, block.tag):
            if "[[" in signs or "]]" in signs:
                continue  # another rule says which name is meant
            if (offset, signs) == (0, "*") and _NOTE_MARK.search(text):
                continue  # the note of a star
            number = min(block.first + block.text.count("\n", 0, offset), block.last)
            line = lines[number - 1]
            start = _start(line, block.text, offset, signs)
            yield shown_remark(number, start + 1, block.text, offset, signs, mend(signs, line, markdown=True, start=start))


def _start(line: str, text: str, offset: int, signs: str) -> int:
    """Where the *signs* at this offset of *text* stand in *line*: what they touch tells them from others."""
    first = signs.split("\n")[0].strip()
    before = text[:offset].split()[-1] if offset and not text[offset - 1].isspace() else ""
    after = text[offset + len(signs) :].split(maxsplit=1)[0] if text[offset + len(signs) : offset + len(signs) + 1].strip() else ""
    for piece, skip in ((f"{before}{first}{after}", len(before)), (f"{first}{after}", 0), (first, 0)):
        if (found := line.find(piece)) >= 0:
            return found + skip
    return 0


def shown_remark(line: int, column: int, text: str, offset: int, signs: str, hint: str) -> Remark:
    """The remark that readers see the *signs* at this offset of a text."""
    message = f"readers see the signs of '{_around(text, offset, signs)}' as they were typed"
    return Remark(rule="shown-as-typed", line=line, column=column, message=message, hint=hint)


def _around(text: str, offset: int, signs: str) -> str:
    """The signs with the words that they touch."""
    start, end = offset, offset + max(len(signs), 1)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    closing = text.find("}", end) if "{" in signs else -1
    end = closing + 1 if closing - end in range(LONGEST) else end
    while end < len(text) and not text[end].isspace():
        end += 1
    return _short(" ".join(_LEFT_OUT.sub("…", text[start:end]).split()))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
