"""HTML tags in a Markdown text: every one that comrak takes for one, with its place and what to write instead.

Each `<name` gets a mark that changes nothing about what it is. Where comrak gives the mark back behind a bare `<`, it is a tag;
in code, in an address, or after a backslash it is none.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import comrak

from spotbrief.model.record import record
from spotbrief.model.tag import Tag
from spotbrief.reading.tag_mends import mend_of

LONGEST = 40
"""Characters of a tag that a message quotes."""

_CANDIDATE = re.compile(
    r"<(?:(/)([A-Za-z][A-Za-z0-9-]*)(?=[ \t]*\n?[ \t]*>)|([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])|(!--|\?|!(?=[A-Za-z])|!\[CDATA\[))"
)
_MARK = "data-7q"
_FOUND = re.compile(
    rf"<(?:[A-Za-z][A-Za-z0-9-]* {_MARK}|(?:!--|\?|!\[CDATA\[){_MARK}|!A{_MARK})(\d+)-|</[A-Za-z][A-Za-z0-9-]*\t((?: |\t)+)\n?[ \t]*>"
)
_ENDS = {"!--": "-->", "?": "?>", "!": ">", "![cdata[": "]]>"}
_VERBATIM = ("script", "style", "pre", "textarea")
"""Their text ends at the first closing tag, which may hold no blank (CommonMark, section 4.6)."""

_REST = re.compile(r"""(?:\n[ \t]*>|"[^"]*"|'[^']*'|[^>"'])*>""")
_QUOTED_BREAK = re.compile(r"\n[ \t>]*")


@record
class _Place:
    start: int
    end: int
    name: str
    closes: bool
    typed: str


def tags(text: str) -> tuple[Tag, ...]:
    """Every HTML tag of *text* but those that only close another one."""
    candidates = [one for one in _CANDIDATE.finditer(text) if (one[2] or "").lower() not in _VERBATIM] if "<" in text else []
    real = _real(text, candidates) if candidates else []
    starts = [0, *(found.end() for found in re.finditer("\n", text))] if real else []
    return tuple(_tag(text, place, end, starts) for place, end in _pairs(text, _outermost(text, real)))


def _real(text: str, candidates: list[re.Match[str]]) -> list[re.Match[str]]:
    pieces, last = [], 0
    for number, found in enumerate(candidates):
        pieces += [text[last : found.end()], _marked(found, number)]
        last = found.end()
    options = comrak.RenderOptions()
    options.unsafe_ = True
    made = comrak.render_markdown("".join([*pieces, text[last:]]), _extensions(), None, options)
    numbers = {int(found[1]) if found[1] else _number(found[2]) for found in _FOUND.finditer(made)}
    return [candidates[number] for number in sorted(numbers) if number < len(candidates)]


def _marked(found: re.Match[str], number: int) -> str:
    if found[1]:  # a closing tag may hold blanks and nothing else
        return "\t" + f"{number:b}".translate({ord("0"): " ", ord("1"): "\t"})
    return f"{' ' if found[3] else 'A' if found[4] == '!' else ''}{_MARK}{number}-"


def _number(blanks: str) -> int:
    return int(blanks.replace(" ", "0").replace("\t", "1"), 2)


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    for name in ("table", "strikethrough", "autolink", "tasklist", "alerts", "wikilinks_title_after_pipe", "footnotes"):
        setattr(options, name, True)
    return options


def _place(text: str, found: re.Match[str]) -> _Place:
    name = (found[2] or found[3] or found[4]).lower()
    if sign := _ENDS.get(name):
        end = text.find(sign, found.end())
        end = end + len(sign) if end >= 0 else found.end()
    else:
        rest = _REST.match(text, found.end(), found.end() + 2000)
        end = rest.end() if rest else found.end()
    typed = " ".join(_QUOTED_BREAK.sub(" ", text[found.start() : end]).split())
    return _Place(start=found.start(), end=end, name=name, closes=bool(found[1]), typed=typed)


def _outermost(text: str, real: list[re.Match[str]]) -> Iterator[_Place]:
    """Without what stands inside a comment or a script."""
    until = 0
    for found in real:
        if found.start() >= until:
            yield (place := _place(text, found))
            end = f"</{place.name}>" if place.name in _VERBATIM else _ENDS.get(place.name)
            if end:
                ends = text.find(end, place.start)
                until = ends if ends >= 0 else len(text)


def _pairs(text: str, places: Iterator[_Place]) -> list[tuple[_Place, int]]:
    """Each tag with where its closing tag starts, -1 where none does; a closing tag alone closes nothing."""
    open_at: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[_Place, int]] = []
    for place in places:
        if place.closes and open_at[place.name]:
            number = open_at[place.name].pop()
            pairs[number] = (pairs[number][0], place.start)
            continue
        if not place.closes:
            open_at[place.name].append(len(pairs))
        pairs.append((place, -1))
    return pairs


def _tag(text: str, place: _Place, end: int, starts: list[int]) -> Tag:
    line = bisect_right(starts, place.start)
    inner = text[place.end : end] if place.end <= end <= place.end + 200 else ""
    shown = place.typed if len(place.typed) <= LONGEST else place.typed[: LONGEST - 1] + "…"
    mend = "it closes nothing: take it out" if place.closes else mend_of(place.name, place.typed, " ".join(inner.split()))
    return Tag(typed=shown, line=line, column=place.start - starts[line - 1] + 1, mend=mend)
