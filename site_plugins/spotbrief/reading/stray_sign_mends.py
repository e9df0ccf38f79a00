"""How to write what signs of other markup languages mean; other signs get the general mend."""

import re

from spotbrief.model.problem import Hint
from spotbrief.reading.stray_signs import BULLETS

_MENDS = (
    (r"\{\{[<%]|[>%]\}\}", "this is a shortcode of Hugo: write what it would show in Markdown, or a link to it"),
    (r"\{%|%\}", "this is a tag of Liquid or Jinja, which nothing runs here: write what it would show"),
    (r"\{\{|\}\}", "this is a sign of a template, which nothing runs here: write what it would show"),
    (r"\[\[", "no names are linked here: write the name alone, without brackets"),
    (r"\[?[^\]]*\]\s\(", "take out the blank between ] and ("),
    (r"^\]\([^)]*$", "the ( is not closed: write ) behind the address"),
    (r"!\[|\]\(", "a link is [words](address), a picture ![words](picture.png), with nothing else in the brackets"),
    (r"^\[[^\]]*\]\([^)]*$", "the ( is not closed: write ) behind the address"),
    (r"^\[[^\]]*\]\(", "an address has no blanks: write %20 for each, or put it in < and >"),
    (r"\]\[|^\[[^\]]+\]:", "no address of that name is written: put it in round brackets behind, as in [words](https://example.org)"),
    (r"^\s*[!?]{3}", "write a note as GitHub does: > [!NOTE] and, in the next line, > and the text"),
    (r"^\s*:{3}", "this box is of another Markdown: write > [!NOTE] and, in the next line, > and the text, or a quotation with >"),
    (r"\[!(?!\[)", "the notes are > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]; take the sign out for a quotation"),
    (r"\*\[", "an abbreviation is not explained here: write it in full where it comes first"),
    (r"\{[ :.#]", "Markdown has no attributes here: take the braces and what they hold out"),
    (r"^https?:/", "an address has two slashes and no blank, such as https://example.org"),
    (r"^\[\w+://", "a link is [words](address)"),
    (r"^\[[ xX]?\]", "an entry to tick is a line such as - [ ] words, with a blank on either side of the brackets"),
    (r"^\[\w[\w-]*\]$", "nothing puts anything in its place here: take it out"),
    (r"\[/?\w+[^\]]*\]", "this is a shortcode or a tag in brackets, which nothing runs here: write what it would show"),
    (r"\|", "a table needs a line such as | --- | --- | below its first row; write \\| for a sign that is meant"),
    (r"==", "nothing is highlighted here: write **words** instead"),
    (r"\*\*|__", "**bold** has no blanks inside its signs, and a blank or a stop outside; write \\* for a sign that is meant"),
    (r"^(?:h\d|bq|fn\d)\.", "a heading starts with ## and a blank, a quotation with > and a blank"),
    (r"^\*$", "*emphasis* needs a star behind its last word too; write \\* for a sign that is meant"),
    (r"^#+\w", "write a blank after the #; for a sign that is meant, \\#"),
    (r"^\*\s?\w.*\*$", "*emphasis* has no blanks inside its signs; write \\* for a sign that is meant"),
    (rf"^(?:[{BULLETS}]|o\t)", "start each entry of a list with a hyphen and a blank, as in - words, and put a blank line above"),
    (r"\t", "a table has | between its cells, and a line such as | --- | --- | below its first row"),
    (r"^\s*[-+*]\s?(?=\w)", "a list has a blank after each sign, such as - words, and a blank line above"),
    (r"^\w{1,2}[.)]|^\(\w", "these lines run together: start each with a hyphen and a blank, and put a blank line above"),
    (r"^(?:--?|[–—]) ", "these lines run together: write each of a list as - words; put a blank line between speeches"),
    (r":[a-z0-9_+-]+:", "write the sign itself, or leave it out: short names of pictures are not read here"),
    (r"&[\w#]+;?", "write the sign that is meant"),
    (r"\^", "nothing is raised here: write a sign such as ², or \\^ for one that is meant"),
    (r"\$", "formulas are not set here: write it in words, or in `backquotes`"),
    (r"\+\+\+", "front matter stands at the top of the file, between lines of ---, in YAML"),
)
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_REVERSED = re.compile(r"\(([^()\n]+)\)\[([^\[\]\s]+)\]")
_LINK = re.compile(r"(!?\[[^\[\]]*\])\(((?:[^<>\"\n()]|\([^<>\"\n()]*\))+?)((?: +\"[^\"\n]*\")?)\)")
_HEADING = re.compile(r"(#{2,6})(\w\S*)")
_FILE = re.compile(r"\.\w{2,5}\Z|\A\w+://")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")

_AROUND = 1000
"""Letters on either side of a sign in which its mend is looked for."""

LONGEST = 40
"""Letters of what was typed that a mend repeats."""

IN_PLAIN = "this field is plain text and has no markup: take the signs out"


def mend(signs: str, line: str, *, markdown: bool, start: int = 0) -> str:
    """What to write in place of *signs* in *line*, where they stand at *start* or behind it."""
    line, start = line[max(start - _AROUND, 0) : start + _AROUND], min(start, _AROUND)
    stop = line.find(signs, start)
    around = line[stop:] if stop >= 0 else signs
    if not markdown and not re.search(r"\{\{|\{%|&\w+;", signs):
        return IN_PLAIN
    if address := _with_blank(line, stop if stop >= 0 else start):
        made = f"{address[1]}(<{address[2].strip()}>{address[3]})"
        return Hint(f"an address with a blank needs angle brackets: {made}", address[0], made)
    if signs == ")[" and (found := _REVERSED.search(line)):
        made = f"[{found[1]}]({found[2]})"
        return Hint(f"the brackets of a link are the other way round: write {made}", found[0], made)
    if note := _NOTE.match(around):
        return f"no note of that name is written: add a line that starts with it and a colon: {note[0]}: The note."
    if heading := _HEADING.match(around):  # one # alone may begin a word that people tag
        return Hint(f"write a blank behind the signs: {heading[1]} {heading[2]}", heading[0], f"{heading[1]} {heading[2]}")
    for pattern, hint in _MENDS:
        if re.search(pattern, signs) or re.match(pattern, around):
            return hint
    escaped = _SIGN.sub(r"\\\g<0>", signs.split("\n")[0][:LONGEST])
    return f"take it out, or write a backslash before each sign that is meant: {escaped}"


def _with_blank(line: str, at: int) -> re.Match[str] | None:
    """The link or picture around this place that is none, since its address has a blank."""
    around = (found for found in _LINK.finditer(line) if found.start() <= at < found.end())
    return next((found for found in around if " " in found[2].strip() and _FILE.search(found[2].strip())), None)
